import { columns, isDigit, isWhite, isWide } from './characters.ts'
import { flatList, type Piece } from './flat-list.ts'
import { fold } from './fold.ts'
import { seams } from './glue.ts'
import { isCloser, isFullStop, isStop, sentenceEnd, sentenceEnds } from './sentences.ts'

/** Columns below which no line is worth a look. */
export const SHORT = 100
/** Columns from which a line may be a whole page glued together. */
export const LONG = 600
/** A glued piece longer than this is cut at its sentences. */
const LONG_PIECE = 1200
/** Scripts without spaces show no seams; no newspaper sets a paragraph of more than a thousand such characters. */
const LONG_WIDE = 2000

/** The pieces of one line (or joined paragraph), folded; a single piece where it stays whole. */
export function cutLine(raw: string, width: number, kind: 'item' | 'paragraph', folded: boolean): Piece[] {
  const openings = folded ? [] : openingsOf(raw)
  const glued = width > LONG ? seams(raw) : []
  if (openings.length === 0 && glued.length === 0) return cutPart(folded ? raw : fold(raw), kind, false)
  const parts = split(raw, merge(openings, glued))
  return parts.flatMap((part) => cutPart(fold(part), kind, glued.length > 0))
}

function cutPart(text: string, kind: 'item' | 'paragraph', glued: boolean): Piece[] {
  if (text.length === 0) return []
  return flatList(text) ?? cutSentences(text, glued).map((sentence) => ({ kind, text: sentence }))
}

function cutSentences(text: string, glued: boolean): string[] {
  if (text.length < LONG_WIDE / 2) return [text]
  let width = 0
  let wide = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    width += columns(code)
    if (isWide(code)) wide++
  }
  if (!(glued && width > LONG_PIECE) && !(wide * 3 > text.length && width > LONG_WIDE)) return [text]
  return split(text, sentenceEnds(text).slice(0, -1)).map((part) => part.trim())
}

/**
 * Two full-width spaces inside a line open a paragraph, where a sentence is over before them. Where two paragraphs are
 * opened so, the line is a page: what stands above the first one is its header, with a sentence in it or without.
 */
function openingsOf(raw: string): number[] {
  const found: number[] = []
  let first: number | undefined
  for (let at = raw.indexOf('\u3000\u3000'); at >= 0; at = raw.indexOf('\u3000\u3000', at)) {
    let before = at - 1
    while (before > 0 && at - before < 4 && isWhite(raw.charCodeAt(before))) before--
    const over = before >= 0 && endsBefore(raw, before)
    while (raw.charCodeAt(at) === 0x3000) at++
    if (over) found.push(at)
    else if (before >= 0 && found.length === 0) first ??= at
  }
  if (found.length < 2) return found
  if (first !== undefined) found.unshift(first)
  return [...edgesOf(raw, 0, found[0]!), ...found, ...edgesOf(raw, found.at(-1)!, raw.length)]
}

/**
 * Where the lines above the first paragraph and below the last began in a page that was put on one line: scripts
 * without spaces have none between words, so one behind the last full stop parts lines.
 */
function edgesOf(raw: string, from: number, to: number): number[] {
  let stop = to
  while (stop > from && !isFullStop(raw.charCodeAt(stop - 1))) stop--
  // sentences above the first paragraph are no lines of a header
  if (from === 0 && stop > 0) return []
  const found: number[] = []
  for (let at = stop + 1; at < to - 1; at++) {
    if (raw.charCodeAt(at - 1) === 32 && parts(raw.charCodeAt(at - 2), raw.charCodeAt(at))) found.push(at)
  }
  return found
}

/** A space stands between two wide characters, or between one and a number or a closing quotation mark. */
function parts(left: number, right: number): boolean {
  if (isWide(left)) return isWide(right) || isDigit(right)
  return isWide(right) && (isDigit(left) || isCloser(left))
}

function endsBefore(raw: string, at: number): boolean {
  return (
    isStop(raw.charCodeAt(at)) ||
    (at > 0 && isStop(raw.charCodeAt(at - 1)) && isWhite(raw.charCodeAt(at + 1)))
  )
}

function merge(left: readonly number[], right: readonly number[]): number[] {
  if (left.length === 0) return [...right]
  if (right.length === 0) return [...left]
  return [...new Set([...left, ...right])].sort((a, b) => a - b)
}

function split(text: string, offsets: readonly number[]): string[] {
  if (offsets.length === 0) return [text]
  const parts: string[] = []
  let from = 0
  for (const offset of offsets) {
    parts.push(text.slice(from, offset))
    from = offset
  }
  parts.push(text.slice(from))
  return parts
}

/** Cuts a line that is over the limit: at the last sentence end that fits, else at white space, else anywhere. */
export function chunks(raw: string, limit: number): string[] {
  const found: string[] = []
  let from = 0
  while (raw.length - from > limit) {
    const to = from + chunkLength(raw.slice(from, from + limit), limit)
    found.push(raw.slice(from, to))
    from = to
  }
  found.push(raw.slice(from))
  return found
}

function chunkLength(window: string, limit: number): number {
  for (let at = window.length - 2; at > limit / 2; at--) {
    if (!isStop(window.charCodeAt(at))) continue
    const end = sentenceEnd(window, at)
    if (end > 0) return end
  }
  for (let at = window.length - 1; at > limit / 2; at--) if (isWhite(window.charCodeAt(at))) return at
  const last = window.charCodeAt(window.length - 1)
  return last >= 0xd800 && last < 0xdc00 && window.length > 1 ? window.length - 1 : window.length
}
