import { block, isHidden } from '../core/block.ts'
import { page as pageOf } from '../core/page.ts'
import type { Pipeline } from '../core/pipeline.ts'
import { type View, view as viewOf } from '../core/rule.ts'
import type { Verdict } from '../core/vote.ts'

/** The page as the judge is to see it: where hidden text is to stay, nothing tells that it is hidden. */
export function asPolicySays(view: View, { hidden }: Pipeline): View {
  const { page } = view
  if (hidden === 'auto' || hidden === 'drop' || !page.blocks.some(isHidden)) return view
  const blocks = page.blocks.map((one) =>
    one.dom === undefined || !isHidden(one)
      ? one
      : block({ ...one, dom: { ...one.dom, hidden: undefined, covered: undefined } }),
  )
  return viewOf({ ...view, blocks, page: pageOf({ ...page, blocks }) })
}

/** With `flag`, a word of no weight on every verdict about a hidden block. */
export function flagged(
  { blocks }: View,
  verdicts: readonly Verdict[],
  { hidden }: Pipeline,
): readonly Verdict[] {
  if (hidden !== 'flag') return verdicts
  return verdicts.map((verdict) => {
    const dom = blocks[verdict.at]?.dom
    const by = dom?.hidden ?? dom?.covered
    if (by === undefined) return verdict
    const vote = { rule: 'hidden', role: 'hidden' as const, weight: 0, because: `is hidden (${by})` }
    return { ...verdict, votes: [...verdict.votes, vote] }
  })
}
