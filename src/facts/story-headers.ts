import type { Block } from '../core/block.ts'
import type { Facts } from '../core/facts.ts'
import { bareHeadlines } from './bare-stories.ts'
import { findDates } from './date.ts'

/** The header of one of several stories on a page: a headline and, as a rule, the line directly below that dates it. */
export interface StoryHeader {
  readonly headline: number
  readonly dateline?: number
  /** First block under the header. */
  readonly text: number
}

/** Longest line still taken for a dateline, and headline, in Latin-equivalent characters. */
const DATELINE = 160
const HEADLINE = 260
/** A line heavier than this that a full stop ends is a sentence, no headline. */
const SENTENCE = 70
/** The text begins at most this many blocks below its dateline. */
const REACH = 4
/** Least mass of text under a header, and share of the longest story's: teasers have headline and date too. */
const LEAST = 240
const SHARE = 0.04
/** Least mass under a header of the very shape of two that have enough. */
const FEW = 100
/** Share of the headers that must have text, for any of them to be one. */
const MOST = 0.6
/** The text that proves a story stands within so many blocks below its header; teasers of other stories lie further on. */
const NEAR = 15
/** So many times the text above the first header must stand below it. */
const ELSEWHERE = 10
/** A block this heavy is text, and one half as heavy that ends like a sentence. */
const TEXT = 80

const known = new WeakMap<readonly Block[], readonly StoryHeader[]>()

/**
 * Headers of the stories of a text dump that holds several: search results, digests, endless pages. Found only where at
 * least two headers of the same shape stand, each a short line directly above a dated line, each with enough text below,
 * or where headlines and paragraphs about different things take turns.
 * Empty for a page with one story. Remembered by the blocks they were found in.
 */
export function storyHeaders(blocks: readonly Block[], facts: readonly Facts[]): readonly StoryHeader[] {
  let found = known.get(blocks)
  if (found === undefined) {
    found = find(blocks, facts)
    known.set(blocks, found)
  }
  return found
}

function find(blocks: readonly Block[], facts: readonly Facts[]): readonly StoryHeader[] {
  if (blocks[0]?.layout === undefined) return []
  const shapes = new Map<string, StoryHeader[]>()
  for (let at = 1; at < blocks.length; at++) {
    if (
      !isHeadline(blocks[at - 1]!, facts[at - 1]!) ||
      !isDateline(blocks[at]!, facts[at]!) ||
      !startsText(at, facts)
    )
      continue
    const shape = shapeOf(blocks[at]!.text)
    shapes.set(shape, [...(shapes.get(shape) ?? []), { headline: at - 1, dateline: at, text: at + 1 }])
  }
  let best: readonly StoryHeader[] = []
  for (const headers of shapes.values()) {
    const real = withText(named(headers, facts), facts)
    if (real.length > best.length) best = real
  }
  if (best.length > 2 || (best.length === 2 && sayMore(best, blocks))) return best
  return bareHeadlines(blocks, facts).map((headline) => ({ headline, text: headline + 1 }))
}

/** No longer sentence with a full stop. */
function isHeadline({ text }: Block, fact: Facts): boolean {
  if (fact.mass < 15 || fact.mass > HEADLINE) return false
  if (
    fact.mass > SENTENCE &&
    fact.endsSentence &&
    /[.。]["'”’」』)）]?$/u.test(text.slice(-3)) &&
    !fact.trails
  )
    return false
  return fact.letters > 5 && fact.digits < fact.letters
}

function isDateline(block: Block, fact: Facts): boolean {
  if (fact.digits < 4 || fact.mass > DATELINE || fact.sentences > 1) return false
  return findDates(block.text).some(({ precision }) => precision !== 'year' && precision !== 'month')
}

function startsText(at: number, facts: readonly Facts[]): boolean {
  for (let i = at + 1; i <= at + REACH && i < facts.length; i++) if (facts[i]!.mass >= TEXT) return true
  return false
}

/**
 * Two headers are few: a page's own date often returns, and one teaser may be long. Then their lines must differ and say
 * more than a day: an outlet or a time.
 */
function sayMore(headers: readonly StoryHeader[], blocks: readonly Block[]): boolean {
  const lines = headers.map(({ dateline }) => blocks[dateline!]!.text)
  return new Set(lines).size === lines.length && lines.every(saysMore)
}

function saysMore(line: string): boolean {
  const [date] = findDates(line)
  if (date === undefined) return false
  const rest = line.slice(0, date.from) + line.slice(date.to)
  return date.iso.length > 10 || /\p{L}{2}/u.test(rest)
}

/** What stands above several of them is a label of teasers. */
function named(headers: readonly StoryHeader[], facts: readonly Facts[]): readonly StoryHeader[] {
  const times = new Map<string, number>()
  const keyOf = ({ headline }: StoryHeader) => facts[headline]!.key
  for (const header of headers) times.set(keyOf(header), (times.get(keyOf(header)) ?? 0) + 1)
  return headers.filter((header) => times.get(keyOf(header)) === 1)
}

/** Those with enough text before the next; none where most lack it, or where most of the page's text stands elsewhere. */
function withText(headers: readonly StoryHeader[], facts: readonly Facts[]): readonly StoryHeader[] {
  const masses = headers.map(({ text }, i) =>
    textMass(text, Math.min(text + NEAR, headers[i + 1]?.headline ?? facts.length), facts),
  )
  const least = Math.max(LEAST, SHARE * Math.max(...masses))
  const real = headers.filter((_, i) => masses[i]! >= least)
  const covered = real.length > 0 ? textMass(real[0]!.text, facts.length, facts) : 0
  const first = textMass(0, real[0]?.headline ?? 0, facts)
  if (real.length < headers.length * MOST || covered < first * ELSEWHERE) return []
  return real.length < 2 ? real : headers.filter((_, i) => masses[i]! >= FEW)
}

function textMass(from: number, to: number, facts: readonly Facts[]): number {
  let mass = 0
  for (let at = from; at < to; at++) {
    const fact = facts[at]!
    if (fact.mass >= (fact.endsSentence ? TEXT / 2 : TEXT)) mass += fact.mass
  }
  return mass
}

/** Letters to a, digits to 0, runs to one: two datelines of one template look alike. */
function shapeOf(text: string): string {
  return text
    .slice(0, 120)
    .replace(/\p{N}+/gu, '0')
    .replace(/[\p{L}\p{M}]+/gu, 'a')
    .replace(/a(?:[ '’.&-]+a)+/g, 'a')
    .replace(/\s+/g, '')
}
