import type { ExplainedBlock } from '../core/article.ts'
import { METADATA_ROLES, type Role } from '../core/role.ts'

/** Dropped from the text, but telling: what became, or could have become, metadata. */
const TOLD: ReadonlySet<Role> = new Set(METADATA_ROLES)

/**
 * A line of the source: a block shown as it is, a table, list or the like with its parts, or a run of dropped blocks
 * that opens on demand.
 */
export type SourceRow =
  | { readonly block: ExplainedBlock }
  | { readonly whole: string; readonly parts: readonly ExplainedBlock[] }
  | { readonly run: readonly ExplainedBlock[]; readonly roles: readonly (readonly [Role, number])[] }

/** Blocks in reading order; dropped ones in runs, parts of what is kept as one together. */
export function sourceRows(blocks: readonly ExplainedBlock[]): readonly SourceRow[] {
  const rows: SourceRow[] = []
  let run: ExplainedBlock[] = []
  const close = () => {
    // one block takes no more room than a line that says it is there
    if (run.length === 1) rows.push({ block: run[0]! })
    else if (run.length > 1) rows.push({ run, roles: countRoles(run) })
    run = []
  }
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at]!
    const parts = wholeAt(blocks, at)
    if (parts?.some(({ kept }) => kept)) {
      close()
      rows.push({ whole: block.whole!.kind, parts })
      at += parts.length - 1
    } else if (!block.kept && !TOLD.has(block.role)) run.push(block)
    else {
      close()
      rows.push({ block })
    }
  }
  close()
  return rows
}

/** The parts of a whole that begins here; one with headings in it arranges a page, and is none to a reader. */
function wholeAt(blocks: readonly ExplainedBlock[], at: number): readonly ExplainedBlock[] | undefined {
  const { whole } = blocks[at]!
  if (whole?.from !== at) return undefined
  const parts = blocks.slice(at, whole.to + 1)
  return parts.some(({ kind }) => kind === 'heading') ? undefined : parts
}

/** How often each role occurs, the most frequent first. */
function countRoles(blocks: readonly ExplainedBlock[]): [Role, number][] {
  const counts = new Map<Role, number>()
  for (const { role } of blocks) counts.set(role, (counts.get(role) ?? 0) + 1)
  return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
}
