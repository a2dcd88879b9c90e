import { characterClass, IDEOGRAPH, WORD } from '../facts/character.ts'

/** Finds which of many short strings stands in a text, in one pass over it. */
export type PartFinder = (text: string) => string | undefined

/** Only this many characters of a text are searched. */
const SEARCHED = 400

/** Prepares a finder for lower-case parts; the text is lower-cased here. */
export function partFinder(parts: readonly string[]): PartFinder {
  const first = new Uint8Array(65536)
  const byStart = new Map<number, string[]>()
  for (const part of parts) {
    first[part.charCodeAt(0)] = 1
    const start = startAt(part, 0)
    const list = byStart.get(start)
    if (list === undefined) byStart.set(start, [part])
    else list.push(part)
  }
  return (text) => {
    const searched = (text.length > SEARCHED ? text.slice(0, SEARCHED) : text).toLowerCase()
    for (let at = 0; at < searched.length - 1; at++) {
      if (first[searched.charCodeAt(at)] === 0) continue
      const found = byStart.get(startAt(searched, at))?.find((part) => searched.startsWith(part, at))
      if (found !== undefined) return found
      if (byStart.has(searched.charCodeAt(at))) return searched[at]
    }
    return undefined
  }
}

function startAt(text: string, at: number): number {
  return text.charCodeAt(at) + (at + 1 < text.length ? text.charCodeAt(at + 1) : 0) * 65536
}

/** Different words of the family most often met in a text, and the characters they take. */
export interface FamilyCount {
  readonly family: string
  readonly words: number
  readonly length: number
}

/** Prepares a counter for words by family, joined by `|`; Latin and Cyrillic words count at word boundaries only. */
export function partCounter(
  families: Readonly<Record<string, string>>,
): (text: string) => FamilyCount | undefined {
  const first = new Uint8Array(65536)
  const byStart = new Map<number, (readonly [part: string, family: string])[]>()
  for (const [family, list] of Object.entries(families)) {
    for (const part of new Set(list.toLowerCase().split('|'))) {
      first[part.charCodeAt(0)] = 1
      const start = startAt(part, 0)
      byStart.set(
        start,
        [...(byStart.get(start) ?? []), [part, family] as const].sort((a, b) => b[0].length - a[0].length),
      )
    }
  }
  return (text) => {
    const searched = (text.length > SEARCHED ? text.slice(0, SEARCHED) : text).toLowerCase()
    const found = new Map<string, Set<string>>()
    let length = 0
    for (let at = 0; at < searched.length - 1; at++) {
      if (first[searched.charCodeAt(at)] === 0) continue
      const hit = byStart
        .get(startAt(searched, at))
        ?.find(([part]) => searched.startsWith(part, at) && bounded(searched, at, part))
      if (hit === undefined) continue
      length += hit[0].length
      found.set(hit[1], (found.get(hit[1]) ?? new Set()).add(hit[0]))
      at += hit[0].length - 1
    }
    return mostFound(found, length)
  }
}

function mostFound(found: ReadonlyMap<string, ReadonlySet<string>>, length: number): FamilyCount | undefined {
  let best: FamilyCount | undefined
  for (const [family, words] of found)
    if (words.size > (best?.words ?? 0)) best = { family, words: words.size, length }
  return best
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
