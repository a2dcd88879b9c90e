import type { Draft } from './draft.ts'
import { type Line, RULED } from './lines.ts'
import { isFence } from './markdown.ts'

/** A code block and the index of the first line behind it. */
export interface CodeFound {
  readonly draft: Draft | undefined
  readonly next: number
}

/** Columns of indent from which lines may be code. */
const CODE_INDENT = 4
/** Share of lines that must read like code. */
const CODE_SHARE = 0.6

/** The fenced block opened by line `at`; undefined where nothing closes it. */
export function fencedCode(lines: readonly Line[], at: number): CodeFound | undefined {
  const mark = lines[at]!.raw.slice(0, 3)
  let close = at + 1
  while (close < lines.length && !lines[close]!.raw.startsWith(mark)) close++
  if (close >= lines.length) return undefined
  const language = lines[at]!.raw.replaceAll(mark[0]!, '').trim().split(' ', 1)[0]!
  const inner = lines.slice(at + 1, close)
  if (inner.length === 0) return { draft: undefined, next: close + 1 }
  const draft = codeOf(inner, lines[at]!.indent, lines[at]!.gap)
  return { draft: language ? { ...draft, codeLanguage: language } : draft, next: close + 1 }
}

/** Lines set in by four columns or more that read like a program; undefined where they are prose or a list. */
export function indentedCode(lines: readonly Line[], at: number): CodeFound | undefined {
  if (lines[at]!.indent < CODE_INDENT || !readsLikeCode(lines[at]!.raw)) return undefined
  let next = at
  let end = at
  let like = 0
  for (; next < lines.length; next++) {
    const line = lines[next]!
    if (line.indent < CODE_INDENT || (next > at && line.gap > 1) || isFence(line.raw)) break
    const program = (line.flags & RULED) > 0 || readsLikeCode(line.raw)
    if (next > at && line.gap > 0 && !program) break
    if (program) {
      like++
      end = next + 1
    }
  }
  if (end - at < 2 || like < (end - at) * CODE_SHARE) return { draft: undefined, next }
  const inner = lines.slice(at, end)
  return { draft: codeOf(inner, Math.min(...inner.map((line) => line.indent)), lines[at]!.gap), next: end }
}

function codeOf(lines: readonly Line[], margin: number, gap: number): Draft {
  const first = lines[0]!
  const last = lines.at(-1)!
  const text = lines
    .map(
      (line, at) =>
        '\n'.repeat(at === 0 ? 0 : line.gap + 1) + ' '.repeat(Math.max(0, line.indent - margin)) + line.raw,
    )
    .join('')
  return { kind: 'code', text, from: first.n, to: last.n, indent: first.indent, gap }
}

const OPENINGS = [
  '//',
  '/*',
  '</',
  '#include',
  'import ',
  'return',
  'def ',
  'var ',
  'let ',
  'const ',
  '$ ',
  '}',
]

function readsLikeCode(raw: string): boolean {
  const last = raw[raw.length - 1]!
  if (last === ';' || last === '{' || last === '}') return true
  if (last === ')' && raw.includes('(') && !raw.includes(' (')) return true
  if (raw.includes(' = ') || raw.includes('=>') || raw.includes('()')) return true
  return OPENINGS.some((opening) => raw.startsWith(opening))
}
