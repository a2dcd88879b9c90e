import type { Element, ElementContent, Nodes as HastNodes } from 'hast'
import { defaultSchema, type Schema, sanitize } from 'hast-util-sanitize'
import { toHtml } from 'hast-util-to-html'
import type { Image, Nodes, Paragraph, PhrasingContent, Root } from 'mdast'
import { type Options, toHast } from 'mdast-util-to-hast'

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
      const caption: Element = element('figcaption', [{ type: 'text', value: image.title! }])
      const bare = state.all({ ...node, children: untitled(node.children) })
      return element('figure', [...bare, caption])
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

function element(tagName: string, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties: {}, children }
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
