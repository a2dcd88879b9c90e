import type { Attributes } from './attributes.ts'
import { attributesOf, type DomElement, type DomNode, ELEMENT } from './dom.ts'

/** Deepest level of a list that is told by a name or a style. */
const DEEPEST = 9

/** A paragraph that is an item by its style, as word processors write them. */
export interface StyledItem {
  /** Items of one list share it. */
  readonly list: string
  /** 0 for the outermost list. */
  readonly level: number
  /** Number printed before it; undefined for bullets. */
  readonly ordinal: number | undefined
}

/** What `mso-list` says of a paragraph (Microsoft Office HTML and XML Reference). */
export function styledItem(element: DomElement, { style }: Attributes): StyledItem | undefined {
  const said =
    style === undefined || !style.includes('mso-list')
      ? undefined
      : /mso-list:\s{0,3}l(\d{1,4})\s+level([1-9])/i.exec(style.slice(0, 2000))
  if (!said) return undefined
  const marker = markerIn(element)?.textContent?.trim() ?? ''
  return { list: said[1]!, level: Number(said[2]) - 1, ordinal: ordinalIn(marker) }
}

/** The bullet or number such a paragraph opens with, which is no text. */
export function isMarker({ tag, style }: Pick<Attributes, 'tag' | 'style'>): boolean {
  return tag === 'span' && style !== undefined && /mso-list:\s{0,3}ignore/i.test(style)
}

/** A number that an item's own markup repeats before its text. */
export function repeatsOrdinal(element: DomElement, ordinal: number | undefined): boolean {
  if (ordinal === undefined) return false
  const text = element.textContent ?? ''
  return text.length < 12 && text.trim().replace(/[.):]$/, '') === String(ordinal)
}

function markerIn(element: DomElement): DomElement | undefined {
  for (let child = element.firstChild; child !== null; child = child.nextSibling) {
    if (child.nodeType !== ELEMENT) continue
    const inner = child as DomElement
    for (const { name, value } of attributesOf(inner))
      if (name === 'style' && isMarker({ tag: inner.localName, style: value })) return inner
    const found = markerIn(inner)
    if (found !== undefined) return found
  }
  return undefined
}

function ordinalIn(marker: string): number | undefined {
  const said = /^\(?(\d{1,9}|[a-z])[.)]$/i.exec(marker)?.[1]
  if (said === undefined) return undefined
  return /\d/.test(said) ? Number(said) : said.toLowerCase().charCodeAt(0) - 96
}

/** How deep an item stands in a list whose levels are told by class names, as editors write them; 0 where none is. */
export function namedLevel({ tag, classes }: Attributes): number {
  if (classes === '' || !(classes.includes('ql-indent-') || classes.includes('lst-kix_'))) return 0
  const name = tag === 'li' ? /(?:^|\s)ql-indent-(\d)(?:\s|$)/ : /(?:^|\s)lst-kix_\w{1,40}-(\d)(?:\s|$)/
  return Math.min(DEEPEST, Number(name.exec(classes)?.[1] ?? 0))
}

/** Whether a list is the next level, or the next part, of the one before by its class names. */
export function isLevelled({ classes }: Attributes): boolean {
  return classes.includes('lst-kix_')
}

/** State of the box before an item, where its attributes tell it; undefined where there is none. */
export function checkedBy(element: DomElement): boolean | undefined {
  for (const { name, value } of attributesOf(element)) {
    if (name === 'data-checked') return value.trim().toLowerCase() === 'true'
    if (name === 'data-list') {
      const said = value.trim().toLowerCase()
      if (said === 'checked' || said === 'unchecked') return said === 'checked'
    } else if (name === 'data-inline-task-id') return hasClass(element, 'checked')
  }
  return undefined
}

/** The same of a box drawn beside the text of an item. */
export function drawnBox({ classes }: Attributes): boolean | undefined {
  if (!classes.includes('checkbox-o')) return undefined
  const drawn = /(?:^|\s)checkbox-(on|off)(?:\s|$)/.exec(classes)?.[1]
  return drawn === undefined ? undefined : drawn === 'on'
}

function hasClass(element: DomElement, wanted: string): boolean {
  for (const { name, value } of attributesOf(element))
    if (name === 'class') return value.toLowerCase().split(/\s+/).includes(wanted)
  return false
}

/** The number of items right in a list. */
export function countItems(list: DomNode): number {
  let count = 0
  for (let child = list.firstChild; child !== null; child = child.nextSibling)
    if (child.nodeType === ELEMENT && child.localName === 'li') count++
  return count
}

/** The element right before, with no text between. */
export function elementBefore(element: DomElement): DomElement | undefined {
  let node = element.previousSibling
  while (node && node.nodeType !== ELEMENT) {
    if ((node.textContent ?? '').trim() !== '' && node.nodeType === 3) return undefined
    node = node.previousSibling
  }
  return node ? (node as DomElement) : undefined
}
