import type { Nodes, PhrasingContent, Root } from 'mdast'
import { tidy } from '../content/inline.ts'

/**
 * The tree without the emphasis Markdown cannot write: by CommonMark's flanking rules (6.2) a mark beside a letter on its
 * outer side and punctuation on its inner side is no mark. Chinese text meets them often. The words then stand
 * unmarked, rather than between characters spelled as references.
 */
export function markable(root: Root): Root {
  return clean(root) as Root
}

function clean(node: Nodes): Nodes {
  if (!('children' in node)) return node
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
    if (!node.children.some(({ type }) => type === 'link' || MARKERS.has(type))) return node
    return { ...node, children: marked(node.children, ' ', ' ') } as Nodes
  }
  return { ...node, children: (node.children as Nodes[]).map(clean) } as Nodes
}

const MARKERS: ReadonlyMap<string, string> = new Map([
  ['strong', '*'],
  ['emphasis', '*'],
  ['delete', '~'],
])

function marked(children: readonly PhrasingContent[], before: string, after: string): PhrasingContent[] {
  const out: PhrasingContent[] = []
  let unmarked = false
  children.forEach((child, i) => {
    const last = out.at(-1)
    const previous = last === undefined ? before : edge(last, -1)
    const next = children[i + 1] === undefined ? after : edge(children[i + 1]!, 0)
    if (child.type === 'link')
      out.push({ ...child, children: marked(child.children, '[', ']') } as PhrasingContent)
    else if (child.type === 'strong' || child.type === 'emphasis' || child.type === 'delete') {
      const inner = marked(child.children, previous, next)
      const opens = flanks(previous, edge(inner[0]!, 0))
      const closes = flanks(next, edge(inner.at(-1)!, -1))
      const touches = last !== undefined && MARKERS.get(last.type) === MARKERS.get(child.type)
      if (opens && closes && !touches) out.push({ ...child, children: inner } as PhrasingContent)
      else {
        out.push(...inner)
        unmarked = true
      }
    } else out.push(child)
  })
  return unmarked ? tidy(out) : out
}

function flanks(outside: string, inside: string): boolean {
  return !isPunctuation(inside) || isSpace(outside) || isPunctuation(outside)
}

/** The first (0) or last (-1) character that is written of a node, its own marks aside. */
function edge(node: PhrasingContent, at: 0 | -1): string {
  switch (node.type) {
    case 'text':
      return [...(at === 0 ? node.value.slice(0, 2) : node.value.slice(-2))].at(at) ?? ' '
    case 'strong':
    case 'emphasis':
    case 'delete':
      return node.children.length === 0 ? ' ' : edge(node.children.at(at)!, at)
    case 'break':
      return at === 0 ? '\\' : '\n'
    default:
      return ')'
  }
}

function isPunctuation(char: string): boolean {
  return /[\p{P}\p{S}]/u.test(char)
}

function isSpace(char: string): boolean {
  return /\s/.test(char)
}
