import { zipSync } from 'fflate'
import type { Outcome } from '../../core/article.ts'
import type { Dump } from '../../core/dump.ts'
import type { Door } from '../../core/page.ts'
import { clean } from '../../pipeline/clean.ts'
import { renderArticle } from '../../render/article-file.ts'
import { indexWriter, type ReportIndex } from '../../review/index-of.ts'
import { reviewApp } from '../../review/page/app.ts'
import { byId } from '../../review/page/element.ts'
import { download } from '../../review/page/want.ts'
import { judgePanel } from './judge-panel.ts'

/** A page that was given, and what becomes of it as pipeline and rules stand. */
interface Given {
  readonly dump: Dump
  readonly as: Door | undefined
  outcome: Outcome
}

const VIEWS = ['article', 'markdown', 'json'] as const
type View = (typeof VIEWS)[number]

const given: Given[] = []
/** Of all that was given; made anew when a page comes in or becomes another. */
let index: ReportIndex | undefined
let current = -1

const judge = judgePanel(() => void cleanAgain())
const views = resultViews()
const app = reviewApp({
  index: () => (index ??= indexed()),
  read: async (number) => given[number]!.outcome,
  shown(number) {
    current = number
    views.show(given[number]!.outcome)
    void compare()
  },
  sample: {
    hint: 'The sample is a folder, packed as ZIP, with the page and this text: unpack it below samples/.',
    pipeline: () => judge.named(),
    save: async ({ number, name, want }) =>
      `Saved as ${sampleFile(given[number]!, name, want, judge.fileOf())}.`,
  },
})

function indexed(): ReportIndex {
  const index = indexWriter()
  for (const { outcome } of given) index.add(outcome)
  return index.done(false)
}

async function cleaned(dump: Dump, as: Door | undefined, usual = false): Promise<Outcome> {
  return clean(dump, { pipeline: usual ? 'article' : judge.pipeline(), explain: true, ...(as && { as }) })
}

/** Takes pages in, and shows the last of them. */
async function take(dumps: readonly Dump[]): Promise<void> {
  if (dumps.length === 0) return
  const as = (byId<HTMLSelectElement>('as').value || undefined) as Door | undefined
  const began = performance.now()
  for (const dump of dumps) {
    const outcome = await cleaned(dump, as)
    given.push({ dump, as, outcome })
    index = undefined
  }
  const took = Math.round(performance.now() - began)
  const pages = dumps.length === 1 ? 'One page' : `${dumps.length} pages`
  byId('took').textContent = `${pages} cleaned in ${took} ms.`
  document.documentElement.dataset.took = String(took)
  byId('give').removeAttribute('open')
  app.refresh()
  await app.open(given.length - 1)
}

/** The open page is judged anew at once, the others when nobody waits. */
async function cleanAgain(): Promise<void> {
  const asked = judge.pipeline()
  const order = [...given.keys()].sort((a, b) => Number(b === current) - Number(a === current))
  for (const number of order) {
    const page = given[number]!
    page.outcome = await cleaned(page.dump, page.as)
    index = undefined
    if (judge.pipeline() !== asked) return
    if (number === current) await app.open(number)
    await new Promise((resolve) => setTimeout(resolve))
  }
  app.refresh()
}

/** What the pipeline as it stands changes of the page that is open. */
async function compare(): Promise<void> {
  const page = given[current]
  if (page) judge.tell(page.outcome, judge.isUsual() ? page.outcome : await cleaned(page.dump, page.as, true))
}

let pasted = 0
byId<HTMLFormElement>('give-form').addEventListener('submit', (event) => {
  event.preventDefault()
  const [text, url] = [byId<HTMLTextAreaElement>('paste'), byId<HTMLInputElement>('url')]
  if (text.value.trim() === '') return
  const bytes = new TextEncoder().encode(text.value)
  void take([{ bytes, id: `pasted ${++pasted}`, ...(url.value.trim() && { url: url.value.trim() }) }])
  text.value = ''
  url.value = ''
})

const files = byId<HTMLInputElement>('files')
byId('choose').addEventListener('click', () => files.click())
files.addEventListener('change', () => void takeFiles(files.files))

async function takeFiles(list: FileList | null | undefined): Promise<void> {
  const dumps = [...(list ?? [])].map(async (file) => {
    const bytes = new Uint8Array(await file.arrayBuffer())
    return { bytes, id: file.name, path: file.name, ...(file.type !== '' && { contentType: file.type }) }
  })
  await take(await Promise.all(dumps))
  files.value = ''
}

document.addEventListener('dragover', (event) => event.preventDefault())
document.addEventListener('drop', (event) => {
  event.preventDefault()
  const { dataTransfer } = event
  if (dataTransfer?.files.length) void takeFiles(dataTransfer.files)
  else {
    const text = dataTransfer?.getData('text/plain') ?? ''
    if (text.trim() !== '') void take([{ bytes: new TextEncoder().encode(text), id: `dropped ${++pasted}` }])
  }
})
document.addEventListener('keydown', (event) => {
  const target = event.target as HTMLElement
  if (target.matches('input, textarea, select') || document.querySelector('dialog[open]')) return
  if (event.key !== 'i' || event.ctrlKey || event.metaKey || event.altKey) return
  event.preventDefault()
  byId('give').setAttribute('open', '')
  byId('paste').focus()
})

interface ResultViews {
  show(outcome: Outcome): void
}

/** The article, its Markdown or the record: one of them is shown, and can be copied or taken away. */
function resultViews(): ResultViews {
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

/** The date in the archive's entries: the same sample makes the same bytes. */
const LONG_AGO = new Date(1980, 0, 1)
const LONGEST_NAME = 50

/**
 * Takes a sample away as a packed folder of samples/: the page byte for byte, its `want.yaml`, and the file of the
 * pipeline where it is none of the package's. @returns the name of the file.
 */
function sampleFile(
  { dump, outcome }: { readonly dump: Dump; readonly outcome: Outcome },
  named: string,
  want: string,
  pipeline: string | undefined,
): string {
  const name = named || nameOf(outcome)
  const encoder = new TextEncoder()
  const folder = {
    [outcome.input.kind === 'text' ? 'page.txt' : 'page.html']: dump.bytes!,
    'want.yaml': encoder.encode(want),
    ...(pipeline !== undefined && { 'pipeline.yaml': encoder.encode(pipeline) }),
  }
  const bytes = zipSync({ [name]: folder }, { mtime: LONG_AGO })
  download(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: 'application/zip' }), `${name}.zip`)
  return `${name}.zip`
}

function nameOf({ articles, id }: Outcome): string {
  const words = (articles[0]?.title ?? id).normalize('NFKD').toLowerCase()
  const slug = words
    .replace(/\p{M}+/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST_NAME)
  return slug.replace(/^-+|-+$/g, '') || 'sample'
}
