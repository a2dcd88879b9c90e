import type { Outcome } from '../../core/article.ts'

/** Something outcomes are written to, in order. What it writes appears when it is closed, whole or not at all. */
export interface Sink {
  take(outcome: Outcome): Promise<void>
  close(): Promise<void>
  discard(): Promise<void>
}
