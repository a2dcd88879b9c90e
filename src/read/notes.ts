import { attributeOf, attributesOf, type DomElement, type DomNode, ELEMENT, TEXT } from './dom.ts'
import { BLOCK_ELEMENTS } from './elements.ts'

/** Foot- and endnotes of a document, told by links to and fro, by names and by numbers that match. */
export interface Notes {
  /** Labels of the notes marks refer to, by the element of the mark. */
  readonly marks: ReadonlyMap<DomElement, string>
  /** Labels of notes, by the element that holds one. */
  readonly notes: ReadonlyMap<DomElement, string>
  /** Arrows back to the marks, and labels printed before notes. */
  readonly apart: ReadonlySet<DomElement>
  /** The same for labels in a text: how many of its first characters they take. */
  readonly cut: ReadonlyMap<DomNode, number>
}

const MARK =
  /^[[(]?\s*(?:\d{1,4}|[a-z]{1,2}|[ivxlc]{1,6}|[*†‡§¶]{1,3}|(?:note|n|fn)\.?\s?\d{1,3})\s*[\])]?[.:]?$/i
/** Names of marks and of the places they lead to. */
const NAMED =
  /(?:^|[\s_#:-])(?:fn|fnref|ftn|ftnref|edn|en|noteref|footnote\w*|endnote\w*|note|notes?-?\d+|cite|cite_\w+|reference|sdfootnote\w*|sidenote\w*|biblioref|doc-noteref)/i
const NOTES_NAMED =
  /(?:^|[\s_-])(?:foot-?notes?|end-?notes?|doc-endnotes|fussnoten?|notes-de-bas)(?:[\s_-]|$)/i
const NOTES_TITLE =
  /^(?:foot-?notes?|end-?notes?|notes?|references|fu(?:ß|ss)noten|anmerkungen|notes de bas de page|notas(?: al pie)?|note|noten|przypisy|примечания|сноски|注释|脚注|註釋|注)\s*:?$/i
const BACK = /back-?(?:link|ref)|reverse-?footnote|footnote-?(?:back|return)|fn-?back/i
/** Characters of a mark, of an arrow back, and of a title beside notes. */
const SHORT = 12
const ARROWS = 40
/** Elements between a link and the `sup` around it, or its id. */
const STEPS = 3

interface Link {
  readonly element: DomElement
  readonly target: string
  readonly text: string
  readonly order: number
}
interface Seen {
  readonly links: Link[]
  readonly ids: Map<string, { readonly element: DomElement; readonly order: number }>
  /** Raised numbers that lead nowhere. */
  readonly raised: { readonly element: DomElement; readonly number: number; readonly opens: boolean }[]
  readonly lists: DomElement[]
}

const NONE: Notes = { marks: new Map(), notes: new Map(), apart: new Set(), cut: new Map() }

/** Looks once through a document for notes and their marks. */
export function findNotes(root: DomElement): Notes {
  if (!mayHaveNotes(root)) return NONE
  const seen = look(root)
  if (seen.links.length === 0 && seen.raised.length === 0) return NONE
  const found = new Finder(seen)
  found.byLinks()
  if (found.notes.size === 0) found.byNumbers()
  return found
}

/** Whether anything is like a mark: a short link within the page, or a raised number. Most pages have none. */
function mayHaveNotes(element: DomElement): boolean {
  if (element.localName === 'a') {
    if (attributeOf(element, 'href')?.includes('#') && MARK.test(textOf(element))) return true
  } else if (element.localName === 'sup' && /^\d{1,3}$/.test(textOf(element))) return true
  for (let child = element.firstChild; child !== null; child = child.nextSibling)
    if (child.nodeType === ELEMENT && mayHaveNotes(child as DomElement)) return true
  return false
}

function look(root: DomElement): Seen {
  const seen: Seen = { links: [], ids: new Map(), raised: [], lists: [] }
  let order = 0
  const visit = (element: DomElement, inLink: boolean) => {
    order++
    let href: string | undefined
    for (const { name, value } of attributesOf(element)) {
      if (name === 'id' || (name === 'name' && element.localName === 'a')) {
        if (value !== '' && !seen.ids.has(value)) seen.ids.set(value, { element, order })
      } else if (name === 'href') href = value
    }
    const { localName } = element
    const hash = localName === 'a' && href !== undefined ? href.indexOf('#') : -1
    if (hash >= 0) {
      const text = textOf(element)
      if (text.length <= SHORT)
        seen.links.push({ element, target: unescaped(href!.slice(hash + 1)), text, order })
    } else if (localName === 'sup' && !inLink) {
      const text = textOf(element)
      if (/^\d{1,3}$/.test(text) && !leadsOn(element))
        seen.raised.push({ element, number: Number(text), opens: opensBlock(element) })
    } else if (localName === 'ol') seen.lists.push(element)
    for (let child = element.firstChild; child !== null; child = child.nextSibling)
      if (child.nodeType === ELEMENT) visit(child as DomElement, inLink || localName === 'a')
  }
  visit(root, false)
  return seen
}

class Finder implements Notes {
  readonly marks = new Map<DomElement, string>()
  readonly notes = new Map<DomElement, string>()
  readonly apart = new Set<DomElement>()
  readonly cut = new Map<DomNode, number>()
  private readonly seen: Seen
  private readonly labels = new Set<string>()
  /** Elements that short links lead to. */
  private readonly targets: ReadonlySet<DomElement>
  /** Links that lead back to a mark of the same name, by that name: `_ftn1` for one to `_ftnref1`. */
  private readonly returns: ReadonlyMap<string, Link>
  constructor(seen: Seen) {
    this.seen = seen
    this.returns = new Map(
      seen.links.flatMap((link) =>
        /ref/i.test(link.target) ? [[link.target.replace(/ref/i, ''), link]] : [],
      ),
    )
    this.targets = new Set(seen.links.flatMap(({ target }) => seen.ids.get(target)?.element ?? []))
  }

  /** Marks that lead to a note further on, by a note that leads back, or by their names. */
  byLinks(): void {
    const { links, ids } = this.seen
    const back = new Set(links.map(({ target }) => target))
    for (const { element, target, text, order } of links) {
      // where the names of places are lost, what leads back tells of them
      const to = ids.get(target) ?? this.returns.get(target)
      if (to === undefined || to.order <= order || !MARK.test(text)) continue
      const raised = around(element, 'sup') ?? (first(element, 'sup') ? element : undefined)
      const named = NAMED.test(`${namesOf(element)} ${raised ? namesOf(raised) : ''} ${target}`)
      const answered = !ids.has(target) || idsAround(element).some((id) => back.has(id))
      if (!(answered && (named || raised || /^[[(]/.test(text))) && !(raised && named)) continue
      const note = this.holderOf(to.element, element)
      if (note === undefined) continue
      const label = this.notes.get(note) ?? this.labelOf(text)
      this.notes.set(note, label)
      const mark = raised !== undefined && textOf(raised) === text ? raised : element
      this.marks.set(mark, label)
    }
    if (this.notes.size > 0) this.clean()
  }

  /** Raised numbers in order, and notes of the same numbers: paragraphs that open with one, or a list of notes. */
  byNumbers(): void {
    const marks: DomElement[] = []
    const opening: DomElement[] = []
    for (const { element, number, opens } of this.seen.raised) {
      if (opens && number === opening.length + 1 && marks.length >= number) opening.push(element)
      else if (!opens && opening.length === 0 && number === marks.length + 1) marks.push(element)
    }
    if (marks.length === 0) return
    const found = new Map<number, DomElement>()
    opening.forEach((sup, i) => {
      const holder = blockAround(sup)
      if (holder === undefined) return
      found.set(i + 1, holder)
      this.apart.add(sup)
    })
    if (found.size === 0) for (const list of this.seen.lists) listedNotes(list, marks.length, found)
    if (found.size === 0) this.byIds(marks, found)
    for (const [number, holder] of found) {
      this.notes.set(holder, String(number))
      this.marks.set(marks[number - 1]!, String(number))
      this.cutLabel(holder, String(number))
      takeBacklinks(holder, this.apart)
    }
  }

  /** Notes whose ids say their numbers, for marks a script leads on from. */
  private byIds(marks: readonly DomElement[], found: Map<number, DomElement>): void {
    for (const [id, { element }] of this.seen.ids) {
      const number = Number(/^(?:fn|foot-?note|end-?note|note)[-_:]?(\d{1,3})$/i.exec(id)?.[1])
      const mark = marks[number - 1]
      if (mark === undefined || element === mark || holds(mark, element)) continue
      const holder = this.holderOf(element, mark)
      if (holder !== undefined) found.set(number, holder)
    }
  }

  private labelOf(text: string): string {
    const bare = bareLabel(text) || text
    let label = bare
    for (let i = 2; this.labels.has(label); i++) label = `${bare}-${i}`
    this.labels.add(label)
    return label
  }

  /** The element that holds a note: the block its target stands in or is, and no more than this one note. */
  private holderOf(target: DomElement, mark: DomElement): DomElement | undefined {
    let holder = blockAround(target, true)
    if (holder?.localName === 'dt') holder = sibling(holder, 'dd')
    else if (holder !== undefined && /^h[1-6]$/.test(holder.localName) && MARK.test(textOf(holder))) {
      this.apart.add(holder)
      holder = sibling(holder, 'p')
    }
    if (holder === undefined || /^(?:h[1-6]|body|main|article|table)$/.test(holder.localName))
      return undefined
    if (holds(holder, mark) || holder.firstChild === null) return undefined
    const up = holder.parentNode
    const isPart = holder.localName === 'p' && up !== null && /^(?:li|dd|div|aside)$/.test(up.localName ?? '')
    if (isPart && !before(holder) && !holds(up, mark) && this.isAlone(up as DomElement, target))
      return up as DomElement
    return holder
  }

  /** Whether no other link leads into an element. */
  private isAlone(holder: DomElement, target: DomElement): boolean {
    const alone = (element: DomElement): boolean => {
      if (element !== target && this.targets.has(element)) return false
      for (let child = element.firstChild; child !== null; child = child.nextSibling)
        if (child.nodeType === ELEMENT && !alone(child as DomElement)) return false
      return true
    }
    return alone(holder)
  }

  /** Takes arrows and printed labels out of the notes. */
  private clean(): void {
    const ids = new Set([...this.marks.keys()].flatMap((mark) => [...idsAround(mark), ...idsBelow(mark)]))
    for (const { element, target } of this.seen.links)
      if (ids.has(target) && !this.marks.has(element)) this.apart.add(element)
    for (const [note, label] of this.notes) {
      takeBacklinks(note, this.apart)
      this.cutLabel(note, label)
    }
  }

  /** The label printed before a note: an element of its own, and the full stop or bracket behind it, or plain text. */
  private cutLabel(note: DomElement, label: string): void {
    const opening = firstText(note)
    if (opening && isLabel(opening, label)) {
      this.apart.add(opening)
      const next = opening.nextSibling
      const stop = next?.nodeType === TEXT ? /^\s*[.):\]]+\s/.exec(next.textContent ?? '')?.[0] : undefined
      if (next && stop) this.cut.set(next, stop.length)
      return
    }
    const text = opening === undefined ? firstTextNode(note) : undefined
    const printed = text && /^\s*[[(]?(\w{1,6})[\])]?[.):]?\s/.exec(text.textContent ?? '')
    if (printed && printed[1] === label && /[\])]|\d[.:]/.test(printed[0]))
      this.cut.set(text, printed[0].length)
  }
}

