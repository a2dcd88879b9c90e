import type { Callout, Whole } from '../core/whole.ts'
import type { Attributes } from './attributes.ts'
import { isDataTable, partOf, type Slot, type TableModel, tableModel } from './data-table.ts'
import { attributeOf, attributesOf, type DomElement, type DomNode, ELEMENT } from './dom.ts'

type Told<T> = T extends Whole ? Omit<T, 'number' | 'parent' | 'from' | 'to'> : never
/** What is told of a whole before its place among the others is known. */
export type WholeFields = Told<Whole>

/** A whole on the way down. It gets its number with the first thing that stands in it: empty ones are none. */
export interface WholeDraft {
  readonly up: WholeDraft | undefined
  readonly depth: number
  fields: WholeFields
  number: number | undefined
}

export interface List {
  readonly group: number
  readonly depth: number
  /** How far the next item counts on: -1 where the list counts down. */
  readonly step: 1 | -1
  /** Number of the next item; undefined in lists without numbers. */
  next: number | undefined
  readonly whole: WholeDraft
  /** The item that began last. */
  last: WholeDraft | undefined
}

/** A list item; only its first block is the item, the rest are paragraphs under it. */
export interface Item {
  readonly list: List
  readonly ordinal: number | undefined
  used: boolean
}

export interface Table {
  readonly group: number
  /** Undefined for tables that only arrange the page. */
  readonly model: TableModel | undefined
}

export interface Cell extends Slot {
  readonly table: Table
}

/** What the elements around a block make it part of. */
export interface Standing {
  readonly list: List | undefined
  readonly item: Item | undefined
  readonly table: Table | undefined
  readonly cell: Cell | undefined
  readonly whole: WholeDraft | undefined
}

/** The same of an element with a number, in which notes and loose items are gathered. */
type Numbered = Standing & { readonly number: number }

const LINE_NAMES = /(?:^|[\s_-])(?:line|l|v|vers)(?:\s|$)/

/** An element that is verse, or stands in some. */
export function isVerse({ classes }: Attributes, { whole }: Standing): boolean {
  return (
    whole?.fields.kind === 'verse' ||
    (NAMED.test(classes) && hasName(classes.split(/\s+/, MOST_NAMES), VERSE_NAMES))
  )
}

/** An element that is one line of the verse it stands in. */
export function isVerseLine({ classes, tag }: Attributes, { whole }: Standing): boolean {
  return whole?.fields.kind === 'verse' && classes !== '' && tag !== 'pre' && LINE_NAMES.test(classes)
}

/** A box before the text of an item makes it a task. */
export function markTask(box: DomElement, { item, whole }: Standing): void {
  if (item === undefined || item.used || whole?.fields.kind !== 'item' || whole.fields.checked !== undefined)
    return
  let isBox = false
  for (const { name, value } of attributesOf(box))
    if (name === 'type' && value.trim().toLowerCase() === 'checkbox') isBox = true
  if (isBox) whole.fields = { ...whole.fields, checked: hasAttribute(box, 'checked') }
}

/** Collects the wholes of a page as things are put into them. */
export class Wholes {
  readonly found: Whole[] = []
  /** The wholes around what was put in last, outermost first. */
  private readonly open: WholeDraft[] = []

  /**
   * Number of the whole the next thing on the page stands in. One that was left and is entered again is another: so
   * wholes are nested intervals whatever the markup.
   */
  enter(draft: WholeDraft | undefined): number | undefined {
    if (draft === undefined) {
      this.open.length = 0
      return undefined
    }
    const { up, depth } = draft
    if (this.open[depth] !== draft) {
      const parent = this.enter(up)
      draft.number = this.found.length
      this.found.push({ ...draft.fields, number: draft.number, parent, from: 0, to: -1 })
      this.open[depth] = draft
    }
    this.open.length = depth + 1
    return draft.number
  }
}

function draft(fields: WholeFields, up: WholeDraft | undefined): WholeDraft {
  return { up, depth: up === undefined ? 0 : up.depth + 1, fields, number: undefined }
}

/** The same place, one whole further in. */
export function inside(fields: WholeFields, { list, item, table, cell, whole }: Standing): Standing {
  return { list, item, table, cell, whole: draft(fields, whole) }
}

