import type { HiddenBy } from '../core/block.ts'
import type { Page } from '../core/page.ts'
import { type Attributes, readAttributes } from './attributes.ts'
import { BaseAddress } from './base-address.ts'
import { type BlockStream, blockStream } from './block-stream.ts'
import type { ClaimSources } from './claims/sources.ts'
import { holdsBlock, isBlock, isLined, type Shown, shownAs } from './display.ts'
import {
  attributesOf,
  type DomDocument,
  type DomElement,
  type DomNode,
  type DomText,
  ELEMENT,
  rubyParts,
  TEXT,
} from './dom.ts'
import { PREFORMATTED_ELEMENTS, UNREAD_ELEMENTS } from './elements.ts'
import {
  type Formula,
  formulaOf,
  imageFormula,
  mayBeFormula,
  SAID_AGAIN,
  scriptFormula,
  textWithFormulas,
} from './formula.ts'
import { type Frame, kindOf, LONGEST_NAMES, rootFrame, zoneOf } from './frame.ts'
import { headingLevel, isHeadingTool, isOwnLink } from './heading-link.ts'
import { backgroundOf, coveredBy, hiddenBy, isUnderToggle } from './hidden.ts'
import { withMarks } from './inline-marks.ts'
import { isMarker, repeatsOrdinal } from './list-items.ts'
import { type Listing, listingOf, toolsAround, writeListing } from './listing.ts'
import { textRuns } from './marks.ts'
import { findNotes, type Notes } from './notes.ts'
import { type InlineStyle, marked, PLAIN } from './open-run.ts'
import { drawn, isCharacter } from './pictures.ts'
import { postAuthor, postMark, postTime } from './post.ts'
import type { Selected } from './selected.ts'
import { maySideNote, type SideNote, sideNoteOf } from './side-notes.ts'
import { type SourceCollector, sourceCollector } from './source-collector.ts'
import type { StyleSheet } from './style-sheet.ts'
import {
  boxOf,
  inside,
  isTablePart,
  isVerse,
  isVerseLine,
  markTask,
  Structure,
  type WholeDraft,
} from './wholes.ts'

export interface Walked extends Pick<Page, 'blocks' | 'wholes' | 'pictures'> {
  readonly sources: ClaimSources
}

export interface WalkOptions {
  /** Base for relative addresses; where it is undefined the canonical address is, or they stay as printed. */
  readonly url?: string | undefined
  readonly mark: (node: DomText, at: number) => void
  /** The page's own style sheets, where they may hide something. */
  readonly sheet?: StyleSheet | undefined
  /** Elements that selectors of rules fit. */
  readonly selected?: Selected | undefined
}

/** Reads a document once, in order: blocks from the body, raw material of claims from everywhere. */
export function walk(document: DomDocument, options: WalkOptions): Walked {
  const root = document.documentElement
  const collector = sourceCollector()
  if (root === null) return { blocks: [], wholes: [], pictures: [], sources: collector.sources() }
  const base = rootFrame(root.localName, options.sheet?.background)
  const stream = blockStream(base, options.mark)
  const walker = new Walker(stream, collector, options, findNotes(root))
  walker.children(root, base, PLAIN, readAttributes(root.localName, attributesOf(root)))
  return { ...stream.finish(), sources: collector.sources(root) }
}

/** Depth is bounded by the parser, so recursion is safe. */
class Walker {
  private frames = 0
  private sideNotes = 0
  private readonly base: BaseAddress
  private readonly structure = new Structure()
  /** Elements that are no text, told before they are met. */
  private readonly apart = new Set<DomElement>()
  private readonly stream: BlockStream
  private readonly collector: SourceCollector
  private readonly sheet: StyleSheet | undefined
  private readonly selected: Selected | undefined
  private readonly notes: Notes
  constructor(stream: BlockStream, collector: SourceCollector, options: WalkOptions, notes: Notes) {
    const { url, sheet, selected } = options
    this.stream = stream
    this.collector = collector
    this.base = new BaseAddress(url)
    this.sheet = sheet
    this.selected = selected
    this.notes = notes
  }

  children(parent: DomNode, frame: Frame, style: InlineStyle, above: Attributes): void {
    for (let child = parent.firstChild; child !== null; child = child.nextSibling) {
      if (child.nodeType === TEXT) this.text(child as DomText, frame, style)
      else if (child.nodeType === ELEMENT) this.element(child as DomElement, frame, style, above)
    }
  }