/** Whether there is a link in it to another place on the page. */
function leadsOn(element: DomElement): boolean {
  const link = first(element, 'a')
  return link !== undefined && (attributeOf(link, 'href') ?? '').includes('#')
}

function takeBacklinks(note: DomElement, apart: Set<DomElement>): void {
  for (let child = note.firstChild; child !== null; child = child.nextSibling) {
    if (child.nodeType !== ELEMENT) continue
    const element = child as DomElement
    if (BACK.test(namesOf(element)) && textOf(element).length <= ARROWS) apart.add(element)
    else takeBacklinks(element, apart)
  }
}

/** Items of a list that is named for notes, or stands under a title that is, by their numbers. */
function listedNotes(list: DomElement, most: number, found: Map<number, DomElement>): void {
  const title = before(list)
  const titled = title !== undefined && NOTES_TITLE.test(textOf(title))
  if (!titled && !isNamedForNotes(list)) return
  let number = Number.parseInt(attributeOf(list, 'start') ?? '1', 10) || 1
  for (let child = list.firstChild; child !== null; child = child.nextSibling)
    if (child.nodeType === ELEMENT && child.localName === 'li') {
      if (number <= most && !found.has(number)) found.set(number, child as DomElement)
      number++
    }
}

function isNamedForNotes(list: DomElement): boolean {
  let node: DomNode | null = list
  for (let steps = 0; steps < STEPS && node !== null && node.nodeType === ELEMENT; steps++) {
    const element = node as DomElement
    if (element.localName === 'body' || element.localName === 'article') return false
    if (element.localName === 'aside' || NOTES_NAMED.test(namesOf(element))) return true
    node = node.parentNode
  }
  return false
}

