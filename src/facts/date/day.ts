import { ERAS, HIJRI_MONTHS, JALALI_MONTHS, MONTHS, PAIRED_MONTHS, ROMAN_MONTHS } from '../../words/months.ts'
import { type Calendar, checkedDay, type Day, dayIn, isYear, type Time } from './calendar.ts'
import { timeAt } from './clock.ts'
import type { Token } from './tokens.ts'

/** The order of three small numbers, where the page's other evidence decides. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd'

export interface DayMatch {
  readonly day: Day
  /** Index of the first token after it. */
  readonly end: number
  /** A time that stands between the day and its year. */
  readonly time?: Time | undefined
}

/** How a line is to be read. */
export interface Reading {
  readonly line: string
  readonly order: DateOrder | undefined
  /** The order the line itself tells. */
  readonly told: DateOrder | undefined
  /** The order is the page's, so that `8.5.12` is no version. */
  readonly asked: boolean
  /** What years stand for that the Gregorian calendar cannot mean. */
  readonly calendar: Calendar
}

const SEPARATORS = new Set(['-', '/', '.', '–', '−'])

/** `2025-06-16`, `2025/6/16`, `2025. 6. 16.`, `16.06.2025`, `06/14/2025`: three numbers with the same separator. */
export function numericDay(tokens: readonly Token[], at: number, reading: Reading): DayMatch | undefined {
  const [a, s1, b, s2, c] = tokens.slice(at, at + 5)
  if (c === undefined || b?.type !== 'number' || c.type !== 'number') return undefined
  if (!SEPARATORS.has(s1!.text) || s1!.text !== s2!.text || !fits(tokens, at)) return undefined
  const day =
    a!.text.length === 4
      ? dayIn(calendarOf(a!.value, reading), a!.value, b.value, c.text.length > 2 ? undefined : c.value)
      : dayFirst(a!, b, c, s1!.text, reading)
  if (day?.day === undefined) return undefined
  const dot = a!.text.length === 4 && s1!.text === '.' && tokens[at + 5]?.text === '.'
  return { day, end: at + (dot ? 6 : 5) }
}

/** Separators stand close, or (Korean, Lithuanian) after each number with a space; no further part follows as in versions, phones and paths. */
function fits(tokens: readonly Token[], at: number): boolean {
  const inner = tokens.slice(at + 1, at + 5)
  if (inner[0]!.gap || inner[2]!.gap) return false
  if (inner[1]!.gap !== inner[3]!.gap || (inner[1]!.gap && inner[0]!.text !== '.')) return false
  if (goesOn(tokens, at)) return false
  const mark = inner[0]!.text
  const before = tokens[at - 1]
  return !(before !== undefined && !tokens[at]!.gap && (before.text === mark || before.type === 'number'))
}

/** A fourth part follows the three that begin here. */
function goesOn(tokens: readonly Token[], at: number): boolean {
  const [next, after] = [tokens[at + 5], tokens[at + 6]]
  const joined = next?.text === tokens[at + 1]!.text && !next.gap
  return joined && after !== undefined && !after.gap && after.type !== 'mark'
}

/** A year the Gregorian calendar cannot mean, where the line does not tell which one does: those of 1990 to 2030 do not overlap. */
function calendarOf(year: number, { calendar }: Reading): Calendar {
  if (isYear(year)) return 'gregorian'
  if (calendar !== 'gregorian') return calendar
  return year >= 2533 ? 'buddhist' : year >= 1410 ? 'hijri' : year >= 1369 ? 'jalali' : calendar
}

