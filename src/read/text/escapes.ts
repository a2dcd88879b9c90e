import { decodeHTMLStrict } from 'entities'

/** The line separator: ends a line of the dump as it was meant, without counting as one of the file. */
const LINE_END = '\u2028'

/** What other writers end lines with, white space around it; a form feed behind a line feed ends nothing more. */
const OTHER_ENDS = /[ \t]{0,20}(?:(?<!\n)\f|[\u2028\u2029])[ \t]{0,20}/g
/** Icons of a font of the page's own (private use), standing apart from words; rare Han characters stand inside them. */
const ICONS = /(?<!\S)[\ue000-\uf8ff](?:[ \t]{0,20}[\ue000-\uf8ff]){0,20}(?!\S)[ \t]{0,20}/g

const REFERENCE = /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,30});/
const REFERENCES = new RegExp(REFERENCE, 'g')
/** A reference whose `&` was written as a reference again. */
const TWICE = /&amp;(?=(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,30});)/g
/** A text that shows markup, or speaks of it, writes its references on purpose. */
const ABOUT_MARKUP = /<\/?[a-z][a-z\d]{0,20}[\s>/]|(?<![.\w])X?HTML\b|(?<![.\w])XML\b|\bentit(?:y|ies)\b/

const ESCAPED_END = /\\r\\n|\\[nr]/g
const ESCAPES = /\\(?:u([\da-fA-F]{4})|r\\n|[nrtbf"'\\/])/g
/** Fewest escaped line ends of a text that was printed with its escapes. */
const FEWEST = 3
/** Fewest of the other escapes where no line ends are among them. */
const UNICODE = 12

/**
 * Reads what a dump's way to the file has left in it as what it stood for: escapes of a string literal (`\n`, `\"`,
 * `\u00e9`) where a whole cell was printed with them, character references of HTML, line ends of other systems, and
 * icons between words. Line feeds stay where they are, so that places keep their numbers.
 */
export function unescaped(text: string): string {
  const literal = isLiteral(text) ? withoutEscapes(text) : text
  const referred = REFERENCE.test(literal) && !ABOUT_MARKUP.test(literal) ? dereferenced(literal) : literal
  if (!/[\f\u2028\u2029\ue000-\uf8ff]/.test(referred)) return referred
  return referred
    .replace(ICONS, (icons, at: number, all: string) => (isEdge(all, at, icons.length) ? '' : LINE_END))
    .replace(OTHER_ENDS, (_, at: number, all: string) => endAt(all, at, _.length))
}

/** Where a line begins or ends, but for blanks before it. */
function isEdge(text: string, at: number, length: number): boolean {
  return (
    /(?:^|\n)[ \t]{0,20}$/.test(`${at < 21 ? '\n' : ''}${text.slice(Math.max(0, at - 21), at)}`) ||
    /^(?:$|\n)/.test(text.slice(at + length, at + length + 1))
  )
}

/** A break inside a sentence (no stop before it, a small letter behind) parts words only. */
function endAt(text: string, at: number, length: number): string {
  const inside =
    /[\p{Ll},;]$/u.test(text.slice(Math.max(0, at - 2), at)) &&
    /^\p{Ll}/u.test(text.slice(at + length, at + length + 2))
  return inside ? ' ' : LINE_END
}

/** Escaped line ends outnumber the real ones, or nothing but escapes stands there; listings have lines of their own. */
function isLiteral(text: string): boolean {
  if (!text.includes('\\')) return false
  const ends = text.match(ESCAPED_END)?.length ?? 0
  const lines = text.trimEnd().match(/\n/g)?.length ?? 0
  if (ends >= FEWEST && ends > lines * 2) return true
  const escaped = text.match(/\\u[\da-fA-F]{4}/g)?.length ?? 0
  return escaped >= UNICODE && escaped * 6 > text.length / 3
}

function withoutEscapes(text: string): string {
  const inner = /^\s{0,20}["'](?=[^"']{0,400}\\[nr])/.test(text) ? unquoted(text) : text
  return inner.replace(ESCAPES, (whole, unit: string | undefined) => {
    if (unit !== undefined) return String.fromCharCode(Number.parseInt(unit, 16))
    if (whole === '\\t') return '\t'
    if (/^\\[nrbf]/.test(whole)) return LINE_END
    return whole[1]!
  })
}

/** Without the quotation marks around a cell. */
function unquoted(text: string): string {
  return text.replace(/^\s{0,20}["']/, '').replace(/["']\s{0,20}$/, '')
}

function dereferenced(text: string): string {
  return text.replace(TWICE, '&').replace(REFERENCES, (reference) => {
    const found = decodeHTMLStrict(reference)
    return /^[\n\r\v\f]$/.test(found) ? LINE_END : found
  })
}
