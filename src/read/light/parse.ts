import { InsertionMode, Parser, type ParserOptions, type Token } from 'parse5'
import type { LimitHit } from '../../core/page.ts'
import type { Limits } from '../../core/pipeline.ts'
import { openShadow } from '../shadow.ts'
import { closeRawText } from '../swallowed.ts'
import { type AdapterOptions, type LightTypes, lightAdapter, UnreadElement } from './adapter.ts'
import { type LightDocument, LightElement, type LightNode } from './node.ts'
import { serialize } from './serialize.ts'
import { Snapshot } from './snapshot.ts'
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

/** Elements that hold no others, so that they cannot nest; the tokenizer must know which of them hold text. */
const FLAT = new Set([
  'iframe',
  'noembed',
  'noframes',
  'plaintext',
  'script',
  'style',
  'textarea',
  'title',
  'xmp',
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
])

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
