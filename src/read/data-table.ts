import { type DomElement, type DomNode, ELEMENT } from './dom.ts'

/** Enough of a table to tell. */
const LOOK = 400
/** A cell this long, in characters, holds a part of the page, not a datum. */
const LONG = 400

/**
 * Whether a table holds data rather than arranges the page: it has header cells or a caption, or at least two rows of
 * two cells, and no table, heading or long text stands in its cells.
 */
export function isDataTable(table: DomElement): boolean {
  let nodes = 0
  let cells = 0
  let rows = 0
  let headed = false
  let arranged = false
  const look = (node: DomNode): void => {
    for (
      let child = node.firstChild;
      child !== null && nodes < LOOK && !arranged;
      child = child.nextSibling
    ) {
      nodes++
      if (child.nodeType !== ELEMENT) {
        if ((child.textContent?.length ?? 0) > LONG) arranged = true
        continue
      }
      const name = (child as DomElement).localName
      if (name === 'table' || name === 'form' || /^h[1-4]$/.test(name)) arranged = true
      else if (name === 'tr') rows++
      else if (name === 'td') cells++
      else if (name === 'th' || name === 'caption' || name === 'thead') headed = true
      look(child)
    }
  }
  look(table)
  return !arranged && (headed || (rows >= 2 && cells >= rows * 2))
}
