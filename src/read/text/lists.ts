import type { Block } from '../../core/block.ts'
import type { Draft } from './draft.ts'

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
  let group = -1
  let levels: Level[] = []
  let table: number | undefined
  drafts.forEach((draft, at) => {
    const below = at + 1 < drafts.length ? drafts[at + 1]!.gap : Math.max(1, blankAtEnd)
    let own: { group?: number; depth?: number } = {}
    if (draft.kind === 'item') {
      levels = levelsFor(levels, draft)
      if (levels.at(-1)!.group < 0)
        levels[levels.length - 1] = {
          ...levels.at(-1)!,
          group: levels.length > 1 ? levels[0]!.group : ++group,
        }
      own = { group: levels.at(-1)!.group, depth: levels.length }
    } else if (draft.table !== undefined) {
      if (draft.table !== table) group++
      table = draft.table
      own = { group }
    }
    if (draft.kind !== 'item') levels = keepsList(levels, draft) ? levels : []
    blocks.push(blockOf(draft, at, Math.max(draft.gap, at === 0 ? 1 : 0), below, own))
  })
  return blocks
}

/** A paragraph set in deeper than the list belongs to an item of it. */
const keepsList = (levels: readonly Level[], draft: Draft): boolean =>
  levels.length > 0 &&
  draft.kind === 'paragraph' &&
  draft.cut === undefined &&
  draft.indent > levels[0]!.indent + SAME_LEVEL

function levelsFor(levels: readonly Level[], draft: Draft): Level[] {
  const kept = levels.filter((level) => level.indent <= draft.indent + SAME_LEVEL)
  const top = kept.at(-1)
  if (top === undefined || draft.indent > top.indent + SAME_LEVEL)
    return [...kept, { indent: draft.indent, group: kept[0]?.group ?? -1, last: draft.ordinal }]
  const anew =
    kept.length === 1 && draft.ordinal !== undefined && top.last !== undefined && draft.ordinal <= top.last
  const next: Level = { indent: top.indent, group: anew ? -1 : top.group, last: draft.ordinal }
  return [...kept.slice(0, -1), next]
}

function blockOf(
  draft: Draft,
  at: number,
  blankBefore: number,
  blankAfter: number,
  own: { group?: number; depth?: number },
): Block {
  const { kind, text, from, to, indent, gap: _gap, bullet, cut, table: _table, ...rest } = draft
  const layout = {
    blankBefore,
    blankAfter,
    indent,
    ...(bullet === undefined ? {} : { bullet }),
    ...(cut ? { cut } : {}),
  }
  return { at, kind, text, ...rest, ...own, place: { lines: [from, to] }, layout }
}
