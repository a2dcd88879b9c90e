import type { Claim } from '../../core/claim.ts'
import { type DateOrder, parseDate } from '../../facts/date.ts'
import { evidence, type Found, placeOf } from './found.ts'
import { isNoText, type LikelyType } from './page-type.ts'
import type { Witnesses } from './witnesses.ts'

/** A moment as a page writes it. */
interface Moment {
  /** ISO 8601 with the precision printed, an offset only where given. */
  readonly iso: string
  /** The day as written, without regard to the offset. */
  readonly day: string
  /** Hours and minutes are given, and are not the midnight that stands for an unknown time. */
  readonly timed: boolean
  /** Milliseconds since 1970; a time without an offset is read as UTC, a day as its start. */
  readonly instant: number
}

interface Dated {
  readonly claim: Claim
  readonly moment: Moment
}

interface Refused {
  readonly claim: Claim
  readonly why: string
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
/** Zones reach 14 hours east and 12 hours west of UTC; a time without an offset may be off by as much. */
const EAST = 14 * HOUR
const WEST = 12 * HOUR
const EARLIEST = Date.UTC(1990, 0, 1)
const LATEST = Date.UTC(2101, 0, 1)
const OFFSET = /(?:Z|[+-]\d{2}:\d{2})$/

/**
 * When the article appeared and when it was changed: markup, then printed lines, then the address. A date that cannot be
 * the article's, later than the page's retrieval or before the web, is refused, and evidence says why.
 */
export function dates(
  seen: Witnesses,
  type: LikelyType | undefined,
): {
  published?: Found<string | undefined>
  modified?: Found<string | undefined>
} {
  const retrieved = seen.input.retrieved === undefined ? undefined : momentOf(seen.input.retrieved)
  const latest = retrieved === undefined ? LATEST : retrieved.instant + EAST
  const refused: Refused[] = []
  const read = (claims: readonly Claim[]) =>
    claims.flatMap((claim) => {
      const moment = momentOf(claim.value, seen.input.order)
      const why = moment === undefined ? unreadable(claim) : impossible(moment, latest)
      if (why !== undefined) refused.push({ claim, why })
      return moment && why === undefined ? [{ claim, moment }] : []
    })
  const modified = fuller(
    read([...strong(seen, 'modified'), ...seen.lines('modified'), ...seen.labelled('modified')]),
  )
  const candidates = isNoText(type) ? [] : publishedFrom(seen, read, modified, type?.value)
  const said = read([...seen.claims('published'), ...seen.lines('published')])
  const published = local(fuller(candidates), [...said, ...candidates], read(urlDate(seen))[0])
  const before = published && modified && modified.moment.instant < published.moment.instant - DAY
  return {
    ...found(published, said, refused, 'published'),
    ...(before ? {} : found(modified, [], refused, 'modified')),
  }
}

function momentOf(value: string, order?: DateOrder): Moment | undefined {
  const iso = parseDate(value.slice(0, 100), order && { order })
  if (iso === undefined || iso.length < 10) return undefined
  const instant = Date.parse(iso.length === 10 || OFFSET.test(iso.slice(10)) ? iso : `${iso}Z`)
  return { iso, day: iso.slice(0, 10), timed: iso.length > 10 && !/T00:00(?::00)?\b/.test(iso), instant }
}

function unreadable({ value }: Claim): string | undefined {
  return /\d{4}.{0,3}\d/.test(value) ? 'no day of the calendar, or one that can be read two ways' : undefined
}

function impossible({ instant }: Moment, latest: number): string | undefined {
  if (instant > latest)
    return latest === LATEST ? 'lies in the far future' : 'later than the page was retrieved'
  return instant < EARLIEST ? 'before there were pages' : undefined
}

function publishedFrom(
  seen: Witnesses,
  read: (claims: readonly Claim[]) => Dated[],
  modified: Dated | undefined,
  type: string | undefined,
): Dated[] {
  const lines = read([...seen.lines('published'), ...seen.labelled('published')])
  // documentation is filed on the day it was built
  if (type === 'documentation') return lines
  const address = read(urlDate(seen))
  const own = confirmed(read(strong(seen, 'published')), [...lines, ...address])
  const times = modified ? [] : read(seen.claims('published').filter((claim) => claim.key === 'time'))
  // a bare `time` element counts where it is the only day such elements name, or the printed one
  const days = new Set(times.map(({ moment }) => moment.day))
  const bare =
    days.size === 1 || (times[0] && lines.some((line) => line.moment.day === times[0]!.moment.day))
      ? times
      : []
  return [...own, ...lines, ...bare.slice(0, 1), ...address, ...times.slice(0, 1)]
}

/** What is said of the page as such tells when its address was made: it counts where the page shows that day, or another claim does. */
function confirmed(own: readonly Dated[], shown: readonly Dated[]): Dated[] {
  const ofPage = ({ claim }: Dated) => claim.key.startsWith('WebPage.')
  return own.filter(
    (one) =>
      !ofPage(one) ||
      [...own.filter((o) => !ofPage(o)), ...shown].some(({ moment }) => moment.day === one.moment.day),
  )
}

/**
 * Claims that say themselves that they are the article's. Elements of several days named for publication belong to a list of
 * stories: of these only the day counts that the lines above the text print.
 */
function strong(seen: Witnesses, field: 'published' | 'modified'): Claim[] {
  const claims = seen.claims(field)
  const named = claims.filter(({ key }) => key === 'time[published]')
  const day = ({ value }: Claim) => momentOf(value, seen.input.order)?.day
  const printed = new Set(seen.lines(field).map(day))
  const one = new Set(named.map(day)).size < 2
  return claims.filter((claim) => {
    if (claim.from !== 'time' || claim.key.includes('[pubdate]')) return true
    return claim.key === 'time[published]' && (one || printed.size === 0 || printed.has(day(claim)))
  })
}

/**
 * The first, in the wording of another of the same day that says more: a time where it gives none, or the printed time
 * where it gives one without an offset (systems store when a text was filed, pages print when it appeared).
 */
function fuller(dated: readonly Dated[]): Dated | undefined {
  const first = dated[0]
  if (first === undefined || (first.moment.timed && OFFSET.test(first.moment.iso.slice(10)))) return first
  const sameDay = dated.filter(({ moment }) => moment.timed && moment.day === first.moment.day)
  return (
    sameDay.find(({ claim }) => claim.from === 'line') ?? (first.moment.timed ? first : (sameDay[0] ?? first))
  )
}

/**
 * A moment in UTC as the page's own readers had it, where that was another day: in the words of a claim of the same moment
 * with an offset of its own, or of one whose clock is a whole number of quarters of an hour away, or as the address files it.
 */
function local(
  chosen: Dated | undefined,
  others: readonly Dated[],
  filed: Dated | undefined,
): Dated | undefined {
  if (chosen === undefined || !chosen.moment.timed || !/(?:Z|[+-]00:00)$/.test(chosen.moment.iso))
    return chosen
  for (const other of others) {
    const { moment } = other
    if (!moment.timed || moment.day === chosen.moment.day) continue
    const ahead = minuteOf(moment) - minuteOf(chosen.moment)
    const quarters = ahead % 15 === 0 && ahead <= EAST / MINUTE && -ahead <= WEST / MINUTE
    if (OFFSET.test(moment.iso.slice(10)) ? ahead === 0 : quarters) return other
  }
  return filed !== undefined && isDayBeside(chosen.moment, filed.moment) ? filed : chosen
}

/** It is that day at the moment in lands many live in, 8 hours west to 10 hours east. */
function isDayBeside({ day, instant }: Moment, other: Moment): boolean {
  if (other.day === day) return false
  return instant + 10 * HOUR >= other.instant && instant - 8 * HOUR < other.instant + DAY
}

/** Lines print no seconds. */
function minuteOf({ instant }: Moment): number {
  return Math.floor(instant / MINUTE)
}

function found(
  dated: Dated | undefined,
  others: readonly Dated[],
  refused: readonly Refused[],
  field: 'published' | 'modified',
): { [name in typeof field]?: Found<string | undefined> } {
  const turned = refused.filter(({ claim }) => claim.field === field)
  const told = unique(turned).map(({ claim, why }) => ({ value: claim.value, from: placeOf(claim), why }))
  const extra = told.length > 0 ? { refused: told } : {}
  if (dated === undefined) {
    const first = turned[0]
    return first ? { [field]: { value: undefined, evidence: { ...evidence(first.claim), ...extra } } } : {}
  }
  const { claim, moment } = dated
  const said = others.map((other) => ({ ...other.claim, value: other.moment.iso }))
  const seen = evidence({ ...claim, value: moment.iso }, said, claim.value)
  return { [field]: { value: moment.iso, evidence: { ...seen, ...extra } } }
}

function unique(refused: readonly Refused[]): Refused[] {
  const key = ({ claim }: Refused) => `${claim.key} ${claim.value}`
  return refused.filter((one, at) => refused.findIndex((other) => key(other) === key(one)) === at).slice(0, 5)
}

/** Year, month and day as steps or as one number of a path; a year and a month alone say no day. */
const STEPS =
  /\/((?:19|20)\d{2})[/_-]?(0[1-9]|1[0-2]|[1-9](?=[/_-]))[/_-]?(0[1-9]|[12]\d|3[01]|[1-9](?=[/_-]))(?=[/_.-]|$)|[/_-]t?((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?:\d{0,6})?(?=[/_.-]|$)/
const NAMED = /\/((?:19|20)\d{2})\/(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\/(\d{1,2})\//
const MONTHS = 'janfebmaraprmayjunjulaugsepoctnovdec'

/** The day an address files the page under: its own, or the one it gives as canonical. */
function urlDate(seen: Witnesses): Claim[] {
  const url = seen.url ?? seen.claims('canonicalUrl')[0]?.value
  const path =
    url === undefined ? '' : (/^https?:\/\/[^/]{1,253}(\/[^?#]{0,1000})/i.exec(url)?.[1] ?? '').toLowerCase()
  const named = NAMED.exec(path)
  const day = STEPS.exec(path)
  const parts = named
    ? [named[1]!, String(MONTHS.indexOf(named[2]!) / 3 + 1), named[3]!]
    : day
      ? [day[1] ?? day[4]!, day[2] ?? day[5]!, day[3] ?? day[6]!]
      : undefined
  if (parts === undefined) return []
  const value = parts.map((part) => part.padStart(2, '0')).join('-')
  return [{ field: 'published', value, from: 'url', key: 'path' }]
}
