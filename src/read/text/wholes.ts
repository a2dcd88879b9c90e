import { type Block, block, type TextEvidence } from '../../core/block.ts'
import type { Whole } from '../../core/whole.ts'
import { isDigit, isUpper, isWide } from './characters.ts'
import type { Draft, Section } from './draft.ts'
import { isStop } from './sentences.ts'

/** Blocks of a dump and what they are part of. */
export interface Stream {
  readonly blocks: Block[]
  /** Extents are those of the blocks that name them (`withExtents`). */
  readonly wholes: Whole[]
}

/** An open list: where its items stand, the last number one of them bore, and its wholes. */
interface Level {
  readonly indent: number
  readonly group: number
  last: number | undefined
  readonly list: number
  item: number
}

/** Columns two items of one level may differ by. */
const SAME_LEVEL = 1

/**
 * Makes blocks of drafts and tells what they are part of: items standing together are a list, their depth is told by
 * their indents, and a count that starts anew starts a new list; cells of one table are one, quoted lines one quotation.
 */
export function assemble(drafts: readonly Draft[], blankAtEnd: number): Stream {
  markSections(drafts)
  const stream = new StreamInMaking(drafts, blankAtEnd)
  for (let at = 0; at < drafts.length; at++) stream.put(at)
  return stream
}

type Told<T> = T extends Whole ? Omit<T, 'number' | 'parent' | 'from' | 'to'> : never

class StreamInMaking implements Stream {
  readonly blocks: Block[] = []
  readonly wholes: Whole[] = []
  private readonly drafts: readonly Draft[]
  private readonly blankAtEnd: number
  private readonly levels: Level[] = []
  private group = -1
  /** Numbers of the table, row and quotation the draft above stands in. */
  private table = { draft: -1, whole: -1, row: -1, rowWhole: -1 }
  private quote: number | undefined
  private section: { readonly of: Section; readonly whole: number } | undefined

  constructor(drafts: readonly Draft[], blankAtEnd: number) {
    this.drafts = drafts
    this.blankAtEnd = blankAtEnd
  }

  put(at: number): void {
    const draft = this.drafts[at]!
    const { levels } = this
    let numbers: Numbers = { at, group: undefined, depth: undefined, whole: undefined }
    if (draft.kind === 'item') {
      const whole = this.enterLevel(draft)
      numbers = { at, group: levels.at(-1)!.group, depth: levels.length, whole }
    } else if (levels.length > 0) {
      const item = itemAround(levels, draft)
      if (item === undefined) levels.length = 0
      else numbers = { ...numbers, whole: item }
    }
    if (draft.kind !== 'quote') this.quote = undefined
    if (draft.kind === 'cell') numbers = this.enterCell(draft, numbers)
    else if (draft.kind === 'code')
      numbers = { ...numbers, whole: this.open({ kind: 'code' }, numbers.whole) }
    else if (draft.kind === 'quote') {
      this.quote ??= this.open({ kind: 'quote' }, undefined)
      numbers = { ...numbers, whole: this.quote }
    }
    if (draft.section !== undefined && numbers.whole === undefined)
      numbers = { ...numbers, whole: this.enterSection(draft.section) }
    const next = this.drafts[at + 1]
    this.blocks.push(blockOf(draft, numbers, next?.gap ?? Math.max(1, this.blankAtEnd)))
  }

  private open(fields: Told<Whole>, parent: number | undefined): number {
    const number = this.wholes.length
    this.wholes.push({ ...fields, number, parent, from: 0, to: -1 })
    return number
  }

  /** Closes the levels an item has left and opens the one it begins. @returns the whole of the item. */
  private enterLevel(item: Draft): number {
    const { levels } = this
    while (levels.length > 0 && levels.at(-1)!.indent > item.indent + SAME_LEVEL) levels.pop()
    let top = levels.at(-1)
    const { indent, ordinal } = item
    const anew =
      levels.length === 1 && ordinal !== undefined && top!.last !== undefined && ordinal <= top!.last
    if (anew) top = levels.pop() && undefined
    if (top === undefined || indent > top.indent + SAME_LEVEL) {
      const group = top?.group ?? ++this.group
      const start = ordinal === 1 ? undefined : ordinal
      const list = this.open({ kind: 'list', ordered: ordinal !== undefined, start }, top?.item)
      top = { indent, group, last: ordinal, list, item: -1 }
      levels.push(top)
    }
    top.last = ordinal
    top.item = this.open({ kind: 'item', ordinal, checked: item.checked }, top.list)
    return top.item
  }

