import type { DateMention } from '../core/line-reading.ts'
import { CUE_WORDS } from '../words/date-cues.ts'
import { isoDay, isoTime, type Time } from './date/calendar.ts'
import { skipToTime, timeAt } from './date/clock.ts'
import { cueAfter, cueBefore } from './date/cue.ts'
import { dayMonthYear, eraDay, monthDayYear, signedDay, yearMonthDay } from './date/named.ts'
import { type DateOrder, type DayMatch, numericDay } from './date/numeric.ts'
import { foldLine, type Token, tokenize } from './date/tokens.ts'

export type { DateOrder } from './date/numeric.ts'

export interface DateOptions {
  /** Which comes first in `03/04/2025`; without it such a date is refused, unless the line itself tells. */
  readonly order?: DateOrder
}

/** A line with a date is short; what stands after this many characters is not read. */
const LONGEST = 300
/** A year, digits of another script, an era, or three numbers of two digits. One cheap look before all else. */
const HINT =
  /(?:1[3489]|2[045])\d\d|[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u0e50-\u0e59\uff10-\uff19]|和|民[国國]|\b\d\d[./]\d\d[./]\d\d\b/

/**
 * Every date a line prints with its year, left to right. Relative dates, days without a year and ambiguous numbers
 * are no dates. Reads 30-odd languages; the first 300 characters; linear.
 */
export function findDates(text: string, options: DateOptions = {}): DateMention[] {
  const cut = text.length > LONGEST ? text.slice(0, LONGEST) : text
  if (!HINT.test(cut)) return []
  const line = foldLine(cut)
  const tokens = tokenize(line)
  const order = options.order ?? orderOf(tokens)
  const mentions: DateMention[] = []
  let before: { readonly at: number; readonly end: number; readonly time: Time } | undefined
  let last = 0
  for (let at = 0; at < tokens.length; ) {
    const match = dayAt(tokens, at, line, order)
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
  return mentions
}

function dayAt(
  tokens: readonly Token[],
  at: number,
  line: string,
  order: DateOrder | undefined,
): DayMatch | undefined {
  const token = tokens[at]!
  if (token.type === 'mark') return undefined
  if (token.type === 'word')
    return token.text.length === 1 ? eraDay(tokens, at, line) : monthDayYear(tokens, at)
  if (token.text.length > 4) return undefined
  if (token.text.length > 2)
    return numericDay(tokens, at, order) ?? signedDay(tokens, at) ?? yearMonthDay(tokens, at)
  return numericDay(tokens, at, order) ?? dayMonthYear(tokens, at)
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
  const time = after?.time ?? (exact ? lead?.time : undefined)
  const end = after?.end ?? match.end
  const from = tokens[after === undefined && time !== undefined ? lead!.at : at]!.from
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

/** The order a line itself tells: a number above twelve, a word of a language, or its script. */
function orderOf(tokens: readonly Token[]): DateOrder | undefined {
  let told: DateOrder | undefined
  for (let i = 0; i < tokens.length; i++) {
    const { type, text, value } = tokens[i]!
    if (type === 'word' && (CUE_WORDS.get(text)?.dmy === true || text === 'uhr' || !LATIN.test(text)))
      told ??= 'dmy'
    const slashed =
      type === 'number' && text.length <= 2 && tokens[i + 1]?.text === '/' && tokens[i + 3]?.text === '/'
    if (!slashed || tokens[i + 2]?.type !== 'number' || tokens[i + 4]?.text.length !== 4) continue
    if (value > 12) return 'dmy'
    if (tokens[i + 2]!.value > 12) return 'mdy'
  }
  return told
}

const COMPACT = /^((?:19|20)\d\d)(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?)?(Z|[+-]\d\d:?\d\d)?$/
const ISO_PART = /^((?:19|20)\d\d)(?:-(\d\d))?$/

/**
 * The date a whole value stands for (`content` of a meta, a JSON-LD field, a `datetime`), in ISO 8601 with the
 * precision given. Reads what `findDates` reads, RFC 2822, `20250616`, `2025-06` and `2025`. Seconds since an epoch
 * are refused. Undefined where there is no date, or an ambiguous one.
 */
export function parseDate(text: string, options: DateOptions = {}): string | undefined {
  const value = text.trim()
  if (value.length > LONGEST) return undefined
  const part = ISO_PART.exec(value)
  if (part !== null)
    return part[2] === undefined || (Number(part[2]) >= 1 && Number(part[2]) <= 12) ? value : undefined
  const compact = COMPACT.exec(value)
  if (compact === null) return findDates(value, options)[0]?.iso
  const [, year, month, day, hour, minute, second, zone] = compact
  const clock =
    hour === undefined ? '' : `T${hour}:${minute}${second === undefined ? '' : `:${second}`}${zone ?? ''}`
  return findDates(`${year}-${month}-${day}${clock}`)[0]?.iso
}
