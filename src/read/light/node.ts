import { type Attribute, type InlineStyle, inlineStyle, LightAttribute, NO_STYLE } from './attribute.ts'
import { MISSING } from './missing.ts'

const HTML = 'http://www.w3.org/1999/xhtml'

export type LightNode = LightElement | LightText
type Parent = LightElement | LightDocument

const NO_NODES: readonly never[] = []

/** A text node. `mark` is the block it belongs to (-1: none) and survives every move. */
export class LightText {
  parentNode: Parent | null = null
  nextSibling: LightNode | null = null
  previousSibling: LightNode | null = null
  mark = -1
  data: string
  constructor(data: string) {
    this.data = data
  }
  get nodeType(): 3 {
    return 3
  }
  get nodeName(): string {
    return '#text'
  }
  get tagName(): undefined {
    return undefined
  }
  get localName(): undefined {
    return undefined
  }
  get childNodes(): readonly never[] {
    return NO_NODES
  }
  get children(): readonly never[] {
    return NO_NODES
  }
  get firstChild(): null {
    return null
  }
  get textContent(): string {
    return this.data
  }
  get nodeValue(): string {
    return this.data
  }
  remove(): void {
    this.parentNode?.removeChild(this)
  }
}

/** What elements and the document share: an ordered list of children, linked, with arrays made on demand. */
abstract class LightParent {
  firstChild: LightNode | null = null
  lastChild: LightNode | null = null
  abstract parentNode: Parent | null
  private nodes: LightNode[] | undefined
  private elements: LightElement[] | undefined
  private text: string | undefined
  /** The text as somebody folded it, who asks as often. */
  folded: string | undefined = undefined
  /** Where names of elements are kept. */
  protected abstract readonly owner: LightDocument

  get childNodes(): readonly LightNode[] {
    if (this.nodes === undefined) {
      const nodes: LightNode[] = []
      for (let child = this.firstChild; child !== null; child = child.nextSibling) nodes.push(child)
      this.nodes = nodes
    }
    return this.nodes
  }
  get children(): readonly LightElement[] {
    if (this.elements === undefined) {
      const elements: LightElement[] = []
      for (let child = this.firstChild; child !== null; child = child.nextSibling) {
        if (child.nodeType === 1) elements.push(child)
      }
      this.elements = elements
    }
    return this.elements
  }
  get firstElementChild(): LightElement | null {
    let child = this.firstChild
    while (child !== null && child.nodeType !== 1) child = child.nextSibling
    return child
  }
  /**
   * Cached, because Readability asks again and again. Where an element's text is cached, so are its descendants', as
   * slices of one string; so a change only has to forget upwards until it meets an element that knew nothing.
   */
  get textContent(): string {
    if (this.text === undefined) this.sliceText(this.gatherText(), 0)
    return this.text!
  }
  private gatherText(): string {
    if (this.text !== undefined) return this.text
    let text = ''
    for (let child = this.firstChild; child !== null; child = child.nextSibling)
      text += child.nodeType === 3 ? child.data : child.gatherText()
    return text
  }
  /** Takes its text, and that of all below, out of a string in which it begins at `from`; says where it ends there. */
  private sliceText(whole: string, from: number): number {
    if (this.text !== undefined) return from + this.text.length
    let end = from
    for (let child = this.firstChild; child !== null; child = child.nextSibling)
      end = child.nodeType === 3 ? end + child.data.length : child.sliceText(whole, end)
    this.text = whole.slice(from, end)
    return end
  }
  /** Forgets what was derived from the children, here and above. */
  changed(): void {
    this.nodes = undefined
    this.elements = undefined
    this.textChanged()
  }
  private textChanged(): void {
    for (
      let node: LightParent | null = this;
      node !== null && node.text !== undefined;
      node = node.parentNode
    ) {
      node.text = undefined
      node.folded = undefined
    }
  }
  appendChild<N extends LightNode>(child: N): N {
    return this.insertBefore(child, null)
  }
  insertBefore<N extends LightNode>(child: N, before: LightNode | null): N {
    child.parentNode?.removeChild(child)
    const previous = before === null ? this.lastChild : before.previousSibling
    child.parentNode = this as unknown as Parent
    child.previousSibling = previous
    child.nextSibling = before
    if (previous === null) this.firstChild = child
    else previous.nextSibling = child
    if (before === null) this.lastChild = child
    else before.previousSibling = child
    this.changed()
    return child
  }
  removeChild<N extends LightNode>(child: N): N {
    const { previousSibling: previous, nextSibling: next } = child
    if (previous === null) this.firstChild = next
    else previous.nextSibling = next
    if (next === null) this.lastChild = previous
    else next.previousSibling = previous
    child.parentNode = null
    child.previousSibling = null
    child.nextSibling = null
    this.nodes = without(this.nodes, child)
    if (child.nodeType === 1) this.elements = without(this.elements, child)
    this.textChanged()
    return child
  }
  replaceChild<N extends LightNode>(child: LightNode, replaced: N): N {
    if (child === (replaced as LightNode)) return replaced
    this.insertBefore(child, replaced)
    return this.removeChild(replaced)
  }
  /** Elements below, in document order; `*` for all. A snapshot, not live. */
  getElementsByTagName(name: string): LightElement[] {
    return name === '*' ? this.below(undefined, []) : this.ofNames([name.toLowerCase()])
  }
  /** Comma-separated element names only; anything else throws. */
  querySelectorAll(selector: string): LightElement[] {
    return this.ofNames(namesIn(selector))
  }
  /** Most names that are asked for are on no page. */
  private ofNames(names: readonly string[]): LightElement[] {
    const { tagNames } = this.owner
    const there = names.filter((name) => tagNames.has(name))
    if (there.length === 0) return []
    return there.length === 1 ? this.named(there[0]!, []) : this.below(there, [])
  }
  private named(name: string, found: LightElement[]): LightElement[] {
    for (let child = this.firstChild; child !== null; child = child.nextSibling) {
      if (child.nodeType !== 1) continue
      if (child.localName === name) found.push(child)
      if (child.firstChild !== null) child.named(name, found)
    }
    return found
  }
  private below(names: readonly string[] | undefined, found: LightElement[]): LightElement[] {
    for (let child = this.firstChild; child !== null; child = child.nextSibling) {
      if (child.nodeType !== 1) continue
      if (names === undefined || names.includes(child.localName)) found.push(child)
      if (child.firstChild !== null) child.below(names, found)
    }
    return found
  }
}

