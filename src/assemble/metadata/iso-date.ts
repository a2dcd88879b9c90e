import { parseDate } from '../../facts/date.ts'

/** A moment as a page writes it. */
export interface Moment {
  /** ISO 8601 with the precision printed, an offset only where given; fractions of a second are left out. */
  readonly iso: string
  /** The day as written, without regard to the offset. */
  readonly day: string
  /** Hours and minutes are given, and are not the midnight that stands for an unknown time. */
  readonly timed: boolean
}

const ISO =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:(?:[Tt]|\s{1,3})(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s{0,2}([Zz]|[+-]\d{2}:?\d{2}|[+-]\d{2}|(?:UTC|GMT)(?:[+-]\d{2}:?\d{2})?)?)?/
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{4})?)?$/
const MAIL =
  /^(?:[A-Za-z]{3,9},?\s{1,3})?(\d{1,2})[\s-]{1,3}([A-Za-z]{3})[a-z]{0,6}\.?[\s-]{1,3}(\d{4})\s{1,3}(\d{1,2}):(\d{2})(?::(\d{2}))?\s{0,3}(Z|GMT|UTC|[+-]\d{4})?/
const UNIX_CTIME =
  /^[A-Za-z]{3}\s{1,3}([A-Za-z]{3})\s{1,3}(\d{1,2})\s{1,3}(\d{1,2}):(\d{2}):(\d{2})\s{1,3}([A-Z]{1,4}\s{1,3})?(\d{4})/
const EPOCH = /^1\d{9}(?:\d{3})?$/
const MONTHS = 'janfebmaraprmayjunjulaugsepoctnovdec'

/** Reads a date of the markup: machine forms first, then the forms people print. */
export function momentOf(value: string): Moment | undefined {
  const text = value.trim().slice(0, 100)
  return machineDate(text) ?? printedDate(text)
}

function machineDate(text: string): Moment | undefined {
  const iso = ISO.exec(text) ?? COMPACT.exec(text)
  if (iso) return moment(iso[1]!, iso[2]!, iso[3]!, iso[4], iso[5], iso[6], iso[7])
  const mail = MAIL.exec(text)
  if (mail) return moment(mail[3]!, month(mail[2]!), mail[1]!, mail[4], mail[5], mail[6], mail[7])
  const ctime = UNIX_CTIME.exec(text)
  if (ctime) return moment(ctime[7]!, month(ctime[1]!), ctime[2]!, ctime[3], ctime[4], ctime[5], undefined)
  if (!EPOCH.test(text)) return undefined
  const stamp = new Date(Number(text) * (text.length === 10 ? 1000 : 1)).toISOString()
  return machineDate(stamp)
}

function printedDate(text: string): Moment | undefined {
  const iso = parseDate(text)
  return iso === undefined || iso.length < 10 ? undefined : machineDate(iso)
}

function month(name: string): string {
  const at = MONTHS.indexOf(name.toLowerCase().slice(0, 3))
  return at < 0 || at % 3 !== 0 ? '0' : String(at / 3 + 1)
}

function moment(
  year: string,
  month: string,
  date: string,
  hour: string | undefined,
  minute: string | undefined,
  second: string | undefined,
  zone: string | undefined,
): Moment | undefined {
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  if (!isDay(day)) return undefined
  if (hour === undefined || minute === undefined || Number(hour) > 23 || Number(minute) > 59) {
    return { iso: day, day, timed: false }
  }
  const time = `${hour.padStart(2, '0')}:${minute}${second === undefined ? '' : `:${second}`}`
  const timed = !/^00:00(?::00)?$/.test(time)
  return { iso: `${day}T${time}${offset(zone)}`, day, timed }
}

function isDay(day: string): boolean {
  const at = Date.parse(`${day}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(day)
}

function offset(zone: string | undefined): string {
  if (zone === undefined) return ''
  const signed = /([+-]\d{2}):?(\d{2})?$/.exec(zone)
  return signed ? `${signed[1]}:${signed[2] ?? '00'}` : 'Z'
}

/** Milliseconds since 1970; a time without an offset is read as UTC, a day as its start. */
export function instant(moment: Moment): number {
  const { iso } = moment
  if (iso.length === 10) return Date.parse(`${iso}T00:00:00Z`)
  return Date.parse(/(?:Z|[+-]\d{2}:\d{2})$/.test(iso) ? iso : `${iso}Z`)
}