function opensBlock(element: DomElement): boolean {
  let node: DomNode = element
  for (let steps = 0; steps < STEPS; steps++) {
    let side = node.previousSibling
    while (side && side.nodeType !== ELEMENT && (side.textContent ?? '').trim() === '')
      side = side.previousSibling
    if (side) return false
    const up: DomNode | null = node.parentNode
    if (up === null) return false
    if (BLOCK_ELEMENTS.has(up.localName ?? '')) return true
    node = up
  }
  return false
}

function blockAround(element: DomElement, orItself = false): DomElement | undefined {
  let node: DomNode | null = orItself ? element : element.parentNode
  while (node !== null && node.nodeType === ELEMENT && !BLOCK_ELEMENTS.has(node.localName ?? ''))
    node = node.parentNode
  return node !== null && node.nodeType === ELEMENT ? (node as DomElement) : undefined
}

function around(element: DomElement, name: string): DomElement | undefined {
  let node = element.parentNode
  for (let steps = 0; node !== null && steps < STEPS; node = node.parentNode, steps++)
    if (node.localName === name) return node as DomElement
  return undefined
}

/** Ids of an element, of the inline ones right around it and of an empty place before it. */
function idsAround(element: DomElement): string[] {
  const ids: string[] = []
  const place = element.previousSibling
  if (place?.localName === 'a' && (place.textContent ?? '') === '') ids.push(...ownIds(place as DomElement))
  let node: DomNode | null = element
  for (let steps = 0; node !== null && node.nodeType === ELEMENT && steps < STEPS; steps++) {
    if (steps > 0 && BLOCK_ELEMENTS.has(node.localName ?? '')) break
    ids.push(...ownIds(node as DomElement))
    node = node.parentNode
  }
  return ids
}

