import type { ExplainedBlock } from '../../src/core/article.ts'
import { fold } from './fields.ts'

/** Where markup claims a headline: the title element, its kin in `meta`, and the headlines and names of data. */
const CLAIMS =
  /<title[^>]{0,200}>([^<]{1,600})<|<meta\s[^>]{0,300}?(?:title|headline)["'][^>]{0,100}?content=["']([^>]{1,600}?)["'][\s/>]|<meta\s[^>]{0,100}?content=["']([^>]{1,600}?)["'][^>]{0,100}?title["']|"(?:headline|alternativeHeadline|name|title)"\s*:\s*"((?:[^"\\]|\\.){1,600})"/gi
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
}

const decoded = (text: string) =>
  text
    .replace(/&#x([\da-f]{1,6});|&#(\d{1,7});/gi, (_, hex, dec) =>
      String.fromCodePoint(Math.min(0x10ffff, hex ? Number.parseInt(hex, 16) : Number(dec))),
    )
    .replace(/&(amp|lt|gt|quot|apos|nbsp);/g, (_, name) => NAMED[name] ?? '')
    .replace(/\\u([\da-f]{4})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/\\(.)/g, '$1')

const bare = (text: string) => fold(decoded(text)).replace(/[^\p{L}\p{M}\p{N}]/gu, '')

/** Whether a title stands on the page as a line or block of its own, or is all or a part of what its markup claims. */
export function isFounded(
  title: string,
  html: string | undefined,
  blocks: readonly ExplainedBlock[] = [],
): boolean {
  const wanted = bare(title)
  const printed = blocks.some(
    ({ text }) => bare(text) === wanted || text.split('\n').some((line) => bare(line) === wanted),
  )
  if (printed || html === undefined) return printed
  for (const match of html.matchAll(CLAIMS))
    if (bare(match.slice(1).find((claim) => claim !== undefined) ?? '').includes(wanted)) return true
  return false
}
