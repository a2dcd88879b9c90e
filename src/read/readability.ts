import { Readability } from '@mozilla/readability'
import type { Block, DomEvidence } from '../core/block.ts'
import { LightElement } from './light/node.ts'
import { visible } from './marks.ts'

/** Mozilla's default: articles shorter than this make it try again with fewer rules. */
const THRESHOLD = 500
/** A first, strict attempt this long is an answer too: 500 is a Latin figure, 120 to 250 serves Chinese. */
const STRICT_THRESHOLD = 150

interface Node {
  readonly nodeType: number
  readonly firstChild: Node | null
  readonly nextSibling: Node | null
}
type Text = Node & { readonly data: string }

/** What Readability kept, as visible characters per block; and the same for its first attempt where that differs. */
export interface Witness {
  readonly kept: Float64Array
  readonly strict: Float64Array | undefined
}

/** What of Readability is touched here; its own declarations keep these private. */
interface Inner {
  parse(): { readonly content: Node | null | undefined } | null
  _getInnerText(element: unknown, folds?: boolean): string
  _grabArticle(page?: unknown): object | null
  _postProcessContent(article: Element): void
}

interface Element {
  readonly firstChild: Node | null
  getElementsByTagName(name: string): Iterable<Element>
  getAttribute(name: string): string | null
  removeChild(child: Node): unknown
}
type InnerClass = new (document: unknown, options: object) => Inner

/** Readability as it decides, spared what makes its result fit to be shown: nobody sees that. */
class Deciding extends (Readability as unknown as InnerClass) {
  /** It asks for the same texts again and again. */
  override _getInnerText(element: unknown, folds = true): string {
    if (!folds || !(element instanceof LightElement)) return super._getInnerText(element, folds)
    element.folded ??= super._getInnerText(element)
    return element.folded
  }
  override _grabArticle(page?: unknown): object | null {
    const found = super._grabArticle(page)
    // It is written out for a log that nobody keeps.
    if (found !== null) Object.defineProperty(found, 'innerHTML', { value: '' })
    return found
  }
  /** Addresses are made absolute here and empty elements go; all that counts is that links to scripts lose their texts. */
  override _postProcessContent(article: Element): void {
    for (const link of article.getElementsByTagName('a')) {
      const text = link.firstChild
      if (text?.nodeType !== 3 || text.nextSibling !== null) continue
      if (link.getAttribute('href')?.startsWith('javascript:')) link.removeChild(text)
    }
  }
}

/**
 * Runs Readability on a document whose text nodes are marked with the block they belong to, and counts which
 * marks came back. It takes the document apart; nothing else may be read from it afterwards.
 */
export function askReadability(
  document: unknown,
  blocks: number,
  markOf: (node: Text) => number,
): Witness | undefined {
  const reader = new Deciding(document, {
    charThreshold: THRESHOLD,
    // Nobody sees its result, so that its classes need no cleaning.
    keepClasses: true,
    serializer: (content: Node) => content,
  })
  const answer = reader.parse()
  const content = answer?.content
  if (!content) return undefined
  const first = firstAttempt(reader)
  return {
    kept: tally(content, blocks, markOf),
    strict: first === undefined || first === content ? undefined : tally(first, blocks, markOf),
  }
}

/** Readability keeps the results of attempts it was not content with. */
function firstAttempt(reader: unknown): Node | undefined {
  const attempts = (
    reader as { readonly _attempts?: readonly { articleContent: Node; textLength: number }[] }
  )._attempts
  const long = attempts?.find((attempt) => attempt.textLength >= STRICT_THRESHOLD)
  return long?.articleContent
}

function tally(root: Node, blocks: number, markOf: (node: Text) => number): Float64Array {
  const counts = new Float64Array(blocks)
  const visit = (node: Node): void => {
    for (let child = node.firstChild; child !== null; child = child.nextSibling) {
      if (child.nodeType !== 3) {
        visit(child)
        continue
      }
      const mark = markOf(child as Text)
      if (mark >= 0) counts[mark]! += visible((child as Text).data)
    }
  }
  visit(root)
  return counts
}

/** What is told of a block once its page was walked. */
type Readable = { -readonly [K in 'readable' | 'readableStrict']?: DomEvidence[K] }

/** Tells each block, which nobody else has seen yet, its share of characters Readability kept. */
export function tellReadable(
  blocks: readonly Block[],
  sizes: readonly number[],
  witness: Witness | undefined,
): void {
  for (const { at, dom } of blocks) {
    const size = sizes[at] ?? 0
    if (dom === undefined || size === 0) continue
    const share = (counts: Float64Array | undefined) =>
      counts === undefined ? 0 : Math.min(1, counts[at]! / size)
    const told: Readable = dom
    told.readable = share(witness?.kept)
    told.readableStrict = witness?.strict ? share(witness.strict) : told.readable
  }
}
