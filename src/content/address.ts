/** As much of the `URL` of the WHATWG standard as is asked here; every runtime has it, the language's own types do not. */
type Parser = new (address: string, base?: string) => { readonly protocol: string }
const { URL: Parsed } = globalThis as unknown as { readonly URL: Parser }

/** Stands in for the page's address where it is not known: what is relative to it is relative. */
const BASE = 'https://base.invalid/'

const FOLLOWED: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:', 'tel:'])
const SHOWN: ReadonlySet<string> = new Set(['http:', 'https:'])

/** The address of a link if it is one a reader can follow without harm, ready to be written; else undefined. */
export function linkAddress(raw: string): string | undefined {
  return safe(raw, FOLLOWED)
}

/** The same of a picture. */
export function pictureAddress(raw: string): string | undefined {
  return safe(raw, SHOWN)
}

/** The same of a page. */
export function pageAddress(raw: string): string | undefined {
  return safe(raw, SHOWN)
}

/**
 * Browsers drop tabs and line breaks, and control characters at both ends, before they look for the scheme (URL
 * standard, 4.4), so `java&#10;script:` is a script. What is written is what was looked at, and parses alike in any
 * page: only white space, control characters and angle brackets in it are spelled as percent signs.
 */
function safe(raw: string, schemes: ReadonlySet<string>): string | undefined {
  const address = stripped(raw)
  if (address === '') return undefined
  try {
    if (!schemes.has(new Parsed(address, BASE).protocol)) return undefined
  } catch {
    return undefined
  }
  return UNWRITTEN.test(address) ? address.replace(UNWRITTEN_ALL, percent) : address
}

const UNWRITTEN = /[\0- <>\x7f]/
const UNWRITTEN_ALL = /[\0- <>\x7f]/g
const percent = (char: string): string => `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`

function stripped(raw: string): string {
  let from = 0
  let to = raw.length
  while (from < to && raw.charCodeAt(from) <= 32) from++
  while (to > from && raw.charCodeAt(to - 1) <= 32) to--
  const inner = raw.slice(from, to)
  return /[\t\n\r]/.test(inner) ? inner.replace(/[\t\n\r]+/g, '') : inner
}
