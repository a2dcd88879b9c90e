/** A day (or month) of the Gregorian calendar. */
export interface Day {
  readonly year: number
  readonly month: number
  readonly day?: number
}

/** Years a page's dates may lie in: the web's articles and the digitised print before them. */
const FIRST_YEAR = 1800
const LAST_YEAR = 2099
const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

export function isYear(value: number): boolean {
  return value >= FIRST_YEAR && value <= LAST_YEAR
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

function daysIn(year: number, month: number): number {
  return month === 2 && isLeap(year) ? 29 : (LENGTHS[month - 1] ?? 0)
}

/** The day when the calendar has it, else undefined. */
export function checkedDay(year: number, month: number, day: number | undefined): Day | undefined {
  if (!isYear(year) || month < 1 || month > 12) return undefined
  if (day === undefined) return { year, month }
  return day >= 1 && day <= daysIn(year, month) ? { year, month, day } : undefined
}

/** Remainders of leap years in the Iranian calendar's 33-year cycle; holds for the years 1244 to 1472. */
const JALALI_LEAP = new Set([1, 5, 9, 13, 17, 22, 26, 30])

/** A day of the Iranian solar calendar (years 1300 to 1472) in the Gregorian one. 1 Farvardin 1300 was 21 March 1921. */
function fromJalali(year: number, month: number, day: number): Day | undefined {
  if (year < 1300 || year > 1472 || day < 1 || day > 31) return undefined
  let days = day - 1 + (month <= 7 ? (month - 1) * 31 : 186 + (month - 7) * 30)
  for (let y = 1300; y < year; y++) days += JALALI_LEAP.has(y % 33) ? 366 : 365
  return addDays({ year: 1921, month: 3, day: 21 }, days)
}

/** Days from the first of Muharram of year 1 (19 July 622, Gregorian) to a day of the tabular Islamic calendar. */
const HIJRI_EPOCH = Date.UTC(622, 6, 19)
const MS = 86_400_000
let ummAlQura: Intl.DateTimeFormat | undefined

/**
 * A day of the Islamic calendar (years 1300 to 1500) in the Gregorian one, by the Umm al-Qura calendar, which the press of the
 * Arabian peninsula prints; the tabular calendar, at most two days off, says where to look.
 */
function fromHijri(year: number, month: number, day: number): Day | undefined {
  if (year < 1300 || year > 1500 || day < 1 || day > 30) return undefined
  const days = (year - 1) * 354 + Math.floor((3 + 11 * year) / 30) + Math.ceil(29.5 * (month - 1)) + day - 1
  ummAlQura ??= new Intl.DateTimeFormat('en-u-ca-islamic-umalqura', {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    timeZone: 'UTC',
  })
  for (const shift of [0, -1, 1, -2, 2, -3, 3]) {
    const at = new Date(HIJRI_EPOCH + (days + shift) * MS)
    if (!ummAlQura.format(at).startsWith(`${month}/${day}/${year} `)) continue
    return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() }
  }
  return undefined
}

/** Calendars a line may count its years by, told by its script. */
export type Calendar = 'gregorian' | 'jalali' | 'hijri' | 'buddhist'

/** Buddhist years run 543 ahead. */
const BUDDHIST = 543

/** The day a calendar means by three numbers, or the month by two. */
export function dayIn(
  calendar: Calendar,
  year: number,
  month: number,
  day: number | undefined,
): Day | undefined {
  if (calendar === 'gregorian') return checkedDay(year, month, day)
  if (calendar === 'buddhist') return checkedDay(isYear(year) ? year : year - BUDDHIST, month, day)
  if (day === undefined || month < 1 || month > 12) return undefined
  return calendar === 'jalali' ? fromJalali(year, month, day) : fromHijri(year, month, day)
}

function addDays(start: { year: number; month: number; day: number }, days: number): Day {
  let { year, month } = start
  let day = start.day + days
  while (day > daysIn(year, month)) {
    day -= daysIn(year, month)
    month = month === 12 ? 1 : month + 1
    if (month === 1) year++
  }
  return { year, month, day }
}

function pad(value: number): string {
  return value < 10 ? `0${value}` : `${value}`
}

export function isoDay({ year, month, day }: Day): string {
  return day === undefined ? `${year}-${pad(month)}` : `${year}-${pad(month)}-${pad(day)}`
}

/** A time of day as printed; `offset` is `Z` or `+08:00`. */
export interface Time {
  readonly hour: number
  readonly minute: number
  readonly second?: number
  readonly offset?: string
}

export function isoTime({ hour, minute, second, offset = '' }: Time): string {
  return `T${pad(hour)}:${pad(minute)}${second === undefined ? '' : `:${pad(second)}`}${offset}`
}
