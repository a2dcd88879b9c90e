import { ARTICLE_FIELDS, type Article, type Evidence, type ExplainedBlock } from '../../core/article.ts'
import type { ReviewArticle, ReviewPage } from '../packed.ts'
import { articleLines } from '../paragraphs.ts'
import { byId, element, marked } from './element.ts'

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

export interface ArticlePane {
  /** Shows the articles of a page, each with its fields and where their values come from. */
  show(page: ReviewPage, pattern: RegExp | undefined): void
  /** Marks the lines a block was written to, and brings the first of them into view. */
  mark(at: number | undefined): void
  /** The first line written from a block. */
  lineOf(at: number): HTMLElement | undefined
}

/** The pane of articles; `reach` goes to the block of a line that was clicked. */
export function articlePane(reach: (at: number) => void): ArticlePane {
  const pane = byId('article')
  const lineOf = (at: number) => pane.querySelector<HTMLElement>(`.line[data-at="${at}"]`) ?? undefined
  pane.addEventListener('click', (event) => {
    const line = (event.target as Element).closest<HTMLElement>('.line[data-at]')
    if (line && getSelection()?.isCollapsed !== false) reach(Number(line.dataset.at))
  })
  return {
    lineOf,
    show(page, pattern) {
      const { articles, status, reason, blocks = [] } = page
      const shown = articles.map((article, i) =>
        articleView(article, articles.length > 1 ? i + 1 : 0, articles.length, (text) =>
          paragraphs(text, blocks, pattern),
        ),
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
      pane.replaceChildren(...(shown.length > 0 ? shown : [why]))
      pane.scrollTop = 0
    },
    mark(at) {
      for (const line of pane.querySelectorAll('.line.here')) line.classList.remove('here')
      if (at === undefined) return
      const lines = pane.querySelectorAll<HTMLElement>(`.line[data-at="${at}"]`)
      for (const line of lines) line.classList.add('here')
      const [first] = lines
      if (first === undefined || pane.checkVisibility?.() === false) return
      const [box, seen] = [first.getBoundingClientRect(), pane.getBoundingClientRect()]
      if (box.top < seen.top || box.bottom > seen.bottom)
        pane.scrollTop += box.top - seen.top - seen.height / 3
    },
  }
}

function articleView(
  article: ReviewArticle,
  number: number,
  of: number,
  written: (text: string) => readonly HTMLElement[],
): HTMLElement {
  const { title, titleInferred, text, wordCount, confidence } = article
  const heading = titleInferred || title === undefined ? '(untitled)' : title
  return element(
    'article',
    {},
    element('p', { class: 'over' }, number > 0 ? `Article ${number} of ${of}` : 'Article'),
    element('h2', { dir: 'auto' }, heading),
    element('p', { class: 'facts' }, `${wordCount} words · ${Math.round(confidence * 100)} % sure`),
    element('div', { class: 'text', dir: 'auto', ...languageOf(article) }, ...written(text)),
    metadata(article),
  )
}

/** A tag the page made up must not become one the browser trusts. */
function languageOf({ language = '' }: ReviewArticle): { lang?: string } {
  return /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(language) ? { lang: language } : {}
}

function paragraphs(
  text: string,
  blocks: readonly ExplainedBlock[],
  pattern: RegExp | undefined,
): readonly HTMLElement[] {
  return articleLines(text, blocks).map((lines) => {
    const shown = lines.flatMap((line, i) => [
      ...(i > 0 ? ['\n'] : []),
      element(
        'span',
        { class: 'line', ...(line.at !== undefined && { 'data-at': line.at, tabindex: -1 }) },
        ...marked(line.text, pattern),
      ),
    ])
    return element('p', { dir: 'auto' }, ...shown)
  })
}

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
  return element('section', {}, element('h3', {}, 'Metadata'), element('dl', { class: 'meta' }, ...rows))
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
