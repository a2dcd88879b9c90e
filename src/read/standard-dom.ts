import type { LimitHit, Page } from '../core/page.ts'
import { mayHoldState } from './claims/state.ts'
import type { DomDocument, DomText } from './dom.ts'
import { type HtmlLimits, type HtmlReading, readDocument } from './html.ts'
import { parseLight } from './light/parse.ts'
import { remark, textRuns } from './marks.ts'
import { askReadability } from './readability.ts'
import { openShadow } from './shadow.ts'
import { isStreamed } from './streamed.ts'
import { readStyleSheet } from './style-sheet.ts'
import { documentStyles } from './style-texts.ts'

/** What this engine needs of a standard document beyond walking it. */
interface StandardDocument extends DomDocument {
  cloneNode(deep: boolean): StandardDocument
  querySelectorAll(
    selector: string,
  ): Iterable<StandardElement & { readonly content: Templates; readonly textContent: string | null }>
  createTreeWalker(root: unknown, whatToShow: number): { nextNode(): StandardNode | null }
  readonly body: (DomDocument['body'] & { innerHTML: string }) | null
}
interface StandardNode {
  remove(): void
}
interface StandardElement extends StandardNode {
  readonly id: string
  removeAttribute(name: string): void
}

const SHOW_COMMENT = 128
/** Not named where it is imported: a bundler would take it in, and it runs in Node alone. */
const JSDOM_PACKAGE: string = 'jsdom'
/** What the light document never builds. */
const UNREAD =
  'style, svg, template, script:not([type*="ld+json" i]):not([type*="application/json" i]):not([type^="math/tex" i])'

/** A copy of a document without what the light document never builds. */
export function readableCopy(document: object): StandardDocument {
  const copy = (document as StandardDocument).cloneNode(true)
  openShadows(copy)
  withoutUnread(copy)
  for (const element of copy.querySelectorAll('[hidden][id]'))
    if (isStreamed(element.id)) element.removeAttribute('hidden')
  return copy
}

/** Reads any standard Document (jsdom's, a browser's); it is copied, never changed. */
export function readStandardDom(
  document: object,
  url: string | undefined,
  limits: HtmlLimits,
  { styled = true, select }: HtmlReading = {},
): Page {
  const sheet = styled ? readStyleSheet(documentStyles(document), limits.styles) : undefined
  const copy = readableCopy(document)
  const hits: LimitHit[] = []
  const marks = new WeakMap<object, number>()
  keepMarksThroughInnerHtml(copy, marks)
  const mark = (node: DomText, at: number) => void marks.set(node, at)
  const ask = (blocks: number) => askReadability(copy, blocks, (node) => marks.get(node) ?? -1)
  const scripts = () =>
    Array.from(copy.querySelectorAll('script'), ({ textContent }) => textContent ?? '').filter(mayHoldState)
  return readDocument(copy, url, limits, hits, { mark, ask, sheet, scripts, select })
}

/** The same with jsdom as the parser; scripts are not run and nothing is fetched. */
export async function readWithJsdom(
  html: string,
  url: string | undefined,
  limits: HtmlLimits,
  reading: HtmlReading = {},
): Promise<Page> {
  const { JSDOM, VirtualConsole } = await import(JSDOM_PACKAGE).then(
    (found) => found as typeof import('jsdom'),
    (error: unknown) => {
      throw new Error(
        `jsdom cannot be loaded; npm install jsdom (${(error as Error).message.split('\n')[0]})`,
      )
    },
  )
  const options = { virtualConsole: new VirtualConsole(), ...(url !== undefined && { url }) }
  // the light parser tells what an element without an end has swallowed
  const { html: whole, limits: hits } = parseLight(html, url, limits)
  const { window } = new JSDOM(whole, options)
  try {
    const page = readStandardDom(window.document, url, limits, reading)
    const unclosed = hits.filter(({ limit }) => limit === 'unclosed')
    return { ...page, limits: [...unclosed, ...page.limits] }
  } finally {
    window.close()
  }
}

interface Templates {
  querySelectorAll(selector: string): Iterable<{ readonly content: Templates }>
}

/** A template's content is a document of its own, which may hold further ones. */
function openShadows(root: Templates): void {
  for (const template of [...root.querySelectorAll('template[shadowrootmode]')]) {
    openShadows(template.content)
    openShadow(template, template.content)
  }
}

function withoutUnread(document: StandardDocument): void {
  for (const element of [...document.querySelectorAll(UNREAD)]) element.remove()
  const comments: StandardNode[] = []
  const walker = document.createTreeWalker(document, SHOW_COMMENT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) comments.push(node)
  for (const comment of comments) comment.remove()
  ;(document as unknown as { normalize(): void }).normalize()
}

/** Readability restores the body through `innerHTML` when an attempt fails; new text nodes get the old ones' marks. */
function keepMarksThroughInnerHtml(document: StandardDocument, marks: WeakMap<object, number>): void {
  const { body } = document
  if (body === null) return
  const native = findProperty(body, 'innerHTML')
  let runs: { text: string; mark: number }[] = []
  Object.defineProperty(body, 'innerHTML', {
    configurable: true,
    get(): string {
      runs = textRuns<DomText>(body).map((node) => ({ text: node.data, mark: marks.get(node) ?? -1 }))
      return native.get!.call(body)
    },
    set(html: string) {
      native.set!.call(body, html)
      remark(runs, textRuns<DomText>(body), (node, mark) => void marks.set(node, mark))
    },
  })
}

function findProperty(object: object, name: string): PropertyDescriptor {
  for (let owner: unknown = object; owner !== null; owner = Object.getPrototypeOf(owner)) {
    const found = Object.getOwnPropertyDescriptor(owner, name)
    if (found) return found
  }
  throw new TypeError(`the document's elements have no ${name}`)
}
