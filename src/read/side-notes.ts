import type { Attributes } from './attributes.ts'
import { attributeOf, type DomElement, type DomNode, ELEMENT, TEXT } from './dom.ts'

/** A note that stands in the line it is a note to, as side notes do, and those that unfold where they are called. */
export interface SideNote {
  /** The element its text stands in. */
  readonly content: DomElement
  /** Its mark as printed; empty where style sheets count. */
  readonly printed: string
  /** Elements at the head of its text that repeat the mark. */
  readonly labels: readonly DomElement[]
}

const NOTE =
  /(?:^|\s)(?:[a-z]+-)?(?:side|margin|foot)-?note(?:-?(?:content|text|body))?(?:\s|$)|(?:^|\s)ltx_note_outer(?:\s|$)/
const TOGGLE = /(?:^|\s)margin-toggle(?:\s|$)/
const MARK = /^[[(]?(?:\d{1,3}|[*†‡§])[\])]?$/
/** Characters of the shortest text that is a note rather than a mark of one, and of the longest. */
const SHORTEST = 8
const LONGEST = 5000

/** Custom elements that are notes. */
const ELEMENTS = /^[a-z]{1,20}-(?:foot|side|margin)-?note$/

/** Whether it is worth asking {@link sideNoteOf}. */
export const maySideNote = ({ tag, classes }: Attributes): boolean =>
  classes.includes('note') || classes.includes('margin-toggle') || (tag.includes('-') && ELEMENTS.test(tag))

/** The side note an inline element is or holds beside its mark; `'toggle'` for what only shows and hides one. */
export function sideNoteOf(element: DomElement, classes: string): SideNote | 'toggle' | undefined {
  if (element.localName === 'label') return TOGGLE.test(classes) ? 'toggle' : undefined
  const inner = only(element)
  if (inner !== undefined) return inner
  if (!(NOTE.test(classes) || ELEMENTS.test(element.localName)) || !isText(element)) return undefined
  const around = element.parentNode?.textContent ?? ''
  return around.trim().length > (element.textContent ?? '').trim().length
    ? { content: element, printed: '', labels: [] }
    : undefined
}

/** The one note in an element that holds nothing else but its mark. */
function only(element: DomElement): SideNote | undefined {
  let content: DomElement | undefined
  let printed = ''
  for (let child: DomNode | null = element.firstChild; child !== null; child = child.nextSibling) {
    const text = (child.textContent ?? '').trim()
    if (
      child.nodeType === ELEMENT &&
      NOTE.test(classesOf(child as DomElement)) &&
      isText(child as DomElement)
    ) {
      if (content !== undefined) return undefined
      content = child as DomElement
    } else if (child.nodeType === ELEMENT || child.nodeType === TEXT) printed += text
  }
  return content !== undefined && (printed === '' || MARK.test(printed))
    ? { content, printed, labels: labelsIn(content, printed) }
    : undefined
}

/** The first elements of a note that say its mark and no more. */
function labelsIn(content: DomElement, printed: string): DomElement[] {
  const labels: DomElement[] = []
  if (printed === '') return labels
  for (let child = content.firstChild; child !== null; child = child.nextSibling) {
    const text = (child.textContent ?? '').trim()
    if (text === '') continue
    if (child.nodeType !== ELEMENT) return labels
    if (text !== printed) return labels.length > 0 ? labels : labelsIn(child as DomElement, printed)
    labels.push(child as DomElement)
  }
  return labels
}

function isText(element: DomElement): boolean {
  const text = (element.textContent ?? '').trim()
  return text.length >= SHORTEST && text.length <= LONGEST && /\s/.test(text)
}

function classesOf(element: DomElement): string {
  return (attributeOf(element, 'class') ?? '').toLowerCase()
}
