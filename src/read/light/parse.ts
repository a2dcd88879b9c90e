import { InsertionMode, Parser, type ParserOptions, type Token } from 'parse5'
import type { LimitHit } from '../../core/page.ts'
import type { Limits } from '../../core/pipeline.ts'
import { remark, textRuns } from '../marks.ts'
import { openShadow } from '../shadow.ts'
import { type AdapterOptions, type LightTypes, lightAdapter, UnreadElement } from './adapter.ts'
import type { Attribute } from './attribute.ts'
import { type LightDocument, LightElement, type LightNode, LightText } from './node.ts'
import { stridingTokenizer } from './tokenizer.ts'

export type ParseLimits = Pick<Limits, 'depth' | 'nodes' | 'attributes' | 'attributeLength'>

export interface Parsed {
  readonly document: LightDocument
  readonly limits: readonly LimitHit[]
  /** The texts of the page's style sheets. */
  readonly styles: readonly string[]
  /** What was parsed: the input, with an end put to elements that had none. */
  readonly html: string
}

class TooManyNodes extends Error {}

/** Elements without an end tag (HTML Standard, 13.1.2). */
const VOID = [
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'param',
  'source',
  'track',
  'wbr',
]
/** Elements whose text is written as it is (13.3). */
const RAW_TEXT = ['style', 'script', 'xmp', 'iframe', 'noembed', 'noframes', 'plaintext']
/** Elements that hold no others, so that they cannot nest; the tokenizer must know which of them hold text. */
const FLAT = new Set([...VOID, ...RAW_TEXT, 'textarea', 'title'])

/**
 * Levels below the deepest for elements that hold no others. In MathML and SVG their names are like any other, and in HTML a
 * slash ends no element, so that they nest there all the same.
 */
const ROOM = 8

class StridingParser extends Parser<LightTypes> {
  constructor(
    options?: ParserOptions<LightTypes>,
    document?: LightTypes['document'],
    context?: LightTypes['element'] | null,
  ) {
    super(options, document, context)
    this.tokenizer = stridingTokenizer(this)
  }
  skipsText(): boolean {
    const { current } = this.openElements
    return current instanceof UnreadElement && current.sheet === undefined
  }
}

/**
 * parse5's parser with a floor: a start tag that would nest deeper is read as if it were not there, so its content
 * falls to the parent, and the end tag that belongs to it is swallowed. Tree building is quadratic in depth.
 */
class BoundedParser extends StridingParser {
  maxDepth = 512
  folded = 0
  private readonly due = new Map<string, number>()

  override onStartTag(token: Token.TagToken): void {
    const depth = this.openElements.stackTop
    const flat = token.selfClosing || FLAT.has(token.tagName)
    if (depth >= (flat ? this.maxDepth + ROOM : this.maxDepth)) {
      this.folded++
      if (token.selfClosing && this.currentNotInHTML) return
      this.due.set(token.tagName, (this.due.get(token.tagName) ?? 0) + 1)
      return
    }
    super.onStartTag(token)
  }
  /** An element that runs to the end of the input though its text was to end with it. */
  unclosed: string | undefined
  override onEof(token: Token.EOFToken): void {
    const { current, items } = this.openElements
    const open = this.insertionMode === InsertionMode.TEXT ? [current] : items
    for (const element of open)
      if (element instanceof LightElement && (open !== items || element.localName === 'noscript'))
        this.unclosed ??= element.localName
    super.onEof(token)
  }
  override onEndTag(token: Token.TagToken): void {
    const due = this.folded === 0 ? 0 : (this.due.get(token.tagName) ?? 0)
    if (due > 0) {
      this.due.set(token.tagName, due - 1)
      return
    }
    super.onEndTag(token)
  }
}

const WITHOUT_SCRIPTS = { scriptingEnabled: false } as const

/** Elements without an end that are closed on one page. */
const CLOSED = 3

/**
 * Parses HTML into the light document, as {@link parseOnce} does, and again where an element of raw text had swallowed
 * the rest of the page and plainly ends before that.
 */
export function parseLight(html: string, url: string | undefined, limits: ParseLimits): Parsed {
  const hits: LimitHit[] = []
  let source = html
  for (let again = 0; ; again++) {
    const parsed = parseOnce(source, url, limits)
    const closed =
      parsed.unclosed !== undefined && again < CLOSED ? closeRawText(source, parsed.unclosed) : undefined
    if (closed === undefined) return { ...parsed, limits: [...parsed.limits, ...hits], html: source }
    source = closed
    const message = `a ${parsed.unclosed} without an end ran to the end of the page: it was read as closed before`
    hits.push({ limit: 'unclosed', message })
  }
}

