import { choices, type Filter, NO_FILTER } from '../filter.ts'
import type { ReportIndex } from '../index-of.ts'
import { ORDERS, type Order } from '../sort.ts'
import { byId, element } from './element.ts'

const FIELDS = ['status', 'reason', 'role', 'rule'] as const

export interface FilterBar {
  /** Offers what the index has by now. */
  refresh(index: ReportIndex): void
}

/** The search field, the four selects and the order; tells of every change, and of steps from hit to hit. */
export function filterBar(
  change: (filter: Filter, order: Order) => void,
  stepHit: (steps: number) => void,
): FilterBar {
  const search = byId<HTMLInputElement>('search')
  const clear = byId<HTMLButtonElement>('clear')
  const order = byId<HTMLSelectElement>('by-order')
  order.replaceChildren(...Object.entries(ORDERS).map(([value, name]) => element('option', { value }, name)))
  const selects = FIELDS.map((field) => [field, byId<HTMLSelectElement>(`by-${field}`)] as const)
  const tell = () => {
    const chosen = Object.fromEntries(selects.map(([field, select]) => [field, select.value]))
    const filter: Filter = { ...NO_FILTER, ...chosen, search: search.value }
    clear.hidden = Object.values(filter).every((value) => value === '')
    change(filter, order.value as Order)
  }
  search.form?.addEventListener('submit', (event) => event.preventDefault())
  search.addEventListener('input', tell)
  search.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    stepHit(event.shiftKey ? -1 : 1)
  })
  for (const [, select] of selects) select.addEventListener('change', tell)
  order.addEventListener('change', tell)
  byId('hit-next').addEventListener('click', () => stepHit(1))
  byId('hit-previous').addEventListener('click', () => stepHit(-1))
  clear.addEventListener('click', () => {
    search.value = ''
    for (const [, select] of selects) select.value = ''
    tell()
    search.focus()
  })
  return {
    refresh(index) {
      const options = choices(index)
      for (const [field, select] of selects) {
        const chosen = select.value
        const some = options[field]!.map(({ value, pages }) =>
          element('option', { value }, `${value} (${pages})`),
        )
        select.replaceChildren(element('option', { value: '' }, 'any'), ...some)
        select.value = options[field]!.some(({ value }) => value === chosen) ? chosen : ''
        select.disabled = some.length === 0
      }
    },
  }
}
