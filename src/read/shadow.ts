/** The part of a standard DOM that both engines' nodes have. */
interface Node {
  readonly nodeType: number
  readonly childNodes: ArrayLike<Node> & Iterable<Node>
  readonly parentNode: Node | null
  insertBefore(node: Node, before: Node | null): unknown
  removeChild(node: Node): unknown
}
interface Element extends Node {
  getAttribute(name: string): string | null
  getElementsByTagName(name: string): ArrayLike<Element>
}

/**
 * Puts a declarative shadow root in the place of what its host holds, and that into its slots (HTML Standard, 4.12.3), so
 * that the document reads as it is shown. Inner roots come before outer ones.
 */
export function openShadow(template: object, content: object): void {
  const host = (template as Element).parentNode as Element | null
  if (host === null || host.nodeType !== 1) return
  const given = [...host.childNodes].filter((node) => node !== template)
  for (const node of [...host.childNodes]) host.removeChild(node)
  for (const node of [...(content as Element).childNodes]) host.insertBefore(node, null)
  for (const slot of [...Array.from(host.getElementsByTagName('slot'))]) {
    const name = slot.getAttribute('name') ?? ''
    const taken = given.filter((node) => slotOf(node) === name && node.parentNode === null)
    const shown =
      taken.some(({ nodeType }) => nodeType === 1) || (name === '' && taken.length > 0)
        ? taken
        : [...slot.childNodes]
    for (const node of shown) slot.parentNode?.insertBefore(node, slot)
    slot.parentNode?.removeChild(slot)
  }
}

/** Text goes where nothing is named. */
function slotOf(node: Node): string {
  return node.nodeType === 1 ? ((node as Element).getAttribute('slot') ?? '') : ''
}
