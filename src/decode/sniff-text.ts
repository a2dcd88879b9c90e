import type { Media } from './sniff-bytes.ts'
import { skipLead } from './sniff-door.ts'

const HEAD = 16_384
/** Up to this size JSON is parsed to be sure; beyond, its first tokens and its last character must do. */
const PARSED = 131_072
const LINES = 50

/**
 * What a decoded text is when it is no page: data, a feed, a style sheet, source code. Conservative: an article that
 * begins with a brace or a quote, holds listings, or is a list of names stays a page. Looks at head and samples.
 */
export function sniffText(text: string): Media | undefined {
  const head = skipLead(text.slice(0, HEAD))
  if (head === '') return undefined
  const media = head.startsWith('<')
    ? xmlMedia(text, head)
    : (jsonMedia(text, head) ?? markedMedia(head) ?? csvMedia(head) ?? codeMedia(text))
  return media === undefined ? undefined : { media }
}

const XML_ROOTS: readonly (readonly [RegExp, string])[] = [
  [/^<rss[\s>]/i, 'application/rss+xml'],
  [/^<rdf:RDF[\s>]/i, 'application/rdf+xml'],
  [/^<feed\s[^<>]{0,300}Atom/i, 'application/atom+xml'],
  [/^<(?:urlset|sitemapindex)[\s>]/i, 'application/xml'],
  [/^<svg[\s>]/i, 'image/svg+xml'],
  [/^<\?php/i, 'text/x-php'],
  [/^<plist[\s>]/i, 'application/xml'],
]

/** A feed, a sitemap, a drawing; or any XML document whose first element is not HTML's. */
function xmlMedia(text: string, head: string): string | undefined {
  const root = skipDeclarations(head)
  const known = XML_ROOTS.find(([test]) => test.test(root))?.[1]
  if (known === 'text/x-php')
    return /<(?:html|body|div|p)[\s>]/i.test(text.slice(0, HEAD)) ? undefined : known
  if (known !== undefined) return known
  const declared = /^\s{0,200}<\?xml\s/i.test(text.slice(0, 300).replace('\ufeff', ''))
  return declared &&
    /^<[a-z]/i.test(root) &&
    !/^<(?:\w{1,10}:)?(?:html|head|body|div|p|article|section|h1)[\s>]/i.test(root)
    ? 'application/xml'
    : undefined
}

/** Past the doctype and processing instructions such as a style sheet's. */
function skipDeclarations(head: string): string {
  let rest = head
  for (let n = 0; n < 5 && /^<(?:!doctype|\?xml-)/i.test(rest); n++)
    rest = skipLead(rest.slice(rest.indexOf('>') + 1 || rest.length))
  return rest
}

