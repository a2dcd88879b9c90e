import type { Pipeline } from '../core/pipeline.ts'
import type { Rule, View } from '../core/rule.ts'
import type { Sighting, Vote } from '../core/vote.ts'

export type Votes = Vote[][]

/** A vote that nothing outweighs, as rules of the user's have: it also says what the block is. */
export const FINAL = -20

/**
 * Lets every rule of one hearing look, and weighs what it saw; the votes of a block are in the order of the rules. Rule by
 * rule, not block by block: the same few instructions over and over.
 */
export function hear(
  rules: readonly Rule[],
  hearing: Rule['hearing'],
  view: View,
  pipeline: Pipeline,
): Votes {
  const { blocks } = view
  const votes: Votes = []
  for (let at = 0; at < blocks.length; at++) votes.push([])
  const { door } = view.page
  for (const rule of rules) {
    if (rule.hearing !== hearing || (rule.door !== undefined && rule.door !== door)) continue
    const setting = pipeline.rules[rule.id]
    if (setting === undefined) continue
    const weight = rule.role === 'body' ? setting.weight : -setting.weight
    if (rule.seeBlock !== undefined) askBlocks(rule, rule.seeBlock, weight, setting.options, view, votes)
    else
      for (const sighting of rule.see(view, setting.options))
        votes[sighting.at]?.push(weighed(rule, weight, sighting))
  }
  return votes
}

function askBlocks(
  rule: Rule,
  seeBlock: NonNullable<Rule['seeBlock']>,
  weight: number,
  options: Readonly<Record<string, unknown>>,
  view: View,
  votes: Votes,
): void {
  const { blocks, facts } = view
  for (let at = 0; at < blocks.length; at++) {
    const said = seeBlock(blocks[at]!, facts[at]!, options, view)
    if (said === undefined) continue
    votes[at]!.push(typeof said === 'string' ? voteOf(rule, weight, said) : weighed(rule, weight, said))
  }
}

function weighed(
  rule: Rule,
  weight: number,
  { because, strength = 1, evidence }: Omit<Sighting, 'at'>,
): Vote {
  const vote = voteOf(rule, weight * strength, because)
  return evidence === undefined ? vote : { ...vote, evidence }
}

function voteOf({ id, role }: Pick<Rule, 'id' | 'role'>, weight: number, because: string): Vote {
  return { rule: id, role, weight, because }
}
// kept, so that V8 lays votes out for fractions from the start (see `measure`)
voteOf.first = voteOf({ id: '', role: 'body' }, 0.5, '')

export function sum(votes: readonly Vote[]): number {
  let total = 0
  for (const vote of votes) total += vote.weight
  return total
}

/** To thousandths: no weight or score of a record is told more exactly. */
export function round(value: number): number {
  return Math.round(value * 1000) / 1000
}
