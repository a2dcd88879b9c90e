import { isLetterOrMark } from '../../core/character.ts'
import type { DateMention } from '../../core/line-reading.ts'
import { LINE_LABELS, type LineLabel } from '../../words/byline.ts'
import { CUE_WORDS } from '../../words/date-cues.ts'
import { WEEKDAYS } from '../../words/months.ts'

/** A part of a printed line between two separators or labels. */
export interface Piece {
  readonly label?: LineLabel
  readonly value: string
}

const SEPARATORS =
  /[|｜丨•⋅∙●▪■\u3000]|\s[-–—]\s|\s\/\s|(?<![\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3])·|·(?![\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3A-Z])/u
const COLONS = new Set([...':：=＝/／・'])
const LONGEST_LABEL = 24

/** Cuts the dates out of a line and the rest into pieces. */
export function cutPieces(text: string, dates: readonly DateMention[]): Piece[] {
  let line = ''
  let last = 0
  for (const { from, to } of dates) {
    line += `${text.slice(last, from)}|`
    last = to
  }
  line += text.slice(last)
  const dated = dates.length > 0
  const parts = line.split(SEPARATORS)
  const pieces: Piece[] = []
  let pending: LineLabel | undefined
  for (const part of parts) {
    const bare = trimEdges(part)
    if (bare === '') continue
    const whole = LINE_LABELS.get(bare.toLowerCase())
    if (whole !== undefined) {
      // the label of a date is spent on the date cut out behind it: `Posted 12 June 2022 by Ann Lee`
      pending = whole === 'date' && dated ? undefined : whole
      continue
    }
    if (pending !== undefined) pieces.push({ label: pending, value: bare })
    else pieces.push(...labelled(part, dated))
    pending = undefined
  }
  return pieces
}

const OPEN_EDGES = new Set([...' \u00a0\u3000,;.:：，、()（）[]【】<>《》"“”*#-'])
const CLOSE_EDGES = new Set([...' \u00a0\u3000,;:：，、()（）[]【】<>》"“*#-'])

/** Takes brackets, marks and white space off both ends. */
function trimEdges(text: string): string {
  let from = 0
  let to = text.length
  while (from < to && OPEN_EDGES.has(text[from]!)) from++
  while (to > from && CLOSE_EDGES.has(text[to - 1]!)) to--
  return text.slice(from, to)
}
const OPENERS = new Set([
  'on',
  'at',
  'am',
  'um',
  'le',
  'el',
  'il',
  'em',
  'den',
  'op',
  'dne',
  'la',
  'on:',
  'от',
  'в',
  'во',
  'último',
  'last',
  'sist',
  'zuletzt',
  'first',
  'ostatnia',
  'son',
])

/** Takes brackets and marks off the edges, and the words that belonged to a date cut out. */
function tidy(part: string, dated: boolean): string {
  let text = trimEdges(part)
  if (!dated) return text
  for (let i = 0; i < 4; i++) {
    const match = /([\p{L}\p{M}]+)[\s.:]*$/u.exec(text.slice(-30))
    const word = match?.[1]
    if (word === undefined) return text
    const low = word.toLowerCase()
    const glued = /\p{Ll}(\p{Lu}\p{Ll}+)$/u.exec(word)?.[1]
    const drop =
      CUE_WORDS.has(low) || (WEEKDAYS.has(low) && low.length > 1) || OPENERS.has(low) || DATE_WORDS.has(low)
    const cut = drop ? match![0].length : glued && CUE_WORDS.has(glued.toLowerCase()) ? glued.length : 0
    if (cut === 0) return text
    text = trimEdges(text.slice(0, -cut))
  }
  return text
}

const DATE_WORDS = new Set([
  'jour',
  'artikel',
  'article',
  'mis',
  'mise',
  'à',
  'ultimo',
  'última',
  'ultima',
  'ngày',
  'cập',
  'آخر',
  'تم',
  'تاريخ',
  'date',
  'uhr',
  'time',
  'online',
])

/** Splits at every label that a colon follows: `来源：人民网 作者：李明` gives two pieces. */
function labelled(part: string, dated: boolean): Piece[] {
  const pieces: Piece[] = []
  let start = 0
  let label: LineLabel | undefined
  for (let at = 0; at < part.length; at++) {
    const found = COLONS.has(part[at]!) ? labelBefore(part, at, start) : undefined
    if (found === undefined) continue
    push(pieces, label, part.slice(start, found.from), dated)
    label = found.label
    start = at + 1
  }
  push(pieces, label, part.slice(start), dated)
  return pieces
}

function push(pieces: Piece[], label: LineLabel | undefined, raw: string, dated: boolean): void {
  const value = tidy(raw, dated)
  if (value === '') return
  const spaced = label === undefined ? spacedLabel(value) : undefined
  pieces.push(spaced ?? (label === undefined ? { value } : { label, value }))
}

/** `作者 张三`, `来源 人民日报`: Chinese, Japanese and Korean labels need no colon. */
function spacedLabel(value: string): Piece | undefined {
  const space = value.indexOf(' ')
  if (space < 1 || space > 8) return undefined
  const head = value.slice(0, space).toLowerCase()
  if (head.charCodeAt(0) < 0x3000 && head !== 'datum' && !head.startsWith('autor')) return undefined
  const label = LINE_LABELS.get(head)
  return label && { label, value: value.slice(space + 1) }
}

function labelBefore(
  part: string,
  colon: number,
  start: number,
): { readonly label: LineLabel; readonly from: number } | undefined {
  const lower = part.slice(Math.max(start, colon - LONGEST_LABEL), colon).toLowerCase()
  const offset = colon - lower.length
  const mark = part[colon]!
  for (let i = 0; i < lower.length; i++) {
    if (i > 0 && isSpacedLetter(lower.charCodeAt(i - 1)) && isSpacedLetter(lower.charCodeAt(i))) continue
    const label = LINE_LABELS.get(lower.slice(i).trimEnd())
    if (label === undefined) continue
    if ((mark === '/' || mark === '／' || mark === '・') && lower.charCodeAt(i) < 0x3000) return undefined
    return { label, from: offset + i }
  }
  return undefined
}

/** A letter or mark of a script with spaces. */
function isSpacedLetter(unit: number): boolean {
  return unit < 0x3000 && isLetterOrMark(unit)
}

/** True where a label stands before a colon somewhere on the line. */
export function hasLabel(text: string): boolean {
  for (let at = 0; at < text.length; at++)
    if (COLONS.has(text[at]!) && labelBefore(text, at, 0) !== undefined) return true
  return false
}
