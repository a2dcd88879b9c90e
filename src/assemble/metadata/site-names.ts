import type { Claim } from '../../core/claim.ts'
import { fold } from './fold.ts'
import { titleParts } from './title-parts.ts'

/** Labels of a host that name no site. */
const GENERIC = new Set(
  'www m amp mobile com org net co gov edu ac or ne go news blog blogs en de fr es it uk info html'.split(
    ' ',
  ),
)

/** What the page and its address call the site. */
export interface SiteNames {
  /** As said, most trusted first. */
  readonly said: readonly Claim[]
  /** Folds of the names said. */
  readonly folds: ReadonlySet<string>
  /** Telling labels of the host, folded: `example` of `www.example.co.uk`. */
  readonly labels: readonly string[]
}

export function siteNames(claims: readonly Claim[], url: string | undefined): SiteNames {
  const labels = hostLabels(url)
  const headlines = new Set(claims.filter(isHeadline).map((claim) => fold(claim.value)))
  const opening = new Set(claims.flatMap(opensTitle))
  // some systems fill the site's name in with each page's headline, most often as the name of an application
  const said = claims.filter(({ field, key, value }) => {
    if (field !== 'site' || !isName(value)) return false
    const name = fold(value)
    if (labels.some((label) => resembles(name, label))) return true
    return !headlines.has(name) && !(APPLICATION.test(key) && opening.has(name))
  })
  return { said, folds: new Set(said.map((claim) => fold(claim.value))), labels }
}

function isHeadline({ field, from, key }: Claim): boolean {
  return field === 'title' && (from === 'json-ld' || key === 'og:title') && !key.startsWith('WebPage.')
}

const APPLICATION = /application-name|web-app-title|app_name/

/** Letters a headline has at least, where it may be the site's name as well; a character of a script without case says as much as two. */
const HEADLINE = 15

/** What the page's title element opens with, or is, and is long for a site's name. */
function opensTitle({ from, value }: Claim): readonly string[] {
  const mass = (key: string) => key.length + (key.match(/\p{Lo}/gu)?.length ?? 0)
  const said = from === 'title-element' ? [fold(value), titleParts(value)[0]?.fold ?? ''] : []
  return said.filter((key) => mass(key) >= HEADLINE)
}

function isName(value: string): boolean {
  return value.length <= 80 && !/^(?:https?:|www\.|@)|©|\d{4}/i.test(value)
}

function hostLabels(url: string | undefined): string[] {
  const host = /^https?:\/\/(?:[^/@]{0,200}@)?([^/:?#]{1,253})/i.exec(url ?? '')?.[1]?.toLowerCase()
  if (host === undefined) return []
  const labels = host.split('.').slice(0, -1)
  return labels.filter((label) => label.length > 1 && !GENERIC.has(label)).map(fold)
}

/**
 * Whether a folded text is the site's name: said so by the page, or the host's label, or one with a word more
 * (`cbcnews` for `cbc`).
 */
export function isSiteName(text: string, names: SiteNames): boolean {
  if (text === '') return false
  if (names.folds.has(text)) return true
  for (const label of names.labels) if (resembles(text, label)) return true
  for (const name of names.folds) if (resembles(text, name)) return true
  return false
}

/** A host's label may have so many letters more to be a site's name (`cbcnews`, `thecbc`). */
const MORE = 6

/**
 * Whether a whole headline is nothing but the site's name. A headline may open or end with it and go on, so that
 * likeness is not enough.
 */
export function isBareSiteName(text: string, { folds, labels }: SiteNames): boolean {
  if (folds.has(text)) return true
  return labels.some((label) => Math.abs(text.length - label.length) <= MORE && resembles(text, label))
}

/** One holds the other at an end, and the rest is no longer than the shared part and a little. */
function resembles(text: string, name: string): boolean {
  if (text === name) return true
  const [short, long] = text.length < name.length ? [text, name] : [name, text]
  const enough = /[^\u0000-\u024f]/.test(short) ? short.length >= 2 : short.length >= 3
  if (!enough || long.length - short.length > Math.max(6, short.length * 1.5)) return false
  return long.startsWith(short) || long.endsWith(short)
}