/** Elements that are a whole by their name alone. */
const PLAIN_WHOLES: ReadonlyMap<string, WholeFields> = new Map(
  Object.entries({
    blockquote: { kind: 'quote' },
    pre: { kind: 'code' },
    listing: { kind: 'code' },
    xmp: { kind: 'code' },
    plaintext: { kind: 'code' },
    figure: { kind: 'figure' },
    figcaption: { kind: 'caption' },
    details: { kind: 'details' },
    summary: { kind: 'summary' },
  } as const),
)
/** A part of every name below. */
const NAMED =
  /admonition|callout|alert|custom-block|notecard|-aside|-macro|hint-|note|tip|hint|important|warning|caution|danger|poe|verse|stanza|strophe|line-|lyrics|pull-?quote|caption/
const CALLOUT_KINDS = 'info|information|note|tip|hint|success|important|warning|caution|danger|error'
const CALLOUT_NAMES = new RegExp(
  `^(?:[a-z]+-)?(?:admonition|admonitionblock|callout|custom-block|markdown-alert|notecard|starlight-aside|information-macro)(?:--?(?:${CALLOUT_KINDS}))?$|^(?:alert|hint)--?(?:${CALLOUT_KINDS})$`,
)
/** Kinds by the words class names have for them, the most urgent first. */
const CALLOUTS: readonly (readonly [Callout, RegExp])[] = [
  ['caution', /(?:^|[\s_-])(?:caution|danger|error|fail(?:ure)?)(?:[\s_-]|$)/],
  ['warning', /(?:^|[\s_-])(?:warning|warn|attention)(?:[\s_-]|$)/],
  ['important', /(?:^|[\s_-])important(?:[\s_-]|$)/],
  ['tip', /(?:^|[\s_-])(?:tip|hint|success)(?:[\s_-]|$)/],
]
/** A name that may be a callout's: whether it is, its title tells. */
const BARE_KIND = new RegExp(`(?:^|\\s)(?:is-)?(?:${CALLOUT_KINDS})(?:\\s|$)`)
const CALLOUT_TITLE = new RegExp(`^(?:${CALLOUT_KINDS}|attention)\\s{0,3}[:.!]?$`, 'i')
const VERSE_NAMES =
  /^(?:poem|poetry|verses?|stanza|strophe|line-?group|line-block|lyrics|wp-block-verse|poem-(?:body|text))$/
const PULLED_NAMES = /^(?:[a-z]+-)*pull-?quote$/
const CAPTION_NAMES =
  /^(?:(?:wp|image|img|photo|picture|figure|media)[-_]*)?caption(?:[-_]{1,2}text)?$|^(?:image|photo|picture)[-_]{1,2}caption$/
const PULLED: WholeFields = { kind: 'quote' }
const MOST_NAMES = 12
const MAY_BE_CALLOUT = new Set(['div', 'aside', 'section', 'blockquote'])

function hasName(names: readonly string[], pattern: RegExp): boolean {
  return names.some((name) => pattern.test(name))
}

function fieldsNamed(names: readonly string[]): WholeFields | undefined {
  const has = (pattern: RegExp) => hasName(names, pattern)
  if (has(CALLOUT_NAMES)) return calloutNamed(names.join(' '))
  if (has(VERSE_NAMES)) return { kind: 'verse' }
  if (has(PULLED_NAMES)) return PULLED
  if (names.includes('wp-caption')) return { kind: 'figure' }
  return has(CAPTION_NAMES) ? { kind: 'caption' } : undefined
}

/** A callout of the kind its class names tell; a note where they tell none. */
function calloutNamed(classes: string): WholeFields {
  return { kind: 'callout', callout: CALLOUTS.find(([, words]) => words.test(classes))?.[0] ?? 'note' }
}

/** Whether an element opens with a title: a word for a kind of callout, or an element named for a title. */
function isTitled(element: DomElement): boolean {
  let first: DomNode | null = element.firstChild
  while (first !== null && first.nodeType !== ELEMENT) {
    if ((first.textContent ?? '').trim() !== '') return false
    first = first.nextSibling
  }
  if (first === null) return false
  const inner = first as DomElement
  if (/(?:^|[\s_-])(?:title|heading)(?:[\s_-]|$)/i.test(attributeOf(inner, 'class') ?? '')) return true
  const text = (inner.textContent ?? '').trim()
  return text.length < 40
    ? CALLOUT_TITLE.test(text)
    : inner.firstChild?.nodeType === ELEMENT && isTitled(inner)
}

