import { block, hiddenBy, isHidden } from '../core/block.ts'
import { type Page, page as pageOf } from '../core/page.ts'
import type { Pipeline } from '../core/pipeline.ts'
import { type OtherPages, optionDefaults, type Rule, type View, view as viewWith } from '../core/rule.ts'
import type { Verdict, Vote } from '../core/vote.ts'
import { cleanClaims, divide } from '../divide/divide.ts'
import { measure } from '../facts/measure.ts'
import { surveyOf } from '../facts/spam/survey.ts'
import { judge } from '../judge/judge.ts'
import { type Model, type Scorer, scorer } from '../judge/score.ts'
import { RULES } from '../rules/all.ts'
import { withoutDropped } from './data-rule.ts'

export interface Examined {
  readonly view: View
  /** Votes of the first hearing, by block, before the model spoke: what a model is fitted on. */
  readonly first: readonly (readonly Vote[])[]
  readonly verdicts: readonly Verdict[]
}

const scorers = new WeakMap<object, Scorer>()

/** Who is heard besides the pipeline's rules, and whether votes say why. */
export interface Hearing {
  readonly explain?: boolean | undefined
  /** Rules of the caller's own, and those the pipeline holds as data (`ownRules`). */
  readonly rules?: readonly Rule[] | undefined
  /** What other pages of the site tell. */
  readonly others?: ((page: Page) => OtherPages | undefined) | undefined
}

/** Measures, hears the rules, judges. */
export function examine(page: Page, pipeline: Pipeline, hearing: Hearing = {}): Examined {
  const { explain = false, rules: own = [], others } = hearing
  const told = withOthers(viewOf(withoutDropped(page, pipeline), pipeline), others)
  const view = asPolicySays(told, pipeline)
  const { first, verdicts } = judge(
    view,
    { rules: RULES, own, model: scorerOf(pipeline.model) },
    withOwn(pipeline, own),
    explain,
  )
  return { view, first, verdicts: flagged(told, verdicts, pipeline) }
}

/** The page measured; where spam is glued into a block or a claim it is cut out, and the page measured again. */
function viewOf(page: Page, pipeline: Pipeline): View {
  const view = measuredView(page)
  if (pipeline.rules['spam-shape'] === undefined) return view
  const survey = surveyOf(view)
  const cleaned = cleanClaims(divide(page, survey), survey)
  if (cleaned === page) return view
  return measuredView(cleaned)
}

function withOthers(view: View, others: Hearing['others']): View {
  return others === undefined ? view : viewWith({ ...view, others: others(view.page) })
}

function measuredView(page: Page): View {
  return viewWith({ page, blocks: page.blocks, ...measure(page) })
}

/** The caller's own rules take part without standing in the pipeline. */
function withOwn(pipeline: Pipeline, own: readonly Rule[]): Pipeline {
  if (own.length === 0) return pipeline
  const settings = own.map(
    ({ id, weight, options }) => [id, { weight, options: optionDefaults(options) }] as const,
  )
  return { ...pipeline, rules: { ...Object.fromEntries(settings), ...pipeline.rules } }
}

/** Laid out once per model. */
function scorerOf(model: unknown): Scorer | undefined {
  if (model === undefined || model === null) return undefined
  let found = scorers.get(model as object)
  if (found === undefined) {
    found = scorer(model as Model)
    scorers.set(model as object, found)
  }
  return found
}

/** The page as the judge is to see it: where hidden text is to stay, nothing tells that it is hidden. */
function asPolicySays(view: View, { hidden }: Pipeline): View {
  const { page } = view
  if (hidden === 'auto' || hidden === 'drop' || !page.blocks.some(isHidden)) return view
  const blocks = page.blocks.map((one) =>
    one.dom === undefined || !isHidden(one)
      ? one
      : block({ ...one, dom: { ...one.dom, hidden: undefined, covered: undefined } }),
  )
  return viewWith({ ...view, blocks, page: pageOf({ ...page, blocks }) })
}

/** With `flag`, a word of no weight on every verdict about a hidden block. */
function flagged({ blocks }: View, verdicts: readonly Verdict[], { hidden }: Pipeline): readonly Verdict[] {
  if (hidden !== 'flag') return verdicts
  return verdicts.map((verdict) => {
    const by = hiddenBy(blocks[verdict.at]!)
    if (by === undefined) return verdict
    const vote = { rule: 'hidden', role: 'hidden' as const, weight: 0, because: `is hidden (${by})` }
    return { ...verdict, votes: [...verdict.votes, vote] }
  })
}
