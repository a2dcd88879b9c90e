import { Readability } from '@mozilla/readability'
import { JSDOM, VirtualConsole } from 'jsdom'
import { parse, serialize } from 'parse5'
import type { Page } from '../../src/core/page.ts'
import { DEFAULT_LIMITS } from '../../src/pipeline/limits.ts'
import { readHtml } from '../../src/read/html.ts'
import { parseLight } from '../../src/read/light/parse.ts'
import { readableCopy, readStandardDom } from '../../src/read/standard-dom.ts'

/** What Readability answers, as far as it is data. */
export interface Answer {
  readonly title: unknown
  readonly byline: unknown
  readonly dir: unknown
  readonly lang: unknown
  readonly excerpt: unknown
  readonly siteName: unknown
  readonly publishedTime: unknown
  readonly textContent: unknown
  readonly content: unknown
}

/** What one engine makes of a page. */
export interface Reading {
  readonly page: Page
  readonly answer: Answer | null
}

const asked = (document: unknown): Answer | null => {
  const found = new Readability(document as Document).parse()
  if (found === null) return null
  const { title, byline, dir, lang, excerpt, siteName, publishedTime, textContent, content } = found
  return { title, byline, dir, lang, excerpt, siteName, publishedTime, textContent, content }
}

/** Both engines over one page. Bounds are the default ones, but for Readability, which is asked of every page. */
export function readWithBoth(html: string, url?: string): { light: Reading; jsdom: Reading } {
  const limits = { ...DEFAULT_LIMITS, readability: Number.POSITIVE_INFINITY }
  const whole = parseLight(html, url, limits).html
  const { window } = new JSDOM(whole, { virtualConsole: new VirtualConsole(), ...(url ? { url } : {}) })
  try {
    return {
      light: {
        page: readHtml(html, url, limits),
        answer: asked(parseLight(html, url, limits).document),
      },
      jsdom: {
        page: readStandardDom(window.document, url, limits),
        answer: asked(readableCopy(window.document)),
      },
    }
  } finally {
    window.close()
  }
}

/** Readability on jsdom's document as it is parsed, nothing taken out before. */
export function plainAnswer(html: string, url?: string): Answer | null {
  const { window } = new JSDOM(html, { virtualConsole: new VirtualConsole(), ...(url ? { url } : {}) })
  try {
    return asked(window.document)
  } finally {
    window.close()
  }
}

/**
 * Whether jsdom builds another tree than the parser it is built on, which follows the standard: it puts text that is
 * fostered out of a table at the end of the parent, and lets attributes of a second `html` or `body` win.
 */
export function jsdomStrays(html: string): boolean {
  const { window } = new JSDOM(html, { virtualConsole: new VirtualConsole() })
  const options = { scriptingEnabled: false }
  const standard = serialize(parse(html, options), options)
  const built = window.document
  const text = [...built.childNodes].map((node) => outer(node)).join('')
  window.close()
  return text !== standard
}

function outer(node: ChildNode): string {
  if (node.nodeType === 1) return (node as Element).outerHTML
  if (node.nodeType === 8) return `<!--${(node as Comment).data}-->`
  return node.nodeType === 10 ? `<!DOCTYPE ${(node as DocumentType).name}>` : ''
}
