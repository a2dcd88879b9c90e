import type { Block } from '../core/block.ts'
import { DIGIT, signsOf } from '../core/character.ts'
import type { Facts } from '../core/facts.ts'
import type { LineReading } from '../core/line-reading.ts'
import { AGO } from '../words/date-cues.ts'
import { parseBreadcrumb } from './byline/breadcrumb.ts'
import { parseByline } from './byline.ts'

/** Characters of the longest such line, white space not counted. */
const LONGEST = 200
const TRAIL = /[>›»＞→▸▶❯／|·•\\]|\s[/–-]\s|::/u

/** Reads a line as a byline, source, editor or date line or as a breadcrumb; undefined for everything else. */
export function readLine(text: string, kind: Block['kind'], counts: Counted): LineReading | undefined {
  if (!mayTell(kind, counts)) return undefined
  const breadcrumb = TRAIL.test(text) ? parseBreadcrumb(text) : undefined
  return breadcrumb ? { breadcrumb } : parseByline(text, {}, counts.signs)
}

type Counted = Pick<Facts, 'chars' | 'mass' | 'digits' | 'signs' | 'endsSentence'>

/** Long sentences are text whatever they mention. */
function mayTell(kind: Block['kind'], { chars, mass, digits, endsSentence }: Counted): boolean {
  if (chars > LONGEST || chars < 4 || kind === 'code') return false
  return !(endsSentence && mass > 160 && digits < 4)
}

/** The line says when: dates, and nothing it leaves unexplained but a word or two. */
export function isDateLine(reading: LineReading): boolean {
  if (reading.dates === undefined || reading.dates.length === 0) return false
  // the number of a release or a decision is none of the words
  return (reading.rest ?? []).join(' ').replace(/[\d./]+/g, '').length <= 25
}

/** Words beside the day of a line that names a thing by it: `Minutes of the meeting held on 4 May 2022`. */
const NAMING = 3

/** The line names a thing by its day, in words that are no label of a date. */
export function namesByDay(text: string, { dates = [] }: LineReading): boolean {
  if (
    dates.length !== 1 ||
    text.includes('\n') ||
    dates[0]!.kind !== undefined ||
    dates[0]!.precision !== 'day'
  )
    return false
  const words = `${text.slice(0, dates[0]!.from)} ${text.slice(dates[0]!.to)}`.match(/\p{L}{2,}/gu) ?? []
  return words.length >= NAMING && words.slice(1).some((word) => /^\p{Ll}/u.test(word))
}

/** The line says who or where from. */
export function hasCredits(reading: LineReading): boolean {
  return (
    (reading.authors?.length ?? 0) > 0 || reading.source !== undefined || (reading.editors?.length ?? 0) > 0
  )
}

/** Longest line that counts back from now, in UTF-16 units. */
const LONGEST_AGO = 30

/** The line says when by the moment of reading and nothing else (`3 hours ago`): no date, but in the place of one. */
export function countsBack(text: string, signs: number = signsOf(text)): boolean {
  return text.length <= LONGEST_AGO && (signs & DIGIT) !== 0 && AGO.test(text)
}
