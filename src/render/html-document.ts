import type { Element, ElementContent, Properties, Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { pageAddress } from '../content/address.ts'
import type { Article, Content } from '../core/article.ts'
import { aboutOf, type Input } from './front-matter.ts'
import { renderHtml } from './html.ts'

/** Nothing is loaded but pictures, and nothing runs, even where the sanitiser should have overlooked something. */
const POLICY = "default-src 'none'; img-src http: https:; base-uri 'none'; form-action 'none'"

/** An article as a whole document, with its metadata in the head and its headline above the text. */
export function htmlDocument(article: Article, input: Input): string {
  const html = element('html', localeOf(article), [])
  const open = toHtml(html).replace('</html>', '')
  return `<!doctype html>\n${open}\n<head>\n${head(article, input)}\n</head>\n<body>\n${htmlSection(article)}</body>\n</html>\n`
}

/** What stands before the articles where one document holds several. */
export const htmlOpening = (): string =>
  `<!doctype html>\n${lines([...COMMON, element('title', {}, [text('Articles')])])}\n`

/** An article as an `article` element. `number` tells the notes of several in one document apart. */
export function htmlSection(article: Article, number?: number): string {
  const { title, titleInferred, subtitle, authors, published } = article
  const shown = [
    ...(title === undefined || titleInferred ? [] : [element('h1', {}, [text(title)])]),
    ...(subtitle === undefined ? [] : [element('p', {}, [text(subtitle)])]),
    ...(authors === undefined ? [] : [element('address', {}, [text(authors.join(', '))])]),
    ...(published === undefined ? [] : [element('time', { dateTime: published }, [text(published)])]),
  ]
  const header = shown.length === 0 ? '' : `<header>\n${lines(shown)}\n</header>\n`
  const open = number === undefined ? '<article>' : toHtml(element('article', localeOf(article), []))
  const body = htmlFragment(article, number)
  return `${open.replace('</article>', '')}\n${header}${body}\n</article>\n`
}

/** What was kept, without its metadata. */
export function htmlFragment({ content, text }: Article, number?: number): string {
  return renderHtml(content ?? paragraphs(text), number === undefined ? '' : `${number}-`)
}

/** Stands in where the pipeline leaves the content out. */
function paragraphs(text: string): Content {
  const children = text
    .split('\n\n')
    .map((value) => ({ type: 'paragraph' as const, children: [{ type: 'text' as const, value }] }))
  return { type: 'root', children }
}

function localeOf({ language, direction }: Article): Properties {
  return { ...(language !== undefined && { lang: language }), ...(direction === 'rtl' && { dir: 'rtl' }) }
}

/** What a field of {@link aboutOf} is called in a head, and under which attribute; others go by their own names. */
const NAMES: Readonly<Record<string, readonly [attribute: 'name' | 'property', name: string]>> = {
  authors: ['name', 'author'],
  editors: ['name', 'editor'],
  tags: ['name', 'keywords'],
  published: ['property', 'article:published_time'],
  modified: ['property', 'article:modified_time'],
  section: ['property', 'article:section'],
  site: ['property', 'og:site_name'],
  image: ['property', 'og:image'],
}
/** Said elsewhere in the document. */
const ELSEWHERE: ReadonlySet<string> = new Set(['title', 'subtitle', 'url', 'language'])

const COMMON: readonly Element[] = [
  element('meta', { charSet: 'utf-8' }, []),
  element('meta', { httpEquiv: ['Content-Security-Policy'], content: POLICY }, []),
]

function head(article: Article, input: Input): string {
  const { title, url = '', canonicalUrl = url } = article
  const canonical = pageAddress(canonicalUrl)
  const metas = aboutOf(article, input)
    .filter(([key]) => !ELSEWHERE.has(key))
    .flatMap(([key, value]) => {
      const [attribute, name] = NAMES[key] ?? ['name', key]
      const values = typeof value === 'string' ? [value] : key === 'tags' ? [value.join(', ')] : value
      return values.map((content) => element('meta', { [attribute]: name, content }, []))
    })
  return lines([
    ...COMMON,
    element('title', {}, [text(title ?? canonical ?? '')]),
    ...(canonical === undefined ? [] : [element('link', { rel: ['canonical'], href: canonical }, [])]),
    ...metas,
  ])
}

function lines(elements: readonly Element[]): string {
  const children = elements.flatMap((one, i) => (i === 0 ? [one] : [text('\n'), one]))
  return toHtml({ type: 'root', children } satisfies Root)
}

function element(tagName: string, properties: Properties, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children }
}

function text(value: string): { type: 'text'; value: string } {
  return { type: 'text', value }
}
