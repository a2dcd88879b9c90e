import type { Heading, List, Nodes, Root, RootContent } from 'mdast'
import type { Article, Outcome } from '../core/article.ts'
import { checkArticle, checkOneOf } from './check-article.ts'
import type { About, Input } from './front-matter.ts'

/** Markdown with YAML front matter, a document of HTML, or plain text under its title. */
export type ArticleFormat = 'md' | 'html' | 'text'

/** How the names of files end. */
export const ARTICLE_ENDINGS: Readonly<Record<ArticleFormat, string>> = {
  md: 'md',
  html: 'html',
  text: 'txt',
}

/** How articles are written as files; each text ends in a line break. */
export interface ArticleWriter {
  /** One article as a file of its own. */
  file(article: Article, input: Input): string
  /** What stands before the first section. */
  readonly opening: string
  /** One of several articles in one file; `number` counts them from 1. */
  section(article: Article, input: Input, number: number): string
}

/**
 * One article as text: Markdown under YAML front matter, a document of HTML with the metadata in its head, its text alone
 * as a fragment of HTML, or plain text under its title. No script, style or address other than http, https, mailto and tel
 * gets into HTML. It is written from `content`; where that is absent, from paragraphs of `text`.
 *
 * @param input the page's `input` in its record, for the moment of retrieval. Default: not told.
 * @throws {TypeError} where it is no article; {RangeError} for a format nobody knows.
 */
export async function renderArticle(
  article: Article,
  format: ArticleFormat | 'html-fragment',
  input: Pick<Outcome['input'], 'retrieved'> = {},
): Promise<string> {
  checkArticle('renderArticle', article)
  checkOneOf('format', format, [...Object.keys(ARTICLE_ENDINGS), 'html-fragment'])
  if (format !== 'html-fragment') return (await articleWriter(format)).file(article, input)
  const { htmlFragment } = await import('./html-document.ts')
  return htmlFragment(article)
}

/** Loads only what the format needs. */
export async function articleWriter(format: ArticleFormat): Promise<ArticleWriter> {
  if (format === 'html') {
    const { htmlDocument, htmlOpening, htmlSection } = await import('./html-document.ts')
    return {
      file: htmlDocument,
      opening: htmlOpening(),
      section: (article, _, number) => htmlSection(article, number),
    }
  }
  if (format === 'text')
    return {
      file: titled,
      opening: '',
      section: (article, _, number) => `${number === 1 ? '' : '\n\n'}${titled(article)}`,
    }
  const { aboutOf, frontMatter } = await import('./front-matter.ts')
  const { renderMarkdown } = await import('./markdown.ts')
  return {
    file: (article, input) => `${frontMatter(aboutOf(article, input))}${ended(article.markdown)}`,
    opening: '',
    section(article, input, number) {
      const { content, markdown } = article
      const top = renderMarkdown({ type: 'root', children: titleAndFields(aboutOf(article, input)) })
      const body = content === undefined ? markdown : renderMarkdown(numbered(content, number) as Root)
      return `${number === 1 ? '' : '\n***\n\n'}${top === '' ? '' : `${top}\n\n`}${ended(body)}`
    },
  }
}

const ended = (text: string): string => (text.endsWith('\n') ? text : `${text}\n`)

function titled({ title, titleInferred, text }: Article): string {
  return title === undefined || titleInferred ? ended(text) : `${title}\n\n${ended(text)}`
}

/** What front matter says of an article, as a heading and a list: readers know front matter at the start of a file only. */
function titleAndFields(about: About): RootContent[] {
  const lines = about.filter(([key]) => key !== 'title')
  const title = about.find(([key]) => key === 'title')?.[1] as string | undefined
  const heading: Heading[] =
    title === undefined ? [] : [{ type: 'heading', depth: 1, children: [{ type: 'text', value: title }] }]
  const list: List = {
    type: 'list',
    ordered: false,
    spread: false,
    children: lines.map(([key, value]) => {
      const said = `${key}: ${typeof value === 'string' ? value : value.join(', ')}`
      const children = [{ type: 'text' as const, value: said }]
      return { type: 'listItem', spread: false, children: [{ type: 'paragraph', children }] }
    }),
  }
  return lines.length === 0 ? heading : [...heading, list]
}

/** With names of notes that no other article in the file has. */
function numbered(node: Nodes, number: number): Nodes {
  if (node.type === 'footnoteReference' || node.type === 'footnoteDefinition') {
    const { identifier, label } = node
    const names = { identifier: `${number}-${identifier}`, label: `${number}-${label ?? identifier}` }
    if (node.type === 'footnoteReference') return { ...node, ...names }
    return { ...node, ...names, children: node.children.map((child) => numbered(child, number)) } as Nodes
  }
  if (!('children' in node)) return node
  return { ...node, children: node.children.map((child) => numbered(child, number)) } as Nodes
}
