import type { Dump } from '../core/dump.ts'

/** Bytes a dump's content takes. */
export const weightOf = (dump: Dump): number =>
  dump.bytes?.byteLength ?? Buffer.byteLength(dump.html ?? dump.text ?? '')
