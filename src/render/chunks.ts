import type { Heading, Paragraph, PhrasingContent, Root, RootContent } from 'mdast'
import type { Article, Outcome } from '../core/article.ts'
import { checkArticle } from './check-article.ts'
import { renderMarkdown } from './markdown.ts'
import { renderText } from './text.ts'

/** A piece of an article for search and retrieval. */
export interface Chunk {
  /** Headings of the text it stands under, outermost first. */
  readonly headings: readonly string[]
  /** Plain text, paragraphs parted by an empty line. */
  readonly text: string
  /** The same as Markdown. */
  readonly markdown: string
}

/**
 * Cuts an article into pieces of at most `size` characters (UTF-16 units of `text`), as many whole paragraphs as fit. A heading
 * begins a piece and opens it. Tables, lists, listings, quotations and formulas are never cut: one that is longer is a
 * piece of its own. A longer paragraph is cut between sentences. Together the pieces hold what the article holds, in order.
 *
 * @throws {TypeError} where it is no article; {RangeError} where `size` is no whole number above 0.
 */
export function chunksOf(article: Article, size: number): readonly Chunk[] {
  checkArticle('chunkArticle', article)
  if (!Number.isSafeInteger(size) || size < 1)
    throw new RangeError(`size must be a whole number above 0, got ${size}`)
  const chunks: Chunk[] = []
  const above: { readonly depth: number; readonly title: string }[] = []
  let open: RootContent[] = []
  let path: readonly string[] = []
  const flush = () => {
    if (open.length === 0) return
    const root: Root = { type: 'root', children: open }
    chunks.push({ headings: path, text: renderText(root), markdown: renderMarkdown(root) })
    open = []
    path = above.map(({ title }) => title)
  }
  for (const node of (article.content ?? paragraphs(article.text)).children) {
    if (node.type === 'heading') {
      if (open.some(({ type }) => type !== 'heading')) flush()
      while (above.length > 0 && above.at(-1)!.depth >= node.depth) above.pop()
      above.push({ depth: node.depth, title: textOf([node]) })
      path = above.map(({ title }) => title)
      open.push(node)
      continue
    }
    for (const piece of cut(node, size)) {
      const fits = textOf([...open, piece]).length <= size
      if (!fits && open.some(({ type }) => type !== 'heading')) flush()
      open.push(piece)
    }
  }
  flush()
  return chunks
}

const textOf = (children: RootContent[]): string => renderText({ type: 'root', children })

/** Stands in where the pipeline leaves the content out. */
function paragraphs(text: string): Root {
  const children = text
    .split('\n\n')
    .map((value): Paragraph => ({ type: 'paragraph', children: [{ type: 'text', value }] }))
  return { type: 'root', children }
}

type Whole = Exclude<RootContent, Heading>

/** A paragraph that is too long, between sentences; all else as it is. */
function cut(node: Whole, size: number): readonly Whole[] {
  if (node.type !== 'paragraph' || textOf([node]).length <= size) return [node]
  const pieces: Paragraph[] = []
  let open: PhrasingContent[] = []
  const paragraph = (children: PhrasingContent[]): Paragraph => ({ type: 'paragraph', children })
  for (const child of node.children.flatMap(sentences)) {
    if (open.length > 0 && endsSentence(open) && textOf([paragraph([...open, child])]).length > size) {
      pieces.push(paragraph(open))
      open = []
    }
    open.push(child)
  }
  return [...pieces, paragraph(open)]
}

/** Where a piece may end: behind a sentence of plain text, never inside a link or behind an abbreviation in bold. */
function endsSentence(open: readonly PhrasingContent[]): boolean {
  const last = open.at(-1)
  return last?.type === 'text' && /(?:[.!?…]["'”’»)\]]*\s+|[。！？।؟]["'”’»）」』]*\s*)$/u.test(last.value)
}

/** Sentence boundaries of Unicode (UAX #29), which is what the runtime's segmenter knows. */
function sentences(node: PhrasingContent): PhrasingContent[] {
  if (node.type !== 'text') return [node]
  const found = [...new Intl.Segmenter(undefined, { granularity: 'sentence' }).segment(node.value)]
  return found.map(({ segment }) => ({ type: 'text', value: segment }))
}

/** Where a piece is from. */
export interface ChunkSource {
  readonly page: string
  readonly part: number
  readonly input: Pick<Outcome['input'], 'url' | 'fields'>
}

/** The pieces as records that tell where they are from; `chunk` numbers them from 1. */
export function chunkRecords(article: Article, { page, part, input }: ChunkSource, size: number): object[] {
  const { title, canonicalUrl, url = input.url ?? undefined, language, published } = article
  const chunks = chunksOf(article, size)
  const known = { title, url: canonicalUrl ?? url, published, language, fields: input.fields }
  const about = Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined))
  return chunks.map((chunk, at) => ({ page, part, chunk: at + 1, chunks: chunks.length, ...about, ...chunk }))
}
