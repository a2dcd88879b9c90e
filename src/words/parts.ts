import { characterClass, IDEOGRAPH, WORD } from '../facts/character.ts'

/** Finds which of many short strings stands in a text, in one pass over it. */
export type PartFinder = (text: string) => string | undefined

/** Only this many characters of a text are searched. */
const SEARCHED = 400

/** Strings by their first two characters, behind a table that turns most positions away without a look-up. */
interface Index<T> {
  readonly pairs: Uint8Array
  readonly byStart: ReadonlyMap<string, readonly T[]>
  readonly longest: number
}

/** Prepares a finder for lower-case parts of at least two characters; case is ignored in the text. */
export function partFinder(parts: readonly string[]): PartFinder {
  const index = indexOf(parts.map((part) => ({ part })))
  return (text) => {
    const end = Math.min(text.length, SEARCHED) - 1
    for (let at = 0; at < end; at++) {
      if (index.pairs[pairAt(text, at)] === 0) continue
      const here = text.slice(at, at + index.longest).toLowerCase()
      const found = index.byStart.get(here.slice(0, 2))?.find(({ part }) => here.startsWith(part))
      if (found !== undefined) return found.part
    }
    return undefined
  }
}

/** Different words of the family most often met in a text, and the characters all hits take. */
export interface FamilyCount {
  readonly family: string
  readonly words: number
  /** Different words of all families. */
  readonly all: number
  readonly length: number
}

/**
 * Prepares a counter for words by family, joined by `|`; words of scripts with spaces count at word boundaries only.
 * `searched` is how much of a text is looked at, in characters.
 */
export function partCounter(
  families: Readonly<Record<string, string>>,
  searched = SEARCHED,
): (text: string) => FamilyCount | undefined {
  const entries = Object.entries(families).flatMap(([family, list]) =>
    [...new Set(list.toLowerCase().split('|'))].map((part) => ({ part, family })),
  )
  const index = indexOf(entries.sort((a, b) => b.part.length - a.part.length))
  return (text) => {
    const end = Math.min(text.length, searched) - 1
    let found: Map<string, Set<string>> | undefined
    let length = 0
    for (let at = 0; at < end; at++) {
      if (index.pairs[pairAt(text, at)] === 0) continue
      const here = text.slice(at, at + index.longest).toLowerCase()
      const hit = index.byStart
        .get(here.slice(0, 2))
        ?.find(({ part }) => here.startsWith(part) && bounded(text, at, part))
      if (hit === undefined) continue
      found ??= new Map()
      found.set(hit.family, (found.get(hit.family) ?? new Set()).add(hit.part))
      length += hit.part.length
      at += hit.part.length - 1
    }
    return found && mostFound(found, length)
  }
}

function indexOf<T extends { readonly part: string }>(entries: readonly T[]): Index<T> {
  const pairs = new Uint8Array(65536)
  const byStart = new Map<string, T[]>()
  let longest = 0
  for (const entry of entries) {
    const start = entry.part.slice(0, 2)
    for (const first of [start[0]!, start[0]!.toUpperCase()])
      for (const second of [start[1]!, start[1]!.toUpperCase()]) pairs[pairAt(first + second, 0)] = 1
    const list = byStart.get(start)
    if (list === undefined) byStart.set(start, [entry])
    else list.push(entry)
    longest = Math.max(longest, entry.part.length)
  }
  return { pairs, byStart, longest }
}

function pairAt(text: string, at: number): number {
  return (text.charCodeAt(at) * 257 + text.charCodeAt(at + 1)) & 65535
}

function mostFound(found: ReadonlyMap<string, ReadonlySet<string>>, length: number): FamilyCount {
  let family = ''
  let words = 0
  let all = 0
  for (const [name, seen] of found) {
    all += seen.size
    if (seen.size <= words) continue
    family = name
    words = seen.size
  }
  return { family, words, all, length }
}

function bounded(text: string, at: number, part: string): boolean {
  const spaced = (i: number) => {
    const flags = characterClass(text.charCodeAt(i))
    return (flags & WORD) !== 0 && (flags & IDEOGRAPH) === 0
  }
  if (!spaced(at)) return true
  const end = at + part.length
  return !(at > 0 && spaced(at - 1)) && !(end < text.length && spaced(end))
}
