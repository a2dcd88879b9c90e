import type { Attributes } from './attributes.ts'
import { type DomElement, type DomNode, ELEMENT } from './dom.ts'
import { BLOCK_ELEMENTS } from './elements.ts'
import { declarations } from './hidden.ts'

const AS_BLOCK = new Set(['block', 'flex', 'grid', 'table', 'list-item', 'flow-root'])
/** Elements that may be set as part of a line. */
const MAY_BE_INLINE = new Set(['div', 'p', 'section', 'header', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'])
/** Elements within a line that a style sheet may set as blocks; what links are set as is left to menus. */
const MAY_BE_BLOCK = new Set(['span', 'b', 'i', 'em', 'strong', 'small', 'cite', 'time', 'font', 'code'])
/** Elements inside a custom one that are looked at. */
const LOOK = 40

/**
 * How styles show an element, by its own and by the page's sheets: lower-case values, undefined where none says so. The
 * font is told where white space is.
 */
export interface Shown {
  readonly display: string | undefined
  readonly whiteSpace: string | undefined
  readonly font: string | undefined
}
const AS_NAMED: Shown = { display: undefined, whiteSpace: undefined, font: undefined }

/** @param said what the page's sheets declare for the element. */
export function shownAs(
  name: string,
  { style }: Attributes,
  said: ReadonlyMap<string, string> | undefined,
): Shown {
  const own = style !== undefined && /display|white-space/i.test(style) ? declarations(style) : undefined
  if (own === undefined && said === undefined) return AS_NAMED
  const bySheet = MAY_BE_BLOCK.has(name) || MAY_BE_INLINE.has(name) ? said?.get('display') : undefined
  const display = own?.get('display') ?? bySheet
  const whiteSpace = own?.get('white-space') ?? said?.get('white-space')
  if (display === undefined && whiteSpace === undefined) return AS_NAMED
  const family = own?.get('font-family') ?? said?.get('font-family')
  return { display, whiteSpace, font: family ?? own?.get('font') ?? said?.get('font') }
}

/** Whether an element begins and ends a block: by its style, by its name, or as a custom element that stands like one. */
export function isBlock(element: DomElement, { display: set }: Shown): boolean {
  const name = element.localName
  const usual = BLOCK_ELEMENTS.has(name)
  if (set === 'inline') return usual && !MAY_BE_INLINE.has(name)
  if (usual || (set !== undefined && AS_BLOCK.has(set))) return true
  return name.includes('-') && (holdsBlock(element) || standsAmongBlocks(element))
}

/** Whether line feeds are shown; undefined where the style does not say. */
export function isLined({ whiteSpace }: Shown): boolean | undefined {
  return whiteSpace === undefined ? undefined : /^(?:pre|pre-wrap|pre-line|break-spaces)$/.test(whiteSpace)
}

/** Whether one of the first elements inside is a block by its name. */
export function holdsBlock(element: DomElement): boolean {
  let left = LOOK
  const look = (node: DomNode): boolean => {
    for (let child = node.firstChild; child !== null && left > 0; child = child.nextSibling) {
      if (child.nodeType !== ELEMENT) continue
      left--
      if (BLOCK_ELEMENTS.has(child.localName ?? '') || look(child)) return true
    }
    return false
  }
  return look(element)
}

/** A custom element with text of its own, between blocks or others of its kind and without a text beside it. */
function standsAmongBlocks(element: DomElement): boolean {
  const { parentNode } = element
  const above = parentNode?.localName ?? ''
  if (!above.includes('-') && !/^(?:body|main|article|section|div)$/.test(above)) return false
  const text = (element.textContent ?? '').trim()
  if (text === '') return false
  const before = isBlockLike(element, 'previousSibling')
  const after = isBlockLike(element, 'nextSibling')
  return before !== false && after !== false && (before ?? after) !== undefined
}

/** Whether what stands beside an element is like a block; undefined where nothing does. */
function isBlockLike(element: DomElement, side: 'previousSibling' | 'nextSibling'): boolean | undefined {
  let node = element[side]
  while (node && node.nodeType !== ELEMENT && (node.textContent ?? '').trim() === '') node = node[side]
  if (!node) return undefined
  const name = node.localName ?? ''
  return node.nodeType === ELEMENT && (name.includes('-') || BLOCK_ELEMENTS.has(name))
}