  private text(node: DomText, frame: Frame, style: InlineStyle): void {
    if (frame.lined && node.data.includes('\n')) return this.lines(node, style)
    const text = node.data.slice(this.notes.cut.get(node) ?? 0)
    const parts = frame.preserve || style.code ? undefined : textWithFormulas(text)
    if (parts === undefined) return this.stream.text(text, node, style)
    let owner: DomText | undefined = node
    for (const part of parts) {
      if (typeof part === 'string') this.stream.text(part, owner, style)
      else this.formula(part, owner ? [owner] : [], style)
      owner = undefined
    }
  }

  /** Line feeds are shown where the style says so. */
  private lines(node: DomText, style: InlineStyle): void {
    node.data.split('\n').forEach((line, i) => {
      if (i > 0) this.stream.lineBreak()
      this.stream.text(line, i === 0 ? node : undefined, style)
    })
  }

  private formula({ tex, display }: Formula, nodes: readonly DomText[], style: InlineStyle): void {
    this.stream.formula(tex, nodes, marked(style, { math: display ? 'display' : 'inline' }))
  }

  private element(element: DomElement, frame: Frame, style: InlineStyle, above: Attributes): void {
    const name = element.localName
    if (name === 'br') return this.stream.lineBreak()
    const attributes = readAttributes(name, attributesOf(element), above)
    this.collector.element(element, attributes)
    if (frame.post !== undefined)
      this.stream.said(postAuthor(element, attributes), postTime(name, attributes))
    this.base.hear(element, attributes)
    if (name === 'head') return this.head(element, attributes)
    if (UNREAD_ELEMENTS.has(name)) {
      if (name === 'script') this.script(element, style)
      else if (name === 'input' && frame.zone !== 'form') markTask(boxOf(element), frame)
      return
    }
    if (name === 'img' || name === 'amp-img') return this.image(element, attributes, frame, style)
    if (this.isApart(element)) return
    const shown = this.shown(element, attributes)
    const listing = frame.preserve ? undefined : listingOf(element, attributes, shown)
    if (listing && !isVerse(attributes, frame)) return this.listing(element, attributes, frame, listing)
    if (isVerseLine(attributes, frame, frame.classes)) this.line(element, attributes, frame, style)
    else if (
      isBlock(element, shown) ||
      isCredit(attributes, frame) ||
      (attributes.role !== '' && isTablePart(element, frame))
    )
      this.block(element, attributes, frame, style)
    else this.inline(element, attributes, frame, style)
  }

  private shown({ localName }: DomElement, attributes: Attributes): Shown {
    return shownAs(localName, attributes, this.sheet?.declared(attributes))
  }

  private isApart(element: DomElement): boolean {
    return (this.apart.size > 0 && this.apart.has(element)) || this.notes.apart.has(element)
  }

  /** Nothing in the head is text, but it says much of the page. */
  private head(head: DomElement, above: Attributes): void {
    for (let child = head.firstChild; child !== null; child = child.nextSibling) {
      if (child.nodeType !== ELEMENT) continue
      const element = child as DomElement
      const attributes = readAttributes(element.localName, attributesOf(element), above)
      this.collector.element(element, attributes)
      this.base.hear(element, attributes)
      this.base.hearCanonical(element, attributes)
      if (element.localName === 'noscript') this.head(element, attributes)
    }
  }

  private script(script: DomElement, style: InlineStyle): void {
    const formula = scriptFormula(script)
    if (formula) this.formula(formula, [], style)
  }

  private image(element: DomElement, attributes: Attributes, frame: Frame, style: InlineStyle): void {
    const { src, alt } = attributes
    const formula = imageFormula(attributes)
    if (formula) return this.formula(formula, [], style)
    if (isCharacter(attributes)) return this.stream.text(alt, undefined, style)
    const shown = drawn(element, attributes, frame)
    const selected = this.selectedIn(element, frame)
    if (shown || (src && !src.startsWith('data:')))
      this.stream.image(shown && { ...shown, selected }, shown ? this.base.resolve(shown.src) : '', style)
  }

