/** A day (or month) of the Gregorian calendar. */
export interface Day {
  readonly year: number
  readonly month: number
  readonly day?: number
}

/** Years a page's dates may lie in: the web's articles and the digitised print before them. */
export const FIRST_YEAR = 1800
export const LAST_YEAR = 2099
const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

export function isYear(value: number): boolean {
  return value >= FIRST_YEAR && value <= LAST_YEAR
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

export function daysIn(year: number, month: number): number {
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
export function fromJalali(year: number, month: number, day: number): Day | undefined {
  if (year < 1300 || year > 1472 || day < 1 || day > 31) return undefined
  let days = day - 1 + (month <= 7 ? (month - 1) * 31 : 186 + (month - 7) * 30)
  for (let y = 1300; y < year; y++) days += JALALI_LEAP.has(y % 33) ? 366 : 365
  return addDays({ year: 1921, month: 3, day: 21 }, days)
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