function idsBelow(element: DomElement): string[] {
  const ids: string[] = []
  for (let child = element.firstChild; child !== null; child = child.nextSibling)
    if (child.nodeType === ELEMENT) ids.push(...ownIds(child as DomElement), ...idsBelow(child as DomElement))
  return ids
}

function ownIds(element: DomElement): string[] {
  const ids: string[] = []
  for (const { name, value } of attributesOf(element))
    if (value !== '' && (name === 'id' || (name === 'name' && element.localName === 'a'))) ids.push(value)
  return ids
}

function namesOf(element: DomElement): string {
  let names = ''
  for (const { name, value } of attributesOf(element))
    if (
      name === 'class' ||
      name === 'id' ||
      name === 'role' ||
      name === 'epub:type' ||
      name === 'rel' ||
      name === 'rev'
    )
      names += ` ${value.slice(0, 200)}`
  return names
}

function holds(outer: DomNode, inner: DomNode): boolean {
  for (let node: DomNode | null = inner; node !== null; node = node.parentNode)
    if (node === outer) return true
  return false
}

function first(element: DomElement, name: string): DomElement | undefined {
  for (let child = element.firstChild; child !== null; child = child.nextSibling) {
    if (child.nodeType !== ELEMENT) continue
    const found = child.localName === name ? (child as DomElement) : first(child as DomElement, name)
    if (found !== undefined) return found
  }
  return undefined
}

/** The inline element a block's text begins in. */
function firstText(element: DomElement): DomElement | undefined {
  for (let child = element.firstChild; child !== null; child = child.nextSibling) {
    if ((child.textContent ?? '').trim() === '') continue
    if (child.nodeType === TEXT) return BLOCK_ELEMENTS.has(element.localName) ? undefined : element
    const inner = firstText(child as DomElement)
    const whole = inner !== undefined && !BLOCK_ELEMENTS.has(child.localName ?? '')
    return whole && textOf(child as DomElement) === textOf(inner) ? (child as DomElement) : inner
  }
  return undefined
}

/** The first text of a block that stands in no inline element. */
function firstTextNode(element: DomElement): DomNode | undefined {
  for (let child = element.firstChild; child !== null; child = child.nextSibling) {
    if ((child.textContent ?? '').trim() === '') continue
    if (child.nodeType === TEXT) return child
    return BLOCK_ELEMENTS.has(child.localName ?? '') ? firstTextNode(child as DomElement) : undefined
  }
  return undefined
}

function isLabel(element: DomElement, label: string): boolean {
  return bareLabel(textOf(element)) === label.replace(/-\d+$/, '')
}

/** A label without the brackets and stops around it; longer texts are none. */
function bareLabel(text: string): string {
  return text.length > LONGEST_LABEL ? text : text.replace(/^[[(\s]{1,9}|[\])\s.:]{1,9}$/g, '')
}
const LONGEST_LABEL = 40

/** The element next before. */
function before(element: DomElement): DomElement | undefined {
  let node = element.previousSibling
  while (node && node.nodeType !== ELEMENT) node = node.previousSibling
  return node ? (node as DomElement) : undefined
}

function sibling(element: DomElement, name: string): DomElement | undefined {
  for (let node = element.nextSibling; node !== null; node = node.nextSibling)
    if (node.nodeType === ELEMENT) return node.localName === name ? (node as DomElement) : undefined
  return undefined
}

function textOf(element: DomElement): string {
  const text = element.textContent ?? ''
  return text.length > 500 ? text : text.replace(/\s+/g, ' ').trim()
}

function unescaped(fragment: string): string {
  try {
    return decodeURIComponent(fragment)
  } catch {
    return fragment
  }
}
