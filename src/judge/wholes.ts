import type { View } from '../core/rule.ts'
import type { Vote } from '../core/vote.ts'
import { READ_AS_ONE, type Whole, type WholeKind } from '../core/whole.ts'
import { FINAL, round } from './votes.ts'

/** In words, for a reader. */
const CALLED: Partial<Record<WholeKind, string>> = { code: 'listing', definitions: 'list of terms' }
/** One part counts at most this much, in log-odds. */
const SURE = 3
/** A whole whose parts are longer than this on average, in Latin-equivalent characters, arranges stories. */
const LONGEST_PART = 400
/** Blocks an item holds at most, on average. */
const CROWDED = 4
/** A part that is this sure of the other side goes its own way, in log-odds. */
const CONTRARY = 2.5
/** A part that is this sure and this long is of a story of its own, whatever stands around it. */
const STORY = { score: 1.5, mass: 120 }

/**
 * Judges wholes as one: a table is kept, not its third cell. Every part takes the mean of what is said of all of them,
 * by the root of their length. Parts that are named for what they are (a button, an advertisement), and parts that are
 * as good as sure of the other side, are weighed alone. A whole that holds a story beside other things, or arranges a
 * page, is no whole to a reader, and its parts stay as they are.
 *
 * @param scores log-odds of each block.
 * @param named 1 for blocks named for what they are.
 * @returns per block, the vote that takes it to the score of its whole; undefined where it stays.
 */
export function judgeWholes(
  { page, facts }: View,
  scores: ArrayLike<number>,
  named: Uint8Array,
): readonly (Vote | undefined)[] {
  const votes: (Vote | undefined)[] = facts.map(() => undefined)
  const settled = new Uint8Array(facts.length)
  for (const whole of page.wholes) {
    if (!READ_AS_ONE.has(whole.kind) || whole.to <= whole.from || settled[whole.from] === 1) continue
    if (arranges(whole, page.blocks)) continue
    const parts: number[] = []
    // what a cell reads is a datum: "Name" over a column heads no form; who is quoted, and when, is part of the quotation
    for (let at = whole.from; at <= whole.to; at++)
      if (named[at] === 0 || whole.kind === 'table' || whole.kind === 'quote') parts.push(at)
    const score = scoreOf(parts, scores, facts)
    if (score === undefined) continue
    settled.fill(1, whole.from, whole.to + 1)
    const because = reason(whole, score)
    for (const at of parts) {
      const weight = round(score - scores[at]!)
      const contrary = score * scores[at]! < 0 && Math.abs(scores[at]!) > CONTRARY
      if (weight !== 0 && !contrary)
        votes[at] = { rule: 'whole', role: weight > 0 ? 'body' : 'boilerplate', weight, because }
    }
  }
  return votes
}

/** Where a cell stands that follows its table, in log-odds. */
const FOLLOWS = 0.1

/**
 * Leaves no hole in a table: a value that is lost, or kept alone, is worse than none. Whatever was said of single cells
 * after the table was judged as one, all go the way of most; only spam, and what nothing outweighs, goes its own.
 *
 * @param scores log-odds of each block, all votes counted.
 * @returns per block, the vote that takes it to the side of its table; undefined where it stands there.
 */
export function closeTables(
  { page, facts }: View,
  scores: ArrayLike<number>,
  given: readonly (readonly Vote[])[],
): readonly (Vote | undefined)[] {
  const votes: (Vote | undefined)[] = facts.map(() => undefined)
  const decided = (vote: Vote) => vote.role === 'spam' || vote.weight <= FINAL
  let after = 0
  for (const whole of page.wholes) {
    if (whole.kind !== 'table' || whole.from < after || whole.to <= whole.from) continue
    // what is said below it belongs to it
    const around = whole.parent === undefined ? whole : page.wholes[whole.parent]!
    const { from, to } = around.kind === 'figure' ? around : whole
    after = to + 1
    const parts = Array.from({ length: after - from }, (_, i) => from + i)
    if (scoreOf(parts, scores, facts) === undefined) continue
    const most = parts.reduce((sum, at) => sum + Math.sign(scores[at]!) * Math.sqrt(facts[at]!.mass + 1), 0)
    const side = most > 0 ? FOLLOWS : -FOLLOWS
    for (const at of parts) {
      if (scores[at]! > 0 === most > 0 || given[at]!.some(decided)) continue
      const role = most > 0 ? 'body' : 'boilerplate'
      votes[at] = { rule: 'whole', role, weight: round(side - scores[at]!), because: reason(whole, most) }
    }
  }
  return votes
}

/** Items with headings of their own, or with a dozen paragraphs, arrange a page. */
function arranges({ kind, from, to }: Whole, blocks: View['blocks']): boolean {
  if (kind !== 'list') return false
  let items = 0
  for (let at = from; at <= to; at++) {
    if (blocks[at]!.kind === 'heading') return true
    if (blocks[at]!.kind === 'item') items++
  }
  return to - from + 1 > CROWDED * Math.max(1, items)
}

function scoreOf(
  parts: readonly number[],
  scores: ArrayLike<number>,
  facts: View['facts'],
): number | undefined {
  if (parts.length < 2) return undefined
  let [sum, weight, mass] = [0, 0, 0]
  let story = false
  for (const at of parts) {
    const size = facts[at]!.mass
    const own = Math.sqrt(size + 1)
    mass += size
    weight += own
    sum += own * Math.max(-SURE, Math.min(SURE, scores[at]!))
    if (scores[at]! >= STORY.score && size >= STORY.mass) story = true
  }
  const score = sum / weight
  return mass / parts.length > LONGEST_PART || (story && score <= 0) ? undefined : score
}

function reason({ kind }: Whole, score: number): string {
  const name = CALLED[kind] ?? kind
  return `is part of a ${name} that is ${score > 0 ? 'kept' : 'dropped'} as one`
}
