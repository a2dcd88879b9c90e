import { Parser, type ParserOptions, type Token } from 'parse5'
import type { LimitHit } from '../../core/page.ts'
import type { Limits } from '../../core/pipeline.ts'
import { type AdapterOptions, type LightTypes, lightAdapter, UnreadElement } from './adapter.ts'
import type { LightDocument, LightElement, LightNode } from './node.ts'
import { serialize } from './serialize.ts'
import { Snapshot } from './snapshot.ts'
import { stridingTokenizer } from './tokenizer.ts'

export type ParseLimits = Pick<Limits, 'depth' | 'nodes' | 'attributes' | 'attributeLength'>

export interface Parsed {
  readonly document: LightDocument
  readonly limits: readonly LimitHit[]
  /** The texts of the page's style sheets. */
  readonly styles: readonly string[]
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

/** Parses HTML into the light document, as far as the limits allow; each limit reached is reported once. Never throws. */
export function parseLight(html: string, url: string | undefined, limits: ParseLimits): Parsed {
  const hits = new Map<LimitHit['limit'], string>()
  let nodes = 0
  const styles: string[] = []
  const options: AdapterOptions = {
    markup: lightMarkup,
    styles,
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
  return { document, limits: [...hits].map(([limit, message]) => ({ limit, message })), styles }
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
