import type { Claim } from '../../core/claim.ts'
import { evidence, type Found } from './found.ts'
import { instant, type Moment, momentOf } from './iso-date.ts'
import { urlDate } from './url-date.ts'
import type { Witnesses } from './witnesses.ts'

interface Dated {
  readonly claim: Claim
  readonly moment: Moment
}

const DAY = 86_400_000
/** Zones reach 14 hours east and 12 hours west of UTC; a time without an offset may be off by as much. */
const ZONE = 14 * 3_600_000
const EARLIEST = Date.UTC(1990, 0, 1)
const LATEST = Date.UTC(2101, 0, 1)

/** When the article appeared and when it was changed: markup, then printed lines, then the address. */
export function dates(seen: Witnesses): { published?: Found<string>; modified?: Found<string> } {
  const retrieved = seen.input.retrieved === undefined ? undefined : momentOf(seen.input.retrieved)
  const latest = retrieved === undefined ? LATEST : instant(retrieved) + ZONE
  const read = (claims: readonly Claim[]) =>
    claims.flatMap((claim) => {
      const moment = momentOf(claim.value)
      return moment && instant(moment) >= EARLIEST && instant(moment) <= latest ? [{ claim, moment }] : []
    })
  const modified = pick(read([...strong(seen, 'modified'), ...seen.lines('modified')]))
  const published = pick(publishedFrom(seen, read, modified))
  const order = published && modified && instant(modified.moment) < instant(published.moment) - DAY
  return {
    ...(published && {
      published: found(published, read([...seen.claims('published'), ...seen.lines('published')])),
    }),
    ...(modified && !order && { modified: found(modified, []) }),
  }
}

function publishedFrom(
  seen: Witnesses,
  read: (claims: readonly Claim[]) => Dated[],
  modified: Dated | undefined,
): Dated[] {
  const own = read(strong(seen, 'published'))
  const labelled = seen.labelled('published')
  const lines = read([...seen.lines('published'), ...labelled])
  const address = read(urlDate(seen.url))
  const times = modified ? [] : read(seen.claims('published').filter((claim) => claim.key === 'time'))
  // a bare `time` element counts where it is the only day such elements name, or the printed one
  const days = new Set(times.map(({ moment }) => moment.day))
  const bare =
    days.size === 1 || (times[0] && lines.some((line) => line.moment.day === times[0]!.moment.day))
      ? times
      : []
  return [...own, ...lines, ...bare.slice(0, 1), ...address, ...times.slice(0, 1)]
}

/** Claims that say themselves that they are the article's. */
function strong(seen: Witnesses, field: 'published' | 'modified'): Claim[] {
  return seen
    .claims(field)
    .filter((claim) => claim.from !== 'time' || /\[(?:pubdate|published)\]/.test(claim.key))
}

/**
 * The first, in the wording of another of the same day that says more: a time where it gives none, or the printed time
 * where it gives one without an offset (systems store when a text was filed, pages print when it appeared).
 */
function pick(dated: readonly Dated[]): Dated | undefined {
  const first = dated[0]
  if (first === undefined || /(?:Z|[+-]\d{2}:\d{2})$/.test(first.moment.iso.slice(10))) {
    if (first === undefined || first.moment.timed) return first
  }
  const sameDay = dated.filter(({ moment }) => moment.timed && moment.day === first.moment.day)
  return (
    sameDay.find(({ claim }) => claim.from === 'line') ?? (first.moment.timed ? first : (sameDay[0] ?? first))
  )
}

function found({ claim, moment }: Dated, others: readonly Dated[]): Found<string> {
  const said = others.map((other) => ({ ...other.claim, value: other.moment.iso }))
  return { value: moment.iso, evidence: evidence({ ...claim, value: moment.iso }, said, claim.value) }
}
