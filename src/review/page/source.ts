import type { ExplainedBlock } from '../../core/article.ts'
import { type SourceRow, sourceRows } from '../rows.ts'
import { byId, chip, element } from './element.ts'
import { verdictOf } from './verdict.ts'

export interface SourceCalls {
  /** A block was moved to, or none: a run was. */
  readonly select: (block: ExplainedBlock | undefined) => void
  /** A block is pointed at, or none any more. */
  readonly hover: (block: ExplainedBlock | undefined) => void
  readonly isFlipped: (at: number) => boolean
  /** What the list is filtered by: such blocks stand out. */
  readonly isSought: (block: ExplainedBlock) => boolean
}

/** The items of the tree and what they stand for. */
export interface SourceTree {
  show(blocks: readonly ExplainedBlock[]): void
  /** Goes so many items on or, below 0, back. */
  move(steps: number): void
  /** The block under the cursor. */
  current(): ExplainedBlock | undefined
  /** Opens or closes the run under the cursor, or the one the cursor is in. @returns whether there was one. */
  toggle(open?: boolean): boolean
  toggleAll(): void
  /** Draws one block again. */
  refresh(at: number): void
  focus(): void
}

export function sourceTree(calls: SourceCalls): SourceTree {
  const tree = byId('source-tree')
  const blocks = new WeakMap<Element, ExplainedBlock>()
  const runs = new WeakMap<Element, readonly ExplainedBlock[]>()
  let cursor: HTMLElement | undefined

  const items = () =>
    [...tree.querySelectorAll<HTMLElement>('[role=treeitem]')].filter(
      (item) => item.closest('[hidden]') === null,
    )
  const blockItem = (block: ExplainedBlock, level: number) => {
    const item = element('li', {
      role: 'treeitem',
      'aria-level': level,
      tabindex: -1,
      class: 'block',
      'data-at': block.at,
    })
    blocks.set(item, block)
    dress(item, block)
    return item
  }
  const dress = (item: HTMLElement, block: ExplainedBlock) => {
    const flipped = calls.isFlipped(block.at)
    item.dataset.kind = block.kind
    item.dataset.kept = String(block.kept)
    item.dataset.flipped = String(flipped)
    item.dataset.sought = String(calls.isSought(block))
    if (!block.kept) item.dataset.role = block.role
    const mark = flipped
      ? element('span', { class: 'chip flipped' }, block.kept ? 'should be dropped' : 'should be kept')
      : undefined
    const marks = [mark, block.kept ? undefined : chip(block.role)].filter((one) => one !== undefined)
    item.replaceChildren(
      element('span', { class: 'words', dir: 'auto' }, block.text),
      ...(marks.length > 0 ? [element('span', { class: 'marks', 'aria-hidden': 'true' }, ...marks)] : []),
      element('span', { class: 'sr' }, `. ${verdictOf(block, flipped)}`),
    )
  }
  const rowItem = (row: SourceRow) => {
    if ('block' in row) return blockItem(row.block, 1)
    const item = runItem(row)
    runs.set(item, row.run)
    if (row.run.some((block) => calls.isSought(block) || calls.isFlipped(block.at))) setOpen(item, true)
    return item
  }
  const setOpen = (item: HTMLElement, open: boolean) => {
    const group = item.querySelector<HTMLElement>('[role=group]')!
    // made when first opened: most runs never are
    if (open && group.childElementCount === 0)
      group.append(...runs.get(item)!.map((block) => blockItem(block, 2)))
    group.hidden = !open
    item.setAttribute('aria-expanded', String(open))
  }
  const put = (item: HTMLElement | undefined, focus: boolean) => {
    if (cursor) {
      cursor.tabIndex = -1
      cursor.removeAttribute('aria-selected')
    }
    cursor = item
    if (item) {
      item.tabIndex = 0
      item.setAttribute('aria-selected', 'true')
      if (focus) {
        item.focus({ preventScroll: true })
        item.scrollIntoView({ block: 'nearest' })
      }
    }
    calls.select(item && blocks.get(item))
  }
  const itemOf = (event: Event) =>
    (event.target as Element).closest<HTMLElement>('[role=treeitem]') ?? undefined
  const runOf = (item: HTMLElement | undefined) => item?.closest<HTMLElement>('[aria-expanded]') ?? undefined

  tree.addEventListener('click', (event) => {
    const item = itemOf(event)
    if (!item || getSelection()?.isCollapsed === false) return
    if (runs.has(item)) setOpen(item, item.getAttribute('aria-expanded') !== 'true')
    put(item, true)
  })
  tree.addEventListener('focusin', (event) => {
    const item = itemOf(event)
    if (item && item !== cursor) put(item, false)
  })
  tree.addEventListener('mouseover', (event) => {
    const item = itemOf(event)
    calls.hover(item && blocks.get(item))
  })
  tree.addEventListener('mouseleave', () => calls.hover(undefined))

  return {
    show(shown) {
      cursor = undefined
      tree.replaceChildren(...sourceRows(shown).map(rowItem))
      tree.scrollTop = 0
      put(items()[0], false)
    },
    move(steps) {
      const all = items()
      const at = cursor ? all.indexOf(cursor) : -1
      put(all[Math.min(all.length - 1, Math.max(0, at + steps))], true)
    },
    current: () => cursor && blocks.get(cursor),
    toggle(open) {
      const run = runOf(cursor)
      if (!run) return false
      setOpen(run, open ?? run.getAttribute('aria-expanded') !== 'true')
      put(run, true)
      return true
    },
    toggleAll() {
      const all = [...tree.querySelectorAll<HTMLElement>('[aria-expanded]')]
      const open = all.some((item) => item.getAttribute('aria-expanded') !== 'true')
      for (const item of all) setOpen(item, open)
      if (cursor?.closest('[hidden]')) put(runOf(cursor), true)
    },
    refresh(at) {
      const item = tree.querySelector<HTMLElement>(`[data-at="${at}"]`)
      const block = item && blocks.get(item)
      if (item && block) dress(item, block)
    },
    focus: () => cursor?.focus(),
  }
}

/** Chips shown of a run's roles. */
const MOST_CHIPS = 4

function runItem({ run, roles }: Extract<SourceRow, { readonly run: unknown }>): HTMLElement {
  const [first] = run
  const more =
    roles.length > MOST_CHIPS
      ? element('span', { class: 'more' }, `+${roles.length - MOST_CHIPS}`)
      : undefined
  return element(
    'li',
    {
      role: 'treeitem',
      'aria-level': 1,
      'aria-expanded': 'false',
      tabindex: -1,
      class: 'run',
      'data-role': roles[0]![0],
    },
    element(
      'div',
      { class: 'run-head' },
      element('span', { class: 'count' }, `${run.length} dropped`),
      ...roles.slice(0, MOST_CHIPS).map(([role, count]) => chip(role, ...(count > 1 ? [String(count)] : []))),
      more,
      element('span', { class: 'preview', dir: 'auto', 'aria-hidden': 'true' }, first!.text.slice(0, 120)),
    ),
    Object.assign(element('ul', { role: 'group' }), { hidden: true }),
  )
}
