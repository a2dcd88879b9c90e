import type { View } from '../core/rule.ts'
import { CONTEXT, context } from './context.ts'
import { features } from './features.ts'
import { groups } from './groups.ts'
import type { Model } from './model.ts'
import { type Contribution, type Scorer, scorer } from './score.ts'
import type { Votes } from './votes.ts'

/** A fitted model laid out for use: the first look at the blocks, and the second at its answers. */
export interface Looks {
  readonly first: Scorer
  readonly second: Scorer | undefined
}

export interface Answers {
  /** Log-odds of each block. */
  readonly scores: Float64Array
  /** What moved a block's answer, strongest first. */
  readonly explain: (at: number) => readonly Contribution[]
}

export function looksOf(model: Model): Looks {
  const { second } = model
  return {
    first: scorer(model),
    second: second && scorer({ ...second, features: [...second.context, ...model.features] }),
  }
}

/** Answers for every block of a page from what the rules saw and from the facts; then once more from the answers. */
export function answer({ first, second }: Looks, view: View, votes: Votes): Answers {
  const width = first.features.length
  const rows = features(view, votes, first.features)
  const row = (at: number) => rows.subarray(at * width, (at + 1) * width)
  const scores = Float64Array.from(view.blocks, (_, at) => first.score(row(at)))
  if (second === undefined) return { scores, explain: (at) => first.explain(row(at)) }
  const around = context(groups(view), scores)
  const wide = new Float64Array(CONTEXT.length + width)
  const wideRow = (at: number) => {
    wide.set(around.subarray(at * CONTEXT.length, (at + 1) * CONTEXT.length))
    wide.set(row(at), CONTEXT.length)
    return wide
  }
  return {
    scores: scores.map((score, at) => score + second.score(wideRow(at))),
    explain: (at) => byWeight([...first.explain(row(at)), ...second.explain(wideRow(at))]),
  }
}

function byWeight(contributions: readonly Contribution[]): readonly Contribution[] {
  return contributions.toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
}
