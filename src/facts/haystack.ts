/** A text that is asked again and again whether it contains a string. */
export interface Haystack {
  readonly text: string
  /** Units of a run. */
  readonly run: number
  /** How many of its runs have a hash, up to {@link MOST}: that turns most strings away without a search. */
  readonly runs: Uint8Array
}

const SIZE = 1 << 15
const MOST = 255
const BASE = 31

/** @param run units of the runs looked up; shorter strings are always searched for. */
export function haystack(text: string, run: number): Haystack {
  const runs = new Uint8Array(SIZE)
  let power = 1
  for (let i = 0; i < run; i++) power = Math.imul(power, BASE)
  // from one run to the next: a unit comes in, one falls out (Karp and Rabin 1987)
  let hash = hashOf(text, 0, run - 1)
  for (let end = run; end <= text.length; end++) {
    hash = (Math.imul(hash, BASE) + text.charCodeAt(end - 1)) | 0
    if (end > run) hash = (hash - Math.imul(power, text.charCodeAt(end - run - 1))) | 0
    const place = hash & (SIZE - 1)
    if (runs[place]! < MOST) runs[place]!++
  }
  return { text, run, runs }
}

export function contains(hay: Haystack, needle: string): boolean {
  return mayContain(hay, needle) && hay.text.includes(needle)
}

/** False where the text is sure not to hold the string so often. */
export function mayContain({ run, runs }: Haystack, needle: string, times = 1): boolean {
  const last = needle.length - run
  if (last < 0 || times > MOST) return true
  const least = (at: number) => runs[hashOf(needle, at, at + run) & (SIZE - 1)]! >= times
  return least(0) && least(last)
}

function hashOf(text: string, from: number, to: number): number {
  let hash = 0
  for (let i = from; i < to; i++) hash = (Math.imul(hash, BASE) + text.charCodeAt(i)) | 0
  return hash
}