  private inline(element: DomElement, attributes: Attributes, frame: Frame, style: InlineStyle): void {
    const side = maySideNote(attributes) ? sideNoteOf(element, attributes.classes) : undefined
    if (side === 'toggle' || (frame.item !== undefined && isMarker(attributes))) return
    if (side !== undefined) return this.sideNote(side, attributes, frame, style)
    const note = this.notes.marks.get(element)
    if (note === undefined && isHeadingTool(element, attributes)) return
    // the mark of a note is one, and no link
    const inner =
      note === undefined
        ? isOwnLink(element, attributes)
          ? style
          : this.styled(element, attributes, style)
        : marked(this.styled(element, attributes, style), { note, href: undefined })
    if (isPageMark(attributes)) {
      // printed in the margin, it is no part of the line
      const margin: Frame = { ...frame, hidden: frame.hidden ?? 'offscreen' }
      return this.stream.aside(margin, () => this.content(element, attributes, margin, PLAIN))
    }
    const hidden = hiddenBy(attributes, frame.background)
    const covered = hidden ?? coveredBy(attributes, frame.background, this.sheet)
    const selected = this.selectedIn(element, frame)
    if (covered === undefined && selected === frame.selected) {
      this.content(element, attributes, frame, inner)
      if (element.localName === 'cite' && frame.kind === 'quote' && /:\s*$/.test(element.textContent ?? ''))
        this.stream.line()
      return
    }
    const inside = { ...frame, covered: covered ?? frame.covered, hidden: hidden ?? frame.hidden, selected }
    const apart = covered !== undefined || this.isSetApart(element)
    if (apart) this.stream.aside(inside, () => this.content(element, attributes, inside, inner))
    else this.content(element, attributes, inside, inner)
  }

  /** A rule speaks against an inline element; blocks in one are told apart by themselves. */
  private isSetApart(element: DomElement): boolean {
    const own = this.selected?.fits.get(element) ?? []
    return own.some((selector) => this.selected!.against.has(selector)) && !holdsBlock(element)
  }

  private selectedIn(element: DomElement, { selected: above }: Frame): readonly string[] | undefined {
    const own = this.selected?.fits.get(element)
    return own === undefined ? above : [...new Set([...(above ?? []), ...own])]
  }

  /** A note in the line: its mark stays there, its text stands behind. */
  private sideNote(
    { content, printed, labels }: SideNote,
    attributes: Attributes,
    up: Frame,
    style: InlineStyle,
  ): void {
    // no label of another note has a space in it
    const label = `side ${++this.sideNotes}`
    this.stream.mark(printed, marked(style, { note: label }))
    for (const repeated of labels) this.apart.add(repeated)
    const { whole } = inside({ kind: 'note', label }, inside({ kind: 'notes' }, up))
    const frame = { ...up, kind: 'paragraph', item: undefined, cell: undefined, whole } as const
    this.stream.aside(frame, () => this.children(content, frame, PLAIN, attributes))
  }

  private styled(element: DomElement, attributes: Attributes, style: InlineStyle): InlineStyle {
    const name = element.localName
    if (name === 'a' && attributes.href !== undefined && style.note === undefined)
      return marked(style, { href: this.base.resolve(attributes.href) })
    return withMarks(style, element, attributes, this.sheet?.declared(attributes))
  }

  private block(element: DomElement, attributes: Attributes, up: Frame, style: InlineStyle): void {
    if (up.tag === 'li' && up.item?.used === false && repeatsOrdinal(element, up.item.ordinal)) return
    const frame = this.frame(element, attributes, up)
    for (const tool of toolsAround(element, attributes.classes)) this.apart.add(tool)
    this.stream.enter(frame)
    this.content(element, attributes, frame, this.styled(element, attributes, style))
    this.stream.enter(up)
  }

  /** One block of code, whatever its lines are made of. */
  private listing(element: DomElement, attributes: Attributes, up: Frame, listing: Listing): void {
    const own = this.frame(element, attributes, up)
    const { item, table, cell } = up
    const whole = inside({ kind: 'code' }, up).whole
    const frame = {
      ...own,
      item,
      table,
      cell,
      whole,
      kind: 'code',
      preserve: true,
      codeLanguage: listing.language,
    } as const
    this.stream.enter(frame)
    writeListing(listing, (text, node, href) =>
      this.stream.text(
        text,
        node,
        href === undefined ? PLAIN : marked(PLAIN, { href: this.base.resolve(href) }),
      ),
    )
    this.stream.enter(up)
  }

  /** A line of verse; an empty one parts stanzas. */
  private line(element: DomElement, attributes: Attributes, frame: Frame, style: InlineStyle): void {
    this.stream.line()
    this.inline(element, attributes, frame, style)
  }

