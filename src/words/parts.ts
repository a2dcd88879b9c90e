/** Only this many characters of a text are searched. */
export const SEARCHED = 400

/** Strings by their first two units, behind small tables that turn nearly every position away without a look-up. */
interface Index<T> {
  readonly pairs: Uint8Array
  readonly fours: Uint8Array
  /** By the place of the first two units in `pairs`; others may share it. */
  readonly byStart: readonly (readonly T[] | undefined)[]
}

/** Finds, for each of several lists, the first of its strings that stands in a text; one pass over it for all lists. */
export type PartFinder<List extends string> = (text: string) => Readonly<Partial<Record<List, string>>>

const NONE = Object.freeze({})

/** Prepares a finder for lower-case parts of at least two characters; case is ignored in the text. */
export function partFinder<List extends string>(
  lists: Readonly<Record<List, readonly string[]>>,
): PartFinder<List> {
  const names = Object.keys(lists) as List[]
  const index = indexOf(names.flatMap((list) => lists[list].map((part) => ({ part, list }))))
  return (text) => {
    const here = (text.length > SEARCHED ? text.slice(0, SEARCHED) : text).toLowerCase()
    const end = here.length - 1
    let found: Partial<Record<List, string>> = NONE
    for (let at = 0; at < end; at++) {
      const entries = startingAt(index, here, at)
      if (entries === undefined) continue
      for (const { part, list } of entries) {
        if (found[list] !== undefined || !here.startsWith(part, at)) continue
        if (found === NONE) found = {}
        found[list] = part
      }
    }
    return found
  }
}

function indexOf<T extends { readonly part: string }>(entries: readonly T[]): Index<T> {
  const byStart = new Array<T[] | undefined>(TABLE).fill(undefined)
  const pairs = new Uint8Array(TABLE)
  const fours = new Uint8Array(TABLE)
  for (const entry of entries) {
    const { part } = entry
    const start = pairAt(part, 0)
    pairs[start]! |= part.length < 4 ? SHORT : LONG
    if (part.length >= 4) fours[fourAt(part, 0)] = 1
    const list = byStart[start]
    if (list === undefined) byStart[start] = [entry]
    else list.push(entry)
  }
  return { pairs, fours, byStart }
}

/** Size of the tables of starts, a power of two. */
const TABLE = 1 << 15
const LONG = 1
const SHORT = 2

/** Strings that may stand here; few positions have any. */
function startingAt<T>({ pairs, fours, byStart }: Index<T>, text: string, at: number) {
  const start = pairAt(text, at)
  const lengths = pairs[start]!
  if (lengths === 0 || (lengths === LONG && fours[fourAt(text, at)] === 0)) return undefined
  return byStart[start]
}

function pairAt(text: string, at: number): number {
  return (text.charCodeAt(at) * 257 + text.charCodeAt(at + 1)) & (TABLE - 1)
}

function fourAt(text: string, at: number): number {
  const first = text.charCodeAt(at) * 257 + text.charCodeAt(at + 1)
  return (first * 8191 + text.charCodeAt(at + 2) * 263 + text.charCodeAt(at + 3)) & (TABLE - 1)
}