/** How far from either end of a list of children a removal still mends it. */
const NEAR = 32

/**
 * The list without one of its items, in place (these lists are live in a DOM), where the item stands near the front:
 * who takes the children away one by one asks for the list each time. Otherwise undefined: it is made anew when asked.
 */
function without<N>(list: N[] | undefined, item: unknown): N[] | undefined {
  if (list === undefined) return undefined
  let at = 0
  while (at < NEAR && at < list.length && list[at] !== item) at++
  if (at === NEAR || at === list.length) return undefined
  for (; at > 0; at--) list[at] = list[at - 1]!
  list.shift()
  return list
}

const UPPER = new Map<string, string>()

function upper(name: string): string {
  let found = UPPER.get(name)
  if (found === undefined) {
    found = name.replace(/[a-z]/g, (letter) => letter.toUpperCase())
    if (UPPER.size < 1000) UPPER.set(name, found)
  }
  return found
}

/** An element with the surface Readability touches, and no more. */
export class LightElement extends LightParent {
  readonly localName: string
  readonly tagName: string
  readonly ownerDocument: LightDocument
  readonly namespace: string
  /** As the parser gave them; use `attributes` for attribute nodes. */
  attrs: readonly Attribute[]
  parentNode: Parent | null = null
  nextSibling: LightNode | null = null
  previousSibling: LightNode | null = null
  /** Readability's notes on a node. */
  readability: unknown = undefined
  _readabilityDataTable: unknown = undefined

