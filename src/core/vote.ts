import type { Role } from './role.ts'

/** What a rule saw; the pipeline says what it is worth. */
export interface Sighting {
  /** `Block.at` of the block seen. */
  readonly at: number
  /** What was seen, for a person: reads on after "because it ...". */
  readonly because: string
  /** How sure the rule is, above 0 to 1; multiplies the weight. Default 1. */
  readonly strength?: number
}

/** A weighed sighting. `weight` is in log-odds: above 0 for the article, below 0 against it. */
export interface Vote {
  readonly rule: string
  readonly role: Role
  readonly weight: number
  readonly because: string
}

/** What the judge decided of one block, with all that decided it. */
export interface Verdict {
  readonly at: number
  readonly role: Role
  readonly kept: boolean
  /** Sum of the votes and the pipeline's bias: log-odds of belonging to the article. */
  readonly score: number
  readonly votes: readonly Vote[]
}
