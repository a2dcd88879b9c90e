/** A page, and the time it took from the moment a process was free for it. */
export interface SlowPage {
  readonly id: string
  readonly ms: number
}

const MOST = 10

/** Those that took longest, slowest first, ten at most. */
export const slowestOf = <T extends { readonly ms: number }>(pages: readonly T[]): readonly T[] =>
  [...pages].sort((a, b) => b.ms - a.ms).slice(0, MOST)
