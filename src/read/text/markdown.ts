import { isWhite } from './characters.ts'
import { type Line, RULED } from './lines.ts'
import { endsSentence } from './sentences.ts'

/** Signs of Markdown a dump must show before single ones are believed. */
const LEAST_SIGNS = 2
/** Columns from which a line behind `>` is a quote in any dump; shorter ones are steps of a breadcrumb. */
const QUOTE_WIDTH = 60

const HASH = 35
const BACKTICK = 96
const TILDE = 126
const GREATER = 62

/** Whether the dump is Markdown: headings, fences, bold runs and inline links, counted until they suffice. */
export function isMarkdown(text: string, lines: readonly Line[]): boolean {
  let signs = 0
  for (let at = text.indexOf(']('); at >= 0 && signs < LEAST_SIGNS; at = text.indexOf('](', at + 2)) signs++
  let titled = false
  for (let at = 0; at < lines.length && signs < LEAST_SIGNS; at++) {
    const { raw } = lines[at]!
    const code = raw.charCodeAt(0)
    const level = code === HASH ? headingLevel(raw) : 0
    // Shell comments look like titles; a document has one title.
    if (level > 1 || (level === 1 && !titled) || (code === BACKTICK && isFence(raw))) signs++
    if (level === 1) titled = true
  }
  return signs >= LEAST_SIGNS
}

/** Level of a `#` heading, 0 where the line is none. */
export function headingLevel(raw: string): number {
  if (raw.charCodeAt(0) !== HASH) return 0
  let level = 1
  while (level < 7 && raw.charCodeAt(level) === HASH) level++
  return level < 7 && isWhite(raw.charCodeAt(level)) ? level : 0
}

/** A heading's text without its marks. */
export function headingText(raw: string, level: number): string {
  let end = raw.length
  while (end > level && raw.charCodeAt(end - 1) === HASH) end--
  const closed = end < raw.length && isWhite(raw.charCodeAt(end - 1))
  return (closed ? raw.slice(level, end) : raw.slice(level)).replace(/\s\{[#.][^{}]{0,200}\}\s*$/, '')
}

/** Level of the heading a rule below the line makes of it: 1 for `===`, 2 for `---`, 0 for none. */
export function underlineLevel(line: Line, below: Line | undefined, markdown: boolean): 0 | 1 | 2 {
  if (below === undefined || !(below.flags & RULED) || below.gap > 0 || below.raw.length < 3) return 0
  const code = below.raw.charCodeAt(0)
  if ((code !== 61 && code !== 45) || below.raw !== below.raw[0]!.repeat(below.raw.length)) return 0
  if (endsSentence(line.raw) || line.width > 100) return 0
  const spare = Math.abs(below.raw.length - line.width)
  const fits = code === 61 ? below.raw.length * 2 >= line.width : spare <= Math.max(3, line.width / 4)
  return markdown || fits ? (code === 61 ? 1 : 2) : 0
}

/** A line that opens or closes a fenced code block. */
export function isFence(raw: string): boolean {
  const code = raw.charCodeAt(0)
  return (code === BACKTICK && raw.startsWith('```')) || (code === TILDE && raw.startsWith('~~~'))
}

/** A line of colons, its class or attributes behind it, between which Pandoc writes an element that Markdown has not. */
export function isDivFence(raw: string): boolean {
  return /^:{3,40}\s{0,9}(?:\{[^{}]{0,200}\}|[\w-]{0,40})\s{0,9}:{0,40}$/.test(raw)
}

/** Offset of the text behind the `>` signs of a quoted line, 0 where the line is no quote. */
export function quoteSkip(line: Line, near: boolean, markdown: boolean): number {
  const { raw } = line
  if (raw.charCodeAt(0) !== GREATER || raw.startsWith('>>> ')) return 0
  let at = 1
  while (at < raw.length && (raw.charCodeAt(at) === GREATER || isWhite(raw.charCodeAt(at)))) at++
  if (at >= raw.length) return 0
  const spaced = isWhite(raw.charCodeAt(1)) || raw.charCodeAt(1) === GREATER
  return markdown || near || (spaced && line.width >= QUOTE_WIDTH) ? at : 0
}