  /** What stands in an element: a formula, base text with its reading, or whatever its children are. */
  private content(element: DomElement, attributes: Attributes, frame: Frame, style: InlineStyle): void {
    const name = element.localName
    if (!frame.preserve && mayBeFormula(name, attributes)) {
      const found = formulaOf(element, attributes)
      if (found === SAID_AGAIN) return
      if (found !== undefined) return this.formula(found, textRuns<DomText>(element), style)
    }
    if (name === 'ruby') this.ruby(element, frame, style, attributes)
    else this.children(element, frame, style, attributes)
  }

  /** Base texts, each with the reading that follows it; the readings themselves are no text. */
  private ruby(ruby: DomElement, frame: Frame, style: InlineStyle, above: Attributes): void {
    const { bases, readings } = rubyParts(ruby)
    bases.forEach((nodes, i) => {
      const reading = readings[i]
      const inner = reading === undefined ? style : marked(style, { reading })
      for (const node of nodes) {
        if (node.nodeType === TEXT) this.text(node as DomText, frame, inner)
        else this.element(node as DomElement, frame, inner, above)
      }
    })
  }

  private frame(element: DomElement, attributes: Attributes, up: Frame): Frame {
    const tag = element.localName
    const heading = headingLevel(element, attributes)
    const preserve = up.preserve || PREFORMATTED_ELEMENTS.has(tag)
    const number = ++this.frames
    const post = postMark(attributes, number, up.post)
    const { list, item, table, cell, whole } = this.structure.enter(
      element,
      attributes,
      up,
      post?.number === number ? post : undefined,
      this.notes.notes.get(element),
    )
    return {
      up,
      tag,
      list,
      item,
      table,
      cell,
      whole,
      preserve,
      lined: isLined(this.shown(element, attributes)) ?? up.lined,
      number,
      depth: up.depth + 1,
      classes: attributes.classes.slice(0, LONGEST_NAMES),
      id: attributes.id.slice(0, LONGEST_NAMES),
      kind:
        tag === 'pre' && whole?.fields.kind === 'verse'
          ? up.kind
          : kindOf(cell !== undefined && cell !== up.cell ? 'td' : heading === undefined ? tag : 'h2', up),
      level: heading ?? up.level,
      zone: isPartOfText(tag, whole, up) ? up.zone : zoneOf(tag, attributes.role, up),
      hidden: hiddenOf(element, attributes, up),
      covered: up.covered ?? coveredBy(attributes, up.background, this.sheet),
      background: backgroundOf(attributes.style) ?? up.background,
      codeLanguage: undefined,
      selected: this.selectedIn(element, up),
      post,
      path: undefined,
      shape: undefined,
      above: undefined,
    }
  }
}

/** A figure that is none, a hint set apart and a quotation stand in the text around them. */
function isPartOfText(tag: string, whole: WholeDraft | undefined, up: Frame): boolean {
  if (tag === 'figure' && whole === up.whole) return true
  const kind = whole === up.whole ? undefined : whole?.fields.kind
  return (tag === 'figure' || tag === 'aside') && (kind === 'callout' || kind === 'quote')
}

/** Where a page of the printed book begins. */
function isPageMark({ classes, role }: Attributes): boolean {
  return role === 'doc-pagebreak' || (classes !== '' && PAGE_MARK.test(classes))
}
const PAGE_MARK = /(?:^|\s)(?:pagenum|pageno|page-?number|pagebreak|x-ebookmaker-pageno)(?:\s|$)/

/** Who made a picture stands in an element of its own in its caption. */
function isCredit({ classes }: Attributes, { kind, zone }: Frame): boolean {
  if (classes === '' || (kind !== 'caption' && zone !== 'figure')) return false
  return /(?:^|[\s_-])(?:credits?|copyright|photographer)(?:[\s_-]|$)/.test(classes)
}

/** The text of a hint that unfolds under its title. */
function isFolded({ classes }: Attributes, { whole }: Frame): boolean {
  return whole?.fields.kind === 'callout' && /(?:^|[\s_-])(?:content|body)(?:\s|$)/.test(classes)
}

function hiddenOf(element: DomElement, attributes: Attributes, up: Frame): HiddenBy | undefined {
  if (up.hidden !== undefined || isFolded(attributes, up)) return up.hidden
  if (element.localName === 'noscript') return 'noscript'
  // one panel is shown at a time, and all of them are there to be read
  if (attributes.role === 'tabpanel') return undefined
  const by = hiddenBy(attributes, up.background)
  return by !== undefined && isUnderToggle(element) ? undefined : by
}
