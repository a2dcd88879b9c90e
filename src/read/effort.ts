import { type DomElement, type DomNode, type DomText, ELEMENT } from './dom.ts'

/** What an element costs Readability besides what its ancestors pay for it, in looks at an element. */
const OWN = 40
/** Characters that cost an ancestor as much as one element does. */
const CHARACTERS = 100

/** Of each of these it asks the text of nearly every element below, so that nested in one another they cost by the square. */
const WEIGHED = new Set(['div', 'fieldset', 'form', 'table', 'ul'])
/** One in so many, as it spares those with commas in them. */
const SPARED = 8

/**
 * What it would cost to ask Readability of a document, in looks at an element: it goes over all that is below an
 * element, and over its text, for nearly every element, so depth multiplies size.
 */
export function effortOf(document: DomNode): number {
  let effort = 0
  const visit = (node: DomNode, depth: number, weighed: number): void => {
    for (let child = node.firstChild; child !== null; child = child.nextSibling) {
      if (child.nodeType === ELEMENT) {
        effort += OWN + depth
        visit(child, depth + 1, WEIGHED.has((child as DomElement).localName) ? weighed + 1 : weighed)
      } else {
        const length = (child as DomText).data?.length ?? 0
        effort += length * ((depth + (weighed * weighed) / SPARED) / CHARACTERS)
      }
    }
  }
  visit(document, 0, 0)
  return Math.round(effort)
}
