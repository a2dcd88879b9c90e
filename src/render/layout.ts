import type { Article, Outcome } from '../core/article.ts'
import { checkArticle, checkOneOf } from './check-article.ts'

/** Shapes of records, one article a record. `dechaff` is an {@link Article} itself; the others are those other tools read. */
export type Layout = 'dechaff' | 'datatrove' | 'dolma' | 'schema.org' | 'trafilatura'

/** All of them. */
export const LAYOUTS = [
  'dechaff',
  'datatrove',
  'dolma',
  'schema.org',
  'trafilatura',
] as const satisfies readonly Layout[]

/** What a record says of an article besides what is in it. */
export interface ArticleSource {
  /** The page's name. */
  readonly page: string
  /** Which of the page's articles it is, from 1. */
  readonly part: number
  /** How many articles the page has. */
  readonly parts: number
  /** Where the page came from; the record has it. */
  readonly input: Pick<Outcome['input'], 'url' | 'retrieved' | 'fields'>
}

type Fields = Readonly<Record<string, unknown>>

/**
 * The record of an article in a layout of another tool; keys whose value nobody knows are left out unless the tool wants them.
 *
 * @throws {TypeError} where it is no article, or nothing is said of its page; {RangeError} for a layout nobody knows.
 */
export function inLayout(
  layout: Exclude<Layout, 'dechaff'>,
  article: Article,
  source: ArticleSource,
): Readonly<Record<string, unknown>> {
  checkOneOf('layout', layout, Object.keys(WRITERS))
  checkArticle('inLayout', article)
  if (typeof source?.input !== 'object')
    throw new TypeError('inLayout() takes { page, part, parts, input } last')
  return WRITERS[layout](article, source)
}

const WRITERS: Readonly<
  Record<Exclude<Layout, 'dechaff'>, (article: Article, source: ArticleSource) => Fields>
> = { datatrove, dolma, 'schema.org': schemaOrg, trafilatura }

/** One name an article; a page with several gives each its number. */
const idOf = ({ page, part, parts }: ArticleSource): string => (parts > 1 ? `${page}#${part}` : page)

/** All that is known of an article but its text and what is as large. */
function metadataOf(article: Article, { page, input }: ArticleSource): Fields {
  const { text: _, markdown: __, content: ___, posts: ____, evidence: _____, ...about } = article
  return without({
    ...about,
    url: article.url ?? input.url,
    retrieved: input.retrieved,
    page,
    ...input.fields,
  })
}

/** A `Document` of Hugging Face's datatrove, as its JsonlReader and ParquetReader take it. */
function datatrove(article: Article, source: ArticleSource): Fields {
  return {
    text: article.text,
    id: idOf(source),
    media: [],
    metadata: { ...metadataOf(article, source), date: article.published ?? source.input.retrieved },
  }
}

/** A document of AI2's Dolma toolkit. `source` is the host; `created` is the day of publication with the precision printed. */
function dolma(article: Article, source: ArticleSource): Fields {
  return without({
    id: idOf(source),
    text: article.text,
    source: article.hostname ?? '',
    added: source.input.retrieved,
    created: article.published,
    metadata: metadataOf(article, source),
  })
}

/** schema.org's types for what `pageType` tells. */
const TYPES: Readonly<Partial<Record<NonNullable<Article['pageType']>, string>>> = {
  forum: 'DiscussionForumPosting',
  documentation: 'TechArticle',
}

/** An Article of schema.org, as JSON-LD. */
function schemaOrg(article: Article, { input }: ArticleSource): Fields {
  const { canonicalUrl, url, site, tags, paywalled, pageType } = article
  const named = (type: string) => (name: string) => ({ '@type': type, name })
  const address = canonicalUrl ?? url ?? input.url ?? undefined
  return without({
    '@context': 'https://schema.org',
    '@type': (pageType && TYPES[pageType]) ?? 'Article',
    '@id': address,
    headline: article.title,
    alternativeHeadline: article.subtitle,
    author: article.authors?.map(named('Person')),
    editor: article.editors?.map(named('Person')),
    datePublished: article.published,
    dateModified: article.modified,
    description: article.description,
    keywords: tags,
    inLanguage: article.language,
    url: address,
    mainEntityOfPage: address,
    image: article.image,
    publisher: site === undefined ? undefined : named('Organization')(site),
    sourceOrganization: article.source === undefined ? undefined : named('Organization')(article.source),
    articleSection: article.section,
    license: article.license,
    isAccessibleForFree: paywalled === undefined ? undefined : !paywalled,
    pageStart: article.printPage,
    wordCount: article.wordCount,
    articleBody: article.text,
  })
}

/** The JSON that trafilatura writes with metadata; it has every key, null where nothing is known. */
function trafilatura(article: Article, source: ArticleSource): Fields {
  const { authors, published, retrieved } = { ...article, retrieved: source.input.retrieved }
  const day = (date: string | undefined) => date?.slice(0, 10) ?? null
  return {
    title: article.title ?? null,
    author: authors?.join('; ') ?? null,
    hostname: article.hostname ?? null,
    date: day(published),
    fingerprint: article.fingerprint ?? null,
    id: idOf(source),
    license: article.license ?? null,
    raw_text: article.text,
    language: article.language ?? null,
    image: article.image ?? null,
    pagetype: article.pageType ?? null,
    filedate: day(retrieved),
    source: article.canonicalUrl ?? article.url ?? source.input.url ?? null,
    'source-hostname': article.site ?? null,
    excerpt: article.description ?? null,
    categories: article.section ?? '',
    tags: article.tags?.join(';') ?? '',
    text: article.text,
    comments: '',
  }
}

const without = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== null))
