import { type DomNode, type DomText, ELEMENT } from './dom.ts'

/** What an element costs Readability besides what its ancestors pay for it, in looks at an element. */
const OWN = 40
/** Characters that cost an ancestor as much as one element does. */
const CHARACTERS = 100

/**
 * What it would cost to ask Readability of a document, in looks at an element: it goes over all that is below an
 * element, and over its text, for nearly every element, so depth multiplies size.
 */
export function effortOf(document: DomNode): number {
  let effort = 0
  const visit = (node: DomNode, depth: number): void => {
    for (let child = node.firstChild; child !== null; child = child.nextSibling) {
      if (child.nodeType === ELEMENT) {
        effort += OWN + depth
        visit(child, depth + 1)
      } else effort += ((child as DomText).data?.length ?? 0) * (depth / CHARACTERS)
    }
  }
  visit(document, 0)
  return Math.round(effort)
}
