import type { Door } from '../core/page.ts'
import type { Pipeline } from '../core/pipeline.ts'
import type { Rule, View } from '../core/rule.ts'
import type { Sighting, Vote } from '../core/vote.ts'

export type Votes = Vote[][]

/** A rule that takes part, with what the pipeline says of it. */
interface Witness {
  readonly rule: Rule
  /** Its place in the list of rules, which is the order of a block's votes. */
  readonly order: number
  /** What a sighting is worth: for the article when the rule's role is `body`, else against. */
  readonly weight: number
  readonly options: Readonly<Record<string, unknown>>
}

interface Ordered {
  readonly order: number
  readonly vote: Vote
}

/**
 * Lets every rule of one hearing look, and weighs what it saw. Rules that walk the page are heard first; then all that
 * look at single blocks are asked of one block after the other, while it is at hand.
 */
export function hear(
  rules: readonly Rule[],
  hearing: Rule['hearing'],
  view: View,
  pipeline: Pipeline,
): Votes {
  const { blocks, facts } = view
  const { walking, asked } = takingPart(rules, hearing, view.page.door, pipeline)
  const walked = walkedBy(walking, view)
  return blocks.map((block, at) => {
    const votes: Vote[] = []
    const ordered = walked[at] ?? NONE
    let next = 0
    for (const { rule, order, weight, options } of asked) {
      const said = rule.seeBlock!(block, facts[at]!, options, view)
      if (said === undefined) continue
      while (next < ordered.length && ordered[next]!.order < order) votes.push(ordered[next++]!.vote)
      votes.push(typeof said === 'string' ? voteOf(rule, weight, said) : weighed(rule, weight, said))
    }
    while (next < ordered.length) votes.push(ordered[next++]!.vote)
    return votes
  })
}

/** Who walks the page, and who is asked of every block. */
interface TakingPart {
  readonly walking: readonly Witness[]
  readonly asked: readonly Witness[]
}

function takingPart(
  rules: readonly Rule[],
  hearing: Rule['hearing'],
  door: Door,
  pipeline: Pipeline,
): TakingPart {
  const walking: Witness[] = []
  const asked: Witness[] = []
  for (const [order, rule] of rules.entries()) {
    if (rule.hearing !== hearing || (rule.door !== undefined && rule.door !== door)) continue
    const setting = pipeline.rules[rule.id]
    if (setting === undefined) continue
    const weight = rule.role === 'body' ? setting.weight : -setting.weight
    const list = rule.seeBlock === undefined ? walking : asked
    list.push({ rule, order, weight, options: setting.options })
  }
  return { walking, asked }
}

const NONE: readonly Ordered[] = []

/** Per block, the votes of the rules that walk the page, in the order of the rules. */
function walkedBy(witnesses: readonly Witness[], view: View): readonly (Ordered[] | undefined)[] {
  const found: (Ordered[] | undefined)[] = view.blocks.map(() => undefined)
  for (const { rule, order, weight, options } of witnesses) {
    for (const sighting of rule.see(view, options)) {
      const { at } = sighting
      if (view.blocks[at] === undefined) continue
      const seen = { order, vote: weighed(rule, weight, sighting) }
      const others = found[at]
      if (others === undefined) found[at] = [seen]
      else others.push(seen)
    }
  }
  return found
}

function weighed(
  rule: Rule,
  weight: number,
  { because, strength = 1, evidence }: Omit<Sighting, 'at'>,
): Vote {
  const vote = voteOf(rule, weight * strength, because)
  return evidence === undefined ? vote : { ...vote, evidence }
}

function voteOf({ id, role }: Rule, weight: number, because: string): Vote {
  return { rule: id, role, weight, because }
}

export function sum(votes: readonly Vote[]): number {
  let total = 0
  for (const vote of votes) total += vote.weight
  return total
}

/** To thousandths: no weight or score of a record is told more exactly. */
export function round(value: number): number {
  return Math.round(value * 1000) / 1000
}
