import type { ExplainedBlock } from '../../core/article.ts'
import { fold } from '../../samples/phrase.ts'
import type { ReviewPage } from '../packed.ts'

/** Causes that are no rule. */
const READING = '(reading)'
const KEPT_ROLES = '(roles kept)'
const BIAS = '(bias)'
const UNKNOWN = '(not explained)'

/** Votes that follow from the other votes: blamed only where no rule of its own changed its mind. */
const FOLLOWS = new Set(['model', 'uncertain-page'])

/** Finds, for a line of text lost or gained, the rule whose vote on its block changed most that way. */
export type FindCause = (line: string, gained: boolean) => string

export function causesOf(a: ReviewPage, b: ReviewPage): FindCause {
  if (a.status !== b.status) {
    const gate = (b.status === 'clean' ? a : b).reason?.code ?? b.status
    return () => `gate ${gate}`
  }
  if (!a.blocks || !b.blocks) return () => UNKNOWN
  const [before, after] = [byText(a.blocks), byText(b.blocks)]
  return (line, gained) => {
    for (const text of textsOf(line)) {
      const [from, to] = [before.get(text), after.get(text)]
      if (from === undefined || to === undefined) continue
      const was = from.find((block) => block.kept !== gained)
      const is = to.find((block) => block.kept === gained)
      if (was && is) return movedBy(was, is, gained ? 1 : -1) ?? settingBehind(was, is)
    }
    return READING
  }
}

/** What the block of a line may read: the line, without the mark of a list item; of a row of a table, any cell. */
export function textsOf(line: string): readonly string[] {
  const cells = line.includes('\t') ? line.split('\t') : []
  return [line, line.trimStart().replace(/^(?:[-*•]|\d{1,4}[.)]) /, ''), ...cells].map(fold)
}

/** Where all rules said the same, the pipeline itself is another. */
function settingBehind(was: ExplainedBlock, is: ExplainedBlock): string {
  return Math.abs(was.score - is.score) > 0.0005 ? BIAS : KEPT_ROLES
}

function byText(blocks: readonly ExplainedBlock[]): Map<string, ExplainedBlock[]> {
  const found = new Map<string, ExplainedBlock[]>()
  // a block of verse or code is several lines
  for (const block of blocks)
    for (const line of new Set([block.text, ...block.text.split('\n')].map(fold)))
      found.set(line, [...(found.get(line) ?? []), block])
  return found
}

function movedBy(was: ExplainedBlock, is: ExplainedBlock, sign: number): string | undefined {
  const moved = new Map<string, number>()
  for (const { rule, weight } of was.votes) moved.set(rule, (moved.get(rule) ?? 0) - weight)
  for (const { rule, weight } of is.votes) moved.set(rule, (moved.get(rule) ?? 0) + weight)
  const ranked = [...moved]
    .map(([rule, change]) => ({ rule, push: sign * change, follows: FOLLOWS.has(rule) }))
    .filter(({ push }) => push > 0.0005)
    .sort((x, y) => Number(x.follows) - Number(y.follows) || y.push - x.push || (x.rule < y.rule ? -1 : 1))
  return ranked[0]?.rule
}