/** A figure around several paragraphs is no picture with its words but a part of the page. */
function holdsProse(figure: DomElement): boolean {
  let paragraphs = 0
  const count = (node: DomNode): void => {
    for (let child = node.firstChild; child !== null && paragraphs < MANY; child = child.nextSibling) {
      if (child.nodeType !== ELEMENT || TEXT_OF_FIGURES.has(child.localName!)) continue
      if (child.localName === 'p' && child.firstChild !== null) paragraphs++
      count(child)
    }
  }
  count(figure)
  return paragraphs >= MANY
}
const MANY = 3
const TEXT_OF_FIGURES = new Set(['figcaption', 'figure', 'blockquote', 'table', 'pre', 'ul', 'ol', 'dl'])

/** Elements whose parts must stand right in them: a post they are marked as stands around them, else inside. */
const PARTED = new Set(['ul', 'ol', 'menu', 'dir', 'dl', 'table', 'blockquote', 'figure', 'details'])

/** Tells from elements on the way down what their blocks are part of. One per walk: it numbers lists and tables. */
export class Structure {
  private groups = 0
  /** The notes under way, and the number of the element they stand in. */
  private notes: { readonly within: number; readonly whole: WholeDraft } | undefined
  /** The list that items without one make together, and the number of the element they stand in. */
  private loose: { readonly within: number; readonly list: List } | undefined

  /** @param opensPost whether the element is marked as a post of a thread. */
  enter(
    element: DomElement,
    attributes: Attributes,
    up: Numbered,
    opensPost: boolean,
    note: string | undefined,
  ): Standing {
    if (note !== undefined) return this.inNote(element, attributes, up, note)
    if (!opensPost) return this.byName(element, attributes, up, up.number)
    const post = { kind: 'post' } as const
    if (PARTED.has(element.localName)) return this.byName(element, attributes, inside(post, up), up.number)
    const found = this.byName(element, attributes, up, up.number)
    return found.whole?.fields.kind === 'row' ? found : inside(post, found)
  }

  private byName(element: DomElement, attributes: Attributes, up: Standing, parent: number): Standing {
    const tag = attributes.role === '' ? element.localName : tablePart(element, up)
    switch (tag) {
      case 'ul':
      case 'ol':
      case 'menu':
      case 'dir':
      case 'dl':
        return this.inList(element, attributes, up)
      case 'li':
      case 'dt':
      case 'dd':
        return this.inItem(tag, attributes, up, parent)
      case 'table':
        return this.inTable(element, attributes, up)
      case 'caption':
        return up.table?.model === undefined ? up : inside({ kind: 'caption' }, up)
      case 'tr':
        return inRow(element, up)
      case 'td':
      case 'th':
        return inCell(element, up)
    }
    const fields = this.namedWhole(element, attributes) ?? PLAIN_WHOLES.get(tag)
    if (fields === undefined || (tag === 'pre' && up.whole?.fields.kind === 'verse')) return up
    // a poem's stanzas are no poems, and what stands in a pulled quotation is that quotation
    if (fields.kind === up.whole?.fields.kind && (fields.kind === 'verse' || up.whole.fields === PULLED))
      return up
    if (tag === 'figure' && holdsProse(element)) return up
    return inside(fields, up)
  }

  private readonly named = new Map<string, WholeFields | undefined>()

  /** The whole an element is by its class. */
  private namedWhole(element: DomElement, { classes, tag }: Attributes): WholeFields | undefined {
    if (classes === '' || tag === 'body' || !NAMED.test(classes)) return undefined
    if (!this.named.has(classes)) this.named.set(classes, fieldsNamed(classes.split(/\s+/, MOST_NAMES)))
    const fields = this.named.get(classes)
    if (fields !== undefined || !BARE_KIND.test(classes) || !MAY_BE_CALLOUT.has(tag)) return fields
    return isTitled(element) ? calloutNamed(classes) : undefined
  }

  /** Notes beside one another make one whole, in the place of the list they may be set as. */
  private inNote(element: DomElement, attributes: Attributes, up: Numbered, label: string): Standing {
    const { list, item, table, cell } = this.byName(element, attributes, up, up.number)
    const around = isInList(up) ? up.list.whole.up : up.whole
    if (this.notes?.within !== up.number || this.notes.whole.up !== around)
      this.notes = { within: up.number, whole: draft({ kind: 'notes' }, around) }
    return { list, item, table, cell, whole: draft({ kind: 'note', label }, this.notes.whole) }
  }

  /** A list right in another belongs to the item before it. */
  private inList(element: DomElement, attributes: Attributes, up: Standing): Standing {
    const { item, table, cell, whole } = up
    const above = isInList(up) ? (up.list.last ?? whole) : whole
    const list = this.list(listFields(element, attributes), up, above)
    return { list, item, table, cell, whole: list.whole }
  }

