import type { Attributes } from './attributes.ts'
import { isLined, type Shown } from './display.ts'
import { attributeOf, type DomElement, type DomNode, type DomText, ELEMENT, TEXT } from './dom.ts'
import { BLOCK_ELEMENTS, PREFORMATTED_ELEMENTS, UNREAD_ELEMENTS } from './elements.ts'
import { type CodeNames, isLanguage, languageIn } from './listing-language.ts'

/** An element whose text is a listing: one block of code. */
export interface Listing {
  /** Where its lines stand, without the bars and labels around them. */
  readonly root: DomElement
  readonly language: string | undefined
  /** White space is shown as written. */
  readonly preserved: boolean
}

/** Elements that stand in an article, but in no listing. */
const PROSE = new Set('h1 h2 h3 h4 h5 h6 article section blockquote form figure img dl'.split(' '))
/** Editors and highlighters that show lines as elements without `pre`. */
const EDITORS = /(?:^|\s)(?:codemirror-code|cm-content|view-lines|ace_text-layer|syntaxhighlighter)(?:\s|$)/
const GUTTER =
  /(?:^|[\s_-])(?:gutters?|linenos?|linenums?|linenumbers?|line-?num(?:ber)?s?(?:-rows)?|linenodiv|lnt|ln|ln-num|blob-num|hljs-ln-n(?:umbers)?|rouge-gutter)(?:[\s_-]|$)/
const CODE_CELL = /(?:^|[\s_-])(?:code|blob-code|rouge-code|hljs-ln-code|lntd)(?:[\s_-]|$)/
const WRAPPER = /highlight|code|snippet|shiki|prism|syntax|listing|terminal|(?:^|\s)lang(?:uage)?-/
const LINE_NAMES =
  /(?:^|\s)(?:line|code-line|token-line|ec-line|view-line|cm-line|codemirror-line|cl)(?:\s|$)/
/** Text that code shows when it is pointed at. */
const POPUP = /(?:^|[\s_-])(?:hover-info|tooltip|popover|popup|popup-container)(?:\s|$)/
/** Elements that are a listing by their name, though their lines are text. */
const CODE_BLOCK = /(?:^|\s)(?:code-?block|source-?code)(?:\s|$)/
/** A part of every one of these names. */
const PART = /code|cm-content|view-lines|ace_text-layer|syntaxhighlighter/
/** Labels of the tabs that listings stand under, glued to one another. */
const TABS = /(?:^|\s)tabs(?:\s|$)/
const TOOLS = /(?:^|[\s_-])(?:copy|clipboard|btn|button|toolbar|copybtn)(?:[\s_-]|$)/
/** Words on the bars around listings. */
const TOOL_WORDS =
  /^(?:copy|copied!?|copy (?:code|to clipboard|snippet)|edit|run|wrap|expand|collapse|download|raw|view raw|复制|复制代码|コピー|kopieren|copier|copiar|копировать)$/i
/** Text of labels around a listing, in characters. */
const LABELS = 60
/** Nodes below an element that are looked at for a listing. */
const LOOK = 300
/** More elements than these side by side are no wrapper of one listing. */
const WRAPPED = 4

/** The listing an element holds and is, or undefined. */
export function listingOf(element: DomElement, { classes }: Attributes, shown: Shown): Listing | undefined {
  const name = element.localName
  if (PREFORMATTED_ELEMENTS.has(name)) return holdsProse(element) ? undefined : listing(element, true)
  if (name === 'table') return isLinedTable(element) ? listing(element, true) : undefined
  if (name === 'code') {
    const lined = isLined(shown) === true && isAlone(element)
    return lined || standsAlone(element) ? listing(element, lined) : undefined
  }
  if (classes !== '' && PART.test(classes)) {
    if (CODE_BLOCK.test(classes) && isPlainLines(element)) return listing(element, true)
    if (EDITORS.test(classes)) return listing(element, true)
  }
  return isPasted(shown) && !holdsProse(element) ? listing(element, true) : undefined
}

function listing(element: DomElement, preserved: boolean): Listing {
  const root = soleCode(element) ?? editorIn(element) ?? element
  const names = namesAround(root, element)
  const label = root === element ? undefined : textOutside(element, root)
  return {
    root,
    language: languageIn(names) ?? (label && isLanguage(label) ? label.toLowerCase() : undefined),
    preserved,
  }
}

/** Lines of text with nothing but what colours them. */
function isPlainLines(element: DomElement): boolean {
  if (!element.textContent?.trim().includes('\n')) return false
  return childElements(element).every(({ localName }) => localName === 'span' || localName === 'br')
}

