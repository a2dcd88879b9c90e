import type { ExplainedBlock } from '../../core/article.ts'
import { type SourceRow, sourceRows } from '../rows.ts'
import { byId, chip, element, marked } from './element.ts'
import { verdictOf } from './verdict.ts'

export interface SourceCalls {
  /** A block was moved to, or none: a run was. */
  readonly select: (block: ExplainedBlock | undefined) => void
  /** A block is pointed at, or none any more. */
  readonly hover: (block: ExplainedBlock | undefined) => void
  readonly isFlipped: (at: number) => boolean
  /** What the list is filtered by: such blocks stand out. */
  readonly isSought: (block: ExplainedBlock) => boolean
  /** What is searched for, to be marked. */
  readonly pattern: () => RegExp | undefined
}

/** The items of the tree and what they stand for. */
export interface SourceTree {
  /** Shows a page, with the cursor on a block of it or on the first item. */
  show(blocks: readonly ExplainedBlock[], at?: number): void
  /** Goes so many items on or, below 0, back. */
  move(steps: number): void
  /** Goes to a block, whatever it is hidden in. */
  reach(at: number, focus: boolean): void
  /** The blocks under the cursor: one, or all parts of a whole. */
  current(): readonly ExplainedBlock[]
  /** Opens or closes what is under the cursor, or what the cursor is in. @returns whether there was such a thing. */
  toggle(open?: boolean): boolean
  toggleAll(): void
  /** Draws one block again. */
  refresh(at: number): void
  /** The marks of what is searched for, in order. */
  marks(): readonly HTMLElement[]
  focus(): void
}

export function sourceTree(calls: SourceCalls): SourceTree {
  const tree = byId('source-tree')
  const blocks = new WeakMap<Element, ExplainedBlock>()
  /** Items that open, and what is in them. */
  const groups = new WeakMap<Element, readonly ExplainedBlock[]>()
  let cursor: HTMLElement | undefined

  const items = () =>
    [...tree.querySelectorAll<HTMLElement>('[role=treeitem]')].filter(
      (item) => item.parentElement!.closest('[hidden]') === null,
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
      element('span', { class: 'words', dir: 'auto' }, ...marked(block.text, calls.pattern())),
      ...(marks.length > 0 ? [element('span', { class: 'marks', 'aria-hidden': 'true' }, ...marks)] : []),
      element('span', { class: 'sr' }, `. ${verdictOf(block, flipped)}`),
    )
  }
  const rowItem = (row: SourceRow) => {
    if ('block' in row) return blockItem(row.block, 1)
    const parts = 'run' in row ? row.run : row.parts
    const item = 'run' in row ? runItem(row) : wholeItem(row)
    groups.set(item, parts)
    const shown = 'whole' in row || parts.some((block) => calls.isSought(block) || calls.isFlipped(block.at))
    if (shown) setOpen(item, true)
    return item
  }
  const setOpen = (item: HTMLElement, open: boolean) => {
    const group = item.querySelector<HTMLElement>('[role=group]')!
    // made when first opened: most runs never are
    if (open && group.childElementCount === 0)
      group.append(...groups.get(item)!.map((block) => blockItem(block, 2)))
    group.hidden = !open
    item.setAttribute('aria-expanded', String(open))
  }
  const blocksAt = (item: HTMLElement | undefined): readonly ExplainedBlock[] => {
    if (item === undefined) return []
    const block = blocks.get(item)
    if (block) return [block]
    return item.classList.contains('whole') ? groups.get(item)! : []
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
    calls.select(blocksAt(item)[0])
  }
  const itemOf = (event: Event) =>
    (event.target as Element).closest<HTMLElement>('[role=treeitem]') ?? undefined
  const groupOf = (item: HTMLElement | undefined) =>
    item?.closest<HTMLElement>('[aria-expanded]') ?? undefined
  const reach = (at: number, focus: boolean) => {
    const closed = [...tree.querySelectorAll<HTMLElement>('[aria-expanded=false]')]
    for (const item of closed) if (groups.get(item)!.some((block) => block.at === at)) setOpen(item, true)
    const item = tree.querySelector<HTMLElement>(`[data-at="${at}"]`)
    if (!item) return
    put(item, focus)
    item.scrollIntoView({ block: 'nearest' })
  }

  tree.addEventListener('click', (event) => {
    const item = itemOf(event)
    if (!item || getSelection()?.isCollapsed === false) return
    if (groups.has(item)) setOpen(item, item.getAttribute('aria-expanded') !== 'true')
    put(item, true)
  })
  tree.addEventListener('focusin', (event) => {
    const item = itemOf(event)
    if (item && item !== cursor) put(item, false)
  })
  tree.addEventListener('mouseover', (event) => calls.hover(blocksAt(itemOf(event))[0]))
  tree.addEventListener('mouseleave', () => calls.hover(undefined))

  return {
    show(shown, at) {
      cursor = undefined
      tree.replaceChildren(...sourceRows(shown).map(rowItem))
      tree.scrollTop = 0
      if (at === undefined) put(items()[0], false)
      else reach(at, false)
    },
    move(steps) {
      const all = items()
      const at = cursor ? all.indexOf(cursor) : -1
      put(all[Math.min(all.length - 1, Math.max(0, at + steps))], true)
    },
    reach,
    current: () => blocksAt(cursor),
    toggle(open) {
      const group = groupOf(cursor)
      if (!group) return false
      setOpen(group, open ?? group.getAttribute('aria-expanded') !== 'true')
      put(group, true)
      return true
    },
    toggleAll() {
      const all = [...tree.querySelectorAll<HTMLElement>('[aria-expanded]')]
      const open = all.some((item) => item.getAttribute('aria-expanded') !== 'true')
      for (const item of all) setOpen(item, open)
      if (cursor?.parentElement?.closest('[hidden]')) put(groupOf(cursor), true)
    },
    refresh(at) {
      const item = tree.querySelector<HTMLElement>(`[data-at="${at}"]`)
      const block = item && blocks.get(item)
      if (item && block) dress(item, block)
    },
    marks: () => [...tree.querySelectorAll<HTMLElement>('mark')],
    focus: () => cursor?.focus(),
  }
}

