import type { Outcome } from '../../core/article.ts'
import { renderArticle } from '../../render/article-file.ts'
import { byId } from '../../review/page/element.ts'
import { download } from '../../review/page/want.ts'

const VIEWS = ['article', 'markdown', 'json'] as const
type View = (typeof VIEWS)[number]

export interface ResultViews {
  show(outcome: Outcome): void
}

/** The article, its Markdown or the record: one of them is shown, and can be copied or taken away. */
export function resultViews(): ResultViews {
  const written = byId('written')
  let view: View = 'article'
  let shown: Outcome | undefined
  const draw = async () => {
    const outcome = shown
    for (const name of VIEWS) byId(`view-${name}`).setAttribute('aria-pressed', String(name === view))
    byId('article').hidden = view !== 'article'
    written.hidden = view === 'article'
    byId('take').hidden = view === 'article'
    if (outcome === undefined || view === 'article') return
    const text = view === 'json' ? recordText(outcome) : await markdownText(outcome)
    if (shown === outcome) written.textContent = text
  }
  for (const name of VIEWS)
    byId(`view-${name}`).addEventListener('click', () => {
      view = name
      written.scrollTop = 0
      void draw()
    })
  byId('take-copy').addEventListener('click', async () => {
    byId('took').textContent = await navigator.clipboard
      .writeText(written.textContent ?? '')
      .then(() => 'Copied.')
      .catch(() => 'Could not copy: select the text and copy it yourself.')
  })
  byId('take-download').addEventListener('click', () => {
    const [name, type] =
      view === 'json' ? ['record.json', 'application/json'] : ['article.md', 'text/markdown']
    download(new Blob([written.textContent ?? ''], { type }), name)
  })
  return {
    show(outcome) {
      shown = outcome
      void draw()
    },
  }
}

/** The record as it is written without `--explain`. */
function recordText({ blocks, ...record }: Outcome): string {
  return `${JSON.stringify(record, null, 2)}\n`
}

async function markdownText({ articles, input }: Outcome): Promise<string> {
  const written: string[] = []
  for (const article of articles) written.push(await renderArticle(article, 'md', input))
  return written.join('\n')
}