  constructor(document: LightDocument, localName: string, attrs: readonly Attribute[], namespace = HTML) {
    super()
    this.ownerDocument = document
    this.localName = localName
    this.namespace = namespace
    const tagName = document.tagNameOf(localName)
    this.tagName = this.foreign ? localName : tagName
    this.attrs = attrs
  }
  protected get owner(): LightDocument {
    return this.ownerDocument
  }
  get nodeType(): 1 {
    return 1
  }
  /** In SVG or MathML, where names keep their case and no style is read. */
  get foreign(): boolean {
    return this.namespace !== HTML
  }
  get nodeName(): string {
    return this.tagName
  }
  get nextElementSibling(): LightElement | null {
    let node = this.nextSibling
    while (node !== null && node.nodeType !== 1) node = node.nextSibling
    return node
  }
  get previousElementSibling(): LightElement | null {
    let node = this.previousSibling
    while (node !== null && node.nodeType !== 1) node = node.previousSibling
    return node
  }
  get attributes(): readonly LightAttribute[] {
    if (!this.attrs.every((attr) => attr instanceof LightAttribute)) {
      this.attrs = this.attrs.map(({ name, value }) => new LightAttribute(name, value))
    }
    return this.attrs as readonly LightAttribute[]
  }
  getAttribute(name: string): string | null {
    for (const attr of this.attrs) if (attr.name === name) return attr.value
    return null
  }
  hasAttribute(name: string): boolean {
    return this.getAttribute(name) !== null
  }
  setAttribute(name: string, value: string): void {
    this.setAttributeNode(new LightAttribute(name, String(value)))
  }
  setAttributeNode(attribute: LightAttribute): void {
    const at = this.attrs.findIndex((attr) => attr.name === attribute.name)
    // Always a new list: copies share theirs.
    this.attrs = at >= 0 ? this.attrs.with(at, attribute) : [...this.attrs, attribute]
  }
  removeAttribute(name: string): void {
    if (this.attrs.length === 0) return
    const at = this.attrs.findIndex((attr) => attr.name === name)
    if (at >= 0) this.attrs = this.attrs.toSpliced(at, 1)
  }
  get className(): string {
    return this.getAttribute('class') ?? ''
  }
  set className(value: string) {
    this.setAttribute('class', value)
  }
  get id(): string {
    return this.getAttribute('id') ?? ''
  }
  set id(value: string) {
    this.setAttribute('id', value)
  }
  /** Only images have one, as printed; Readability asks whether it is there and whether it is a data address. */
  get src(): string | undefined {
    return this.localName === 'img' ? (this.getAttribute('src') ?? '') : undefined
  }
  get srcset(): string | undefined {
    return this.localName === 'img' ? (this.getAttribute('srcset') ?? '') : undefined
  }
  get style(): InlineStyle | undefined {
    if (this.foreign) return undefined
    const css = this.getAttribute('style')
    return css === null ? NO_STYLE : inlineStyle(css)
  }
  remove(): void {
    this.parentNode?.removeChild(this)
  }
  get innerHTML(): string {
    return this.ownerDocument.markup.take(this)
  }
  set innerHTML(html: string) {
    while (this.firstChild !== null) this.removeChild(this.firstChild)
    for (const node of [...this.ownerDocument.markup.parse(this, html)]) this.appendChild(node)
  }
}

/** How `innerHTML` is taken and parsed; given by the parser, so that nodes need not know it. */
export interface Markup {
  take(element: LightElement): string
  parse(context: LightElement, html: string): readonly LightNode[]
}

export class LightDocument extends LightParent {
  readonly nodeType = 9
  readonly nodeName = '#document'
  readonly tagName = undefined
  readonly localName = undefined
  readonly parentNode: null = null
  readonly nextElementSibling = null
  readonly nextSibling: null = null
  quirks = 'no-quirks'
  url = 'about:blank'
  readonly markup: Markup
  constructor(markup: Markup) {
    super()
    this.markup = markup
  }
  protected get owner(): this {
    return this
  }
  /** Names in capitals of all elements that were made for it, by their names. */
  readonly tagNames = new Map<string, string>()
  tagNameOf(localName: string): string {
    let found = this.tagNames.get(localName)
    if (found === undefined) {
      found = upper(localName)
      this.tagNames.set(localName, found)
    }
    return found
  }
  get documentElement(): LightElement | null {
    return this.firstElementChild
  }
  get body(): LightElement | null {
    let child = this.documentElement?.firstElementChild ?? null
    while (child !== null && child.localName !== 'body' && child.localName !== 'frameset') {
      child = child.nextElementSibling
    }
    return child
  }
  get title(): string {
    const title = this.getElementsByTagName('title')[0]
    return title === undefined ? '' : title.textContent.replace(/[\t\n\f\r ]+/g, ' ').trim()
  }
  get documentURI(): string {
    return this.url
  }
  get baseURI(): string {
    const href = this.getElementsByTagName('base')[0]?.getAttribute('href')
    return href && URL.canParse(href, this.url) ? new URL(href, this.url).href : this.url
  }
  createElement(name: string): LightElement {
    return new LightElement(this, name.toLowerCase(), [])
  }
  createTextNode(data: string): LightText {
    return new LightText(data)
  }
}

for (const owner of [LightElement.prototype, LightDocument.prototype, LightText.prototype]) {
  for (const name of MISSING) {
    Object.defineProperty(owner, name, {
      get(): never {
        throw new LightDocumentError(`the light document has no ${name}`)
      },
    })
  }
}

/** Who asks for elements asks for the same few lists of names on every page. */
const SELECTORS = new Map<string, readonly string[]>()

/** Names of elements in a list of them; anything else a selector may be throws a {@link LightDocumentError}. */
function namesIn(selector: string): readonly string[] {
  const known = SELECTORS.get(selector)
  if (known !== undefined) return known
  const names = selector.toLowerCase().split(',')
  if (!names.every((name) => /^[a-z][a-z0-9]*$/.test(name)))
    throw new LightDocumentError(`no selector but element names: ${selector}`)
  if (SELECTORS.size < 100) SELECTORS.set(selector, names)
  return names
}

/** Thrown when code asks the light document for a part of the DOM it does not have. */
export class LightDocumentError extends Error {
  override readonly name = 'LightDocumentError'
}
