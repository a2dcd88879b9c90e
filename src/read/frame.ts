import type { BlockKind, HiddenBy, Zone } from '../core/block.ts'
import { KIND_BY_ELEMENT, ZONE_BY_ELEMENT, ZONE_BY_ROLE } from './elements.ts'
import type { Standing } from './wholes.ts'

/** A block-level element on the way down; what its blocks inherit. */
export interface Frame extends Standing {
  readonly up: Frame | undefined
  readonly number: number
  readonly tag: string
  readonly depth: number
  readonly classes: string
  readonly id: string
  readonly kind: BlockKind
  readonly level: number | undefined
  readonly zone: Zone | undefined
  readonly hidden: HiddenBy | undefined
  /** The same by the page's style sheets. */
  readonly covered: HiddenBy | undefined
  /** Colour behind its text, where something says so. */
  readonly background: string | undefined
  readonly preserve: boolean
  /** Line feeds in its text are shown as such, though other white space is not. */
  readonly lined: boolean
  readonly codeLanguage: string | undefined
  /** Selectors of rules that fit it or an element around it. */
  readonly selected: readonly string[] | undefined
  /** The post of a thread it stands in. */
  readonly post: PostMark | undefined
  /** Filled on first use: many elements own no block. */
  path: string | undefined
  shape: number | undefined
  above: readonly number[] | undefined
}

/** Characters of an element's classes, and of its id, that are kept: those of a page maker's element are a few hundred. */
export const LONGEST_NAMES = 1000

/** Where the way down begins; `background` is the colour behind the whole page, where it is known. */
export function rootFrame(tag: string, background: string | undefined): Frame {
  // in the order of every other frame, so that all are laid out alike (see `measure`)
  return {
    up: undefined,
    tag,
    list: undefined,
    item: undefined,
    table: undefined,
    cell: undefined,
    whole: undefined,
    preserve: false,
    lined: false,
    number: 0,
    depth: 0,
    classes: '',
    id: '',
    kind: 'paragraph',
    level: undefined,
    zone: undefined,
    hidden: undefined,
    covered: undefined,
    background,
    codeLanguage: undefined,
    selected: undefined,
    post: undefined,
    path: undefined,
    shape: undefined,
    above: undefined,
  }
}

/** Longest name shown of one element, and longest path before its middle is left out: a page can make both endless. */
const LABEL = 60
const PATH = 2000

/** Elements from the root, with id or first class: enough to find the place in a browser's inspector. */
export function pathOf(frame: Frame): string {
  if (frame.path === undefined) {
    const name = frame.id !== '' ? `#${frame.id}` : frame.classes === '' ? '' : `.${firstOf(frame.classes)}`
    const label = `${frame.tag}${name.slice(0, LABEL)}`
    const above = frame.up === undefined ? '' : `${pathOf(frame.up)}>`
    frame.path = (above.length > PATH ? `…${above.slice(-PATH / 2)}` : above) + label
  }
  return frame.path
}

function firstOf(classes: string): string {
  return classes.split(' ', 1)[0]!
}

/** Numbers of the elements above, nearest first. */
export function aboveOf(frame: Frame): readonly number[] {
  frame.above ??= frame.up === undefined ? [] : [frame.up.number, ...aboveOf(frame.up)]
  return frame.above
}

/** Numbers chains of tags and classes; equal chains get equal numbers. */
export function shapeNumbers(): (frame: Frame) => number {
  const numbers = new Map<string, number>()
  const shapeOf = (frame: Frame): number => {
    if (frame.shape === undefined) {
      const key = `${frame.up === undefined ? -1 : shapeOf(frame.up)} ${frame.tag} ${frame.classes}`
      const known = numbers.get(key)
      frame.shape = known ?? numbers.size
      if (known === undefined) numbers.set(key, frame.shape)
    }
    return frame.shape
  }
  return shapeOf
}

/** The post of a thread an element stands in: the number of its element, whether a name or a type marks it, and whether that is one of comments. */
export interface PostMark {
  readonly number: number
  readonly named: boolean
  readonly comment: boolean
}

/** What blocks in an element are, by its name and what stands around it. */
export function kindOf(tag: string, up: Frame): BlockKind {
  const own = KIND_BY_ELEMENT.get(tag)
  if (own !== undefined) return own
  if (tag === 'td' || tag === 'th') return 'cell'
  if (tag === 'table' || tag === 'ul' || tag === 'ol' || tag === 'dl')
    return up.kind === 'quote' ? 'quote' : 'paragraph'
  return up.kind
}

/** The part of the page an element is, by its role or name, or stands in. */
export function zoneOf(tag: string, role: string, up: Frame): Zone | undefined {
  const byRole = role === '' ? undefined : ZONE_BY_ROLE.get(role)
  if (byRole !== undefined) return byRole
  // who is quoted stands in a footer
  if (up.kind === 'quote' && (tag === 'footer' || tag === 'header')) return up.zone
  if (up.zone === 'figure' && TEXT_OF_FIGURES.has(tag)) return zoneAround(up)
  return ZONE_BY_ELEMENT.get(tag) ?? up.zone
}

/** In a figure these are what it shows, no words about a picture. */
const TEXT_OF_FIGURES = new Set(['table', 'blockquote', 'pre', 'ul', 'ol', 'dl'])

function zoneAround(figure: Frame): Zone | undefined {
  let frame: Frame | undefined = figure
  while (frame?.zone === 'figure') frame = frame.up
  return frame?.zone
}