function dayFirst(a: Token, b: Token, c: Token, mark: string, reading: Reading): Day | undefined {
  if (b.text.length > 2) return undefined
  if (a.text.length === 3) return minguoDay(a.value, b.value, c.value, reading)
  if (c.text.length === 4 && !isYear(c.value))
    return dayIn(calendarOf(c.value, reading), c.value, b.value, a.value)
  if (reading.order === 'ymd' && c.text.length <= 2)
    return [a, b, c].every(({ text }) => text.length === 2)
      ? checkedDay(2000 + a.value, b.value, c.value)
      : undefined
  const year = fullYear(a, b, c, reading)
  if (year === undefined) return undefined
  const order = reading.order === 'ymd' ? reading.told : reading.order
  if (a.value === b.value || mark === '.' || order === 'dmy')
    return checkedDay(year, b.value, a.value) ?? checkedDay(year, a.value, b.value)
  if (order === 'mdy') return checkedDay(year, a.value, b.value) ?? checkedDay(year, b.value, a.value)
  if (a.value <= 12 && b.value <= 12) return undefined
  return checkedDay(year, b.value, a.value) ?? checkedDay(year, a.value, b.value)
}

/** The Gregorian year of one of the Republic of China; undefined where it is too early or too late for a page. */
function minguoYear(year: number): number | undefined {
  return year >= 80 && year <= 150 ? 1911 + year : undefined
}

/** Such years are told by Chinese letters on the line, or by a page that writes the year first. */
function minguoDay(year: number, month: number, day: number, { line, order }: Reading): Day | undefined {
  const full = minguoYear(year)
  if (full === undefined || (order !== 'ymd' && !/[\u4e00-\u9fff]/.test(line))) return undefined
  return checkedDay(full, month, day)
}

/** Two digits are a year only where the order is known, and the other parts have two as well or the page gave it. */
function fullYear(a: Token, b: Token, c: Token, { order, asked }: Reading): number | undefined {
  if (c.text.length === 4) return isYear(c.value) ? c.value : undefined
  const long = asked || (a.text.length === 2 && b.text.length === 2)
  const short = c.text.length === 2 && order !== undefined && long && a.value > 0 && b.value > 0
  return short ? 2000 + c.value : undefined
}

/** Words between the parts of a date that say nothing: `16 de junio de 2025`, `16 tháng 6 năm 2025`. */
const LINKS = new Set([
  'of',
  'de',
  'del',
  'di',
  'den',
  'der',
  "d'",
  'd',
  'năm',
  'tahun',
  'thn',
  'yil',
  'จ',
  'ko',
])
const ORDINALS = new Set(['st', 'nd', 'rd', 'th', 'er', 'º', 'ª', 'o', 'e', 'го', 'η', 'ος', 'a'])
const JOINTS = new Set(['.', ',', '-', '/', "'", '’', '،', '–'])
interface MonthMatch {
  readonly month: number
  readonly calendar: Calendar
  readonly end: number
  readonly length: number
}

const VIETNAMESE = 'tháng'
/** First words of all months: most words are none, and one look tells. */
const OPENS_MONTH: ReadonlySet<string> = new Set([
  ...[MONTHS, PAIRED_MONTHS, JALALI_MONTHS, HIJRI_MONTHS].flatMap((names) =>
    [...names.keys()].map((name) => name.split(' ')[0]!),
  ),
  VIETNAMESE,
])

function monthAt(tokens: readonly Token[], at: number): MonthMatch | undefined {
  const token = tokens[at]
  if (token?.type !== 'word') return undefined
  if (!OPENS_MONTH.has(token.text)) return undefined
  const length = token.text.length
  const plain = MONTHS.get(token.text)
  if (plain !== undefined) {
    const calendar = /[\u0e00-\u0e7f]/.test(token.text) ? 'buddhist' : 'gregorian'
    return { month: plain, calendar, end: doubled(tokens, at + 1), length }
  }
  const pair = PAIRED_MONTHS.get(`${token.text} ${tokens[at + 1]?.text}`)
  if (pair !== undefined) return { ...pair, end: at + 2, length }
  const jalali = JALALI_MONTHS.get(token.text)
  if (jalali !== undefined) return { month: jalali, calendar: 'jalali', end: at + 1, length }
  const hijri = HIJRI_MONTHS.get(token.text)
  if (hijri !== undefined) return { month: hijri, calendar: 'hijri', end: at + 1, length }
  return vietnamese(tokens, at)
}

/** `يونيو/حزيران`: the second name says the same month. */
function doubled(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.text !== '/' && tokens[at]?.text !== '(') return at
  const second = monthAt(tokens, at + 1)
  if (second === undefined) return at
  return tokens[second.end]?.text === ')' ? second.end + 1 : second.end
}