/** Parses HTML into the light document, as far as the limits allow; each limit reached is reported once. Never throws. */
function parseOnce(
  html: string,
  url: string | undefined,
  limits: ParseLimits,
): Omit<Parsed, 'html'> & { readonly unclosed: string | undefined } {
  const hits = new Map<LimitHit['limit'], string>()
  let nodes = 0
  const styles: string[] = []
  const shadows: LightElement[] = []
  const options: AdapterOptions = {
    markup: lightMarkup,
    styles,
    shadows,
    maxAttributes: limits.attributes,
    maxAttributeLength: limits.attributeLength,
    onAttributesCut: (limit) =>
      hits.set(
        limit,
        `${limit === 'attributes' ? 'more attributes on an element' : 'longer attribute values'} than ${limits[limit]}: the rest was left out`,
      ),
    onNode: () => {
      if (++nodes > limits.nodes) throw new TooManyNodes()
    },
  }
  const parser = new BoundedParser({ treeAdapter: lightAdapter(options), ...WITHOUT_SCRIPTS })
  parser.maxDepth = limits.depth
  try {
    parser.tokenizer.write(html, true)
  } catch (error) {
    if (!(error instanceof TooManyNodes)) throw error
    hits.set('nodes', `more than ${limits.nodes} nodes: the page was read up to there`)
  }
  if (parser.folded > 0)
    hits.set(
      'depth',
      `${parser.folded} elements nested deeper than ${limits.depth} were folded into their parents`,
    )
  const document = parser.document
  document.url = url ?? 'about:blank'
  for (const template of shadows.reverse()) openShadow(template, template)
  const reached = [...hits].map(([limit, message]) => ({ limit, message }))
  return { document, limits: reached, styles, unclosed: parser.unclosed }
}

const UNBOUNDED = {
  maxAttributes: Number.POSITIVE_INFINITY,
  maxAttributeLength: Number.POSITIVE_INFINITY,
  onNode() {},
  onAttributesCut() {},
}

/** `innerHTML` of the light document: the body is taken as a snapshot (Readability restores it at most thrice), all else as text. */
const lightMarkup = {
  take(element: LightElement): string {
    return element.localName === 'body' ? (new Snapshot(element) as unknown as string) : serialize(element)
  },
  parse(context: LightElement, html: string | Snapshot): readonly LightNode[] {
    const parse = (source: string) => parseFragment(context, source)
    return (html instanceof Snapshot ? html.restored(parse) : parse(html)).childNodes
  },
}

/** The element that holds what a piece of HTML is parsed into, in the place of `context`. */
function parseFragment(context: LightElement, html: string): LightElement {
  const adapter = lightAdapter({ ...UNBOUNDED, markup: lightMarkup, document: context.ownerDocument })
  const parser = StridingParser.getFragmentParser<LightTypes>(context, {
    treeAdapter: adapter,
    ...WITHOUT_SCRIPTS,
  })
  parser.tokenizer.write(html, true)
  return adapter.getFirstChild(parser.document) as LightElement
}

/** A text; the name of an element that begins, then its attributes; null where the last one begun ends. */
type Piece = LightText | string | readonly Attribute[] | null

/**
 * What `innerHTML` of the body answers: what stands in it, in order, turned into HTML only if somebody wants it back.
 * Readability takes it on every page and needs it on one in ten. Parsing it again (rather than giving the nodes back) is
 * what a browser does, and moves blocks out of paragraphs as a browser would. Texts and lists of attributes are shared
 * with the document, which replaces but never changes them.
 */
class Snapshot {
  private readonly pieces: Piece[] = []
  private parsed: LightElement | undefined
  constructor(element: LightElement) {
    this.take(element)
  }
  private take(parent: LightElement): void {
    for (let child = parent.firstChild; child !== null; child = child.nextSibling) {
      if (child.nodeType === 3) this.pieces.push(child)
      else {
        this.pieces.push(child.localName, child.attrs)
        this.take(child)
        this.pieces.push(null)
      }
    }
  }
  get html(): string {
    const open: string[] = ['body']
    let html = ''
    for (const [at, piece] of this.pieces.entries()) {
      if (piece instanceof LightText) html += textIn(open.at(-1)!, piece.data)
      else if (piece === null) html += endTag(open.pop()!)
      else if (typeof piece === 'string') {
        html += startTag(piece, this.pieces[at + 1] as readonly Attribute[])
        open.push(piece)
      }
    }
    return html
  }
  toString(): string {
    return this.html
  }
  /** An element with what it is parsed into, marks and all. Who wants it once may want it thrice, and parsing is dear. */
  restored(parse: (html: string) => LightElement): LightElement {
    if (this.parsed === undefined) {
      this.parsed = parse(this.html)
      this.markAgain(this.parsed)
    }
    return copyOf(this.parsed)
  }
  /** Gives the marks of its texts to the text nodes parsed from it. */
  private markAgain(root: LightElement): void {
    const texts = this.pieces.filter((piece) => piece instanceof LightText)
    const runs = texts.map(({ data, mark }) => ({ text: data, mark }))
    remark(runs, textRuns<LightText>(root), (node, mark) => {
      node.mark = mark
    })
  }
}

