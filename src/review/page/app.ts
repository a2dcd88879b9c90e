import type { ExplainedBlock } from '../../core/article.ts'
import { addressOf, placeOf } from '../address.ts'
import { type Filter, matchPages, NO_FILTER } from '../filter.ts'
import { searchPattern } from '../hits.ts'
import type { ReportIndex } from '../index-of.ts'
import type { ReviewPage } from '../packed.ts'
import { type Order, sortPages } from '../sort.ts'
import { articlePane } from './article.ts'
import { byId, element } from './element.ts'
import { filterBar } from './filters.ts'
import { onKeys } from './keys.ts'
import { pageList } from './page-list.ts'
import { sourceTree } from './source.ts'
import { showVerdict, type VerdictCalls, verdictOf } from './verdict.ts'
import { showView, themeButton } from './view.ts'
import { type SampleKeeping, wantDialog } from './want.ts'

/** Where the pages come from. */
export interface Pages {
  readonly index: () => ReportIndex
  readonly read: (number: number) => Promise<ReviewPage>
  readonly sample: SampleKeeping
  /** Told of every page that is shown. */
  readonly shown?: (number: number) => void
}

export interface App {
  /** Shows a page of the index, with the cursor where the reader is. */
  open(number: number): Promise<void>
  /** Draws the list anew: the index has changed. */
  refresh(): void
}

/** Moves of the cursor are written into the address when they have come to rest, after so many milliseconds. */
const REST = 300

