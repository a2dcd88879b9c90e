import type { ExplainedBlock } from '../../core/article.ts'
import { diffLines } from '../../samples/line-diff.ts'
import { fold } from '../../samples/phrase.ts'
import { addressOf, placeOf } from '../address.ts'
import { comparePages, textOf, textsOf } from '../diff/compare.ts'
import { matchPages, NO_FILTER } from '../filter.ts'
import type { ReportIndex } from '../index-of.ts'
import { type PackedPage, type ReviewPage, unpackPage } from '../packed.ts'
import { readData, readPacked } from './data.ts'
import { byId, element } from './element.ts'
import { pageList } from './page-list.ts'
import { verdictHead, votesOf } from './verdict.ts'
import { showView, themeButton } from './view.ts'

interface Comparison extends ReportIndex {
  readonly names: { readonly a: string; readonly b: string }
  readonly only: readonly { readonly id: string; readonly in: string }[]
  readonly compared: number
}

/** Lines that are alike are shown this far around what changed; more of them fold. */
const AROUND = 2

const index = readData<Comparison>('index')
const { names, only, compared, pages } = index
let found: readonly number[] = []
let number = -1

const size = (at: number): number => {
  const { lost = 0, gained = 0, before } = pages[at]!.change ?? {}
  return lost + gained + (before === undefined ? 0 : 1000)
}
const list = pageList(
  () => pages,
  (wanted) => void open(wanted),
  () => 0,
)

async function open(wanted: number): Promise<void> {
  const entry = pages[wanted]
  if (entry === undefined) return
  number = wanted
  list.mark(wanted)
  const read = await readPacked<{ readonly a: PackedPage; readonly b: PackedPage }>(`page-${wanted}`)
  if (number !== wanted) return
  const [a, b] = [unpackPage(read.a), unpackPage(read.b)]
  byId('page-head').replaceChildren(
    element('h2', { dir: 'auto' }, entry.title ?? entry.id),
    element('p', { dir: 'auto', class: 'id' }, [entry.id, entry.url].filter(Boolean).join(' · ')),
    ...[statusLine(a, b)].filter((line) => line !== undefined),
  )
  byId('lines').replaceChildren(sides(a, b), ...fieldsOf(a, b))
  byId('lines').scrollTop = 0
  byId('verdict').replaceChildren(
    element('p', { class: 'hint' }, 'Choose a line to see its votes before and after.'),
  )
  history.replaceState(null, '', addressOf({ page: entry.id }))
  showView('source')
}

function statusLine(a: ReviewPage, b: ReviewPage): HTMLElement | undefined {
  if (a.status === b.status) return undefined
  const why = (b.status === 'clean' ? a : b).reason?.message ?? ''
  return element('p', { class: 'reason', dir: 'auto' }, `${a.status}, now ${b.status}: ${why}`)
}

/** The text of both, line beside line. */
function sides(a: ReviewPage, b: ReviewPage): HTMLElement {
  const change = comparePages(a, b)
  const lines = diffLines(textOf(a), textOf(b)).filter(({ text }) => text.trim() !== '')
  const causes = { '-': change?.lost.values(), '+': change?.gained.values() }
  const near = lines.map((_, at) =>
    lines.slice(Math.max(0, at - AROUND), at + AROUND + 1).some(({ side }) => side !== ' '),
  )
  const rows: HTMLElement[] = []
  for (let at = 0; at < lines.length; at++) {
    const { side, text } = lines[at]!
    if (side !== ' ') {
      rows.push(changedRow(side, text, causes[side]?.next().value?.by ?? '', a, b))
      continue
    }
    if (near[at]) {
      rows.push(equalRow(text))
      continue
    }
    const from = at
    while (at + 1 < lines.length && !near[at + 1]) at++
    rows.push(foldedRow(lines.slice(from, at + 1).map((line) => line.text)))
  }
  const heads = [names.a, names.b].map((name) => element('th', { scope: 'col', dir: 'auto' }, name))
  return element(
    'table',
    { class: 'lines' },
    element('thead', {}, element('tr', {}, ...heads)),
    element('tbody', {}, ...rows),
  )
}

const cell = (className: string, ...children: readonly (Node | string)[]) =>
  element('td', { class: className, dir: 'auto' }, ...children)
const equalRow = (text: string) => element('tr', {}, cell('equal', text), cell('equal', text))

