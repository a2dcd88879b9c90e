import type { Block } from '../core/block.ts'
import { type LimitHit, type Page, page as pageOf } from '../core/page.ts'
import type { Limits } from '../core/pipeline.ts'
import { showsNothing, withClaimedBody } from './claimed-body.ts'
import { inlineScripts } from './claims/state.ts'
import { readClaims } from './claims.ts'
import { type DomDocument, type DomElement, type DomNode, type DomText, ELEMENT } from './dom.ts'
import type { LightText } from './light/node.ts'
import { LightDocumentError } from './light/node.ts'
import { parseLight } from './light/parse.ts'
import { visible } from './marks.ts'
import { askReadability, tellReadable, type Witness } from './readability.ts'
import type { Selected } from './selected.ts'
import { readStyleSheet, type StyleSheet } from './style-sheet.ts'
import { walk } from './walk.ts'

export type HtmlLimits = Pick<
  Limits,
  'depth' | 'nodes' | 'attributes' | 'attributeLength' | 'readability' | 'styles'
>

/** What is looked at besides the document itself. */
export interface HtmlReading {
  /** Whether the page's style sheets are read. Default true. */
  readonly styled?: boolean
  /** Finds the elements that selectors of rules fit. */
  readonly select?: ((root: DomElement) => Selected) | undefined
}

/** Reads HTML into a page: one parse, one walk, one question to Readability. */
export function readHtml(
  html: string,
  url: string | undefined,
  limits: HtmlLimits,
  { styled = true, select }: HtmlReading = {},
): Page {
  const parsed = parseLight(html, url, limits)
  const document = parsed.document
  const ask = (blocks: number) =>
    askReadability(document, blocks, (node) => (node as unknown as LightText).mark)
  const mark = (node: DomText, at: number) => {
    ;(node as unknown as LightText).mark = at
  }
  const sheet = styled ? readStyleSheet(parsed.styles, limits.styles) : undefined
  const scripts = () => inlineScripts(html)
  const asked = { mark, ask, sheet, scripts, select }
  return readDocument(document as unknown as DomDocument, url, limits, parsed.limits, asked)
}

/** What an engine tells of its document. */
interface Engine {
  /** Notes a text node's block. */
  readonly mark: (node: DomText, at: number) => void
  /** Runs Readability and counts the marks that came back. */
  readonly ask: (blocks: number) => Witness | undefined
  readonly sheet: StyleSheet | undefined
  /** The texts of inline scripts, where the document shows no text of its own. */
  readonly scripts: () => readonly string[]
  readonly select: HtmlReading['select']
}

/** What both engines share. */
export function readDocument(
  document: DomDocument,
  url: string | undefined,
  limits: HtmlLimits,
  hits: readonly LimitHit[],
  { mark, ask, sheet, scripts, select }: Engine,
): Page {
  const sizes: number[] = []
  const walked = walk(document, {
    url,
    sheet,
    selected: document.documentElement === null ? undefined : select?.(document.documentElement),
    mark(node, at) {
      mark(node, at)
      sizes[at] = (sizes[at] ?? 0) + visible(node.data)
    },
  })
  const bare = showsNothing(walked.blocks)
  const claims = readClaims({ ...walked.sources, ...(bare ? { scripts: scripts() } : { states: [] }) }, url)
  const hit = witness(document, { blocks: walked.blocks, sizes }, limits, ask)
  const shown = { blocks: walked.blocks, wholes: walked.wholes, pictures: walked.pictures }
  return pageOf({
    door: 'html',
    url,
    ...(bare ? withClaimedBody(shown, claims, url, limits) : shown),
    claims,
    limits: [...hits, ...(sheet?.limits() ?? []), ...(hit ? [hit] : [])],
  })
}

/** Asks Readability, and tells each block how much of it was kept; the limit that was hit where it could not be asked. */
function witness(
  document: DomDocument,
  { blocks, sizes }: { blocks: readonly Block[]; sizes: readonly number[] },
  limits: HtmlLimits,
  ask: (blocks: number) => Witness | undefined,
): LimitHit | undefined {
  const limit = 'readability'
  const effort = effortOf(document)
  if (effort > limits.readability) {
    const message = `Readability was not asked: it would cost ${effort} looks, more than ${limits.readability}`
    return { limit, message }
  }
  try {
    tellReadable(blocks, sizes, ask(blocks.length))
    return undefined
  } catch (error) {
    // What our document lacks is our mistake and must be seen; what Readability stumbles over is the page's.
    if (error instanceof LightDocumentError || !(error instanceof Error)) throw error
    return { limit, message: `Readability failed: ${error.message}` }
  }
}

/** What an element costs Readability besides what its ancestors pay for it, in looks at an element. */
const OWN = 40
/** Characters that cost an ancestor as much as one element does. */
const CHARACTERS = 100

/** Of each of these it asks the text of nearly every element below, so that nested in one another they cost by the square. */
const WEIGHED = new Set(['div', 'fieldset', 'form', 'table', 'ul'])
/** One in so many, as it spares those with commas in them. */
const SPARED = 8

/**
 * What it would cost to ask Readability of a document, in looks at an element: it goes over all that is below an
 * element, and over its text, for nearly every element, so depth multiplies size.
 */
function effortOf(document: DomNode): number {
  let effort = 0
  const visit = (node: DomNode, depth: number, weighed: number): void => {
    for (let child = node.firstChild; child !== null; child = child.nextSibling) {
      if (child.nodeType === ELEMENT) {
        effort += OWN + depth
        visit(child, depth + 1, WEIGHED.has((child as DomElement).localName) ? weighed + 1 : weighed)
      } else {
        const length = (child as DomText).data?.length ?? 0
        effort += length * ((depth + (weighed * weighed) / SPARED) / CHARACTERS)
      }
    }
  }
  visit(document, 0, 0)
  return Math.round(effort)
}