function jsonMedia(text: string, head: string): string | undefined {
  if (head[0] !== '{' && head[0] !== '[') return undefined
  if (isNdjson(head, text.length <= HEAD)) return 'application/x-ndjson'
  if (text.length <= PARSED) return isJson(skipLead(text)) ? 'application/json' : undefined
  const closes = /[}\]]\s{0,200}$/.test(text.slice(-201))
  const opens =
    /^\{\s{0,200}"[^"\\]{0,200}"\s{0,50}:\s{0,50}["{[\dtfn-]/.test(head) ||
    /^\[\s{0,200}(?:\{\s{0,200}"|\[|"[^"\\]{0,200}",|-?\d)/.test(head)
  return opens && closes ? 'application/json' : undefined
}

/** An array of bare words would need quotes to parse; an array of one number is a footnote mark, `[1]`. */
function isJson(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text)
    return !(Array.isArray(value) && value.length < 2 && typeof value[0] !== 'object')
  } catch {
    return false
  }
}

function isNdjson(head: string, whole: boolean): boolean {
  const lines = head.split('\n', 6)
  if (!whole && lines.length < 6) lines.pop()
  const filled = lines.filter((line) => line.trim() !== '')
  return filled.length >= 2 && filled.every((line) => line.startsWith('{') && isJson(line))
}

/** Formats that announce themselves in their first line. */
function markedMedia(head: string): string | undefined {
  if (/^BEGIN:VCALENDAR\r?\n/.test(head)) return 'text/calendar'
  if (/^BEGIN:VCARD\r?\n/.test(head)) return 'text/vcard'
  if (/^-----BEGIN [A-Z0-9 ]{3,40}-----\r?\n/.test(head)) return 'application/x-pem-file'
  if (/^#!\/(?:usr\/|bin\/)[^\n]{0,60}(?:sh|python\d?|perl|node|ruby|env [a-z\d]{2,10})\r?\n/.test(head))
    return 'text/x-script'
  return undefined
}

/** Ten lines or more, all with the same number (three or more) of short cells and no space after the separator. */
function csvMedia(head: string): string | undefined {
  const lines = head
    .split('\n', LINES + 1)
    .slice(0, -1)
    .map((line) => line.trimEnd())
  while (lines.at(-1) === '') lines.pop()
  if (lines.length < 10) return undefined
  const separator = [',', ';', '\t'].find((mark) => isTable(lines, mark))
  if (separator === undefined) return undefined
  return separator === '\t' ? 'text/tab-separated-values' : 'text/csv'
}

function isTable(lines: readonly string[], separator: string): boolean {
  const columns = cells(lines[0]!, separator).length
  if (columns < 3) return false
  const rows = lines.map((line) => cells(line, separator))
  const even = rows.filter((row) => row.length === columns)
  const flat = even.flat()
  const spaced = flat.filter((cell) => cell.startsWith(' ')).length
  const characters = flat.reduce((sum, cell) => sum + cell.length, 0)
  return even.length >= lines.length * 0.95 && spaced < flat.length * 0.3 && characters < flat.length * 60
}

/** Cells of a line, commas inside double quotes left alone. */
function cells(line: string, separator: string): string[] {
  const parts = line.slice(0, 4_000).split(separator)
  const out: string[] = []
  let open = ''
  for (const part of parts) {
    const cell = open === '' ? part : `${open}${separator}${part}`
    open = (cell.split('"').length - 1) % 2 === 1 ? cell : ''
    if (open === '') out.push(cell)
  }
  return open === '' ? out : [...out, open]
}

/** Size of a window; a long text is looked at in its head, middle and end, and all must be code. */
const WINDOW = 4_096
/** A text shorter than this tells too little. */
const SHORTEST = 80

const STYLE = /(?:^|[;{\s])-{0,2}[a-z][a-z-]{1,40}\s{0,4}:\s{0,4}[^;{}\n]{1,200}[;}]/g
const RULE = /[^{}\n;]{1,200}\{/g
const KEYWORD =
  /\b(?:function|return|var|const|let|=>|if ?\(|else|for ?\(|while ?\(|import|export|def|class|elif|public|private|static|void|int|include|require|typeof|null|undefined|true|false|self|this\.|struct|fn|func|package|namespace|SELECT|INSERT)(?:\b|(?<=[(>.]))/g

/** Media type of a text that is source code through and through; undefined as soon as one window reads like prose. */
function codeMedia(text: string): string | undefined {
  if (text.length < SHORTEST) return undefined
  const all = windows(text)
  if (!all.every(isMarked) || all.some(readsLikeProse)) return undefined
  if (all.every(isStyleSheet)) return 'text/css'
  if (!all.every(isCode)) return undefined
  return /\b(?:function\b|var |const |let |=>|document\.|window\.|require\()/.test(all[0]!)
    ? 'text/javascript'
    : 'text/x-source'
}

function windows(text: string): readonly string[] {
  if (text.length <= WINDOW * 3) return [text]
  const middle = (text.length >> 1) - WINDOW / 2
  return [text.slice(0, WINDOW), text.slice(middle, middle + WINDOW), text.slice(-WINDOW)]
}

/** 1 for the marks of code, by character. */
const MARKS = new Uint8Array(128)
for (const mark of '{}()[];=<>&|+*:') MARKS[mark.charCodeAt(0)] = 1

/** Cheap first look: prose has a mark in fifty characters, code one in ten. */
function isMarked(window: string): boolean {
  let marks = 0
  for (let i = 0; i < window.length; i++) {
    const unit = window.charCodeAt(i)
    if (unit < 128) marks += MARKS[unit]!
  }
  return marks > window.length * 0.03
}

/** Lines of sentences outside comments: what an article with listings has and a source file has not. */
function readsLikeProse(window: string): boolean {
  let prose = 0
  for (const line of window.split('\n')) {
    const text = line.slice(0, 600).trim()
    if (
      text.length < 12 ||
      /^(?:\/\/|\/\*|\*|#|--|<!--)/.test(text) ||
      /[{};=]|[):]$|["'],?$|[a-z][.(][a-z]/.test(text)
    )
      continue
    const letters = text.match(/[\p{L}\p{M} ]/gu)?.length ?? 0
    if (letters > text.length * 0.85) prose++
  }
  return prose >= 3
}

function isStyleSheet(window: string): boolean {
  const declarations = matchedLength(window, STYLE)
  const rules = window.match(RULE)?.length ?? 0
  return rules >= 2 && declarations > 0 && declarations + matchedLength(window, RULE) > solid(window) * 0.6
}

/** Marks of code stand ten times thicker than in prose, and words of programming languages stand between them. */
function isCode(window: string): boolean {
  const marks = window.match(/[{}()[\];:=<>&|+*]/g)?.length ?? 0
  const words = window.match(KEYWORD)?.length ?? 0
  const ends = window.match(/[;{}):,]\s{0,20}(?:\n|$)/g)?.length ?? 0
  const lines = window.split('\n').filter((line) => line.trim() !== '').length
  return marks > solid(window) * 0.06 && words >= Math.max(3, window.length / 500) && ends > lines * 0.4
}

function matchedLength(window: string, pattern: RegExp): number {
  return window.match(pattern)?.reduce((sum, one) => sum + one.length, 0) ?? 0
}

function solid(window: string): number {
  return window.replace(/\s/g, '').length
}
