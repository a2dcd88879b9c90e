import type { Whole } from '../core/whole.ts'
import type { Attributes } from './attributes.ts'
import { isDataTable, partOf, type Slot, type TableModel, tableModel } from './data-table.ts'
import { attributesOf, type DomElement, type DomNode, ELEMENT } from './dom.ts'
import {
  checkedBy,
  countItems,
  drawnBox,
  elementBefore,
  isLevelled,
  namedLevel,
  type StyledItem,
  styledItem,
} from './list-items.ts'
import { isNamedVerse, namedWholes, PULLED, type WholeFields } from './named-wholes.ts'

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
  /** The list in that item, where levels are told by names. */
  inner: List | undefined
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
  return whole?.fields.kind === 'verse' || isNamedVerse(classes)
}

/** An element that is one line of the verse it stands in; `around` are the names of the element above. */
export function isVerseLine({ classes, tag }: Attributes, { whole }: Standing, around: string): boolean {
  if (whole?.fields.kind !== 'verse' || classes === '' || tag === 'pre') return false
  return LINE_NAMES.test(classes) || (/^verse(?:\s|$)/.test(classes) && /\bstanza\b/.test(around))
}

/** A box before the text of an item makes it a task. */
export function markTask(checked: boolean | undefined, { item, whole }: Standing): void {
  if (item === undefined || item.used || whole?.fields.kind !== 'item' || whole.fields.checked !== undefined)
    return
  if (checked !== undefined) whole.fields = { ...whole.fields, checked }
}

/** Whether a field of a form is a box that is ticked; undefined where it is another field. */
export function boxOf(input: DomElement): boolean | undefined {
  for (const { name, value } of attributesOf(input))
    if (name === 'type' && value.trim().toLowerCase() === 'checkbox') return hasAttribute(input, 'checked')
  return undefined
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
  private readonly named = namedWholes()
  /** The notes under way, and the number of the element they stand in. */
  private notes: { readonly within: number; readonly whole: WholeDraft } | undefined
  /** The list that items without one make together, and the number of the element they stand in. */
  private loose: { readonly within: number; readonly list: List } | undefined
  /** The list that paragraphs styled as items make together, and how their style names it. */
  private styled: { readonly within: number; readonly name: string; readonly list: List } | undefined
  /** The list element met last, and its list. */
  private latest: { readonly element: DomElement; readonly list: List } | undefined

  /** @param opened the post of a thread the element is marked as. */
  enter(
    element: DomElement,
    attributes: Attributes,
    up: Numbered,
    opened: { readonly comment: boolean } | undefined,
    note: string | undefined,
  ): Standing {
    if (note !== undefined) return this.inNote(element, attributes, up, note)
    if (opened === undefined) return this.byName(element, attributes, up, up.number)
    const post = { kind: 'post', comment: opened.comment || undefined } as const
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
        return this.inItem(tag, element, attributes, up, parent)
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
    const item = styledItem(element, attributes)
    if (item !== undefined) return this.inStyled(item, up, parent)
    markTask(drawnBox(attributes), up)
    const fields = this.named(element, attributes) ?? PLAIN_WHOLES.get(tag)
    if (fields === undefined || (tag === 'pre' && up.whole?.fields.kind === 'verse')) return up
    // a poem's stanzas are no poems, and what stands in a pulled quotation is that quotation
    if (fields.kind === up.whole?.fields.kind && (fields.kind === 'verse' || up.whole.fields === PULLED))
      return up
    if (tag === 'figure' && holdsProse(element)) return up
    // verse that is quoted is both
    const quoted = tag === 'blockquote' && fields.kind === 'verse' ? inside({ kind: 'quote' }, up) : up
    return inside(fields, quoted)
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
    const fields = listFields(element, attributes)
    const continued = this.continued(element, attributes, fields, above)
    const outer = continued ?? this.list(fields, up, above)
    this.latest = { element, list: outer }
    const list = this.atLevel(outer, namedLevel(attributes), fields)
    return { list, item, table, cell, whole: list.whole }
  }

  /** The list right before, where an element is its next part: editors write a list for each item, or for each level. */
  private continued(
    element: DomElement,
    attributes: Attributes,
    fields: WholeFields,
    above: WholeDraft | undefined,
  ): List | undefined {
    const { latest } = this
    if (latest === undefined || latest.list.whole.up !== above) return undefined
    if (elementBefore(element) !== latest.element) return undefined
    if (isLevelled(attributes))
      return namedLevel(attributes) > 0 || isAlike(latest.list, fields) ? latest.list : undefined
    if (!isAlike(latest.list, fields) || countItems(element) !== 1 || countItems(latest.element) !== 1)
      return undefined
    return attributes.start === undefined || Number(attributes.start) === latest.list.next
      ? latest.list
      : undefined
  }

  /** The list that is so many levels inside another, in the items that began last. */
  private atLevel(outer: List, level: number, fields: WholeFields): List {
    let list = outer
    for (let i = 0; i < level && list.last !== undefined; i++) {
      if (list.inner === undefined || (i === level - 1 && !isAlike(list.inner, fields)))
        list.inner = this.list(fields, { list }, list.last)
      list = list.inner
    }
    list.inner = undefined
    return list
  }

  /** A paragraph that is an item by its style. */
  private inStyled({ list: name, level, ordinal }: StyledItem, up: Standing, within: number): Standing {
    const { table, cell } = up
    const { styled } = this
    const fields = { kind: 'list', ordered: ordinal !== undefined } as const
    const continues = styled?.within === within && styled.name === name && styled.list.whole.up === up.whole
    const outer = continues ? styled.list : this.list(fields, up, up.whole)
    if (!continues) this.styled = { within, name, list: outer }
    const list = this.atLevel(outer, level, fields)
    const whole = draft({ kind: 'item', ordinal }, list.whole)
    list.last = whole
    return { list, item: { list, ordinal, used: false }, table, cell, whole }
  }

  private list(fields: WholeFields, { list }: Pick<Standing, 'list'>, above: WholeDraft | undefined): List {
    const counted = fields.kind === 'list' && fields.ordered
    return {
      group: ++this.groups,
      depth: list === undefined ? 1 : list.depth + 1,
      step: counted && fields.reversed ? -1 : 1,
      next: counted ? (fields.start ?? 1) : undefined,
      whole: draft(fields, above),
      last: undefined,
      inner: undefined,
    }
  }

  private inItem(
    tag: 'li' | 'dt' | 'dd',
    element: DomElement,
    attributes: Attributes,
    up: Standing,
    parent: number,
  ): Standing {
    const outer = isInList(up) ? up.list : this.looseList(tag, up, parent)
    const level = tag === 'li' ? namedLevel(attributes) : 0
    const list =
      level === 0 && outer.inner === undefined ? outer : this.atLevel(outer, level, outer.whole.fields)
    const ordinal = ordinalOf(attributes, list)
    const whole = draft(
      tag === 'li'
        ? { kind: 'item', ordinal, checked: checkedBy(element) }
        : { kind: tag === 'dt' ? 'term' : 'description' },
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

/** Whether a list is of the kind that fields tell. */
function isAlike({ next, whole }: List, fields: WholeFields): boolean {
  return (
    whole.fields.kind === fields.kind && (next !== undefined) === (fields.kind === 'list' && fields.ordered)
  )
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
