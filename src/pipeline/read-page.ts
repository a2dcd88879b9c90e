import type { Dump } from '../core/dump.ts'
import type { Page } from '../core/page.ts'
import type { Pipeline } from '../core/pipeline.ts'
import type { StyleSheet } from '../read/style-sheet.ts'
import type { Received } from './receive.ts'

/** Through the door of its kind. Readers are loaded on first use: a text dump needs neither parse5 nor Readability. */
export async function readPage(received: Received, dump: Dump, pipeline: Pipeline): Promise<Page> {
  const { url } = dump
  if (received.kind === 'text') {
    const { readText } = await import('../read/text.ts')
    const { blocks, limits } = readText(received.text, pipeline.limits)
    return { door: 'text', ...(url !== undefined && { url }), blocks, claims: [], limits }
  }
  const sheet = pipeline.hidden === 'keep' ? undefined : await styleSheetOf(received, dump)
  if (dump.document !== undefined) {
    const { readStandardDom } = await import('../read/standard-dom.ts')
    return readStandardDom(dump.document, url, pipeline.limits, sheet)
  }
  if (pipeline.dom === 'jsdom') {
    const { readWithJsdom } = await import('../read/standard-dom.ts')
    return readWithJsdom(received.text, url, pipeline.limits, sheet)
  }
  const { readHtml } = await import('../read/html.ts')
  return readHtml(received.text, url, pipeline.limits, sheet)
}

/** The page's own style sheets, where they may hide something; the parser of CSS is loaded for such pages only. */
async function styleSheetOf(received: Received, dump: Dump): Promise<StyleSheet | undefined> {
  const { documentStyles, styleTexts } = await import('../read/style-texts.ts')
  const texts = dump.document === undefined ? styleTexts(received.text) : documentStyles(dump.document)
  if (texts.length === 0) return undefined
  const { readStyleSheet } = await import('../read/style-sheet.ts')
  return readStyleSheet(texts)
}
