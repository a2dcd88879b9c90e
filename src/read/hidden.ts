import type { HiddenBy } from '../core/block.ts'
import type { Attributes } from './attributes.ts'
import { colourOf } from './colour.ts'
import { attributeOf, type DomElement, type DomNode, ELEMENT } from './dom.ts'
import type { Names } from './name-filter.ts'

interface Declared {
  readonly style: string | undefined
  readonly hidden: boolean
  readonly ariaHidden: boolean
  readonly color?: string
}

/** What style sheets declare for an element: lower-case values by property; undefined where they name it nowhere. */
interface Declaring {
  declared(names: Names): ReadonlyMap<string, string> | undefined
}

/** Off the left or top edge by this much is not a nudge: the values in use are 999 and above. */
const OFFSCREEN = 500

/** How an element's own attributes hide it from readers; undefined where they do not. */
export function hiddenBy({ style, hidden, ariaHidden }: Declared, background?: string): HiddenBy | undefined {
  if (hidden) return 'attribute'
  if (style !== undefined) {
    const by = hiddenByValues(declarations(style), background)
    if (by) return by
  }
  return ariaHidden ? 'aria' : undefined
}

/** How the page's style sheets hide an element, its own style heard last; undefined where they do not. */
export function coveredBy(
  attributes: Names & Pick<Attributes, 'style'>,
  background: string | undefined,
  sheet: Declaring | undefined,
): HiddenBy | undefined {
  const said = sheet?.declared(attributes)
  if (said === undefined) return undefined
  const { style } = attributes
  return hiddenByValues(style === undefined ? said : new Map([...said, ...declarations(style)]), background)
}

/** The colour an element's own style puts behind its text. */
export function backgroundOf(style: string | undefined): string | undefined {
  if (style === undefined || !style.includes('background')) return undefined
  const values = declarations(style)
  return colourOf(values.get('background-color') ?? values.get('background') ?? '')
}

/** How declarations hide an element, lower-case values by property; `background` is the colour behind it, if known. */
export function hiddenByValues(
  values: ReadonlyMap<string, string>,
  background?: string,
): HiddenBy | undefined {
  if (values.size === 0) return undefined
  const get = (name: string) => values.get(name) ?? ''
  if (get('display') === 'none' || get('visibility') === 'hidden' || get('visibility') === 'collapse')
    return 'style'
  if (get('opacity') !== '' && Number.parseFloat(get('opacity')) === 0) return 'style'
  if (/^scale[xy]?\(\s*0(?:\.0+)?\s*[,)]/.test(get('transform'))) return 'tiny'
  if (isOffscreen(get)) return 'offscreen'
  if (isTiny(get)) return 'tiny'
  if (isClipped(get)) return 'clipped'
  const colour = get('color')
  if (colour === '') return undefined
  const own = colourOf(colour)
  if (own === 'transparent') return 'colour'
  const behind = get('background-color') || get('background')
  if (own !== undefined && own === (behind === '' ? background : colourOf(behind))) return 'colour'
  return undefined
}

type Get = (name: string) => string

function isOffscreen(get: Get): boolean {
  const placed = get('position') === 'absolute' || get('position') === 'fixed'
  if (
    placed &&
    (pixels(get('left')) <= -OFFSCREEN ||
      pixels(get('top')) <= -OFFSCREEN ||
      pixels(get('right')) <= -OFFSCREEN)
  )
    return true
  return pixels(get('text-indent')) <= -OFFSCREEN || pixels(get('margin-left')) <= -OFFSCREEN
}

function isTiny(get: Get): boolean {
  const size = get('font-size')
  if (size !== '' && pixels(size) <= 1 && !/em|%/.test(size)) return true
  if (size !== '' && Number.parseFloat(size) === 0) return true
  const cut = get('overflow') === 'hidden' || get('overflow-y') === 'hidden'
  const flat = (value: string) => value !== '' && pixels(value) <= 1 && !/em|%/.test(value)
  return cut && (flat(get('height')) || flat(get('width')) || flat(get('max-height')))
}

function isClipped(get: Get): boolean {
  const clip = get('clip').replaceAll(' ', '').replaceAll('px', '')
  if (/^rect\((?:[01],?){4}\)$/.test(clip)) return true
  return /^inset\((?:50|100)%/.test(get('clip-path')) || get('clip-path') === 'circle(0)'
}

function pixels(value: string): number {
  const number = Number.parseFloat(value)
  if (Number.isNaN(number)) return Number.NaN
  return /em\b/.test(value) ? number * 16 : number
}

/** Properties that are read: those that hide text, and those that say how it is cut and set. */
const READ = new Set(
  'display visibility opacity transform position left top right text-indent margin-left font-size overflow overflow-y width height max-height clip clip-path color background background-color white-space font font-family font-weight font-style vertical-align text-decoration text-decoration-line'.split(
    ' ',
  ),
)

/** Those of a style's declarations that are read, by property, lower case; a long style is cut. */
export function declarations(style: string): Map<string, string> {
  const values = new Map<string, string>()
  const text = style.slice(0, 2000).toLowerCase()
  let colon = text.indexOf(':')
  for (let from = 0; colon >= 0; ) {
    const semicolon = text.indexOf(';', from)
    const end = semicolon < 0 ? text.length : semicolon
    if (colon < end) {
      const name = text.slice(from, colon).trim()
      if (READ.has(name))
        values.set(
          name,
          text
            .slice(colon + 1, end)
            .replace('!important', '')
            .trim(),
        )
      colon = text.indexOf(':', end)
    }
    from = end + 1
  }
  return values
}

/** Unfolds under the heading before it, which is a button or holds one: an answer, a section of an accordion. */
export function isUnderToggle(element: DomElement): boolean {
  let heading = element.previousSibling ?? null
  while (heading !== null && heading.nodeType !== ELEMENT) heading = heading.previousSibling ?? null
  if (heading === null || !TOGGLE_HEADINGS.has((heading as DomElement).localName)) return false
  const toggles = (node: DomNode): boolean => {
    if (node.nodeType !== ELEMENT) return false
    if (attributeOf(node as DomElement, 'aria-expanded') !== undefined) return true
    for (let child = node.firstChild; child !== null; child = child.nextSibling)
      if (toggles(child)) return true
    return false
  }
  return toggles(heading)
}
/** As the ARIA Authoring Practices Guide has it for accordions: the button stands in a heading. */
const TOGGLE_HEADINGS = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'dt'])
