import { LABEL, opensLower } from '../core/character.ts'
import type { View } from '../core/rule.ts'

/** What the stretch of short blocks between two paragraphs of prose is like, and a block beside it; one entry a block. */
export const STRETCH_FEATURES = [
  'stretchWords',
  'stretchHand',
  'stretchWorst',
  'stretchLabels',
  'stretchRepeats',
  'stretchItems',
  'stretchLength',
  'likeBefore',
  'indentToProse',
  'blanksToProse',
  'lowerCase',
  'endsOpen',
] as const
export type StretchFeature = (typeof STRETCH_FEATURES)[number]
export type Stretches = Readonly<Record<StretchFeature, Float64Array>>

/** Prose below this mass is a sentence among short lines, not a paragraph that encloses them. */
const PARAGRAPH = 100
/** Blocks counted; further off is as far as it gets. */
const FAR = 60

/**
 * A list, verse or a table inside an article is told from a menu by its company: what the rules saw in the whole stretch
 * up to the next paragraph, how wordy and how alike its blocks are, and whether it is set as the page's prose is.
 */
export function stretches(view: View, hand: Float64Array, prose: Float64Array): Stretches {
  const { blocks } = view
  const out = Object.fromEntries(
    STRETCH_FEATURES.map((name) => [name, new Float64Array(blocks.length)]),
  ) as Record<StretchFeature, Float64Array>
  const usual = usualLayout(view, prose)
  for (let at = 0; at < blocks.length; at++) {
    ofShape(view, at, out)
    ofLayout(view, at, usual, out)
  }
  let start = 0
  for (let at = 0; at <= blocks.length; at++) {
    if (at < blocks.length && prose[at]! < PARAGRAPH) continue
    fill(view, hand, start, at, out)
    if (at < blocks.length) fill(view, hand, at, at + 1, out)
    start = at + 1
  }
  return out
}

function fill(
  { blocks, facts }: View,
  hand: Float64Array,
  from: number,
  to: number,
  out: Record<StretchFeature, Float64Array>,
): void {
  let [words, votes, worst, labels, repeats, items] = [0, 0, 0, 0, 0, 0]
  for (let at = from; at < to; at++) {
    const fact = facts[at]!
    words += fact.words
    votes += hand[at]!
    if (hand[at]! < -2) worst++
    if ((fact.signs & LABEL) !== 0 && LABELLED.test(blocks[at]!.text)) labels++
    if (fact.repeats > 1) repeats++
    if (blocks[at]!.kind === 'item') items++
  }
  const length = Math.max(1, to - from)
  for (let at = from; at < to; at++) {
    out.stretchLength[at] = Math.min(FAR, length)
    out.stretchWords[at] = words / length
    out.stretchHand[at] = votes / length
    out.stretchWorst[at] = worst / length
    out.stretchLabels[at] = labels / length
    out.stretchRepeats[at] = repeats / length
    out.stretchItems[at] = items / length
  }
}

/** `Weight: 4 kg`, and the same in full width. */
const LABELLED = /^[^:：]{1,40}[:：] ?\S/u

function ofShape({ blocks, facts }: View, at: number, out: Record<StretchFeature, Float64Array>): void {
  const { text } = blocks[at]!
  if (opensLower(text)) out.lowerCase[at] = 1
  if (OPEN_ENDS.has(text.at(-1)!)) out.endsOpen[at] = 1
  // of the three blocks before, how many begin with the same word or are of about the same size and shape
  let like = 0
  for (let other = Math.max(0, at - 3); other < at; other++) {
    const [a, b] = [facts[other]!, facts[at]!]
    const close = Math.abs(a.mass - b.mass) <= 0.3 * Math.max(a.mass, b.mass)
    if (close && a.endsSentence === b.endsSentence && blocks[other]!.kind === blocks[at]!.kind) like++
  }
  out.likeBefore[at] = like
}

const OPEN_ENDS = new Set([...',;，；、–—-'])

function ofLayout(
  { blocks }: View,
  at: number,
  usual: readonly [number, number],
  out: Record<StretchFeature, Float64Array>,
): void {
  const { layout } = blocks[at]!
  out.indentToProse[at] = layout === undefined ? Number.NaN : layout.indent - usual[0]
  out.blanksToProse[at] = layout === undefined ? Number.NaN : layout.blankBefore - usual[1]
}

/** Indent and blank lines before most of the prose. */
function usualLayout({ blocks }: View, prose: Float64Array): readonly [number, number] {
  const [indents, blanks] = [new Map<number, number>(), new Map<number, number>()]
  for (const { at, layout } of blocks) {
    if (layout === undefined || prose[at] === 0) continue
    indents.set(layout.indent, (indents.get(layout.indent) ?? 0) + prose[at]!)
    blanks.set(layout.blankBefore, (blanks.get(layout.blankBefore) ?? 0) + prose[at]!)
  }
  return [heaviest(indents), heaviest(blanks)]
}

function heaviest(masses: ReadonlyMap<number, number>): number {
  let [best, most] = [0, 0]
  for (const [value, mass] of masses) if (mass > most) [best, most] = [value, mass]
  return best
}

/** Length of the run of short blocks without sentence ends a block stands in; 0 for a block that is none. */
export function shortRuns({ facts }: View): Float64Array {
  const out = new Float64Array(facts.length)
  let start = 0
  for (let at = 0; at <= facts.length; at++) {
    const short = at < facts.length && facts[at]!.mass < 80 && !facts[at]!.endsSentence
    if (short) continue
    out.fill(at - start, start, at)
    start = at + 1
  }
  return out
}
