import type { BlockKind, HiddenBy, Zone } from '../core/block.ts'
import type { PostMark } from './post-mark.ts'

/** A block-level element on the way down; what its blocks inherit. */
export interface Frame {
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
  readonly codeLanguage: string | undefined
  /** The post of a thread it stands in. */
  readonly post: PostMark | undefined
  readonly list: List | undefined
  readonly item: Item | undefined
  readonly cell: Cell | undefined
  readonly table: Table | undefined
  /** Filled on first use: many elements own no block. */
  path: string | undefined
  shape: number | undefined
  above: readonly number[] | undefined
}

export interface List {
  readonly group: number
  readonly depth: number
  readonly ordered: boolean
  next: number
}

/** A list item; only its first block is the item, the rest are paragraphs under it. */
export interface Item {
  readonly list: List | undefined
  readonly ordinal: number | undefined
  used: boolean
}

export interface Table {
  readonly group: number
  /** False for tables that only arrange the page. */
  readonly data: boolean
  row: number
  column: number
}

export interface Cell {
  readonly table: Table
  readonly row: number
  readonly column: number
  readonly head: boolean
}

/** Where the way down begins; `background` is the colour behind the whole page, where it is known. */
export function rootFrame(tag: string, background: string | undefined): Frame {
  return {
    up: undefined,
    number: 0,
    tag,
    depth: 0,
    classes: '',
    id: '',
    kind: 'paragraph',
    level: undefined,
    zone: undefined,
    hidden: undefined,
    covered: undefined,
    background,
    preserve: false,
    codeLanguage: undefined,
    post: undefined,
    list: undefined,
    item: undefined,
    cell: undefined,
    table: undefined,
    path: undefined,
    shape: undefined,
    above: undefined,
  }
}

/** Elements from the root, with id or first class: enough to find the place in a browser's inspector. */
export function pathOf(frame: Frame): string {
  if (frame.path === undefined) {
    const label =
      frame.id !== ''
        ? `${frame.tag}#${frame.id}`
        : frame.classes === ''
          ? frame.tag
          : `${frame.tag}.${frame.classes.split(' ', 1)[0]}`
    frame.path = frame.up === undefined ? label : `${pathOf(frame.up)}>${label}`
  }
  return frame.path
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
