import { Readability } from '@mozilla/readability'
import { JSDOM, VirtualConsole } from 'jsdom'
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
  const { window } = new JSDOM(html, { virtualConsole: new VirtualConsole(), ...(url ? { url } : {}) })
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
