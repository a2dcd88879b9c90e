import type { Block, Run } from '../core/block.ts'
import { escapeText } from './escape.ts'

export interface MarkdownOptions {
  /** Write links; without them their text stays. */
  readonly links: boolean
  /** Write pictures; without them nothing stands for one. */
  readonly images: boolean
}

/** Runs of one style, white space moved out of it. */
interface Piece {
  readonly text: string
  readonly bold: boolean
  readonly italic: boolean
  readonly code: boolean
  readonly href: string | undefined
  /** Markdown of a picture, written as it is. */
  readonly ready: string | undefined
}

const bare = (text: string): Piece => ({
  text,
  bold: false,
  italic: false,
  code: false,
  href: undefined,
  ready: undefined,
})

const withText = ({ bold, italic, code, href, ready }: Piece, text: string): Piece => ({
  text,
  bold,
  italic,
  code,
  href,
  ready,
})

/** A block's runs as inline Markdown; line breaks inside it are hard ones. */
export function inlineMarkdown(block: Block, options: MarkdownOptions): string {
  if (block.runs === undefined) return hardBreaks(escapeText(block.text))
  const pieces = separated(merged(block.runs.flatMap((run) => pieceOf(run, options))))
  const out: string[] = []
  let before = ' '
  pieces.forEach((piece, i) => {
    const next = pieces[i + 1]
    const written = pieceMarkdown(piece, before, next?.ready?.[0] ?? next?.text[0] ?? ' ')
    // `!` before a link would make it a picture
    const shouts = next?.href !== undefined && written.endsWith('!')
    out.push(shouts ? `${written.slice(0, -1)}\\!` : written)
    before = written.at(-1) ?? before
  })
  return hardBreaks(out.join('').trim())
}

function hardBreaks(markdown: string): string {
  return markdown.includes('\n') ? markdown.replace(/[ \t]*\n[ \t]*/g, '\\\n') : markdown
}

function pieceOf(run: Run, options: MarkdownOptions): Piece[] {
  const href = options.links && run.href !== undefined && isSafe(run.href) ? run.href : undefined
  if (run.image === undefined) {
    const { text, bold = false, italic = false, code = false } = run
    return text === '' ? [] : [{ text, bold, italic, code, href, ready: undefined }]
  }
  if (!options.images || !isSafe(run.image)) return []
  const ready = `![${escapeLabel(run.alt ?? '')}](${address(run.image)})`
  return [{ text: '', bold: false, italic: false, code: false, href, ready }]
}

/** A script or data address is no link a reader can follow. */
function isSafe(href: string): boolean {
  const scheme = /^\s*([a-z][a-z\d+.-]{0,30}):/i.exec(href)?.[1]?.toLowerCase()
  return href !== '' && (scheme === undefined || /^(?:https?|mailto|tel|ftp)$/.test(scheme))
}

function merged(pieces: readonly Piece[]): Piece[] {
  const out: Piece[] = []
  for (const piece of pieces) {
    const last = out.at(-1)
    if (last !== undefined && sameStyle(last, piece))
      out[out.length - 1] = withText(last, last.text + piece.text)
    else out.push(piece)
  }
  return out
}

function sameStyle(a: Piece, b: Piece): boolean {
  const style = a.bold === b.bold && a.italic === b.italic && a.code === b.code && a.href === b.href
  return style && a.ready === undefined && b.ready === undefined
}

/** Takes white space at the edges out of styled pieces: a mark must touch what it marks. */
function separated(pieces: readonly Piece[]): Piece[] {
  return merged(
    pieces.flatMap((piece) => {
      const styled = piece.bold || piece.italic || piece.href !== undefined
      if (!styled || piece.ready !== undefined) return [piece]
      const core = piece.text.trim()
      if (core === '') return [bare(piece.text)]
      const start = piece.text.indexOf(core)
      const lead = piece.text.slice(0, start)
      const tail = piece.text.slice(start + core.length)
      return [
        ...(lead === '' ? [] : [bare(lead)]),
        withText(piece, core),
        ...(tail === '' ? [] : [bare(tail)]),
      ]
    }),
  )
}

function pieceMarkdown(piece: Piece, before: string, after: string): string {
  const { text, href } = piece
  const inner =
    piece.ready ?? (piece.code ? codeSpan(text) : href === undefined ? escapeText(text) : escapeLabel(text))
  const marks = piece.ready === undefined ? `${piece.bold ? '**' : ''}${piece.italic ? '*' : ''}` : ''
  const flanks = href === undefined ? canMark(before, text, after) : canMark('[', text, ']')
  const marked = marks !== '' && flanks ? `${marks}${inner}${[...marks].reverse().join('')}` : inner
  return href === undefined ? marked : `[${marked}](${address(href)})`
}

/**
 * CommonMark's flanking rules: a mark next to a letter on its outer side and punctuation on its inner side is no mark.
 * Chinese text meets them often; then the words stand unmarked rather than between stray asterisks.
 */
function canMark(before: string, text: string, after: string): boolean {
  const [first = ''] = text
  const last = [...text.slice(-2)].at(-1) ?? ''
  const opens = !isPunctuation(first) || isSpace(before) || isPunctuation(before)
  const closes = !isPunctuation(last) || isSpace(after) || isPunctuation(after)
  return opens && closes && before !== '*' && !text.includes('\n\n')
}

function isPunctuation(char: string): boolean {
  return /[\p{P}\p{S}]/u.test(char)
}

function isSpace(char: string): boolean {
  return /\s/.test(char)
}

function codeSpan(text: string): string {
  const content = text.replace(/\n/g, ' ')
  const fence = '`'.repeat(longestRun(content, '`') + 1)
  const pad = content.startsWith('`') || content.endsWith('`') ? ' ' : ''
  return content.trim() === '' ? content : `${fence}${pad}${content}${pad}${fence}`
}

/** Length of the longest unbroken run of `char`. */
export function longestRun(text: string, char: string): number {
  let longest = 0
  let run = 0
  for (let i = 0; i < text.length; i++) {
    run = text[i] === char ? run + 1 : 0
    if (run > longest) longest = run
  }
  return longest
}

/** Text between brackets: its own brackets escaped, on one line. */
function escapeLabel(text: string): string {
  return escapeText(text.replace(/\n/g, ' ')).replace(/(?<!\\)[[\]]/g, '\\$&')
}

/** A destination; one with spaces or brackets goes between angle brackets. */
function address(href: string): string {
  const clean = href.trim().replace(/[\n\r\t]/g, '')
  const risky = /[\s()<>\\]/.test(clean)
  return risky ? `<${clean.replace(/</g, '%3C').replace(/>/g, '%3E').replace(/\\/g, '%5C')}>` : clean
}
