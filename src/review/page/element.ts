import { hitParts } from '../hits.ts'

type Child = Node | string | undefined

/**
 * The only way things get onto the page: an element by its name, attributes by theirs, and children of which a string
 * becomes a text node. Nothing a page says is ever read as markup.
 */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string | number | undefined>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag)
  // children first: the direction of an element that finds out its own (dir=auto) is then looked for once
  made.append(...children.filter((child) => child !== undefined))
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined) made.setAttribute(name, String(value))
  return made
}

/** An element of the frame, by id. */
export function byId<T extends HTMLElement = HTMLElement>(id: string): T {
  const found = document.getElementById(id)
  if (found === null) throw new Error(`#${id} is missing`)
  return found as T
}

/** A role as a coloured label. */
export const chip = (role: string, ...more: readonly string[]): HTMLElement =>
  element('span', { class: 'chip', 'data-role': role }, [role, ...more].join(' '))

/** A text with what was searched for marked. */
export const marked = (text: string, pattern: RegExp | undefined): (HTMLElement | string)[] =>
  hitParts(text, pattern).map((part) => (part.hit ? element('mark', {}, part.text) : part.text))