function copyOf(element: LightElement): LightElement {
  const { ownerDocument, localName, attrs, namespace } = element
  const copy = new LightElement(ownerDocument, localName, attrs, namespace)
  for (let child = element.firstChild; child !== null; child = child.nextSibling)
    copy.appendChild(child.nodeType === 3 ? copyOfText(child) : copyOf(child))
  return copy
}

function copyOfText({ data, mark }: LightText): LightText {
  const copy = new LightText(data)
  copy.mark = mark
  return copy
}

/** Elements whose text is no markup to a browser until their end tag. */
const RAW = /^(?:title|textarea|style|script|noscript|iframe|noembed|noframes|xmp)$/

/**
 * Ends an element of raw text without an end tag where it plainly ends: `<iframe …/>` as XML writers leave it at once,
 * others at the next tag. Undefined where its text may well go on to the end, as a script's that is cut off does.
 *
 * @param name the element that was open when the input ended.
 */
function closeRawText(html: string, name: string): string | undefined {
  if (!RAW.test(name)) return undefined
  const start = lastStart(html, name)
  if (start === undefined) return undefined
  const { end, tag } = start
  const atOnce = tag.endsWith('/>') || name === 'iframe' || (name === 'script' && /\ssrc\s*=/i.test(tag))
  if (name === 'script' && !atOnce) return undefined
  const from = atOnce ? end : nextTag(html, end, name === 'noscript' ? BLOCK_TAG : TAG)
  if (from === undefined) return undefined
  return `${html.slice(0, from)}</${name}>${html.slice(from)}`
}

/** The first start tag of a name after its last end tag. */
function lastStart(html: string, name: string): { end: number; tag: string } | undefined {
  const lower = html.toLowerCase()
  let at = lower.indexOf(`<${name}`, Math.max(0, lower.lastIndexOf(`</${name}`)))
  while (at >= 0 && /[\w-]/.test(lower[at + name.length + 1] ?? '')) at = lower.indexOf(`<${name}`, at + 1)
  const close = at < 0 ? -1 : html.indexOf('>', at)
  return close < 0 ? undefined : { end: close + 1, tag: html.slice(at, close + 1) }
}

const TAG = /<(?:[a-z][a-z0-9]{0,20}[\s>/]|\/[a-z]|!--)/gi
/** What stands in a `noscript` is a picture or a line as a rule. */
const BLOCK_TAG = /<(?:p|div|h[1-6]|header|main|article|section|nav|table|ul|ol|blockquote|figure)[\s>]/gi

/** Where the next such tag begins. */
function nextTag(html: string, from: number, tag: RegExp): number | undefined {
  tag.lastIndex = from
  return tag.exec(html)?.index
}

/** Those without an end tag, and obsolete ones that are written without it. */
const WRITTEN_EMPTY = new Set([...VOID, 'basefont', 'bgsound', 'frame', 'keygen'])
const WRITTEN_RAW = new Set(RAW_TEXT)

/** The HTML fragment serialization algorithm (HTML Standard, 13.3) over the light document. */
function serialize(parent: LightElement): string {
  let html = ''
  for (let child: LightNode | null = parent.firstChild; child !== null; child = child.nextSibling) {
    if (child.nodeType === 3) html += textIn(parent.localName, child.data)
    else html += `${startTag(child.localName, child.attrs)}${serialize(child)}${endTag(child.localName)}`
  }
  return html
}

function startTag(name: string, attrs: readonly Attribute[]): string {
  let open = `<${name}`
  for (const { name, value } of attrs) open += ` ${name}="${escapeValue(value)}"`
  return `${open}>`
}

function endTag(name: string): string {
  return WRITTEN_EMPTY.has(name) ? '' : `</${name}>`
}

/** Text as it stands in an element of that name. */
function textIn(name: string, text: string): string {
  return WRITTEN_RAW.has(name) ? text : escapeText(text)
}

const ENTITY: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\u00a0': '&nbsp;',
}

function escapeText(text: string): string {
  return /[&<>\u00a0]/.test(text) ? text.replace(/[&<>\u00a0]/g, (char) => ENTITY[char]!) : text
}

function escapeValue(value: string): string {
  return /[&"<>\u00a0]/.test(value) ? value.replace(/[&"<>\u00a0]/g, (char) => ENTITY[char]!) : value
}
