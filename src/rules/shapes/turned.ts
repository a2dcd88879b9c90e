import type { Facts } from '../../core/facts.ts'
import type { View } from '../../core/rule.ts'
import { elementsAround } from '../../facts/elements.ts'
import { extent } from './extent.ts'
import { isLinked, isProse } from './line.ts'
import { isAfter, isInside } from './place.ts'
import { entriesBelow } from './timed-series.ts'

export interface Turned {
  readonly at: number
  readonly heading: number
  /** Stands in an element that the heading opens and that is full of links, or among entries with their dates. */
  readonly listed: boolean
}

/** Lines a heading turns inside the story, at most: a box seldom holds more. */
const BOX = 8

/**
 * The blocks that belong to headings of lists which are not the story's. After the densest run of prose a heading
 * turns everything to the next heading of its kind, a stop, or the end of the page; inside it, or right between two
 * paragraphs of a dump, what follows up to the next paragraph; before it, only the items and links that follow directly, since the title may be next.
 */
export function* turnedBy(
  view: View,
  isHeading: (fact: Facts, at: number) => boolean,
  isStop: (fact: Facts, at: number, text: string) => boolean,
): Iterable<Turned> {
  const { page, blocks, facts } = view
  for (const { at: heading } of blocks) {
    if (!isHeading(facts[heading]!, heading)) continue
    const own = page.door === 'text' ? entriesBelow(view, heading) : ownElement(view, heading)
    const resumes = resumption(view, heading)
    const isBox = own > heading && blocks.some(({ at }) => at > own && resumes(at))
    const after = isAfter(view, heading) || closesTale(view, heading)
    const inside = isInside(view, heading) || isBoxed(view, heading)
    for (let at = heading + 1; at < blocks.length; at++) {
      const block = blocks[at]!
      if (isHeading(facts[at]!, at) || isStop(facts[at]!, at, block.text)) break
      if (at <= own) {
        yield { at, heading, listed: true }
        continue
      }
      if (isBox) break
      if (!after && isProse(facts[at]!)) break
      if (inside && (at - heading > BOX || (block.kind === 'heading' && block.dom !== undefined))) break
      if (!after && !inside && block.kind !== 'item' && isLinked(block) !== true) break
      if (resumes(at)) break
      yield { at, heading, listed: false }
    }
  }
}

/**
 * In a document: the last block of the element the heading opens, where it stands below the headline and the story's
 * first sentence, and every sentence in it has its link; the heading itself where it opens no such element.
 */
function ownElement({ blocks, facts, whole }: View, heading: number): number {
  const above = elementsAround(blocks[heading]!)
  const holds = (number: number, at: number) => at in blocks && elementsAround(blocks[at]!).includes(number)
  const element = above.find((number) => holds(number, heading + 1))
  if (element === undefined || holds(element, heading - 1)) return heading
  const headline = blocks.findLastIndex(
    ({ at, kind, level }) => at < heading && kind === 'heading' && (level === 1 || at === whole.headline),
  )
  const told = facts
    .slice(headline + 1, heading)
    .some(({ endsSentence, mass }) => endsSentence && mass > SENTENCE)
  if (headline < 0 || !told) return heading
  let last = heading
  let [linked, sentences] = [0, 0]
  while (holds(element, last + 1)) {
    last++
    if (blocks[last]!.dom!.linkShare >= LINKED) linked++
    else if (facts[last]!.endsSentence) sentences++
  }
  return linked >= sentences ? last : heading
}
/** Shorter ones are lines, in Latin-equivalent characters. */
const SENTENCE = 30
/** Share of a title with its date that is the link. */
const LINKED = 0.6

/**
 * In a document: what tells a finished sentence beside a paragraph above the heading, which stands in a box of its own, or
 * is the first text of an element and heads the rest of it.
 */
function resumption({ blocks, facts }: View, heading: number): (at: number) => boolean {
  const { dom: own } = blocks[heading]!
  if (own === undefined) return () => false
  const story = new Set<number>()
  for (const { at, dom } of blocks.slice(0, heading)) if (isProse(facts[at]!)) story.add(dom!.parent)
  const next = blocks[heading + 1]
  const opens = next !== undefined && elementsAround(next).includes(own.number)
  return (at) => {
    const { links, parent } = blocks[at]!.dom!
    if (!facts[at]!.endsSentence || links > 0 || !story.has(parent)) return false
    return parent !== own.parent || (opens && at > heading + 1)
  }
}

/** In a dump without a paragraph: sentences stand above the heading and none below. */
function closesTale(view: View, heading: number): boolean {
  const { page, facts } = view
  if (page.door === 'html' || extent(view) !== undefined) return false
  const last = facts.findLastIndex(({ endsSentence, mass }) => endsSentence && mass > SENTENCE)
  return last >= 0 && last < heading
}

/** In a dump: directly under a paragraph, with a line or two and then the next paragraph below. */
function isBoxed({ page, facts }: View, heading: number): boolean {
  if (page.door === 'html') return false
  let above = heading - 1
  while (above >= 0 && heading - above < 3 && !isProse(facts[above]!)) above--
  if (above < 0 || !isProse(facts[above]!)) return false
  for (let at = heading + 1; at < facts.length && at - heading <= BOXED; at++) {
    if (isProse(facts[at]!)) return at > heading + 1
    if (facts[at]!.line !== undefined) return false
  }
  return false
}
const BOXED = 3