function vietnamese(tokens: readonly Token[], at: number): MonthMatch | undefined {
  const next = tokens[at + 1]
  if (tokens[at]!.text !== VIETNAMESE || next?.type !== 'number' || next.value > 12) return undefined
  return { month: next.value, calendar: 'gregorian', end: at + 2, length: 5 }
}

/** Steps over joints and link words, at most `most` of them. */
function skip(tokens: readonly Token[], at: number, most = 3): number {
  let i = at
  while (
    i < at + most &&
    tokens[i] !== undefined &&
    (JOINTS.has(tokens[i]!.text) || LINKS.has(tokens[i]!.text))
  )
    i++
  return i
}

/** `16 June 2025`, `16th of June, 2025`, `16. Juni 2025`, `16 de junio de 2025`, `16 มิถุนายน 2568`. */
export function dayMonthYear(tokens: readonly Token[], at: number): DayMatch | undefined {
  const day = tokens[at]!
  if (day.text.length > 2 || day.value === 0 || day.value > 31) return undefined
  let i = at + 1
  if (tokens[i] !== undefined && !tokens[i]!.gap && ORDINALS.has(tokens[i]!.text)) i++
  const from = skip(tokens, i)
  // Croatian puts a point behind the day; without it this is the November of Poles and Czechs
  const october = tokens[i]?.text === '.' && tokens[from]?.text === 'listopada'
  const named = monthAt(tokens, from)
  const month = named ? { ...named, month: october ? 10 : named.month } : romanMonth(tokens, from)
  if (month === undefined) return undefined
  return closed(tokens, month, day.value, skip(tokens, month.end))
}

/** What only a day before it makes a month: a Roman number. */
function romanMonth(tokens: readonly Token[], at: number): MonthMatch | undefined {
  const month = tokens[at] ? ROMAN_MONTHS.indexOf(tokens[at].text) + 1 : 0
  return month === 0 ? undefined : { month, calendar: 'gregorian', end: at + 1, length: 3 }
}

/** `June 16, 2025`, `June 16th 2025`, `June 2025`, and C's `Jun 16 10:30:00 UTC 2025`. */
export function monthDayYear(tokens: readonly Token[], at: number, line: string): DayMatch | undefined {
  const month = monthAt(tokens, at)
  if (month === undefined) return undefined
  const i = skip(tokens, month.end, 2)
  const first = tokens[i]
  if (first?.type !== 'number' || dayBefore(tokens, at)) return undefined
  if (first.text.length === 4) return month.length >= 3 ? closed(tokens, month, undefined, i) : undefined
  if (first.text.length > 2) return undefined
  let j = i + 1
  if (tokens[j] !== undefined && !tokens[j]!.gap && ORDINALS.has(tokens[j]!.text)) j++
  const between = timeAt(tokens, j, line)
  const zone = between !== undefined && tokens[between.end]?.type === 'word' ? 1 : 0
  const found = between && closed(tokens, month, first.value, between.end + zone)
  if (found) return { ...found, time: between.time }
  return closed(tokens, month, first.value, skip(tokens, j))
}

/** The number before a month is a day the month does not have. */
function dayBefore(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.type === 'mark' ? tokens[at - 2] : tokens[at - 1]
  return before?.type === 'number' && before.text.length <= 2
}

/** `2025 June 16`, `2025-Jun-16`, `2025. június 16.`, `2025 m. birželio 16 d.`, `2025. gada 16. jūnijs`. */
export function yearMonthDay(tokens: readonly Token[], at: number): DayMatch | undefined {
  let i = skip(tokens, at + 1, 1)
  if (tokens[i]?.text === 'm' || tokens[i]?.text === 'gada') i = skip(tokens, i + 1, 1)
  const before = tokens[i]
  const dayFirst = before?.type === 'number' ? before : undefined
  const month = monthAt(tokens, dayFirst ? skip(tokens, i + 1, 1) : i)
  if (month === undefined || month.calendar === 'jalali' || month.calendar === 'hijri') return undefined
  const j = skip(tokens, month.end, 1)
  const last = dayFirst ?? tokens[j]
  if (last?.type !== 'number' || last.text.length > 2) return undefined
  const day = checkedDay(tokens[at]!.value, month.month, last.value)
  return day && { day, end: dayFirst ? month.end : j + 1 }
}

