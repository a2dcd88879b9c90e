import type { Dump } from '../core/dump.ts'
import { type Page, page as pageOf } from '../core/page.ts'
import type { Pipeline } from '../core/pipeline.ts'
import type { Rule } from '../core/rule.ts'
import { headClaims } from '../facts/labelled-head.ts'
import type { HtmlReading } from '../read/html.ts'
import { heardOn } from './data-rule.ts'
import type { Received } from './receive.ts'

/**
 * Reads a page, as far as the limit on its blocks goes; `own` are the rules that may have selectors. Those of another site cut
 * nothing: where nobody said whence the page is, that is known once it was read.
 */
export async function readPage(
  received: Received,
  dump: Dump,
  pipeline: Pipeline,
  own: readonly Rule[] = [],
): Promise<Page> {
  const asked = dump.url === undefined ? own : heardOn({ url: dump.url, claims: [] }, own, pipeline)
  const read = await readWhole(received, dump, pipeline, asked)
  const heard = heardOn(read, asked, pipeline)
  const again = asked.some((rule) => rule.selectors.length > 0 && !heard.includes(rule))
  const page = again ? await readWhole(received, dump, pipeline, heard) : read
  const { blocks: most } = pipeline.limits
  if (page.blocks.length <= most) return page
  const hit = { limit: 'blocks', message: `more than ${most} blocks: the page was read up to there` } as const
  return pageOf({
    ...page,
    blocks: page.blocks.slice(0, most),
    pictures: page.pictures.filter(({ at }) => at < most),
    limits: [...page.limits, hit],
  })
}

const MATHML = /(?:<|:|&lt;|u003c|x3c)math|mathml|mjx-/i
/** Looked for first, which takes a fraction of the time: scripts are full of `Math`. */
const MATHML_PARTS = ['math', 'MATH', '<Math', 'MathML', 'mjx-', 'MJX-']

function mayHoldMathMl(html: string): boolean {
  return MATHML_PARTS.some((part) => html.includes(part)) && MATHML.test(html)
}

/** Through the door of its kind. Readers are loaded on first use: a text dump needs neither parse5 nor Readability. */
async function readWhole(
  received: Received,
  dump: Dump,
  pipeline: Pipeline,
  own: readonly Rule[],
): Promise<Page> {
  const { url } = dump
  if (received.kind === 'text') {
    const { readText } = await import('../read/text.ts')
    const { blocks, wholes, limits } = readText(received.text, pipeline.limits)
    return pageOf({ door: 'text', url, blocks, wholes, claims: headClaims(blocks), limits })
  }
  const reading = { styled: pipeline.hidden !== 'keep', select: await selecting(own) }
  if (dump.document !== undefined || mayHoldMathMl(received.text)) {
    const { loadMathMl } = await import('../read/mathml.ts')
    await loadMathMl()
  }
  if (dump.document !== undefined) {
    const { readStandardDom } = await import('../read/standard-dom.ts')
    return readStandardDom(dump.document, url, pipeline.limits, reading)
  }
  if (pipeline.dom === 'jsdom') {
    const { readWithJsdom } = await import('../read/standard-dom.ts')
    return readWithJsdom(received.text, url, pipeline.limits, reading)
  }
  const { readHtml } = await import('../read/html.ts')
  return readHtml(received.text, url, pipeline.limits, reading)
}

/** How elements are found that selectors of rules fit; undefined where no rule has any. */
async function selecting(own: readonly Rule[]): Promise<HtmlReading['select']> {
  const asking = own.filter(({ selectors }) => selectors.length > 0)
  if (asking.length === 0) return undefined
  const { select } = await import('../read/selected.ts')
  const selectors = asking.flatMap((rule) => rule.selectors)
  const against = new Set(asking.filter(({ role }) => role !== 'body').flatMap((rule) => rule.selectors))
  return (root) => select(root, { selectors, against })
}
