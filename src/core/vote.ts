import type { Role } from './role.ts'

/** What a sighting proves of a block: see `RuleDescription.evidence`. */
export type Evidence = 'hint' | 'name' | 'proof'

/** What a rule saw; the pipeline says what it is worth. */
export interface Sighting {
  /** `Block.at` of the block seen. */
  readonly at: number
  /** What was seen, for a person: reads on after "because it ...". */
  readonly because: string
  /** How sure the rule is, above 0 to 1; multiplies the weight. Default 1. */
  readonly strength?: number
  /** What it proves of the block, where that is not what its rule proves. */
  readonly evidence?: Evidence
}

/** A weighed sighting. `weight` is in log-odds: above 0 for the article, below 0 against it. */
export interface Vote {
  /** Id of the rule, or `model`, `proof`, `uncertain-page`, `whole`. */
  readonly rule: string
  /** What the rule takes the block for. */
  readonly role: Role
  /** Log-odds: above 0 for the article, below 0 against it. */
  readonly weight: number
  /** For a person: reads on after "because it ..."; the model says nothing unless `explain`. */
  readonly because: string
  /** What it proves, where that is not what its rule proves elsewhere. */
  readonly evidence?: Evidence
}

/** What the judge decided of one block, with all that decided it. */
export interface Verdict {
  /** `Block.at` of the block. */
  readonly at: number
  /** What it is for. */
  readonly role: Role
  /** Whether its role is one the pipeline keeps. */
  readonly kept: boolean
  /** Sum of the votes and the pipeline's bias: log-odds of belonging to the article. */
  readonly score: number
  /** All that were given, in order. */
  readonly votes: readonly Vote[]
}
