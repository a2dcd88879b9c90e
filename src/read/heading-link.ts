import type { Attributes } from './attributes.ts'
import { holdsBlock } from './display.ts'
import { attributeOf, type DomElement, type DomNode, ELEMENT } from './dom.ts'

const HEADING = /^(?:h[1-6]|dt)$/
const LETTER = /[\p{L}\p{N}]/u
/** A section's number. */
const NUMBER = /^(?:\d+|[A-Z])(?:\.\d+)*\.?$/
/** A control beside a heading is no longer than this, in characters. */
const LONGEST = 40
/** Elements between a link and its heading. */
const STEPS = 4

/**
 * Whether an inline element is a tool of its heading rather than part of it: a permalink, told by a text without
 * letters ("¶", "#") or by leading to the very heading it stands in, or a bracket around links ("[edit]").
 */
export function isHeadingTool(element: DomElement, { href }: Attributes): boolean {
  const name = element.localName
  if (name !== 'a' && name !== 'span') return false
  const heading = headingOf(element)
  if (heading === undefined) return name === 'a' && isPermalink(element, href)
  const text = (element.textContent ?? '').trim()
  if (text.length > LONGEST) return false
  const said = (heading.textContent ?? '').trim()
  if (said === text || (name === 'a' && isOwnLink(element, { href }))) return false
  if (name === 'span') return isBracketed(text) && holdsLink(element)
  if (href === undefined || !LETTER.test(said)) return false
  if (!LETTER.test(text)) return true
  const leads = href.length > 1 && href.startsWith('#') && leadsTo(heading, href.slice(1))
  return leads && !NUMBER.test(text) && isAtEdge(said, text)
}

/** What stands amid the words of a heading is one of them. */
function isAtEdge(said: string, text: string): boolean {
  return said.startsWith(text) || said.endsWith(text)
}

/**
 * Whether a link leads to the heading it is all of, or all but the number that leads there as well: it says nothing a
 * reader could follow.
 */
export function isOwnLink(element: DomElement, { href }: Pick<Attributes, 'href'>): boolean {
  const heading = href?.startsWith('#') ? headingOf(element) : undefined
  if (heading === undefined) return false
  const text = (element.textContent ?? '').trim()
  const said = (heading.textContent ?? '').trim()
  if (said === text) return true
  if (NUMBER.test(text)) return leadsTo(heading, href!.slice(1))
  return said.endsWith(text) && NUMBER.test(said.slice(0, -text.length).trim())
}

/** A sign without letters that leads to what it stands in: a caption, a figure, a line of a list of terms. */
function isPermalink(link: DomElement, href: string | undefined): boolean {
  if (href === undefined || href.length < 2 || !href.startsWith('#')) return false
  const text = (link.textContent ?? '').trim()
  if (text === '¶') return true
  if (text.length > 2 || LETTER.test(text)) return false
  let up = link.parentNode
  for (let steps = 0; steps < STEPS && up !== null && up.nodeType === ELEMENT; steps++, up = up.parentNode)
    if (attributeOf(up as DomElement, 'id') === href.slice(1)) return true
  return false
}

/** The heading an element stands in, or stands right behind. */
function headingOf(element: DomElement): DomElement | undefined {
  let node: DomNode = element
  for (let steps = 0; steps < STEPS; steps++) {
    const up: DomNode | null = node.parentNode
    if (up === null) break
    if (HEADING.test(up.localName ?? '')) return up as DomElement
    node = up
  }
  const before = element.previousSibling
  return before && /^h[1-6]$/.test(before.localName ?? '') ? (before as DomElement) : undefined
}

function isBracketed(text: string): boolean {
  return /^\[[^[\]]{1,38}\]$/.test(text)
}

function holdsLink(element: DomElement): boolean {
  for (let child = element.firstChild; child !== null; child = child.nextSibling)
    if (child.nodeType === ELEMENT && (child.localName === 'a' || holdsLink(child as DomElement))) return true
  return false
}

/** Whether an id is that of the heading, of something in it or of the section it opens. */
function leadsTo(heading: DomElement, id: string): boolean {
  const own = (element: DomElement) => attributeOf(element, 'id') === id
  if (own(heading)) return true
  for (let child = heading.firstChild; child !== null; child = child.nextSibling)
    if (child.nodeType === ELEMENT && own(child as DomElement)) return true
  const up = heading.parentNode
  return up !== null && up.nodeType === ELEMENT && own(up as DomElement)
}

/** Level of a heading by its name or role (WAI-ARIA gives it the second where it says none). */
export function headingLevel(element: DomElement, { role }: Attributes): number | undefined {
  const tag = element.localName
  if (/^h[1-6]$/.test(tag)) return Number(tag[1])
  if (role !== 'heading' || tag === 'a' || tag === 'button' || holdsBlock(element)) return undefined
  const level = Number.parseInt(attributeOf(element, 'aria-level') ?? '', 10)
  return level >= 1 ? Math.min(level, 6) : 2
}