  private list(fields: WholeFields, { list }: Standing, above: WholeDraft | undefined): List {
    const counted = fields.kind === 'list' && fields.ordered
    return {
      group: ++this.groups,
      depth: list === undefined ? 1 : list.depth + 1,
      step: counted && fields.reversed ? -1 : 1,
      next: counted ? (fields.start ?? 1) : undefined,
      whole: draft(fields, above),
      last: undefined,
    }
  }

  private inItem(tag: 'li' | 'dt' | 'dd', attributes: Attributes, up: Standing, parent: number): Standing {
    const list = isInList(up) ? up.list : this.looseList(tag, up, parent)
    const ordinal = ordinalOf(attributes, list)
    const whole = draft(
      tag === 'li' ? { kind: 'item', ordinal } : { kind: tag === 'dt' ? 'term' : 'description' },
      list.whole,
    )
    list.last = whole
    return { list, item: { list, ordinal, used: false }, table: up.table, cell: up.cell, whole }
  }

  /** Items that stand in no list make one with their siblings. */
  private looseList(tag: 'li' | 'dt' | 'dd', up: Standing, within: number): List {
    if (this.loose?.within === within && this.loose.list.whole.up === up.whole) return this.loose.list
    const fields =
      tag === 'li' ? ({ kind: 'list', ordered: false } as const) : ({ kind: 'definitions' } as const)
    const list = this.list(fields, up, up.whole)
    this.loose = { within, list }
    return list
  }

  private inTable(element: DomElement, { role }: Attributes, { list, item, whole }: Standing): Standing {
    const isNamed = element.localName === 'table'
    const isLayout = isNamed && (role === 'presentation' || role === 'none' || !isDataTable(element))
    const table = { group: ++this.groups, model: isLayout ? undefined : tableModel(element) }
    return {
      list,
      item,
      table,
      cell: undefined,
      whole: isLayout ? whole : draft({ kind: 'table' }, whole),
    }
  }
}

/** The part of a table an element is by its role, where it stands in one. */
function tablePart(element: DomElement, up: Standing): string {
  const part = partOf(element)
  return part === 'table' || isTablePart(element, up) ? part : element.localName
}

/** Whether an element is a row or a cell of the table around it, whatever its name. */
export function isTablePart(element: DomElement, { table }: Standing): boolean {
  return table?.model !== undefined && (table.model.cells.has(element) || table.model.rows.has(element))
}

function isInList(up: Standing): up is Standing & { readonly list: List } {
  return up.list !== undefined && up.whole === up.list.whole
}

function listFields(element: DomElement, { start: said }: Attributes): WholeFields {
  const tag = element.localName
  if (tag === 'dl') return { kind: 'definitions' }
  if (tag !== 'ol') return { kind: 'list', ordered: false }
  const reversed = hasAttribute(element, 'reversed')
  const given = Number.parseInt(said ?? '', 10)
  const first = !Number.isNaN(given) ? given : reversed ? countItems(element) : 1
  return {
    kind: 'list',
    ordered: true,
    start: first === 1 ? undefined : first,
    reversed: reversed || undefined,
  }
}

function hasAttribute(element: DomElement, name: string): boolean {
  for (const attribute of attributesOf(element)) if (attribute.name === name) return true
  return false
}

function countItems(list: DomElement): number {
  let count = 0
  for (let child = list.firstChild; child !== null; child = child.nextSibling)
    if (child.nodeType === ELEMENT && child.localName === 'li') count++
  return count
}

function ordinalOf(attributes: Attributes, list: List): number | undefined {
  if (list.next === undefined) return undefined
  const printed = Number.parseInt(attributes.start ?? '', 10)
  const ordinal = Number.isNaN(printed) ? list.next : printed
  list.next = ordinal + list.step
  return ordinal
}

function inRow(element: DomElement, up: Standing): Standing {
  const row = up.table?.model?.rows.get(element)
  return row === undefined ? up : inside({ kind: 'row', ...row }, up)
}

function inCell(element: DomElement, { list, table, whole }: Standing): Standing {
  const slot = table?.model?.cells.get(element)
  if (slot === undefined || table === undefined)
    return { list, item: undefined, table, cell: undefined, whole }
  const cell = { table, ...slot }
  return { list, item: undefined, table, cell, whole: draft({ kind: 'cell', ...slot }, whole) }
}
