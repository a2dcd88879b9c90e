import { type Block, block, type TextEvidence } from '../../core/block.ts'
import type { Draft } from './draft.ts'

/** An open list: where its items stand, and the last number one of them bore. */
interface Level {
  readonly indent: number
  readonly group: number
  last: number | undefined
}

/** Columns two items of one level may differ by. */
const SAME_LEVEL = 1

/**
 * Numbers lists and tables: items standing together share a group, their depth is told by their indents,
 * and a count that starts anew starts a new list.
 */
export function numberBlocks(drafts: readonly Draft[], blankAtEnd: number): Block[] {
  const blocks: Block[] = []
  const levels: Level[] = []
  let group = -1
  let table: number | undefined
  for (let at = 0; at < drafts.length; at++) {
    const draft = drafts[at]!
    const below = at + 1 < drafts.length ? drafts[at + 1]!.gap : Math.max(1, blankAtEnd)
    let list: number | undefined
    let depth: number | undefined
    if (draft.kind === 'item') {
      if (enterLevel(levels, draft, group + 1)) group++
      list = levels.at(-1)!.group
      depth = levels.length
    } else if (levels.length > 0 && !belongsToItem(levels[0]!, draft)) levels.length = 0
    if (draft.table !== undefined) {
      if (draft.table !== table) group++
      table = draft.table
      list = group
    }
    blocks.push(blockOf(draft, { at, group: list, depth }, below))
  }
  return blocks
}

/** A paragraph set in deeper than the list belongs to an item of it. */
const belongsToItem = (list: Level, draft: Draft): boolean =>
  draft.kind === 'paragraph' && draft.cut === undefined && draft.indent > list.indent + SAME_LEVEL

/** Closes the levels an item has left and opens the one it begins; true where it begins a new list. */
function enterLevel(levels: Level[], item: Draft, nextGroup: number): boolean {
  while (levels.length > 0 && levels.at(-1)!.indent > item.indent + SAME_LEVEL) levels.pop()
  const top = levels.at(-1)
  const { indent, ordinal: last } = item
  if (top === undefined) {
    levels.push({ indent, group: nextGroup, last })
    return true
  }
  if (indent > top.indent + SAME_LEVEL) {
    levels.push({ indent, group: top.group, last })
    return false
  }
  const anew = levels.length === 1 && last !== undefined && top.last !== undefined && last <= top.last
  if (anew) levels[0] = { indent, group: nextGroup, last }
  else top.last = last
  return anew
}

/** Spelled out, as drafts come in many shapes: a spread of them costs more than the rest of the reading. */
function blockOf(draft: Draft, { at, group, depth }: Numbers, blankAfter: number): Block {
  const { gap, indent } = draft
  const layout: TextEvidence = {
    blankBefore: at === 0 ? Math.max(1, gap) : gap,
    blankAfter,
    indent,
    bullet: draft.bullet,
    cut: draft.cut,
  }
  return block({
    at,
    kind: draft.kind,
    text: draft.text,
    runs: draft.runs,
    level: draft.level,
    depth,
    group,
    ordinal: draft.ordinal,
    row: draft.row,
    column: draft.column,
    head: draft.head,
    codeLanguage: draft.codeLanguage,
    place: { lines: [draft.from, draft.to] },
    layout,
  })
}

interface Numbers {
  readonly at: number
  readonly group: number | undefined
  readonly depth: number | undefined
}