/** No text stands beside it. */
function isAlone(element: DomElement): boolean {
  return element.parentNode !== null && textOutside(element.parentNode as DomElement, element) === ''
}

/** An editor's style, as it is pasted or as a sheet has it: monospaced, with white space as written. */
function isPasted({ whiteSpace = '', font = '' }: Shown): boolean {
  return /^(?:pre|pre-wrap|break-spaces)$/.test(whiteSpace) && /mono|courier|menlo|consolas/.test(font)
}

function holdsProse(element: DomElement): boolean {
  for (let child = element.firstChild; child !== null; child = child.nextSibling)
    if (child.nodeType === ELEMENT && (PROSE.has(child.localName ?? '') || holdsProse(child as DomElement)))
      return true
  return false
}

/** A table whose first row is a gutter beside code. */
function isLinedTable(table: DomElement): boolean {
  const row = firstNamed(table, 'tr')
  if (row === undefined || hasMany(row)) return false
  const cells = childElements(row).filter(({ localName }) => localName === 'td')
  const [first] = cells
  const last = cells.at(-1)!
  if (first === undefined || first === last || !isNumbers(first)) return false
  return (
    CODE_CELL.test(classesOf(last)) ||
    (GUTTER.test(classesOf(first)) && firstNamed(last, 'pre') !== undefined)
  )
}

/** `code` that is no part of a sentence: nothing but blocks beside it. */
function standsAlone(code: DomElement): boolean {
  const parent = code.parentNode
  if (parent === null || !/^(?:div|section|article|main|body|figure|td|li|dd)$/.test(parent.localName ?? ''))
    return false
  const block = (
    from: DomNode | null,
    next: (node: DomNode) => DomNode | null | undefined,
  ): boolean | undefined => {
    for (let node: DomNode | null | undefined = from; node; node = next(node)) {
      if (node.nodeType === ELEMENT)
        return BLOCK_ELEMENTS.has(node.localName ?? '') || node.localName === 'code'
      if (node.nodeType === TEXT && (node.textContent ?? '').trim() !== '') return false
    }
    return undefined
  }
  const before = block(code.previousSibling ?? null, (node) => node.previousSibling)
  const after = block(code.nextSibling, (node) => node.nextSibling)
  if (before === false || after === false || (before === undefined && after === undefined)) return false
  return firstNamed(code, 'pre') === undefined
}

/** The lines of an editor inside `pre`. */
function editorIn(element: DomElement): DomElement | undefined {
  for (const child of childElements(element)) {
    const found = EDITORS.test(classesOf(child)) ? child : editorIn(child)
    if (found !== undefined) return textOutside(element, found).length <= LABELS ? found : undefined
  }
  return undefined
}

/** The only `code` in a listing, where what stands beside it is no more than a label. */
function soleCode(element: DomElement): DomElement | undefined {
  if (element.localName === 'code') return undefined
  const found: DomElement[] = []
  const visit = (node: DomNode) => {
    for (let child = node.firstChild; child !== null && found.length < 2; child = child.nextSibling) {
      if (child.nodeType !== ELEMENT) continue
      if (child.localName === 'code') found.push(child as DomElement)
      else visit(child)
    }
  }
  visit(element)
  const code = found.length === 1 ? found[0] : undefined
  if (code === undefined || isInLine(code, element)) return undefined
  return textOutside(element, code).length <= LABELS ? code : undefined
}

/** `code` inside a line of the listing is a part of it only. */
function isInLine(code: DomElement, element: DomElement): boolean {
  for (let up = code.parentNode; up !== null && up !== element; up = up.parentNode)
    if (up.localName === 'tr' || up.localName === 'li') return true
  return false
}

function textOutside(element: DomElement, inner: DomElement): string {
  let text = ''
  const visit = (node: DomNode) => {
    for (let child = node.firstChild; child !== null; child = child.nextSibling) {
      if (child === inner) continue
      if (child.nodeType === TEXT) text += child.textContent ?? ''
      else if (child.nodeType === ELEMENT && !isTool(child as DomElement) && !isGutter(child as DomElement))
        visit(child)
    }
  }
  visit(element)
  return text.replace(/\s+/g, ' ').trim()
}