function foldedRow(texts: readonly string[]): HTMLElement {
  const button = element('button', { type: 'button' }, `${texts.length} lines alike`)
  const row = element('tr', {}, element('td', { colspan: 2, class: 'folded' }, button))
  button.addEventListener('click', () => row.replaceWith(...texts.map(equalRow)))
  return row
}

function changedRow(side: '-' | '+', text: string, by: string, a: ReviewPage, b: ReviewPage): HTMLElement {
  const button = element('button', { type: 'button', class: 'changed', dir: 'auto' }, text)
  button.addEventListener('click', () => showVotes(text, side === '+', a, b))
  const said = element('small', {}, `${side === '-' ? 'lost' : 'gained'} by ${by}`)
  const full = cell(side === '-' ? 'lost' : 'gained', button, said)
  return element('tr', {}, ...(side === '-' ? [full, cell('none')] : [cell('none'), full]))
}

function showVotes(text: string, gained: boolean, a: ReviewPage, b: ReviewPage): void {
  const panel = byId('verdict')
  const shown = [a, b].map((page, i) => {
    const block = blockOf(page, text, gained === (i === 1))
    return element(
      'section',
      {},
      element('h3', { dir: 'auto' }, i === 0 ? names.a : names.b),
      ...(block
        ? [verdictHead(block), votesOf(block)]
        : [element('p', { class: 'hint' }, 'No block of its own reads like this here.')]),
    )
  })
  panel.replaceChildren(element('div', { class: 'both' }, ...shown))
  panel.scrollTop = 0
}

/** The block a line was written from, or would have been. */
function blockOf({ blocks = [] }: ReviewPage, line: string, kept: boolean): ExplainedBlock | undefined {
  const texts = new Set(textsOf(line))
  const alike = blocks.filter((block) =>
    [block.text, ...block.text.split('\n')].some((one) => texts.has(fold(one))),
  )
  return alike.find((block) => block.kept === kept) ?? alike[0]
}

function fieldsOf(a: ReviewPage, b: ReviewPage): HTMLElement[] {
  const fields = comparePages(a, b)?.fields ?? []
  if (fields.length === 0) return []
  const said = (value: unknown) =>
    value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value)
  const heads = ['Field', names.a, names.b].map((name) => element('th', { scope: 'col', dir: 'auto' }, name))
  const rows = fields.map(({ field, article, before, after }) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row' }, article > 1 ? `${field} (article ${article})` : field),
      cell('lost', said(before)),
      cell('gained', said(after)),
    ),
  )
  const table = element('table', { class: 'lines fields' })
  table.append(element('thead', {}, element('tr', {}, ...heads)), element('tbody', {}, ...rows))
  return [element('h3', {}, 'Metadata'), table]
}

function search(words: string): void {
  found = [...matchPages(index, { ...NO_FILTER, search: words }).found].sort(
    (x, y) => size(y) - size(x) || x - y,
  )
  byId('found').textContent = `${found.length} of ${pages.length} that changed`
  list.show(found)
}

function step(steps: number): void {
  const next = found[Math.min(found.length - 1, Math.max(0, found.indexOf(number) + steps))]
  if (next !== undefined) void open(next)
}

const apart = [names.a, names.b].flatMap((name) => {
  const many = only.filter((page) => page.in === name).length
  return many > 0 ? [`${many} only in ${name}`] : []
})
const alike = compared - pages.length - only.length
byId('counts').textContent = [
  `${pages.length} of ${compared} pages changed`,
  `${alike} alike`,
  ...apart,
].join(' · ')
const field = byId<HTMLInputElement>('search')
field.addEventListener('input', () => search(field.value))
field.form?.addEventListener('submit', (event) => event.preventDefault())
document.addEventListener('keydown', (event) => {
  const inList = event.target === byId('page-list')
  if (event.target === field || event.ctrlKey || event.metaKey || event.altKey) return
  const steps = { n: 1, p: -1, ...(inList && { ArrowDown: 1, ArrowUp: -1 }) }[event.key]
  if (steps === undefined) return
  event.preventDefault()
  step(steps)
})
themeButton()
search('')
document.documentElement.dataset.state = 'ready'
const named = placeOf(location.hash)?.page
const wanted = pages.findIndex(({ id }) => id === named)
if (wanted >= 0 || found[0] !== undefined) void open(wanted >= 0 ? wanted : found[0]!)
else
  byId('lines').replaceChildren(
    element('p', { class: 'hint' }, 'Every page has the same result in both runs.'),
  )
