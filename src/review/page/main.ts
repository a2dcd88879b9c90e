import type { ExplainedBlock } from '../../core/article.ts'
import { type Filter, matchPages, NO_FILTER } from '../filter.ts'
import type { ReviewPage } from '../packed.ts'
import { showArticles } from './article.ts'
import { readIndex, readPage } from './data.ts'
import { byId, element } from './element.ts'
import { filterBar } from './filters.ts'
import { findInText } from './find-text.ts'
import { onKeys } from './keys.ts'
import { pageList } from './page-list.ts'
import { sourceTree } from './source.ts'
import { showVerdict, verdictOf } from './verdict.ts'
import { showView, themeButton } from './view.ts'
import { wantDialog } from './want.ts'

const index = readIndex()
const flips = new Map<number, Set<number>>()
let filter: Filter = NO_FILTER
let found: readonly number[] = []
let number = -1
let page: ReviewPage | undefined

const flipsOf = (of: number): ReadonlySet<number> => flips.get(of) ?? new Set()
const isFlipped = (at: number) => flipsOf(number).has(at)
const say = (text: string) => {
  byId('live').textContent = text
}

function isSought({ role, votes, text }: ExplainedBlock): boolean {
  const { search } = filter
  if (search !== '' && text.toLowerCase().includes(search.toLowerCase())) return true
  if (filter.role === '' && filter.rule === '') return false
  if (filter.role !== '' && role !== filter.role) return false
  return filter.rule === '' || votes.some((vote) => vote.rule === filter.rule)
}

const show = (block: ExplainedBlock | undefined) =>
  showVerdict(block, block !== undefined && isFlipped(block.at), flip)
const source = sourceTree({
  select: show,
  hover: (block) => show(block ?? source.current()),
  isFlipped,
  isSought,
})

function flip(at: number): void {
  const block = page?.blocks?.[at]
  if (!block) return
  const turned = new Set(flipsOf(number))
  if (!turned.delete(at)) turned.add(at)
  flips.set(number, turned)
  source.refresh(at)
  show(block)
  list.refresh()
  countFlips()
  say(`${verdictOf(block, turned.has(at))}. ${turned.size} flipped on this page.`)
}

function countFlips(): void {
  const { size } = flipsOf(number)
  byId('flip-count').hidden = size === 0
  byId('flip-count').textContent = `${size} flipped`
}

async function open(wanted: number, then?: 'source'): Promise<void> {
  const entry = index.pages[wanted]
  if (entry === undefined) return
  number = wanted
  list.mark(wanted)
  const read = await readPage(wanted)
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
      : [element('p', { class: 'reason' }, 'The blocks were not recorded: run with --explain to see them.')]),
  )
  source.show(blocks ?? [])
  showArticles(page)
  countFlips()
  if (then) {
    showView('source')
    source.focus()
  }
}

const list = pageList(
  index,
  (wanted) => void open(wanted, 'source'),
  (of) => flipsOf(of).size,
)

function apply(chosen: Filter): void {
  filter = chosen
  const { found: at, unread } = matchPages(index, chosen)
  found = at
  const tell = (done: boolean) => {
    byId('found').textContent = `${found.length} of ${index.pages.length} pages${done ? '' : ' …'}`
  }
  list.show(found)
  const deep = chosen.search.trim().length > 1
  tell(!deep)
  if (deep)
    void findInText(
      unread,
      chosen.search,
      () => filter !== chosen,
      (more, done) => {
        if (more.length > 0) {
          found = [...found, ...more]
          list.extend(found)
        }
        tell(done)
      },
    )
  if (page?.blocks) source.show(page.blocks)
}

/** The page before or after the open one in the list as it is filtered. */
function step(steps: number, then?: 'source'): void {
  const at = found.indexOf(number)
  const next = found[Math.min(found.length - 1, Math.max(0, at + steps))]
  if (next !== undefined) void open(next, then)
}

const want = wantDialog(index.live)
const openWant = () => page && want.open(page, flipsOf(number))
byId('open-want').addEventListener('click', openWant)
themeButton()
filterBar(index, apply)
onKeys({ source, step, want: openWant, flip: () => flip(source.current()?.at ?? -1) })

const counted = (status: string) => index.pages.filter((entry) => entry.status === status).length
byId('counts').textContent = ['clean', 'rejected', 'failed']
  .map((status) => `${counted(status)} ${status}`)
  .join(' · ')
apply(NO_FILTER)
document.documentElement.dataset.state = 'ready'
void open(0)
