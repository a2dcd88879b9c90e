/** Characters of chunks, rows and depth read of one page. */
const LONGEST = 3_000_000
const ROWS = 20_000
const DEPTH = 60
/** One push of a chunk: nothing but a string is read of it. */
const PUSH = /self\.__next_f\.push\(\[\s?1\s?,\s?("(?:[^"\\]|\\.)*")\s?\]\)/g
/** Elements whose text is a paragraph of its own. */
const PARAGRAPHS = new Set('p h1 h2 h3 h4 h5 h6 li blockquote pre figcaption td th dt dd'.split(' '))
/** Elements that are read as one, with what stands in them. */
const WHOLES = new Set('ul ol dl table blockquote'.split(' '))
/** Elements that stand in these and in paragraphs, by name alone. */
const KEPT = new Set(
  'p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table thead tbody tfoot tr th td blockquote pre code em strong b i sup sub del br'.split(
    ' ',
  ),
)
/** Elements whose text is none of the body. */
const UNREAD = new Set('nav footer aside button form script style title option svg'.split(' '))

type Rows = ReadonlyMap<string, unknown>

/** Rows of React's flight data, which Next.js streams in strings its scripts push; nothing is run. */
export function flightRows(scripts: readonly string[]): Rows {
  let chunks = ''
  for (const script of scripts)
    for (const [, literal] of script.matchAll(PUSH)) {
      const chunk = parsed(literal!)
      if (typeof chunk === 'string' && chunks.length + chunk.length <= LONGEST) chunks += chunk
    }
  return rowsOf(chunks)
}

/** Paragraphs of the tree the rows hold, as HTML; what it says twice stands once. */
export function flightText(rows: Rows): string {
  const paragraphs = new Set<string>()
  const seen = new Set<object>()
  for (const value of rows.values()) gather(value, rows, paragraphs, seen, 0)
  return [...paragraphs].join('\n')
}

/** Values by id: texts of a told length in bytes, and JSON up to the end of the line. */
function rowsOf(chunks: string): Rows {
  const rows = new Map<string, unknown>()
  const head = /([0-9a-f]{1,6}):(?:T([0-9a-f]{1,6}),)?/y
  let at = 0
  while (at < chunks.length && rows.size < ROWS) {
    head.lastIndex = at
    const found = head.exec(chunks)
    const from = at + (found?.[0].length ?? 0)
    const length = found?.[2]
    const end =
      length === undefined ? lineEnd(chunks, from) : textEnd(chunks, from, Number.parseInt(length, 16))
    const text = chunks.slice(from, end)
    if (found !== null) rows.set(found[1]!, length === undefined ? parsed(text) : text)
    at = chunks[end] === '\n' ? end + 1 : end
    if (end === from) at = Math.max(at, end + 1)
  }
  return rows
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end < 0 ? text.length : end
}

/** Where so many bytes of UTF-8 end; where a row begins before that, the length is wrong. */
function textEnd(text: string, from: number, bytes: number): number {
  let end = from
  for (let left = bytes; left > 0 && end < text.length; end++) {
    const unit = text.charCodeAt(end)
    left -= unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 2 : 3
  }
  const next = text.slice(from, end).search(/[0-9a-f]{1,6}:(?:\["\$|I\[|T[0-9a-f]{1,6},)/)
  return next < 0 ? end : from + next
}

function gather(value: unknown, rows: Rows, found: Set<string>, seen: Set<object>, depth: number): void {
  if (depth > DEPTH || value === null || typeof value !== 'object' || seen.has(value)) return
  seen.add(value)
  const tag = elementOf(value)
  if (tag !== undefined && UNREAD.has(tag)) return
  const html = tag === undefined ? undefined : innerHtml(propsOf(value), rows)
  if (html !== undefined) return void found.add(`<div>${html}</div>`)
  if (tag !== undefined && (WHOLES.has(tag) || (PARAGRAPHS.has(tag) && !holdsParagraphs(value, depth)))) {
    const text = textOf(propsOf(value).children, rows, depth + 1)
    const space = tag === 'pre' ? text : text.replace(/\s+/g, ' ').trim()
    if (space !== '') found.add(`<${tag}>${space}</${tag}>`)
    return
  }
  for (const inner of Object.values(value)) gather(inner, rows, found, seen, depth + 1)
}

/** The tag of an element, which React writes as `["$", tag, key, props]`. */
function elementOf(value: unknown): string | undefined {
  if (!Array.isArray(value) || value[0] !== '$') return undefined
  const tag: unknown = value[1]
  return typeof tag === 'string' ? tag : undefined
}

interface Props {
  readonly children?: unknown
  readonly dangerouslySetInnerHTML?: { readonly __html?: unknown } | null
}

function propsOf(element: object): Props {
  const props: unknown = (element as readonly unknown[])[3]
  return props !== null && typeof props === 'object' ? props : {}
}

/** HTML an element is filled with. */
function innerHtml({ dangerouslySetInnerHTML: inner }: Props, rows: Rows): string | undefined {
  const html = inner?.__html
  return typeof html === 'string' ? said(html, rows) : undefined
}

function holdsParagraphs(element: object, depth: number): boolean {
  if (depth > DEPTH) return false
  return Object.values(element).some((inner: unknown) => {
    if (inner === null || typeof inner !== 'object') return false
    return PARAGRAPHS.has(elementOf(inner) ?? '') || holdsParagraphs(inner, depth + 1)
  })
}

function textOf(value: unknown, rows: Rows, depth: number): string {
  if (depth > DEPTH) return ''
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string')
    return said(value, rows).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  if (!Array.isArray(value)) return ''
  if (value[0] !== '$') return value.map((inner) => textOf(inner, rows, depth + 1)).join('')
  const tag = elementOf(value)
  if (tag === 'br') return '<br>'
  if (tag !== undefined && UNREAD.has(tag)) return ''
  const props = propsOf(value)
  const text = innerHtml(props, rows) ?? textOf(props.children, rows, depth + 1)
  return tag !== undefined && KEPT.has(tag) ? `<${tag}>${text}</${tag}>` : text
}

/** A string, or the text of the row it refers to; a dollar sign that is meant is doubled, other references are no text. */
function said(value: string, rows: Rows): string {
  if (!value.startsWith('$')) return value
  if (value.startsWith('$$')) return value.slice(1)
  const text = rows.get(value.slice(1))
  return typeof text === 'string' ? text : ''
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json) as unknown
  } catch {
    return undefined
  }
}
