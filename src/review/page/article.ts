import { ARTICLE_FIELDS, type Article, type Evidence } from '../../core/article.ts'
import type { ReviewArticle, ReviewPage } from '../packed.ts'
import { byId, element } from './element.ts'

/** Not metadata, or shown in a place of their own. */
const ELSEWHERE: ReadonlySet<string> = new Set([
  'languages',
  'pageTypeConfidence',
  'text',
  'markdown',
  'content',
  'posts',
  'wordCount',
  'confidence',
  'evidence',
])

/** The articles of a page, each with its fields and where their values come from. */
export function showArticles(page: ReviewPage): void {
  const { articles, status, reason } = page
  const shown = articles.map((article, i) =>
    articleView(article, articles.length > 1 ? i + 1 : 0, articles.length),
  )
  const why = element(
    'div',
    { class: 'none' },
    element('h2', {}, `No article: ${status}`),
    element(
      'p',
      { dir: 'auto' },
      reason ? `${reason.code}: ${reason.message}` : 'Nothing of the page was kept.',
    ),
  )
  byId('article').replaceChildren(...(shown.length > 0 ? shown : [why]))
  byId('article').scrollTop = 0
}

function articleView(article: ReviewArticle, number: number, of: number): HTMLElement {
  const { title, titleInferred, text, wordCount, confidence } = article
  const heading = titleInferred || title === undefined ? '(untitled)' : title
  return element(
    'article',
    {},
    element('p', { class: 'over' }, number > 0 ? `Article ${number} of ${of}` : 'Article'),
    element('h2', { dir: 'auto' }, heading),
    element('p', { class: 'facts' }, `${wordCount} words · ${Math.round(confidence * 100)} % sure`),
    metadata(article),
    element('div', { class: 'text', dir: 'auto', ...languageOf(article) }, ...paragraphs(text)),
  )
}

/** A tag the page made up must not become one the browser trusts. */
function languageOf({ language = '' }: ReviewArticle): { lang?: string } {
  return /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(language) ? { lang: language } : {}
}

const paragraphs = (text: string) =>
  text
    .split(/\n{2,}/)
    .filter((part) => part.trim() !== '')
    .map((part) => element('p', { dir: 'auto' }, part))

function metadata(article: ReviewArticle): HTMLElement {
  const fields: Readonly<Partial<Record<keyof Article, unknown>>> = article
  const rows = ARTICLE_FIELDS.flatMap((field) => {
    const value = fields[field]
    if (value === undefined || ELSEWHERE.has(field)) return []
    const shown = Array.isArray(value) ? value.join(' · ') : String(value)
    return [
      element(
        'div',
        {},
        element('dt', {}, field),
        element(
          'dd',
          {},
          element('span', { class: 'value', dir: 'auto' }, shown),
          ...told(article.evidence?.[field], shown),
        ),
      ),
    ]
  })
  return element('dl', { class: 'meta', 'aria-label': 'Metadata with evidence' }, ...rows)
}

/** Where a value comes from, as printed there, and what other places say. */
function told(evidence: Evidence | undefined, value: string): HTMLElement[] {
  if (evidence === undefined) return []
  const raw = evidence.raw === value ? '' : `: “${evidence.raw}”`
  const line = element('span', { class: 'evidence', dir: 'auto' }, `from ${evidence.from}${raw}`)
  const others = (evidence.alternatives ?? []).map((other) =>
    element('span', { class: 'evidence other', dir: 'auto' }, `${other.from} says “${other.value}”`),
  )
  return [line, ...others]
}
