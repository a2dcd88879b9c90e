import type { PageRecord } from '../record.ts'

/** Something records are written to, in order. What it writes appears when it is closed, whole or not at all. */
export interface Sink {
  take(record: PageRecord): Promise<void>
  close(): Promise<void>
  discard(): Promise<void>
}