  private enterSection(section: Section): number {
    if (this.section?.of !== section) {
      const { kind } = section
      const whole = this.open(kind === 'list' ? { kind, ordered: false } : { kind }, undefined)
      this.section = { of: section, whole }
    }
    const { whole } = this.section!
    return section.kind === 'list' ? this.open({ kind: 'item' }, whole) : whole
  }

  private enterCell(draft: Draft, numbers: Numbers): Numbers {
    const { table } = this
    const { row = 0, column = 0, head = false } = draft
    if (draft.table !== table.draft) {
      this.group++
      this.table = {
        draft: draft.table!,
        whole: this.open({ kind: 'table' }, undefined),
        row: -1,
        rowWhole: -1,
      }
    }
    if (row !== this.table.row) {
      this.table.row = row
      this.table.rowWhole = this.open({ kind: 'row', row, section: head ? 'head' : 'body' }, this.table.whole)
    }
    const cell = { kind: 'cell', row, column, rowSpan: 1, columnSpan: 1, head } as const
    return { ...numbers, group: this.group, whole: this.open(cell, this.table.rowWhole) }
  }
}

/** The item a block set in deeper than the list belongs to. */
function itemAround(levels: readonly Level[], draft: Draft): number | undefined {
  if ((draft.kind !== 'paragraph' && draft.kind !== 'code') || draft.cut !== undefined) return undefined
  let at = levels.length - 1
  while (at >= 0 && draft.indent <= levels[at]!.indent + SAME_LEVEL) at--
  return levels[at]?.item
}

interface Numbers {
  readonly at: number
  readonly group: number | undefined
  readonly depth: number | undefined
  readonly whole: number | undefined
}

/** Spelled out, as drafts come in many shapes: a spread of them costs more than the rest of the reading. */
function blockOf(draft: Draft, { at, group, depth, whole }: Numbers, blankAfter: number): Block {
  const { gap, indent } = draft
  const layout: TextEvidence = {
    blankBefore: at === 0 ? Math.max(1, gap) : gap,
    blankAfter,
    indent,
    bullet: draft.bullet,
    cut: draft.cut,
  }
  return block({
    at,
    kind: draft.kind,
    text: draft.text,
    runs: draft.runs,
    level: draft.level,
    depth,
    group,
    ordinal: draft.ordinal,
    row: draft.row,
    column: draft.column,
    head: draft.head,
    codeLanguage: draft.codeLanguage,
    whole,
    place: { lines: [draft.from, draft.to] },
    layout,
  })
}

/** Fewest lines of a list of quantities, and of a stanza; one beside another may be shorter. */
const LIST = 3
const STANZA = { alone: 4, beside: 2 }
/** Characters of a line of verse. */
const VERSE = { least: 6, most: 64 }
/** Share of the lines of a stanza that end with a sign, and with one inside a sentence: prose and menus have fewer. */
const SIGNED = { any: 0.5, inside: 0.25 }
const INSIDE = /[,;:—，；：、]$/
const ANY = /[\p{P}]$/u
/** A quantity before what is measured; a clock, a day or a rank is none. */
const QUANTITY = /^(?:\d{1,4}(?:[.,/]\d{1,3})?|[½¼¾⅓⅔⅛])(?:\s?[½¼¾⅓⅔⅛])?\s?\p{L}/u
const LONGEST_ITEM = 60

/**
 * Finds verse and lists of quantities among the short lines that stand together between blank ones, and dialogues, and
 * tells their drafts so.
 */
