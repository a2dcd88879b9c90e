import { choices, type Filter, NO_FILTER } from '../filter.ts'
import type { ReportIndex } from '../index-of.ts'
import { byId, element } from './element.ts'

const FIELDS = ['status', 'reason', 'role', 'rule'] as const

/** The search field and the four selects; tells of every change. */
export function filterBar(index: ReportIndex, change: (filter: Filter) => void): void {
  const search = byId<HTMLInputElement>('search')
  const clear = byId<HTMLButtonElement>('clear')
  const options = choices(index)
  const selects = FIELDS.map((field) => {
    const select = byId<HTMLSelectElement>(`by-${field}`)
    const all = element('option', { value: '' }, 'any')
    const some = options[field]!.map(({ value, pages }) =>
      element('option', { value }, `${value} (${pages})`),
    )
    select.replaceChildren(all, ...some)
    select.disabled = some.length === 0
    return [field, select] as const
  })
  const tell = () => {
    const chosen = Object.fromEntries(selects.map(([field, select]) => [field, select.value]))
    const filter: Filter = { ...NO_FILTER, ...chosen, search: search.value }
    clear.hidden = Object.values(filter).every((value) => value === '')
    change(filter)
  }
  search.form?.addEventListener('submit', (event) => event.preventDefault())
  search.addEventListener('input', tell)
  for (const [, select] of selects) select.addEventListener('change', tell)
  clear.addEventListener('click', () => {
    search.value = ''
    for (const [, select] of selects) select.value = ''
    tell()
    search.focus()
  })
}
