import type { Claim } from '../../core/claim.ts'

/** Year, month and day as steps or as one number of a path; a year and a month alone say no day. */
const DAY =
  /\/((?:19|20)\d{2})[/_-]?(0[1-9]|1[0-2]|[1-9](?=[/_-]))[/_-]?(0[1-9]|[12]\d|3[01]|[1-9](?=[/_-]))(?=[/_.-]|$)|[/_-]t?((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?:\d{0,6})?(?=[/_.-]|$)/
const NAMED = /\/((?:19|20)\d{2})\/(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\/(\d{1,2})\//
const MONTHS = 'janfebmaraprmayjunjulaugsepoctnovdec'

/** The day an address files the page under. */
export function urlDate(url: string | undefined): Claim[] {
  const path =
    url === undefined ? '' : (/^https?:\/\/[^/]{1,253}(\/[^?#]{0,1000})/i.exec(url)?.[1] ?? '').toLowerCase()
  const named = NAMED.exec(path)
  const day = DAY.exec(path)
  const parts = named
    ? [named[1]!, String(MONTHS.indexOf(named[2]!) / 3 + 1), named[3]!]
    : day
      ? [day[1] ?? day[4]!, day[2] ?? day[5]!, day[3] ?? day[6]!]
      : undefined
  if (parts === undefined) return []
  return [
    {
      field: 'published',
      value: parts.map((part) => part.padStart(2, '0')).join('-'),
      from: 'url',
      key: 'path',
    },
  ]
}
