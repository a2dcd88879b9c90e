import type { Pipeline } from '../core/pipeline.ts'
import type { Role } from '../core/role.ts'
import type { Rule, View } from '../core/rule.ts'
import type { Verdict, Vote } from '../core/vote.ts'
import { FEATURES, features } from './features.ts'
import type { Scorer } from './score.ts'
import { hear, sum, type Votes } from './votes.ts'

export interface Judged {
  /** Votes of the first hearing, before the model spoke. */
  readonly first: Votes
  readonly verdicts: readonly Verdict[]
}

/** How many features the model's vote names. */
const NAMED = 3

/**
 * Two hearings. First the rules look at the page and the fitted model weighs what they saw together with the facts;
 * then the rules of the second hearing look at how the blocks lean. The sum of a block's votes decides.
 */
export function judge(
  view: View,
  rules: readonly Rule[],
  pipeline: Pipeline,
  model: Scorer | undefined,
  explain: boolean,
): Judged {
  const first = hear(rules, 'page', view, pipeline)
  const rows = model && features(view, first)
  const modelled =
    rows &&
    view.blocks.map((_, at) => model.score(rows.subarray(at * FEATURES.length, (at + 1) * FEATURES.length)))
  const leaning = first.map((votes, at) => pipeline.bias + sum(votes) + (modelled?.[at] ?? 0))
  const second = hear(rules, 'neighbours', { ...view, leaning }, pipeline)
  const verdicts = view.blocks.map((_, at): Verdict => {
    const votes = [...first[at]!, ...second[at]!]
    if (model && rows && explain)
      votes.push(modelVote(model, rows.subarray(at * FEATURES.length, (at + 1) * FEATURES.length)))
    const score = leaning[at]! + sum(second[at]!)
    const role = roleOf(score, votes)
    return { at, role, kept: pipeline.keep.includes(role), score: round(score), votes }
  })
  return { first, verdicts }
}

function modelVote(model: Scorer, row: Float64Array): Vote {
  const weight = round(model.score(row))
  const told = model.explain(row).slice(0, NAMED)
  const because = told
    .map((part) => `${part.feature} ${part.weight > 0 ? '+' : ''}${part.weight.toFixed(1)}`)
    .join(', ')
  return { rule: 'model', role: weight > 0 ? 'body' : 'boilerplate', weight, because: `weighs ${because}` }
}

/** The strongest role on the side that won. */
function roleOf(score: number, votes: readonly Vote[]): Role {
  if (score > 0) return 'body'
  const weights = new Map<Role, number>()
  for (const vote of votes)
    if (vote.weight < 0) weights.set(vote.role, (weights.get(vote.role) ?? 0) - vote.weight)
  weights.delete('boilerplate')
  let best: Role = 'boilerplate'
  let most = 0
  for (const [role, weight] of weights) {
    if (weight > most || (weight === most && role < best)) {
      best = role
      most = weight
    }
  }
  return best
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}