function markSections(drafts: readonly Draft[]): void {
  let verse: { section: Section; to: number } | undefined
  for (let at = 0; at < drafts.length; ) {
    const to = runEnd(drafts, at)
    if (isVerse(drafts, at, to, verse?.to === at)) {
      const section: Section = verse?.to === at ? verse.section : { kind: 'verse' }
      mark(drafts, at, to, section)
      verse = { section, to }
    } else if (to - at >= LIST) markQuantities(drafts, at, to)
    at = to
  }
  markDialogues(drafts)
}

function mark(drafts: readonly Draft[], from: number, to: number, section: Section): void {
  for (let at = from; at < to; at++) drafts[at]!.section = section
}

const isLine = (draft: Draft): boolean =>
  draft.kind === 'paragraph' && draft.cut === undefined && draft.from === draft.to

/** First draft behind the lines that stand together from `at` on. */
function runEnd(drafts: readonly Draft[], at: number): number {
  if (!isLine(drafts[at]!)) return at + 1
  let to = at + 1
  while (to < drafts.length && drafts[to]!.gap === 0 && isLine(drafts[to]!)) to++
  return to
}

function isVerse(drafts: readonly Draft[], from: number, to: number, beside: boolean): boolean {
  if (to - from < (beside ? STANZA.beside : STANZA.alone) || (from > 0 && drafts[from]!.gap === 0))
    return false
  let [any, inside] = [0, 0]
  for (let at = from; at < to; at++) {
    const { text } = drafts[at]!
    if (text.length < VERSE.least || text.length > VERSE.most) return false
    if (INSIDE.test(text)) inside++
    if (ANY.test(text)) any++
  }
  return any >= (to - from) * SIGNED.any && inside >= (to - from) * SIGNED.inside
}

/** The longest part of a run in which each line begins with a quantity. */
function markQuantities(drafts: readonly Draft[], from: number, to: number): void {
  let first = from
  for (let at = from; at <= to; at++) {
    if (at < to && isQuantity(drafts[at]!.text)) continue
    if (at - first >= LIST) mark(drafts, first, at, { kind: 'list' })
    first = at + 1
  }
}

function isQuantity(text: string): boolean {
  const code = text.charCodeAt(0)
  if (!isDigit(code) && code < 0x80) return false
  return text.length <= LONGEST_ITEM && QUANTITY.test(text) && !isStop(text.charCodeAt(text.length - 1))
}

/** Characters of the name before a turn, turns a dialogue has at least, and paragraphs of one turn at most. */
const SPEAKER = 24
const TURNS = 4
const PARAGRAPHS = 3

/** Turns that begin with the name of who speaks, or with a sign for it, each name at least twice. */
function markDialogues(drafts: readonly Draft[]): void {
  let turns: { at: number; name: string }[] = []
  for (let at = 0; at <= drafts.length; at++) {
    const name = at < drafts.length ? speakerOf(drafts[at]!) : undefined
    const last = turns.at(-1)
    const over =
      at === drafts.length || drafts[at]!.kind !== 'paragraph' || at - (last?.at ?? at) > PARAGRAPHS
    if (last !== undefined && over) {
      if (isDialogue(turns)) mark(drafts, turns[0]!.at, last.at + 1, { kind: 'dialogue' })
      turns = []
    }
    if (name !== undefined) turns.push({ at, name })
  }
}

function isDialogue(turns: readonly { readonly name: string }[]): boolean {
  if (turns.length < TURNS) return false
  const times = new Map<string, number>()
  for (const { name } of turns) times.set(name, (times.get(name) ?? 0) + 1)
  return times.size > 1 && times.size * 2 <= turns.length && [...times.values()].every((count) => count > 1)
}

function speakerOf({ kind, text, section }: Draft): string | undefined {
  if (kind !== 'paragraph' || section !== undefined) return undefined
  const code = text.charCodeAt(0)
  if (!isUpper(code) && !isWide(code)) return undefined
  const end = text.slice(0, SPEAKER).search(/[:：]/)
  if (end < 1 || end + 1 >= text.length || text.startsWith('//', end + 1)) return undefined
  const name = text.slice(0, end)
  return /[\p{N},.]/u.test(name) || name.split(' ').length > 3 ? undefined : name
}
