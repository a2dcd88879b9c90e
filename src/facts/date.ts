import { DIGIT, IDEOGRAPH, signsOf } from '../core/character.ts'
import type { DateKind, DateMention } from '../core/line-reading.ts'
import { CUE_WORDS, type Cue, GLUED_CUES } from '../words/date-cues.ts'
import { WEEKDAYS } from '../words/months.ts'
import { type Calendar, isoDay, isoTime, type Time } from './date/calendar.ts'
import { skipToTime, timeAt } from './date/clock.ts'
import {
  type DateOrder,
  type DayMatch,
  dayMonthYear,
  eraDay,
  monthDayYear,
  numericDay,
  type Reading,
  signedDay,
  yearMonthDay,
} from './date/day.ts'
import { foldLine, type Token, tokenize } from './date/tokens.ts'

export type { DateOrder } from './date/day.ts'

export interface DateOptions {
  /** What comes first in `03/04/2025` or `25.04.03`; without it such a date is refused, unless the line itself tells. */
  readonly order?: DateOrder
}

/** A line with a date is short; what stands after this many characters is not read. */
const LONGEST = 300
/** Dates without a digit: eras of Japan and of the Republic of China, in Han numbers. */
const ERA = /和|民[国國]/
/** A year, digits of another script, an era, three short numbers, or two digits behind a word. */
const HINT =
  /(?:1[3489]|2[045])\d\d|1[0-4]\d[年./-]|[rhs]\d{1,2}[./-]|[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0e50-\u0e59\uff10-\uff19]|和|民[国國]|\b\d{1,2}[./]\d{1,2}[./]\d\d\b|[\p{L}'’]-?\d\d\b|[\u0e01-\u0e2e]\.? ?\d\d/iu

/**
 * Every date a line prints with its year, left to right. Relative dates, days without a year and ambiguous numbers
 * are no dates. Reads 30-odd languages; the first 300 characters; linear.
 *
 * @param signs what stands in the text, where it was counted.
 */
export function findDates(
  text: string,
  options: DateOptions = {},
  signs: number = signsOf(text),
): DateMention[] {
  const cut = text.length > LONGEST ? text.slice(0, LONGEST) : text
  if ((signs & DIGIT) === 0 && ((signs & IDEOGRAPH) === 0 || !ERA.test(cut))) return []
  if (!HINT.test(cut)) return []
  const line = foldLine(cut)
  const tokens = tokenize(line, cut)
  const told = orderOf(tokens)
  const reading = {
    line,
    order: options.order ?? told,
    told,
    asked: options.order !== undefined,
    calendar: calendarOf(cut),
  }
  const mentions: DateMention[] = []
  let before: { readonly at: number; readonly end: number; readonly time: Time } | undefined
  let last = 0
  for (let at = 0; at < tokens.length; ) {
    const match = dayAt(tokens, at, reading)
    if (match !== undefined) {
      const lead = before !== undefined && skipToTime(tokens, before.end) >= at ? before : undefined
      const mention = withTime(tokens, at, match, line, lead)
      const cue = cueBefore(tokens, last, lead?.at ?? at) ?? cueAfter(tokens, mention.end, line)
      mentions.push({ ...mention.date, ...(cue && { kind: cue.kind }) })
      before = undefined
      at = last = mention.end
      continue
    }
    const time = tokens[at]!.type === 'number' ? timeAt(tokens, at, line) : undefined
    if (time !== undefined) before = { at, end: time.end, time: time.time }
    at = time?.end ?? at + 1
  }
  return withoutTwins(mentions, cut)
}

const ASCII = /^[\0-\x7f]*$/

/** The calendar of years the Gregorian one cannot mean, by the letters and digits of the line. */
function calendarOf(text: string): Calendar {
  if (ASCII.test(text)) return 'gregorian'
  if (/[\u0e00-\u0e7f]/.test(text)) return 'buddhist'
  if (/هـ|(?:^|[^\p{L}])ه(?:$|[^\p{L}])/u.test(text)) return 'hijri'
  return /[\u06f0-\u06f9\u067e\u0686\u0698\u06a9\u06af\u06cc]/.test(text) ? 'jalali' : 'gregorian'
}

/** The Islamic day of a line that prints the Gregorian one too says the same less surely. */
function withoutTwins(mentions: DateMention[], text: string): DateMention[] {
  if (mentions.length < 2 || !/[\u0600-\u06ff]/.test(text)) return mentions
  const isIslamic = ({ from, to }: DateMention) =>
    /(?:^|[^\d٠-٩])(?:1[34]|١[٣٤])[\d٠-٩]{2}(?:$|[^\d٠-٩])/.test(text.slice(from, to))
  const others = mentions.filter((mention) => !isIslamic(mention))
  return others.length > 0 ? others : mentions
}

function dayAt(tokens: readonly Token[], at: number, reading: Reading): DayMatch | undefined {
  const token = tokens[at]!
  const { line } = reading
  if (token.type === 'mark') return undefined
  if (token.type === 'word')
    return token.text.length === 1 ? eraDay(tokens, at, reading) : monthDayYear(tokens, at, line)
  if (token.text.length > 4) return undefined
  if (token.text.length > 2)
    return numericDay(tokens, at, reading) ?? signedDay(tokens, at) ?? yearMonthDay(tokens, at)
  return numericDay(tokens, at, reading) ?? dayMonthYear(tokens, at)
}

/** The nearest word before a date, and after the date before it, that says what it is. */
function cueBefore(tokens: readonly Token[], from: number, to: number): Cue | undefined {
  for (let i = to - 1; i >= from && i > to - 12; i--) {
    const { text, type } = tokens[i]!
    if (type === 'number') continue
    if (EVENT_LABELS.has(text) && announcesEvent(tokens, i)) return EVENT
    if (text === '†' || (text === '*' && tokens.some((token) => token.text === '†'))) return LIFE
    // systems say so of posts, journals of manuscripts
    if (text === 'submitted' && tokens[i + 1]?.text === 'by') return { kind: 'published', dmy: false }
    const cue = CUE_WORDS.get(text) ?? gluedAt(tokens, i)
    if (cue !== undefined) return cue
  }
  return undefined
}

/** The day somebody was born or died. */
const LIFE: Cue = { kind: 'other', dmy: false }
const EVENT: Cue = { kind: 'event', dmy: false }
/** Labels of when something takes place, before a colon or, `日時`, by themselves; `save the date`. */
const EVENT_LABELS = new Set(
  'when wann quand cuándo quando wanneer kiedy когда när hvornår 日 date'.split(' '),
)

function announcesEvent(tokens: readonly Token[], at: number): boolean {
  const { text } = tokens[at]!
  const before = tokens[at - 1]
  if (text === 'date') return before?.text === 'the' && tokens[at - 2]?.text === 'save'
  if (text !== '日') return tokens[at + 1]?.text === ':' && before === undefined
  return tokens[at + 1]?.text === '時' && before?.type !== 'word' && before?.type !== 'number'
}

/** Two or three Han characters, or a Thai word that begins with the cue. */
function gluedAt(tokens: readonly Token[], at: number): Cue | undefined {
  const { text } = tokens[at]!
  const run = text.length > 1 ? text : text + (tokens[at + 1]?.text ?? '') + (tokens[at + 2]?.text ?? '')
  const found = GLUED_CUES.find(([word]) => run.startsWith(word))
  return found && { kind: found[1], dmy: false }
}

/** A cue of a script without spaces right after a date, unless it is the label of the next one. */
function cueAfter(tokens: readonly Token[], at: number, line: string): Cue | undefined {
  let i = at
  while (i < at + 2 && tokens[i]?.type === 'mark') i++
  const token = tokens[i]
  if (token === undefined || token.text.length !== 1) return undefined
  const found = GLUED_CUES.find(([word]) => line.startsWith(word, token.from))
  const labelled = found !== undefined && line[token.from + found[0].length] === ':'
  return found && !labelled ? { kind: found[1], dmy: false } : undefined
}

interface Timed {
  readonly date: DateMention
  readonly end: number
}

function withTime(
  tokens: readonly Token[],
  at: number,
  match: DayMatch,
  line: string,
  lead: { readonly at: number; readonly time: Time } | undefined,
): Timed {
  const exact = match.day.day !== undefined
  const after = exact ? timeAt(tokens, skipToTime(tokens, match.end), line) : undefined
  const led = exact && after === undefined && match.time === undefined ? lead : undefined
  const time = match.time ?? after?.time ?? led?.time
  const end = after?.end ?? match.end
  const from = tokens[led?.at ?? at]!.from
  const precision = !exact
    ? 'month'
    : time === undefined
      ? 'day'
      : time.second === undefined
        ? 'minute'
        : 'second'
  const iso = isoDay(match.day) + (time === undefined ? '' : isoTime(time))
  return { date: { iso, precision, from, to: tokens[end - 1]!.to }, end }
}

const LATIN = /^[a-z\u00c0-\u024f]/

const YEAR_FIRST = /^(?:zh|ja|ko)\b/i
const MONTH_FIRST = /^en-(?:us|ph)\b/i
/** Words beside a date in languages that write the day first. */
const DAY_FIRST = new Set(
  'uhr ngày lúc thứ alle ore às à kl klo kell pukul jam saat στις ora lunes martes lundi mardi'.split(' '),
)
/** Two small numbers and a year, the order of which nothing tells. */
const SLASHED = /(?:^|[^\d/])(\d{1,2})\/(\d{1,2})\/(?:\d{4}|\d\d)(?!\d)/g

/**
 * The order of three small numbers on a page: as one of its other lines must mean it, else as its language writes.
 * English is asked for its country, and tells nothing without one.
 *
 * @param language BCP 47, as the page declares it or as its text is written.
 */
export function dateOrder(language: string | undefined, lines: Iterable<string>): DateOrder | undefined {
  for (const line of lines) {
    if (line.length > LONGEST || !line.includes('/')) continue
    for (const [, first, second] of line.matchAll(SLASHED)) {
      if (Number(first) > 12 && Number(first) <= 31 && Number(second) <= 12) return 'dmy'
      if (Number(second) > 12 && Number(second) <= 31 && Number(first) <= 12) return 'mdy'
    }
  }
  if (language === undefined) return undefined
  if (MONTH_FIRST.test(language)) return 'mdy'
  if (YEAR_FIRST.test(language)) return 'ymd'
  return language.toLowerCase() === 'en' ? undefined : 'dmy'
}

/** The order a line itself tells: a number above twelve, a word of a language, or its script. */
function orderOf(tokens: readonly Token[]): DateOrder | undefined {
  let told: DateOrder | undefined
  for (let i = 0; i < tokens.length; i++) {
    const { type, text, value } = tokens[i]!
    if (type === 'word' && (CUE_WORDS.get(text)?.dmy === true || DAY_FIRST.has(text) || !LATIN.test(text)))
      told ??= 'dmy'
    if (type !== 'number') continue
    if (isMonthFirst(tokens, i)) return 'mdy'
    const slashed = text.length <= 2 && tokens[i + 1]?.text === '/' && tokens[i + 3]?.text === '/'
    if (!slashed || tokens[i + 2]?.type !== 'number' || tokens[i + 4]?.text.length !== 4) continue
    if (value > 12) return 'dmy'
    if (tokens[i + 2]!.value > 12) return 'mdy'
    told ??= byWeekday(tokens, i)
  }
  return told
}

const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']

/** `Tue, 09/06/2022`: only one of the two days was a Tuesday. English alone is in doubt about the order. */
function byWeekday(tokens: readonly Token[], at: number): DateOrder | undefined {
  const before = tokens[at - 1]?.type === 'mark' ? tokens[at - 2] : tokens[at - 1]
  const weekday = WEEKDAYS.has(before?.text ?? '') ? DAYS.indexOf(before!.text.slice(0, 3)) : -1
  if (weekday < 0) return undefined
  const [a, b, year] = [tokens[at]!.value, tokens[at + 2]!.value, tokens[at + 4]!.value]
  const falls = (month: number, day: number) =>
    new Date(Date.UTC(year, month - 1, day)).getUTCDay() === weekday
  const [mdy, dmy] = [falls(a, b), falls(b, a)]
  return mdy === dmy ? undefined : mdy ? 'mdy' : 'dmy'
}

/** `04.18.18`: only a day can be more than twelve in the middle. */
function isMonthFirst(tokens: readonly Token[], at: number): boolean {
  const [month, mark, day, again, year] = tokens.slice(at, at + 5)
  if (month === undefined || day?.type !== 'number' || year?.type !== 'number' || mark!.text !== again!.text)
    return false
  const short = month.text.length === 2 && day.text.length === 2 && year.text.length === 2
  return short && /^[./-]$/.test(mark!.text) && month.value <= 12 && day.value > 12 && day.value <= 31
}

const COMPACT = /^((?:19|20)\d\d)(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?)?(Z|[+-]\d\d:?\d\d)?$/
const ISO_PART = /^((?:19|20)\d\d)(?:-(\d\d))?$/
/** Seconds or milliseconds since 1970 that lie between 2001 and 2033. */
const EPOCH = /^(?:\/Date\()?(1\d{9}(?:\d{3})?)(?:[+-]\d{4})?(?:\)\/)?$/

/**
 * The date a whole value stands for (`content` of a meta, a JSON-LD field, a `datetime`, a `time` element's text), in ISO
 * 8601 with the precision given; fractions of a second are left out. Reads what `findDates` reads, and besides RFC 2822,
 * `20250616`, `2025-06`, `2025`, and seconds or milliseconds since 1970. Of several dates the first that may be the
 * article's. Undefined where there is none, or an ambiguous one.
 */
export function parseDate(text: string, options: DateOptions = {}): string | undefined {
  const value = text.trim()
  if (value.length > LONGEST) return undefined
  const part = ISO_PART.exec(value)
  if (part !== null)
    return part[2] === undefined || (Number(part[2]) >= 1 && Number(part[2]) <= 12) ? value : undefined
  const epoch = EPOCH.exec(value)?.[1]
  if (epoch !== undefined)
    return `${new Date(Number(epoch) * (epoch.length === 10 ? 1000 : 1)).toISOString().slice(0, 19)}Z`
  const compact = COMPACT.exec(value)
  if (compact === null) {
    const own = findDates(value, options).filter(({ kind }) => kind === undefined || OWN.has(kind))
    return own[0]?.iso
  }
  const [, year, month, day, hour, minute, second, zone] = compact
  const clock =
    hour === undefined ? '' : `T${hour}:${minute}${second === undefined ? '' : `:${second}`}${zone ?? ''}`
  return findDates(`${year}-${month}-${day}${clock}`)[0]?.iso
}

/** Dates of these kinds are the article's own. */
const OWN: ReadonlySet<DateKind> = new Set(['published', 'modified', 'created'])

/** What a label without a date says of the date beside or below it (`Received`); undefined for any other line. */
export function dateLabel(text: string): DateKind | undefined {
  if (text.length > 40 || /\d/.test(text)) return undefined
  const tokens = tokenize(foldLine(text), text)
  return tokens.length > 6 ? undefined : cueBefore(tokens, 0, tokens.length)?.kind
}
