import { remark, textRuns } from '../marks.ts'
import type { Attribute } from './attribute.ts'
import { LightElement, LightText } from './node.ts'
import { endTag, startTag, textIn } from './serialize.ts'

/** A text; the name of an element that begins, then its attributes; null where the last one begun ends. */
type Piece = LightText | string | readonly Attribute[] | null

/**
 * What `innerHTML` of the body answers: what stands in it, in order, turned into HTML only if somebody wants it back.
 * Readability takes it on every page and needs it on one in ten. Parsing it again (rather than giving the nodes back) is
 * what a browser does, and moves blocks out of paragraphs as a browser would. Texts and lists of attributes are shared
 * with the document, which replaces but never changes them.
 */
export class Snapshot {
  private readonly pieces: Piece[] = []
  private parsed: LightElement | undefined
  constructor(element: LightElement) {
    this.take(element)
  }
  private take(parent: LightElement): void {
    for (let child = parent.firstChild; child !== null; child = child.nextSibling) {
      if (child.nodeType === 3) this.pieces.push(child)
      else {
        this.pieces.push(child.localName, child.attrs)
        this.take(child)
        this.pieces.push(null)
      }
    }
  }
  get html(): string {
    const open: string[] = ['body']
    let html = ''
    for (const [at, piece] of this.pieces.entries()) {
      if (piece instanceof LightText) html += textIn(open.at(-1)!, piece.data)
      else if (piece === null) html += endTag(open.pop()!)
      else if (typeof piece === 'string') {
        html += startTag(piece, this.pieces[at + 1] as readonly Attribute[])
        open.push(piece)
      }
    }
    return html
  }
  toString(): string {
    return this.html
  }
  /** An element with what it is parsed into, marks and all. Who wants it once may want it thrice, and parsing is dear. */
  restored(parse: (html: string) => LightElement): LightElement {
    if (this.parsed === undefined) {
      this.parsed = parse(this.html)
      this.markAgain(this.parsed)
    }
    return copyOf(this.parsed)
  }
  /** Gives the marks of its texts to the text nodes parsed from it. */
  private markAgain(root: LightElement): void {
    const texts = this.pieces.filter((piece) => piece instanceof LightText)
    const runs = texts.map(({ data, mark }) => ({ text: data, mark }))
    remark(runs, textRuns<LightText>(root), (node, mark) => {
      node.mark = mark
    })
  }
}

function copyOf(element: LightElement): LightElement {
  const { ownerDocument, localName, attrs, namespace } = element
  const copy = new LightElement(ownerDocument, localName, attrs, namespace)
  for (let child = element.firstChild; child !== null; child = child.nextSibling)
    copy.appendChild(child.nodeType === 3 ? copyOfText(child) : copyOf(child))
  return copy
}

function copyOfText({ data, mark }: LightText): LightText {
  const copy = new LightText(data)
  copy.mark = mark
  return copy
}