/** The list, the source with its verdicts and the article, tied together. */
export function reviewApp(pages: Pages): App {
  const flips = new Map<number, Set<number>>()
  let [filter, order]: [Filter, Order] = [NO_FILTER, 'worst']
  let pattern: RegExp | undefined
  let found: readonly number[] = []
  let number = -1
  let page: ReviewPage | undefined
  let rest: ReturnType<typeof setTimeout> | undefined

  const flipsOf = (of: number): ReadonlySet<number> => flips.get(of) ?? new Set()
  const isFlipped = (at: number) => flipsOf(number).has(at)
  const say = (text: string) => {
    byId('live').textContent = text
  }
  const isSought = ({ role, votes, text }: ExplainedBlock): boolean => {
    if (pattern !== undefined && text.search(pattern) >= 0) return true
    if (filter.role === '' && filter.rule === '') return false
    if (filter.role !== '' && role !== filter.role) return false
    return filter.rule === '' || votes.some((vote) => vote.rule === filter.rule)
  }
  const address = (block?: number) =>
    addressOf({ page: page?.id ?? '', ...(block !== undefined && { block }) })
  const calls: VerdictCalls = {
    isFlipped,
    flip: (at) => flip([at]),
    address,
    paragraph: (at) => (article.lineOf(at) ? () => toArticle(at) : undefined),
  }
  const show = (block: ExplainedBlock | undefined) => showVerdict(block, calls)
  const source = sourceTree({
    select(block) {
      show(block)
      article.mark(block?.at)
      clearTimeout(rest)
      if (block && document.activeElement?.closest('#source-tree'))
        rest = setTimeout(() => history.replaceState(null, '', address(block.at)), REST)
    },
    hover: (block) => show(block ?? source.current()[0]),
    isFlipped,
    isSought,
    pattern: () => pattern,
  })
  const article = articlePane((at) => {
    showView('source')
    source.reach(at, true)
  })
  function toArticle(at: number): void {
    showView('article')
    article.mark(at)
    article.lineOf(at)?.focus({ preventScroll: true })
  }

  function flip(places: readonly number[]): void {
    const blocks = places.flatMap((at) => page?.blocks?.[at] ?? [])
    const [first] = blocks
    if (!first) return
    const turned = new Set(flipsOf(number))
    const on = !turned.has(first.at)
    for (const { at } of blocks) {
      if (on) turned.add(at)
      else turned.delete(at)
    }
    flips.set(number, turned)
    for (const { at } of blocks) source.refresh(at)
    show(first)
    list.refresh()
    countFlips()
    say(`${verdictOf(first, on)}. ${turned.size} flipped on this page.`)
  }

  function countFlips(): void {
    const { size } = flipsOf(number)
    byId('flip-count').hidden = size === 0
    byId('flip-count').textContent = `${size} flipped`
  }

  async function open(wanted: number, then?: 'source', block?: number): Promise<void> {
    const entry = pages.index().pages[wanted]
    if (entry === undefined) return
    number = wanted
    list.mark(wanted)
    const read = await pages.read(wanted)
    if (number !== wanted) return
    page = read
    const { id, status, reason, input, blocks } = page
    const kind = [input?.kind, input?.charset].filter(Boolean).join(', ')
    byId('page-head').replaceChildren(
      element('h2', { dir: 'auto' }, entry.title ?? id),
      element('p', { dir: 'auto', class: 'id' }, [id, input?.url, kind].filter(Boolean).join(' · ')),
      ...(reason ? [element('p', { dir: 'auto', class: 'reason' }, `${status}: ${reason.message}`)] : []),
      ...(blocks
        ? []
        : [
            element(
              'p',
              { class: 'reason' },
              'The blocks were not recorded: run with --explain to see them.',
            ),
          ]),
    )
    article.show(page, pattern)
    source.show(blocks ?? [], block)
    countFlips()
    countHits()
    clearTimeout(rest)
    const before = placeOf(location.hash)?.page
    if (before === undefined) history.replaceState(null, '', address(block))
    else if (before !== id.toWellFormed()) history.pushState(null, '', address(block))
    pages.shown?.(wanted)
    if (then) {
      showView('source')
      source.focus()
    }
  }

  const list = pageList(
    () => pages.index().pages,
    (wanted) => void open(wanted, 'source'),
    (of) => flipsOf(of).size,
  )
  const sorted = (numbers: readonly number[]) =>
    sortPages(pages.index().pages, numbers, order, (of) => flipsOf(of).size)

  function apply(chosen: Filter, by: Order): void {
    const asked = chosen
    filter = chosen
    order = by
    pattern = searchPattern(chosen.search)
    const { found: at, unread } = matchPages(pages.index(), chosen)
    found = sorted(at)
    const tell = (done: boolean) => {
      const all = pages.index().pages.length
      byId('found').textContent =
        `${found.length} of ${all} ${all === 1 ? 'page' : 'pages'}${done ? '' : ' …'}`
    }
    list.show(found)
    tell(pattern === undefined)
    if (pattern)
      void findInText(
        sorted(unread),
        pattern,
        pages.read,
        () => filter !== asked,
        (more, done) => {
          if (more.length > 0) {
            found = [...found, ...more]
            list.extend(found)
          }
          tell(done)
        },
      )
    if (page) {
      article.show(page, pattern)
      source.show(page.blocks ?? [], source.current()[0]?.at)
    }
    countHits()
  }

  let hit = -1
  function countHits(): void {
    hit = -1
    tellHits(source.marks().length)
  }
  function tellHits(of: number): void {
    byId('hits-row').hidden = pattern === undefined
    const places = of === 1 ? '1 place' : `${of} places`
    byId('hits').textContent = hit < 0 ? `${places} on this page` : `${hit + 1} of ${of} on this page`
  }
  /** To the next place that reads like the search; behind the last one of a page, to the next page that has one. */
  async function stepHit(steps: number): Promise<void> {
    if (pattern === undefined) return
    const [marks, next] = [source.marks(), hit < 0 && steps < 0 ? source.marks().length - 1 : hit + steps]
    const target = marks[next]
    if (target === undefined) {
      const other = found[found.indexOf(number) + Math.sign(steps)]
      if (other === undefined) return
      await open(other)
      hit = steps < 0 ? source.marks().length : -1
      return source.marks().length > 0 ? stepHit(steps) : undefined
    }
    for (const mark of document.querySelectorAll('mark.here')) mark.classList.remove('here')
    hit = next
    showView('source')
    source.reach(Number(target.closest<HTMLElement>('[data-at]')!.dataset.at), false)
    target.classList.add('here')
    target.scrollIntoView({ block: 'nearest' })
    tellHits(marks.length)
  }

  /** The page before or after the open one in the list as it is filtered. */
  function step(steps: number, then?: 'source'): void {
    const at = found.indexOf(number)
    const next = found[Math.min(found.length - 1, Math.max(0, at + steps))]
    if (next !== undefined) void open(next, then)
  }

  /** Opens what the address names. @returns whether it names a page that is here. */
  function toAddress(): boolean {
    const place = placeOf(location.hash)
    const at = place ? pages.index().pages.findIndex(({ id }) => id === place.page) : -1
    if (place === undefined || at < 0) return false
    if (at !== number) void open(at, undefined, place.block)
    else if (place.block !== undefined) source.reach(place.block, false)
    return true
  }

  const want = wantDialog(pages.sample)
  const openWant = () => page && want.open(page, number, flipsOf(number))
  byId('open-want').addEventListener('click', openWant)
  themeButton()
  const filters = filterBar(apply, (steps) => void stepHit(steps))
  onKeys({
    source,
    step,
    want: openWant,
    flip: () => flip(source.current().map(({ at }) => at)),
    stepHit: (steps) => void stepHit(steps),
    across() {
      const line = document.activeElement?.closest<HTMLElement>('.line[data-at]')
      const at = line ? Number(line.dataset.at) : source.current()[0]?.at
      if (at === undefined) return
      if (!line) return toArticle(at)
      showView('source')
      source.reach(at, true)
    },
  })
  addEventListener('hashchange', () => void toAddress())

  function refresh(): void {
    const index = pages.index()
    filters.refresh(index)
    const counted = (status: string) => index.pages.filter((entry) => entry.status === status).length
    byId('counts').textContent = ['clean', 'rejected', 'failed']
      .map((status) => `${counted(status)} ${status}`)
      .join(' · ')
    const at = page
    page = undefined
    apply(filter, order)
    page = at
  }
  refresh()
  document.documentElement.dataset.state = 'ready'
  if (!toAddress()) void open(found[0] ?? -1)
  return { open: (wanted) => open(wanted, 'source'), refresh }
}

/** Pages read between two breaths, so that typing never waits. */
const AT_ONCE = 12

/** Looks through the text of pages for words, a few at a time; stops where `stale` says the question is no longer asked. */
async function findInText(
  numbers: readonly number[],
  pattern: RegExp,
  read: (number: number) => Promise<ReviewPage>,
  stale: () => boolean,
  tell: (found: readonly number[], done: boolean) => void,
): Promise<void> {
  for (let from = 0; from < numbers.length; from += AT_ONCE) {
    const found: number[] = []
    for (const number of numbers.slice(from, from + AT_ONCE)) {
      const { blocks = [] } = await read(number)
      if (blocks.some((block) => block.text.search(pattern) >= 0)) found.push(number)
    }
    if (stale()) return
    tell(found, from + AT_ONCE >= numbers.length)
    await new Promise((resolve) => setTimeout(resolve))
  }
  if (numbers.length === 0 && !stale()) tell([], true)
}