function closed(
  tokens: readonly Token[],
  month: MonthMatch,
  day: number | undefined,
  at: number,
): DayMatch | undefined {
  let i = at
  if (tokens[i]?.text === 'พ.ศ' || tokens[i]?.text === 'ค.ศ') i = tokens[i + 1]?.text === '.' ? i + 2 : i + 1
  const year = tokens[i]
  if (year?.type !== 'number') return undefined
  const value = year.text.length === 4 ? year.value : shortYear(tokens, month, i)
  const found = value === undefined ? undefined : dayIn(month.calendar, value, month.month, day)
  return found && { day: found, end: i + 1 }
}

/** `12-Jun-22`, `12 June ’22`: two digits behind an apostrophe, or a hyphen that stands before the month too. */
function shortYear(tokens: readonly Token[], { end, calendar }: MonthMatch, at: number): number | undefined {
  const [year, joint] = [tokens[at]!, tokens[at - 1]]
  if (year.text.length !== 2 || joint === undefined) return undefined
  if (calendar === 'buddhist' && year.value > 40) return 2500 + year.value
  if (year.gap) return undefined
  const hyphens = joint.text === '-' && tokens[end - 2]?.text === '-' && end === at - 1
  return hyphens || joint.text === "'" || joint.text === '’' ? 2000 + year.value : undefined
}

const YEAR_SIGNS = new Set(['年', '년'])
const MONTH_SIGNS = new Set(['月', '월'])

/** `2025年6月16日`, `2025년 6월 16일`, `2025年6月`, `114年6月16日` as Taiwan counts. */
export function signedDay(
  tokens: readonly Token[],
  at: number,
  said = tokens[at]!.value,
): DayMatch | undefined {
  const year = (tokens[at]!.text.length === 3 ? minguoYear(said) : undefined) ?? said
  if (!YEAR_SIGNS.has(tokens[at + 1]?.text ?? '') || !isYear(year)) return undefined
  const [m, sign, d, last] = tokens.slice(at + 2, at + 6)
  if (m?.type !== 'number' || !MONTH_SIGNS.has(sign?.text ?? '')) return undefined
  const isDay = d?.type === 'number' && last !== undefined && /^(?:日|号|號|일)/.test(last.text)
  const day = checkedDay(year, m.value, isDay ? d.value : undefined)
  return day && { day, end: at + (isDay ? 6 : 4) }
}

/** `令和7年6月16日`, `令和元年5月1日`, `令和7.6.16`, `民國114年6月16日`; `R7.6.16` on a page that writes the year first. */
export function eraDay(tokens: readonly Token[], at: number, reading: Reading): DayMatch | undefined {
  const { line, order } = reading
  const { text, from } = tokens[at]!
  const short = order === 'ymd' && tokens[at + 1]?.gap === false
  const era = ERAS.find(([name, , initial]) => line.startsWith(name, from) || (short && text === initial))
  const number = text === era?.[2] ? at + 1 : at + 2
  const year = tokens[number]
  if (era === undefined || year === undefined) return undefined
  const value = year.text === '元' ? 1 : year.type === 'number' && year.text.length < 4 ? year.value : 0
  if (value === 0) return undefined
  return signedDay(tokens, number, era[1] + value) ?? pointedDay(tokens, number, era[1] + value)
}

/** `7.6.16`, `7/6/16` behind an era. */
function pointedDay(tokens: readonly Token[], at: number, year: number): DayMatch | undefined {
  const [mark, month, again, last] = tokens.slice(at + 1, at + 5)
  if (month?.type !== 'number' || last?.type !== 'number' || last.text.length > 2) return undefined
  if (!SEPARATORS.has(mark!.text) || mark!.text !== again!.text || goesOn(tokens, at)) return undefined
  const day = checkedDay(year, month.value, last.value)
  return day && { day, end: at + 5 }
}
