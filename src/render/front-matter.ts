import { stringify } from 'yaml'
import { pageAddress } from '../content/address.ts'
import type { Article, Outcome } from '../core/article.ts'

/** Where the page of an article came from. */
export type Input = Pick<Outcome['input'], 'retrieved'>

/** What a file says of its article, in this order. What nobody on the page supports is absent. */
export type About = readonly (readonly [key: string, value: string | readonly string[]])[]

/**
 * The metadata of an article's file. `url` is the canonical address where the page names one; only addresses of http and
 * https are told. Dates are ISO 8601 with the precision printed.
 */
export function aboutOf(article: Article, { retrieved }: Input): About {
  const { title, subtitle, authors, editors, published, modified, site, source, section, tags } = article
  const { description, language, image, url } = article
  const fields: readonly (readonly [string, string | readonly string[] | undefined])[] = [
    ['title', title],
    ['subtitle', subtitle],
    ['authors', authors],
    ['editors', editors],
    ['published', published],
    ['modified', modified],
    ['url', address(article.canonicalUrl) ?? address(url)],
    ['site', site],
    ['source', source],
    ['section', section],
    ['tags', tags],
    ['description', description],
    ['image', address(image)],
    ['language', language],
    ['retrieved', retrieved],
  ]
  return fields.flatMap(([key, value]) => (value === undefined || value.length === 0 ? [] : [[key, value]]))
}

const address = (raw: string | undefined): string | undefined =>
  raw === undefined ? undefined : pageAddress(raw)

/**
 * YAML front matter, empty where there is nothing to say. Every value is a quoted string, so that readers of YAML 1.1 and
 * 1.2 take it for the same: no title is a number, a truth value, a date or a mark.
 */
export function frontMatter(about: About): string {
  if (about.length === 0) return ''
  const lines = stringify(Object.fromEntries(about), {
    defaultStringType: 'QUOTE_DOUBLE',
    defaultKeyType: 'PLAIN',
    lineWidth: 0,
  })
  return `---\n${lines.replace(UNREAD, escaped)}---\n\n`
}

/** Characters YAML 1.1 takes for line breaks, or does not read at all (YAML 1.1, 5.1); they stand in quoted strings only. */
const UNREAD = /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g
const escaped = (char: string): string => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`
