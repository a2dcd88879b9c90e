import { type DefaultTreeAdapterMap, defaultTreeAdapter, parse, serialize } from 'parse5'
import type { BenchPage } from './pages.ts'
import { fnv1a } from './site.ts'
import { foldedWords } from './tokens.ts'

type Node = DefaultTreeAdapterMap['node']
type Element = DefaultTreeAdapterMap['element']

/** A page as it is, or cut down to its article. */
export const FORMS = ['whole', 'cropped'] as const
export type Form = (typeof FORMS)[number]

/**
 * The page in another form it might have been found in; undefined where there is nothing to cut. A model that sees whole
 * pages only takes the last line of every dump for a footer.
 */
export function inForm(page: BenchPage, form: Form): BenchPage | undefined {
  if (form === 'whole') return page
  if (page.html !== undefined) return croppedHtml(page)
  return page.text === undefined || page.labels === undefined || page.articles ? undefined : croppedText(page)
}

/** A text of so many words that stands in the gold is of the article, wherever it stands on the page. */
const TELLING = 6
/** The container of the article holds at least this share of its telling words. */
const MOST = 0.9
/** A title stands at most so many lines above its article. */
const HEAD_LINES = 12

/** What is left where a person copies from headline to end, now and then with a few lines more. */
function croppedText(page: BenchPage): BenchPage | undefined {
  const labels = page.labels!
  const lines = page.text!.split('\n')
  const first = labels.indexOf('K')
  const last = labels.lastIndexOf('K')
  if (first < 0) return undefined
  const title = foldedWords(page.gold.title ?? '').join(' ')
  const above = lines.slice(Math.max(0, first - HEAD_LINES), first).map((line) => foldedWords(line).join(' '))
  const head = title ? above.lastIndexOf(title) : -1
  const from = head < 0 ? first : first - above.length + head
  const to = last + 1 + (fnv1a(page.id) % 4 === 0 ? 3 : 0)
  const cut = { text: lines.slice(from, to).join('\n'), labels: labels.slice(from, to) }
  return cut.labels.length === labels.length ? undefined : { ...page, ...cut }
}

function weigh(node: Node, flat: string, mass: Map<Node, number>): number {
  let own = 0
  if (node.nodeName === '#text') {
    const words = foldedWords((node as DefaultTreeAdapterMap['textNode']).value)
    if (words.length >= TELLING && flat.includes(` ${words.join(' ')} `)) own = words.length
  } else if ('childNodes' in node && node.nodeName !== 'script' && node.nodeName !== 'style')
    for (const child of node.childNodes) own += weigh(child, flat, mass)
  mass.set(node, own)
  return own
}

/** What is left where a scraper takes one container. */
function croppedHtml(page: BenchPage): BenchPage | undefined {
  const document = parse(page.html!)
  const root = document.childNodes.find((node) => node.nodeName === 'html') as Element | undefined
  const body = root?.childNodes.find((node) => node.nodeName === 'body') as Element | undefined
  if (!body) return undefined
  const mass = new Map<Node, number>()
  const least = MOST * weigh(body, ` ${foldedWords(page.gold.text).join(' ')} `, mass)
  if (least === 0) return undefined
  // the elements around the article, outermost first
  const way = [body]
  for (let at: Element | undefined = body; at; ) {
    at = at.childNodes.find((node) => mass.get(node)! >= least && 'childNodes' in node) as Element | undefined
    if (at) way.push(at)
  }
  // a lone paragraph is no container
  const container = way[Math.max(0, way.length - 1 - (fnv1a(page.id) % 2))]!
  if (container === body) return undefined
  for (const node of [...body.childNodes]) defaultTreeAdapter.detachNode(node)
  defaultTreeAdapter.detachNode(container)
  defaultTreeAdapter.appendChild(body, container)
  return { ...page, html: serialize(document) }
}
