import type { Pipeline } from '../core/pipeline.ts'
import type { Rule, View } from '../core/rule.ts'
import type { Vote } from '../core/vote.ts'

export type Votes = Vote[][]

/** Lets every rule of one hearing look, and weighs what it saw: for the article when its role is `body`, else against. */
export function hear(
  rules: readonly Rule[],
  hearing: Rule['hearing'],
  view: View,
  pipeline: Pipeline,
): Votes {
  const votes: Votes = view.blocks.map(() => [])
  for (const rule of rules) {
    const setting = pipeline.rules[rule.id]
    if (rule.hearing !== hearing || setting === undefined) continue
    const sign = rule.role === 'body' ? 1 : -1
    for (const { at, because, strength = 1 } of rule.see(view, setting.options)) {
      votes[at]?.push({ rule: rule.id, role: rule.role, weight: sign * setting.weight * strength, because })
    }
  }
  return votes
}

export function sum(votes: readonly Vote[]): number {
  let total = 0
  for (const vote of votes) total += vote.weight
  return total
}
