import { isDigit, isLower, isUpper, isWhite, isWide } from './characters.ts'
import { afterCitations, endsSentence, isStop, sentenceEnd } from './sentences.ts'

/** A piece of a line that was a list before somebody flattened it. */
export interface Piece {
  readonly kind: 'item' | 'heading' | 'paragraph'
  readonly text: string
  readonly bullet?: string
}

/** Signs a flattened list is joined with; each stands between spaces. */
const SIGNS = ['-', '•', '·', '▪', '–'].map((sign) => ({ sign, joint: ` ${sign} `, lead: `${sign} ` }))
const ANY_JOINT = / [-•·▪–] /
const LEAST_ITEMS = 3
/** Columns from which an item is a statement, no menu word; behind signs menus use, it takes more. */
const ITEM_LENGTH = 25
const SENTENCE_LENGTH = 40
/** Share of items that must be that long. */
const LONG_ITEMS = 0.75
/** Share of joints that must stand where one statement is over: dashes inside a sentence do not. */
const CLEAN_JOINTS = 0.75
/** A heading between two items is no longer than this. */
const HEADING_LENGTH = 70
const HEADING_WORDS = 9

/** The items and headings of a flattened list; undefined where the text is none. */
export function flatList(text: string): Piece[] | undefined {
  if (!ANY_JOINT.test(text)) return undefined
  for (const { sign, joint, lead } of SIGNS) {
    const leads = text.startsWith(lead)
    const first = text.indexOf(joint)
    if (first < 0 || text.indexOf(joint, first + 3) < 0) continue
    const pieces = splitAt(leads ? text.slice(lead.length) : text, sign, joint, leads)
    if (pieces) return pieces
  }
  return undefined
}

function splitAt(text: string, sign: string, joint: string, leading: boolean): Piece[] | undefined {
  const parts = text.split(joint)
  const items = leading ? parts : parts.slice(1)
  if (items.length < LEAST_ITEMS) return undefined
  const intro = leading ? undefined : parts[0]!
  if (!isList(parts, intro)) return undefined
  const pieces = assemble(items, intro, sign)
  const need = sign === '-' || sign === '–' ? ITEM_LENGTH : SENTENCE_LENGTH
  const lengths = pieces.filter((piece) => piece.kind === 'item').map((piece) => lengthOf(piece.text))
  const long = lengths.filter((length) => length >= need).length
  return long >= LEAST_ITEMS && long >= lengths.length * LONG_ITEMS ? pieces : undefined
}

/** Every joint but a few must follow the end of a statement or a heading, and open a new one. */
function isList(parts: readonly string[], intro: string | undefined): boolean {
  let clean = 0
  for (let at = 1; at < parts.length; at++) {
    const before = parts[at - 1]!
    const opens = !isLower(parts[at]!.charCodeAt(0))
    const over =
      isOver(before) || tailHeading(before) >= 0 || (at === 1 && intro !== undefined && isHeading(intro))
    if (opens && over) clean++
  }
  return clean >= LEAST_ITEMS - 1 && clean >= (parts.length - 1) * CLEAN_JOINTS
}

function assemble(items: readonly string[], intro: string | undefined, sign: string): Piece[] {
  const pieces: Piece[] = []
  if (intro !== undefined) pushWithHeading(pieces, intro, 'paragraph')
  items.forEach((item, at) => {
    if (at < items.length - 1) pushWithHeading(pieces, item, 'item', sign)
    else pieces.push({ kind: 'item', text: item, bullet: sign })
  })
  return pieces.filter((piece) => piece.text.length > 0)
}

function pushWithHeading(pieces: Piece[], text: string, kind: 'item' | 'paragraph', bullet?: string): void {
  const mark = bullet === undefined ? {} : { bullet }
  const from = kind === 'paragraph' && isHeading(text) ? 0 : tailHeading(text)
  if (from < 0) pieces.push({ kind, text, ...mark })
  else {
    if (from > 0) pieces.push({ kind, text: text.slice(0, from).trim(), ...mark })
    pieces.push({ kind: 'heading', text: text.slice(from).trim() })
  }
}

/** Ends like a statement: with a stop, or with a citation mark. */
const isOver = (text: string): boolean => endsSentence(text) || citationEnds(text)

function citationEnds(text: string): boolean {
  const open = text.lastIndexOf('[')
  return open >= 0 && text.length - open < 8 && afterCitations(text, open) === text.length
}

/** Offset of the heading that was glued behind an item's last statement; -1 where there is none. */
function tailHeading(text: string): number {
  const from = Math.max(0, text.length - HEADING_LENGTH - 8)
  let start = -1
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const end = isStop(code) ? sentenceEnd(text, at) : code === 91 ? afterCitations(text, at) : -1
    if (end <= at) continue
    start = end
    at = end - 1
  }
  while (start >= 0 && start < text.length && isWhite(text.charCodeAt(start))) start++
  return start > 0 && start < text.length && isHeading(text.slice(start)) ? start : -1
}

function isHeading(text: string): boolean {
  const code = text.charCodeAt(0)
  if (!isUpper(code) && !isDigit(code) && !isWide(code)) return false
  if (lengthOf(text) > HEADING_LENGTH || isOver(text)) return false
  let words = 1
  for (let at = 0; at < text.length; at++) if (isWhite(text.charCodeAt(at))) words++
  return words <= HEADING_WORDS
}

function lengthOf(text: string): number {
  let length = 0
  for (let at = 0; at < text.length; at++) length += isWide(text.charCodeAt(at)) ? 2 : 1
  return length
}
