import type { View } from '../core/rule.ts'
import type { Elements } from './elements.ts'

/** Where the page's title stands in the document, and each block against it. */
export interface TitlePlace {
  /** The heading that says the title, or the first of level 1; -1 where there is none. */
  readonly at: number
  /** The innermost element that holds both the block and the title; -1 where there is none. */
  readonly shared: (at: number) => number
  /** Steps from that element down to the title. */
  readonly steps: (at: number) => number
}

export function titlePlace({ blocks, facts, whole }: View, tree: Elements): TitlePlace {
  const headings = blocks.filter(({ kind }) => kind === 'heading')
  const title =
    headings.find(({ at }) => whole.titleKeys.has(facts[at]!.key)) ??
    headings.find(({ level }) => level === 1)
  const above = new Map<number, number>()
  if (title !== undefined)
    for (let e = tree.owner[title.at]!; e >= 0; e = tree.parent[e]!) above.set(e, above.size)
  const shared = new Int32Array(blocks.length).fill(-1)
  if (title !== undefined)
    for (const { at } of blocks) {
      let e = tree.owner[at]!
      while (e >= 0 && !above.has(e)) e = tree.parent[e]!
      shared[at] = e
    }
  return {
    at: title?.at ?? -1,
    shared: (at) => shared[at]!,
    steps: (at) => above.get(shared[at]!) ?? Number.NaN,
  }
}
