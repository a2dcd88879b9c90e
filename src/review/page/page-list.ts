import type { IndexEntry } from '../index-of.ts'
import { byId, element } from './element.ts'

export interface PageList {
  show(numbers: readonly number[]): void
  /** Shows more at the end; what is in view stays. */
  extend(numbers: readonly number[]): void
  /** Marks the page that is open and brings it into view. */
  mark(number: number): void
  /** Draws the rows again, where what they show has changed. */
  refresh(): void
}

/** Height of a row in pixels, as the style has it. */
const ROW = 76
/** Rows drawn above and below those in view. */
const AROUND = 8

/** The list of pages: however many there are, only the rows in view exist. */
export function pageList(
  pages: () => readonly IndexEntry[],
  open: (number: number) => void,
  flips: (number: number) => number,
) {
  const [box, rows] = [byId('page-list'), byId('page-rows')]
  let numbers: readonly number[] = []
  let current = -1
  const draw = () => {
    const first = Math.max(0, Math.floor(box.scrollTop / ROW) - AROUND)
    const last = Math.min(numbers.length, Math.ceil((box.scrollTop + box.clientHeight) / ROW) + AROUND)
    rows.style.height = `${numbers.length * ROW}px`
    const drawn = numbers.slice(first, last).map((number, i) => {
      const made = row(pages()[number]!, flips(number))
      made.id = `row-${number}`
      made.style.transform = `translateY(${(first + i) * ROW}px)`
      made.setAttribute('aria-selected', String(number === current))
      made.setAttribute('aria-posinset', String(first + i + 1))
      made.setAttribute('aria-setsize', String(numbers.length))
      made.addEventListener('click', () => open(number))
      return made
    })
    rows.replaceChildren(...drawn)
    const marked = document.getElementById(`row-${current}`)
    if (marked) box.setAttribute('aria-activedescendant', marked.id)
    else box.removeAttribute('aria-activedescendant')
  }
  let asked = false
  const later = () => {
    if (asked) return
    asked = true
    requestAnimationFrame(() => {
      asked = false
      draw()
    })
  }
  box.addEventListener('scroll', later, { passive: true })
  new ResizeObserver(later).observe(box)
  return {
    show(found: readonly number[]) {
      numbers = found
      box.scrollTop = 0
      draw()
    },
    extend(found: readonly number[]) {
      numbers = found
      later()
    },
    mark(number: number) {
      current = number
      const top = numbers.indexOf(number) * ROW
      if (top < box.scrollTop) box.scrollTop = Math.max(0, top)
      else if (top + ROW > box.scrollTop + box.clientHeight) box.scrollTop = top + ROW - box.clientHeight
      draw()
    },
    refresh: draw,
  } satisfies PageList
}

function changesOf({ lost, gained, fields, before }: NonNullable<IndexEntry['change']>): string[] {
  const count = (many: number, one: string, word: string) =>
    many > 0 ? [`${many} ${many === 1 ? one : word}`] : []
  return [
    ...(before === undefined ? [] : [`was ${before}`]),
    ...count(lost, 'line lost', 'lines lost'),
    ...count(gained, 'line gained', 'lines gained'),
    ...count(fields, 'field', 'fields'),
  ]
}

function row(page: IndexEntry, flips: number): HTMLElement {
  const { id, title, status, reason, language, confidence, articles, kept, dropped } = page
  const facts = page.change
    ? changesOf(page.change)
    : [
        status === 'clean' ? undefined : reason,
        language,
        confidence === undefined ? undefined : `${Math.round(confidence * 100)} % sure`,
        articles > 1 ? `${articles} articles` : undefined,
        kept + dropped > 0 ? `${kept} kept, ${dropped} dropped` : undefined,
      ]
  return element(
    'div',
    { role: 'option', class: 'row-page' },
    element('span', { class: 'name', dir: 'auto' }, title ?? id),
    element(
      'span',
      { class: 'facts' },
      element('b', { class: 'status', 'data-status': status }, status),
      element('span', {}, facts.filter((fact) => fact !== undefined).join(' · ')),
      flips > 0 ? element('b', { class: 'flips' }, `${flips} flipped`) : undefined,
    ),
    element('span', { class: 'id', dir: 'auto' }, id),
  )
}
