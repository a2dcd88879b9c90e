import type { DefaultTreeAdapterTypes as Tree } from 'parse5'

/** The elements of that name in a tree of parse5, in order; all without a name. */
export function all(node: Tree.Node, name?: string): Tree.Element[] {
  const inside = 'childNodes' in node ? node.childNodes.flatMap((child) => all(child, name)) : []
  return 'tagName' in node && (name === undefined || node.tagName === name) ? [node, ...inside] : inside
}

export function attributesOf({ attrs }: Tree.Element): Readonly<Record<string, string>> {
  return Object.fromEntries(attrs.map(({ name, value }) => [name, value]))
}

/** All text in a node. */
export function textIn(node: Tree.Node): string {
  if ('value' in node) return node.value
  return 'childNodes' in node ? node.childNodes.map(textIn).join('') : ''
}
