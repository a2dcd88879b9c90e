/** A text cut at what was searched for; `hit` parts read like it. */
export interface Part {
  readonly text: string
  readonly hit: boolean
}

/** Shortest search whose hits are marked. */
const SHORTEST = 2

/** Finds words without regard to case and to runs of white space; undefined where there is nothing worth marking. */
export function searchPattern(wanted: string): RegExp | undefined {
  const words = wanted.trim().split(/\s+/)
  if (words.join(' ').length < SHORTEST) return undefined
  const escaped = words.map((word) => word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'))
  // without the flag u, which knows fewer escapes: halves of characters are searched for as they are
  return new RegExp(escaped.join('\\s+'), 'gi')
}

/** The text in parts, in order; joined they are the text again. */
export function hitParts(text: string, pattern: RegExp | undefined): readonly Part[] {
  if (pattern === undefined) return [{ text, hit: false }]
  const parts: Part[] = []
  let from = 0
  for (const found of text.matchAll(pattern)) {
    if (found.index > from) parts.push({ text: text.slice(from, found.index), hit: false })
    parts.push({ text: found[0], hit: true })
    from = found.index + found[0].length
  }
  if (from < text.length || parts.length === 0) parts.push({ text: text.slice(from), hit: false })
  return parts
}
