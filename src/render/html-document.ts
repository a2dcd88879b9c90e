import type { Element, ElementContent, Nodes as HastNodes, Root as HastRoot, Properties } from 'hast'
import { defaultSchema, type Schema, sanitize } from 'hast-util-sanitize'
import { toHtml } from 'hast-util-to-html'
import type { Image, Nodes, Paragraph, PhrasingContent, Root } from 'mdast'
import { type Options, toHast } from 'mdast-util-to-hast'
import { pageAddress } from '../content/address.ts'
import type { Article, Content } from '../core/article.ts'
import { aboutOf, type Input } from './front-matter.ts'

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
  return toHtml({ type: 'root', children } satisfies HastRoot)
}

function element(tagName: string, properties: Properties, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children }
}

function text(value: string): { type: 'text'; value: string } {
  return { type: 'text', value }
}

/**
 * Content as a fragment of HTML: no classes but those of code, formulas and hints, no styles, no scripts, addresses of
 * http, https, mailto and tel only. A picture with a caption is a figure. `notes` stands in the names of notes: articles in
 * one document need different ones.
 */
export function renderHtml(content: Root, notes = ''): string {
  const tree = toHast(withElements(content) as Root, { ...OPTIONS, clobberPrefix: `user-content-${notes}` })
  return toHtml(sanitize(withoutFiller(tree), SCHEMA))
}

/** What stands between `html` nodes as nodes that become the elements they name. */
function withElements(node: Nodes): Nodes {
  if (node.type === 'blockquote' && node.data?.callout !== undefined) {
    const data = { hName: 'aside', hProperties: { className: [node.data.callout] } }
    return { ...node, data, children: node.children.map(withElements) } as Nodes
  }
  if (!('children' in node)) return node
  const children = (node.children as Nodes[]).map(withElements)
  const tagged = children.some(({ type }) => type === 'html')
  return { ...node, children: tagged ? paired(children as PhrasingContent[]) : children } as Nodes
}

function paired(children: readonly PhrasingContent[]): PhrasingContent[] {
  const levels: { tag: string; children: PhrasingContent[] }[] = [{ tag: '', children: [] }]
  for (const child of children) {
    const tag = child.type === 'html' ? child.value.slice(1, -1) : undefined
    if (tag === undefined) levels.at(-1)!.children.push(child)
    else if (tag === 'br') levels.at(-1)!.children.push({ type: 'break' })
    else if (!tag.startsWith('/')) levels.push({ tag, children: [] })
    else if (levels.length > 1) {
      const { tag: hName, children: inner } = levels.pop()!
      levels.at(-1)!.children.push({ type: 'emphasis', data: { hName }, children: inner })
    }
  }
  return levels.flatMap((level) => level.children)
}

const OPTIONS: Options = {
  // a note has no link back: the browser has a button for that
  footnoteBackContent: '',
  handlers: {
    paragraph(state, node: Paragraph) {
      const image = captioned(node)
      const children = state.all(node)
      if (image === undefined) return { type: 'element', tagName: 'p', properties: {}, children }
      const caption: Element = element('figcaption', {}, [{ type: 'text', value: image.title! }])
      const bare = state.all({ ...node, children: untitled(node.children) })
      return element('figure', {}, [...bare, caption])
    },
  },
}

function captioned({ children }: Paragraph): Image | undefined {
  const [only] = children
  if (children.length !== 1) return undefined
  const inner = only?.type === 'link' && only.children.length === 1 ? only.children[0] : only
  return inner?.type === 'image' && inner.title ? inner : undefined
}

function untitled(children: readonly PhrasingContent[]): PhrasingContent[] {
  return children.map((child) =>
    child.type === 'image'
      ? { ...child, title: null }
      : child.type === 'link'
        ? ({ ...child, children: untitled(child.children) } as PhrasingContent)
        : child,
  )
}

/** Without what the library adds to notes in words of its own, and without heads of tables in which nothing stands. */
function withoutFiller(tree: HastNodes): HastNodes {
  if (!('children' in tree)) return tree
  const children = (tree.children as HastNodes[]).filter((child) => !isFiller(child)).map(withoutFiller)
  return { ...tree, children } as HastNodes
}

function isFiller(node: HastNodes): boolean {
  if (node.type !== 'element') return false
  const { tagName, properties } = node
  if (tagName === 'a' && properties.dataFootnoteBackref !== undefined) return true
  if (tagName === 'h2' && properties.id === 'footnote-label') return true
  return tagName === 'thead' && isEmpty(node)
}

function isEmpty(node: HastNodes): boolean {
  if (node.type === 'text') return node.value.trim() === ''
  if (node.type === 'element' && node.tagName === 'img') return false
  return !('children' in node) || (node.children as HastNodes[]).every(isEmpty)
}

const SCHEMA: Schema = {
  ...defaultSchema,
  // identifiers are those of the notes, made here
  clobber: [],
  tagNames: [...(defaultSchema.tagNames ?? []), 'aside', 'figure', 'figcaption', 'mark', 'ruby', 'rt', 'rp'],
  attributes: {
    ...defaultSchema.attributes,
    a: ['href', 'id', 'dataFootnoteRef'],
    aside: [['className', 'note', 'tip', 'important', 'warning', 'caution']],
    code: [['className', /^language-[\w+#.-]{1,30}$/, 'math-inline', 'math-display']],
  },
  protocols: { href: ['http', 'https', 'mailto', 'tel'], src: ['http', 'https'] },
}
