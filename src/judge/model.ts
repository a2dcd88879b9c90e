/**
 * A gradient-boosted tree of a fitted model, as parallel arrays, one entry a node; node 0 is the root.
 * `feature[i]` is -1 for a leaf; otherwise a value below `threshold[i]` goes `left[i]`, else `right[i]`,
 * and an unknown value (NaN) goes left where `unknownLeft[i]` is 1. `value[i]` is the node's mean response
 * in log-odds: at a leaf it is the answer, inside it tells what each step changed.
 */
export interface Tree {
  readonly feature: readonly number[]
  readonly threshold: readonly number[]
  readonly left: readonly number[]
  readonly right: readonly number[]
  readonly unknownLeft: readonly number[]
  readonly value: readonly number[]
}

/**
 * A model fitted on pages with known answers. It answers in full: the votes of the first hearing, at the rules' own
 * weights, are among its features.
 */
export interface Model {
  readonly version: 1
  /** How it was made: command, data digest, seed, scores. */
  readonly about: Readonly<Record<string, unknown>>
  /** Those it asks for, in the order of a row. */
  readonly features: readonly string[]
  readonly bias: number
  readonly trees: readonly Tree[]
}
