import type { Names } from './name-filter.ts'

/** What an element's own attributes say, read once. */
export interface Attributes {
  /** Name of the element. */
  readonly tag: string
  /** Those of the element above, where the way down led past it. */
  readonly above: Attributes | undefined
  readonly classes: string
  readonly id: string
  readonly role: string
  readonly style: string | undefined
  readonly hidden: boolean
  readonly ariaHidden: boolean
  readonly href: string | undefined
  readonly src: string | undefined
  readonly alt: string
  readonly itemprop: string | undefined
  readonly itemtype: string | undefined
  readonly datetime: string | undefined
  readonly content: string | undefined
  readonly start: string | undefined
  /** Source of the formula the element shows. */
  readonly tex: string | undefined
  /** See {@link Names}. */
  within: Names['within']
}

export function readAttributes(
  tag: string,
  list: Iterable<{ readonly name: string; readonly value: string }>,
  above?: Attributes,
): Attributes {
  let classes = ''
  let id = ''
  let role = ''
  let style: string | undefined
  let hidden = false
  let ariaHidden = false
  let href: string | undefined
  let src: string | undefined
  let lazy: string | undefined
  let alt = ''
  let itemprop: string | undefined
  let itemtype: string | undefined
  let datetime: string | undefined
  let content: string | undefined
  let start: string | undefined
  let tex: string | undefined
  for (const { name, value } of list) {
    switch (name) {
      case 'class':
        classes = value.trim().toLowerCase()
        break
      case 'id':
        id = value.trim()
        break
      case 'role':
        role = value.trim().toLowerCase()
        break
      case 'style':
        style = value
        break
      case 'hidden':
        hidden = true
        break
      case 'aria-hidden':
        ariaHidden = value.trim().toLowerCase() === 'true'
        break
      case 'href':
        href = value.trim()
        break
      case 'src':
        src = value.trim()
        break
      case 'data-src':
      case 'data-original':
      case 'data-lazy-src':
        lazy = value.trim()
        break
      case 'alt':
        alt = value
        break
      case 'itemprop':
        itemprop = value
        break
      case 'itemtype':
        itemtype = value
        break
      case 'data-legacy-message-id':
        // how mail programs in the browser mark a message
        itemtype ??= 'https://schema.org/EmailMessage'
        break
      case 'datetime':
        datetime = value
        break
      case 'content':
        content = value
        break
      case 'start':
      case 'value':
        start = value
        break
      case 'data-tex':
      case 'data-latex':
      case 'data-math':
      case 'data-formula':
      case 'data-equation':
        if (value.trim() !== '') tex = value
        break
    }
  }
  const image = tag === 'img' ? (lazy ?? src) : src
  return {
    tag,
    above,
    classes,
    id,
    role,
    style,
    hidden,
    ariaHidden,
    href,
    src: image,
    alt,
    itemprop,
    itemtype,
    datetime,
    content,
    start,
    tex,
    within: undefined,
  }
}