/** Chips shown of a run's roles. */
const MOST_CHIPS = 4

function runItem({ run, roles }: Extract<SourceRow, { readonly run: unknown }>): HTMLElement {
  const more =
    roles.length > MOST_CHIPS
      ? element('span', { class: 'more' }, `+${roles.length - MOST_CHIPS}`)
      : undefined
  const chips = roles
    .slice(0, MOST_CHIPS)
    .map(([role, count]) => chip(role, ...(count > 1 ? [String(count)] : [])))
  const preview = { class: 'preview', dir: 'auto', 'aria-hidden': 'true' }
  return groupItem(
    { class: 'run', 'data-role': roles[0]![0] },
    element('span', { class: 'count' }, `${run.length} dropped`),
    ...chips,
    more,
    element('span', preview, run[0]!.text.slice(0, 120)),
  )
}

function wholeItem({ whole, parts }: Extract<SourceRow, { readonly whole: unknown }>): HTMLElement {
  const kept = parts.filter((block) => block.kept).length
  const said = kept === parts.length ? 'kept as one' : `${kept} of ${parts.length} kept`
  return groupItem(
    { class: 'whole' },
    element('span', { class: 'count' }, `${whole}, ${parts.length} blocks, ${said}`),
  )
}

function groupItem(
  attributes: Readonly<Record<string, string>>,
  ...head: readonly (HTMLElement | undefined)[]
): HTMLElement {
  return element(
    'li',
    { role: 'treeitem', 'aria-level': 1, 'aria-expanded': 'false', tabindex: -1, ...attributes },
    element('div', { class: 'run-head' }, ...head),
    Object.assign(element('ul', { role: 'group' }), { hidden: true }),
  )
}
