import type { Attributes } from './attributes.ts'
import { type DomElement, type DomNode, ELEMENT } from './dom.ts'
import { BLOCK_ELEMENTS } from './elements.ts'

const DISPLAY = /(?:^|[;\s])display\s?:\s?([a-z-]+)/i
const WHITE_SPACE = /(?:^|[;\s])white-space\s?:\s?([a-z-]+)/i
const AS_BLOCK = new Set(['block', 'flex', 'grid', 'table', 'list-item', 'flow-root'])
/** Elements that may be set as part of a line. */
const MAY_BE_INLINE = new Set(['div', 'p', 'section', 'header', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'])
/** Elements inside a custom one that are looked at. */
const LOOK = 40

/** Whether an element begins and ends a block: by its own style, by its name, or as a custom element that stands like one. */
export function isBlock(element: DomElement, { style }: Attributes): boolean {
  const name = element.localName
  const usual = BLOCK_ELEMENTS.has(name)
  const set = style === undefined ? undefined : DISPLAY.exec(style)?.[1]?.toLowerCase()
  if (set === 'inline') return usual && !MAY_BE_INLINE.has(name)
  if (usual || (set !== undefined && AS_BLOCK.has(set))) return true
  return name.includes('-') && (holdsBlock(element) || standsAmongBlocks(element))
}

/** Whether line feeds are shown; undefined where the style does not say. */
export function whiteSpaceOf(style: string | undefined): boolean | undefined {
  const set = style === undefined ? undefined : WHITE_SPACE.exec(style)?.[1]?.toLowerCase()
  return set === undefined ? undefined : /^(?:pre|pre-wrap|pre-line|break-spaces)$/.test(set)
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
