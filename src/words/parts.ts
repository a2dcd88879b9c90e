/** Only this many characters of a text are searched. */
export const SEARCHED = 400

/** Strings by their first two characters, behind small tables that turn nearly every position away without a look-up. */
interface Index<T> {
  readonly pairs: Uint8Array
  readonly fours: Uint8Array
  readonly byStart: ReadonlyMap<string, readonly T[]>
  readonly longest: number
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
    const end = Math.min(text.length, SEARCHED) - 1
    let found: Partial<Record<List, string>> = NONE
    for (let at = 0; at < end; at++) {
      if (!mayStart(index, text, at)) continue
      const here = text.slice(at, at + index.longest).toLowerCase()
      for (const { part, list } of index.byStart.get(here.slice(0, 2)) ?? []) {
        if (!here.startsWith(part) || found[list] !== undefined) continue
        if (found === NONE) found = {}
        found[list] = part
      }
    }
    return found
  }
}

function indexOf<T extends { readonly part: string }>(entries: readonly T[]): Index<T> {
  const byStart = new Map<string, T[]>()
  let longest = 0
  for (const entry of entries) {
    const start = entry.part.slice(0, 2)
    const list = byStart.get(start)
    if (list === undefined) byStart.set(start, [entry])
    else list.push(entry)
    longest = Math.max(longest, entry.part.length)
  }
  return { ...starts(entries.map(({ part }) => part)), byStart, longest }
}

/** Size of the tables of starts, a power of two. */
const TABLE = 1 << 15

/** Marks the first two characters of every part, and of longer parts the first four. */
function starts(parts: readonly string[]): Pick<Index<unknown>, 'pairs' | 'fours'> {
  const pairs = new Uint8Array(TABLE)
  const fours = new Uint8Array(TABLE)
  for (const part of parts) {
    for (const spelling of spellings(part.slice(0, 4))) {
      pairs[pairAt(spelling, 0)]! |= part.length < 4 ? SHORT : LONG
      if (part.length >= 4) fours[fourAt(spelling, 0)] = 1
    }
  }
  return { pairs, fours }
}

function mayStart({ pairs, fours }: Index<unknown>, text: string, at: number): boolean {
  const pair = pairs[pairAt(text, at)]!
  return pair !== 0 && (pair !== LONG || fours[fourAt(text, at)] === 1)
}

const LONG = 1
const SHORT = 2

/** Every mix of lower and upper case beyond ASCII, whose case `folded` ignores. */
function spellings(start: string): string[] {
  let all = ['']
  for (const char of start) {
    const upper = char.toUpperCase()
    const forms =
      char.charCodeAt(0) < 128 || upper.length !== char.length || upper === char ? [char] : [char, upper]
    all = all.flatMap((begun) => forms.map((form) => begun + form))
  }
  return all
}

/** Lower case for ASCII letters; some signs fall together, which costs a look-up and no more. */
function folded(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  return unit < 128 ? unit | 32 : unit
}

function pairAt(text: string, at: number): number {
  return (folded(text, at) * 257 + folded(text, at + 1)) & (TABLE - 1)
}

function fourAt(text: string, at: number): number {
  const first = folded(text, at) * 257 + folded(text, at + 1)
  return (first * 8191 + folded(text, at + 2) * 263 + folded(text, at + 3)) & (TABLE - 1)
}
