import type { Block } from '../core/block.ts'
import type { Facts } from '../core/facts.ts'

/** Fewest pairs of headline and text in a row that make a list of stories. */
const PAIRS = 4
/** Mass of a headline and of the one paragraph under it, in Latin-equivalent characters. */
const HEADLINE = { least: 20, most: 200 }
const TEXT = 150
/** Share of the page's running text that must stand in the pairs. */
const COVERED = 0.85
/** A term in so large a share of the texts is what one article is about. */
const SHARED = 0.5
/** Share of the headlines that must say something of their own text, and of no other. */
const OWN = 0.6
const LONGEST = 4_000

/**
 * Headlines of a list of stories without dates: headline and paragraph in strict turn, at least four times, where each
 * headline speaks of its own paragraph and no word returns in half of the paragraphs, as it does in the sections of
 * one article. Empty on any doubt.
 */
export function bareHeadlines(blocks: readonly Block[], facts: readonly Facts[]): readonly number[] {
  const lines = linesOf(blocks, facts)
  const run = longestRun(lines)
  if (run.length < PAIRS || !covers(run, lines)) return []
  const texts = run.map((i) => termsOf(textOf(lines[i + 1]!, blocks)))
  const count = new Map<string, number>()
  for (const text of texts) for (const term of text) count.set(term, (count.get(term) ?? 0) + 1)
  for (const times of count.values()) if (times > Math.max(2, SHARED * run.length)) return []
  const own = run.filter((line, i) =>
    [...termsOf(textOf(lines[line]!, blocks))].some((term) => texts[i]!.has(term) && count.get(term) === 1),
  )
  return own.length >= OWN * run.length ? run.map((i) => lines[i]!.from) : []
}

/** A printed line: one block, or the sentences a long one was cut into. */
interface Line {
  readonly from: number
  /** Last block, inclusive. */
  readonly to: number
  readonly mass: number
  readonly sentences: number
  readonly endsSentence: boolean
  readonly plain: boolean
}

function linesOf(blocks: readonly Block[], facts: readonly Facts[]): readonly Line[] {
  const lines: Line[] = []
  for (let at = 0; at < blocks.length; ) {
    const from = at
    const line = numberOf(blocks[at]!)
    let [mass, sentences] = [0, 0]
    for (; at < blocks.length && (at === from || numberOf(blocks[at]!) === line); at++) {
      mass += facts[at]!.mass
      sentences += facts[at]!.sentences
    }
    const { endsSentence } = facts[at - 1]!
    lines.push({
      from,
      to: at - 1,
      mass,
      sentences,
      endsSentence,
      plain: isPlain(blocks[from]!, facts[from]!),
    })
  }
  return lines
}

function textOf({ from, to }: Line, blocks: readonly Block[]): string {
  let text = ''
  for (let at = from; at <= to && text.length < LONGEST; at++) text += `${blocks[at]!.text}\n`
  return text
}

function numberOf({ place }: Block): number {
  return 'lines' in place ? place.lines[0] : -1
}

function isPlain({ layout, kind }: Block, fact: Facts): boolean {
  if (layout?.bullet !== undefined || kind === 'item' || kind === 'code') return false
  return fact.repeats === 1 && fact.letters > fact.digits
}

/** The most pairs of headline and text that follow each other without anything between, as numbers of lines. */
function longestRun(lines: readonly Line[]): readonly number[] {
  let best: number[] = []
  let run: number[] = []
  for (let i = 0; i + 1 < lines.length; i++) {
    if (isHeadline(lines[i]!) && isText(lines[i + 1]!)) {
      run.push(i)
      if (run.length > best.length) best = run
      i++
    } else run = []
  }
  return best
}

function isHeadline({ plain, mass, sentences, endsSentence }: Line): boolean {
  if (!plain || mass < HEADLINE.least || mass > HEADLINE.most) return false
  return !endsSentence || sentences <= 2
}

function isText({ mass, sentences }: Line): boolean {
  return mass >= TEXT && sentences >= 2
}

function covers(run: readonly number[], lines: readonly Line[]): boolean {
  let all = 0
  for (const { mass, endsSentence } of lines) if (endsSentence || mass >= TEXT) all += mass
  return run.reduce((sum, i) => sum + lines[i + 1]!.mass, 0) >= COVERED * all
}

const TERM = /\p{Script=Han}{3,}|[\p{Script=Katakana}ー]{3,}|\p{L}{6,}/gu

/** Words of some length; of Chinese every three characters in a row. */
function termsOf(text: string): Set<string> {
  const terms = new Set<string>()
  for (const [run] of text.slice(0, LONGEST).toLowerCase().matchAll(TERM)) {
    if (!/^\p{Script=Han}/u.test(run)) terms.add(run)
    else for (let i = 0; i + 3 <= run.length; i++) terms.add(run.slice(i, i + 3))
  }
  return terms
}