function namesAround(root: DomElement, element: DomElement): CodeNames[] {
  const inner = root.localName === 'code' ? undefined : firstNamed(root, 'code', (code) => !isNumbers(code))
  const chain: DomElement[] = inner === undefined ? [] : [inner]
  let steps = 0
  for (
    let up: DomNode | null = root;
    up !== null && up.nodeType === ELEMENT && steps < 6;
    up = up.parentNode
  ) {
    if (up.localName === 'body') break
    chain.push(up as DomElement)
    if (steps > 0 || up === element) steps++
    // an element around this and other things says nothing of this
    if (steps > 0 && hasMany(up.parentNode)) break
  }
  return chain.map((one) => ({
    name: one.localName,
    classes: classesOf(one),
    data:
      attributeOf(one, 'data-lang') ??
      attributeOf(one, 'data-language') ??
      attributeOf(one, 'data-code-language') ??
      attributeOf(one, 'data-enlighter-language') ??
      /(?:^|;)\s?brush:\s?([\w+#-]{1,20})/.exec(attributeOf(one, 'data-syntaxhighlighter-params') ?? '')?.[1],
    lang: one.localName === 'pre' ? attributeOf(one, 'lang') : undefined,
  }))
}

/** Bars, labels and buttons in an element that holds one listing and next to nothing else. */
export function toolsAround(element: DomElement, classes: string): readonly DomElement[] {
  if (classes.includes('tabs') && TABS.test(classes))
    return isOnlyLabels(element) ? childElements(element) : []
  if (
    classes === '' ||
    !WRAPPER.test(classes) ||
    element.localName === 'body' ||
    element.localName === 'table'
  )
    return []
  const pre = firstNamed(element, 'pre')
  const length = (node: DomNode) => node.textContent?.length ?? 0
  if (pre === undefined || length(element) - length(pre) > 10 * LABELS) return []
  if (textOutside(element, pre).length > LABELS) return []
  const tools: DomElement[] = []
  const visit = (node: DomNode) => {
    for (const child of childElements(node)) {
      if (child === pre) continue
      const text = (child.textContent ?? '').trim()
      if (text === '') continue
      if (isTool(child) || isGutter(child) || TOOL_WORDS.test(text) || isLanguage(text)) tools.push(child)
      else visit(child)
    }
  }
  visit(element)
  return tools
}

/** Buttons and their labels, and no text beside them. */
function isOnlyLabels(element: DomElement): boolean {
  const parts = childElements(element)
  return (
    parts.some(({ localName }) => localName === 'input') &&
    parts.every(({ localName }) => localName === 'input' || localName === 'label')
  )
}

function isTool(element: DomElement): boolean {
  const name = element.localName
  if (name === 'button' || name === 'clipboard-copy' || attributeOf(element, 'role') === 'button') return true
  const text = (element.textContent ?? '').trim()
  return (
    text.length <= 40 && (TOOL_WORDS.test(text) || (TOOLS.test(classesOf(element)) && !/[\n;{}]/.test(text)))
  )
}

/** Takes the text of a listing piece by piece, with where it leads. */
export type Writer = (text: string, node: DomText | undefined, href: string | undefined) => void

/** Writes a listing line by line, whatever its lines are made of, without numbers and buttons. */
export function writeListing({ root, preserved }: Listing, write: Writer): void {
  new LineWriter(write, preserved).inside(root)
}

class LineWriter {
  private readonly write: Writer
  private readonly preserved: boolean
  private href: string | undefined
  private written = 0
  private atStart = true
  /** A line has ended without a line feed; the next text begins another. */
  private due = false
  /** The same for an inline element named as a line: only another one right behind it begins another. */
  private dueToLine = false
  constructor(write: Writer, preserved: boolean) {
    this.write = write
    this.preserved = preserved
  }

  inside(parent: DomNode): void {
    for (let child = parent.firstChild; child !== null; child = child.nextSibling) {
      if (child.nodeType === TEXT) this.text(child as DomText)
      else if (child.nodeType === ELEMENT) this.element(child as DomElement)
    }
  }

  private put(text: string, node: DomText | undefined): void {
    if (text === '') return
    this.write(text, node, this.href)
    this.written += text.length
    this.atStart = text.endsWith('\n')
  }
  private breakLine(): void {
    if (this.due) this.put('\n', undefined)
    this.due = false
    this.dueToLine = false
  }

  private text(node: DomText): void {
    const text = node.data.replaceAll('\u00a0', ' ')
    if (text.trim() === '' && text.includes('\n') && isBetweenLines(node)) return
    this.breakLine()
    this.put(this.preserved || this.written > 0 ? text : text.trimStart(), node)
  }

  private element(element: DomElement): void {
    const name = element.localName
    if (name === 'br') {
      this.breakLine()
      return this.put('\n', undefined)
    }
    if ((this.written === 0 && isLabel(element)) || POPUP.test(classesOf(element))) return
    if (UNREAD_ELEMENTS.has(name) || isNumber(element) || (name !== 'code' && isTool(element))) return
    const isBlock = isLine(element)
    const named = !isBlock && LINE_NAMES.test(classesOf(element))
    if (isBlock && (this.due || !this.atStart)) {
      this.due = true
      this.breakLine()
    } else if (named && this.dueToLine) {
      this.due = true
      this.breakLine()
    }
    const before = this.written
    const around = this.href
    if (name === 'a') this.href = attributeOf(element, 'href') ?? around
    this.inside(element)
    this.href = around
    const empty = this.written === before
    if (isBlock) this.due ||= empty ? isOneOfMany(element) : !this.atStart
    else if (named) this.dueToLine = empty || !this.atStart
  }
}

/** A language's name on a bar above the code. */
function isLabel(element: DomElement): boolean {
  if (!isLine(element) && !/lang|label|header/.test(classesOf(element))) return false
  return isLanguage(textOutside(element, element))
}

/** White space that only arranges the source between elements that are lines. */
function isBetweenLines(node: DomText): boolean {
  const isLined = (other: DomNode | null | undefined) =>
    other?.nodeType === ELEMENT && (isLine(other as DomElement) || other.localName === 'td')
  return isLined(node.previousSibling) || isLined(node.nextSibling)
}

function isLine(element: DomElement): boolean {
  const name = element.localName
  if (name === 'td' || name === 'th') return false
  if (BLOCK_ELEMENTS.has(name)) return true
  const style = attributeOf(element, 'style')
  return (
    style !== undefined && /display:\s?(?:block|flex|grid|list-item|table(?:-row)?)\s*(?:;|$)/i.test(style)
  )
}

function isOneOfMany(element: DomElement): boolean {
  const name = element.localName
  return (
    beside(element, 'previousSibling')?.localName === name ||
    beside(element, 'nextSibling')?.localName === name
  )
}

/** The nearest element on one side. */
function beside(element: DomElement, side: 'previousSibling' | 'nextSibling'): DomElement | undefined {
  let node = element[side]
  while (node && node.nodeType !== ELEMENT) node = node[side]
  return node ? (node as DomElement) : undefined
}

/** Numbers of lines, and what else is set so that it is not selected with the code. */
function isNumber(element: DomElement): boolean {
  const text = (element.textContent ?? '').trim()
  if (text.length > 40 && !/^[\s\d]+$/.test(text)) return false
  const style = attributeOf(element, 'style') ?? ''
  if (/user-select:\s?none/i.test(style)) return text.length <= 6
  if (!isNumbers(element)) return false
  if (GUTTER.test(classesOf(element))) return true
  const name = element.localName
  if (name === 'td' && text !== '' && !beside(element, 'previousSibling'))
    return beside(element, 'nextSibling') !== undefined
  if (name === 'a') return (attributeOf(element, 'href') ?? '').startsWith('#')
  return (name === 'pre' || name === 'td') && /^1\s+2\b/.test(text)
}

/** Numbers of lines, beside the listing. */
function isGutter(element: DomElement): boolean {
  return GUTTER.test(classesOf(element)) && isNumbers(element)
}

function isNumbers(element: DomElement): boolean {
  return /^[\s\d.:|]*$/.test(element.textContent ?? '')
}

function classesOf(element: DomElement): string {
  return (attributeOf(element, 'class') ?? '').trim().toLowerCase()
}

function hasMany(node: DomNode | null): boolean {
  let count = 0
  for (let child = node?.firstChild ?? null; child !== null && count <= WRAPPED; child = child.nextSibling)
    if (child.nodeType === ELEMENT) count++
  return count > WRAPPED
}

function childElements(node: DomNode | null): DomElement[] {
  const found: DomElement[] = []
  for (let child = node?.firstChild ?? null; child !== null; child = child.nextSibling)
    if (child.nodeType === ELEMENT) found.push(child as DomElement)
  return found
}

/** The first element of a name below, not looked for further than costs little. */
function firstNamed(
  element: DomElement,
  name: string,
  fits: (found: DomElement) => boolean = () => true,
): DomElement | undefined {
  let left = LOOK
  const look = (node: DomNode): DomElement | undefined => {
    for (let child = node.firstChild; child !== null && left > 0; child = child.nextSibling) {
      left--
      if (child.nodeType !== ELEMENT) continue
      const is = child.localName === name && fits(child as DomElement)
      const found = is ? (child as DomElement) : look(child)
      if (found !== undefined) return found
    }
    return undefined
  }
  return look(element)
}
