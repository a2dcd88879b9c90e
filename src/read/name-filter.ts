/** What selectors ask of an element: its id, its classes in lower case as they are written, and what stands above it. */
export interface Names {
  readonly tag: string
  readonly id: string
  readonly classes: string
  readonly above: Names | undefined
  /** Its names and those of all above it; filled on first use. */
  within: NameFilter | undefined
}

/**
 * A set of names in 256 bits: it may hold a name it was not given, but has all it was (Bloom 1970; browsers match
 * selectors with one).
 */
export type NameFilter = readonly number[]

const WORDS = 8
export const NO_NAMES: NameFilter = new Array<number>(WORDS).fill(0)

/** Where a name's bit is. */
export function placeOf(name: string): number {
  let hash = 0
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash, 31) + name.charCodeAt(i)
  return (hash ^ (hash >>> 16) ^ (hash >>> 8)) & (WORDS * 32 - 1)
}

/** The same set with the names at some places more. */
export function withPlaces(filter: NameFilter, places: readonly number[]): NameFilter {
  const more = filter.slice()
  for (const place of places) more[place >> 5]! |= 1 << (place & 31)
  return more
}

/** False where some of the names at these places are sure to be missing. */
export function mayHold(filter: NameFilter, places: readonly number[]): boolean {
  for (const place of places) if (((filter[place >> 5]! >> (place & 31)) & 1) === 0) return false
  return true
}
