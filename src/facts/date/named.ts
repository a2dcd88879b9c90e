import { ERAS, JALALI_MONTHS, MONTHS, PAIR_FIRST, PAIR_SECOND, PAIRED_MONTHS } from '../../words/months.ts'
import { checkedDay, type Day, fromJalali, isYear } from './calendar.ts'
import type { DayMatch } from './numeric.ts'
import type { Token } from './tokens.ts'

/** Words between the parts of a date that say nothing: `16 de junio de 2025`, `16 tháng 6 năm 2025`. */
const LINKS = new Set(['of', 'de', 'del', 'di', 'den', 'der', "d'", 'd', 'năm', 'tahun', 'thn', 'yil', 'จ'])
const ORDINALS = new Set(['st', 'nd', 'rd', 'th', 'er', 'º', 'ª', 'o', 'e', 'го', 'η', 'ος', 'a'])
const JOINTS = new Set(['.', ',', '-', '/', "'", '’', '،', '–'])
/** Buddhist years run 543 ahead. */
const BUDDHIST = 543

interface MonthMatch {
  readonly month: number
  readonly calendar: 'gregorian' | 'jalali' | 'thai'
  readonly end: number
  readonly length: number
}

export function monthAt(tokens: readonly Token[], at: number): MonthMatch | undefined {
  const token = tokens[at]
  if (token?.type !== 'word') return undefined
  const length = token.text.length
  const plain = MONTHS.get(token.text)
  if (plain !== undefined) {
    const calendar = /[\u0e00-\u0e7f]/.test(token.text) ? 'thai' : 'gregorian'
    return { month: plain, calendar, end: doubled(tokens, at + 1), length }
  }
  const pair = PAIRED_MONTHS.get(token.text)
  const next = tokens[at + 1]?.text ?? ''
  if (pair !== undefined && PAIR_FIRST.has(next))
    return { month: pair[0], calendar: 'gregorian', end: at + 2, length }
  if (pair !== undefined && PAIR_SECOND.has(next))
    return { month: pair[1], calendar: 'gregorian', end: at + 2, length }
  const jalali = JALALI_MONTHS.get(token.text)
  if (jalali !== undefined) return { month: jalali, calendar: 'jalali', end: at + 1, length }
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
  if (tokens[at]!.text !== 'tháng' || next?.type !== 'number' || next.value > 12) return undefined
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
  const month = monthAt(tokens, skip(tokens, i))
  if (month === undefined) return undefined
  return closed(tokens, month, day.value, skip(tokens, month.end))
}

/** `June 16, 2025`, `June 16th 2025`, `June 2025`; and `Jun 16 10:30:00 UTC 2025` is left to nobody. */
export function monthDayYear(tokens: readonly Token[], at: number): DayMatch | undefined {
  const month = monthAt(tokens, at)
  if (month === undefined) return undefined
  const i = skip(tokens, month.end, 2)
  const first = tokens[i]
  if (first?.type !== 'number' || dayBefore(tokens, at)) return undefined
  if (first.text.length === 4) return month.length >= 3 ? closed(tokens, month, undefined, i) : undefined
  if (first.text.length > 2) return undefined
  let j = i + 1
  if (tokens[j] !== undefined && !tokens[j]!.gap && ORDINALS.has(tokens[j]!.text)) j++
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
  if (month === undefined || month.calendar !== 'gregorian') return undefined
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
  if (year?.type !== 'number' || year.text.length !== 4) return undefined
  const found = inCalendar(month, day, year.value)
  return found && { day: found, end: i + 1 }
}

function inCalendar(month: MonthMatch, day: number | undefined, year: number): Day | undefined {
  if (month.calendar === 'jalali') return day === undefined ? undefined : fromJalali(year, month.month, day)
  const buddhist = month.calendar === 'thai' && year > 2300
  return checkedDay(buddhist ? year - BUDDHIST : year, month.month, day)
}

const YEAR_SIGNS = new Set(['年', '년'])
const MONTH_SIGNS = new Set(['月', '월'])

/** `2025年6月16日`, `2025년 6월 16일`, `2025年6月`. */
export function signedDay(
  tokens: readonly Token[],
  at: number,
  year = tokens[at]!.value,
): DayMatch | undefined {
  if (!YEAR_SIGNS.has(tokens[at + 1]?.text ?? '') || !isYear(year)) return undefined
  const [m, sign, d, last] = tokens.slice(at + 2, at + 6)
  if (m?.type !== 'number' || !MONTH_SIGNS.has(sign?.text ?? '')) return undefined
  const isDay = d?.type === 'number' && last !== undefined && /^(?:日|号|號|일)/.test(last.text)
  const day = checkedDay(year, m.value, isDay ? d.value : undefined)
  return day && { day, end: at + (isDay ? 6 : 4) }
}

/** `令和7年6月16日`, `令和元年5月1日`, `民國114年6月16日`. */
export function eraDay(tokens: readonly Token[], at: number, line: string): DayMatch | undefined {
  const era = ERAS.find(([name]) => line.startsWith(name, tokens[at]!.from))
  const year = tokens[at + 2]
  if (era === undefined || year === undefined) return undefined
  const value = year.text === '元' ? 1 : year.type === 'number' ? year.value : 0
  return value === 0 ? undefined : signedDay(tokens, at + 2, era[1] + value)
}
