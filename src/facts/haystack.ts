/** A text that is asked again and again whether it contains a string. */
export interface Haystack {
  readonly text: string
  /** Units of a run. */
  readonly run: number
  /** Flags of the hashes of its runs: they turn most strings away without a search. */
  readonly runs: Uint8Array
}

const SIZE = 1 << 15

/** @param run units of the runs looked up; shorter strings are always searched for. */
export function haystack(text: string, run: number): Haystack {
  const runs = new Uint8Array(SIZE)
  for (let at = 0; at + run <= text.length; at++) runs[hashAt(text, at, run)] = 1
  return { text, run, runs }
}

export function contains({ text, run, runs }: Haystack, needle: string): boolean {
  const last = needle.length - run
  if (last >= 0 && (runs[hashAt(needle, 0, run)] === 0 || runs[hashAt(needle, last, run)] === 0)) return false
  return text.includes(needle)
}

function hashAt(text: string, at: number, run: number): number {
  let hash = 0
  for (let i = at; i < at + run; i++) hash = Math.imul(hash, 31) + text.charCodeAt(i)
  return hash & (SIZE - 1)
}
