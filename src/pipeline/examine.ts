import type { Page } from '../core/page.ts'
import type { Pipeline } from '../core/pipeline.ts'
import { optionDefaults, type Rule, type View, view as viewWith } from '../core/rule.ts'
import type { Verdict, Vote } from '../core/vote.ts'
import { cleanClaims } from '../divide/claims.ts'
import { divide } from '../divide/divide.ts'
import { measure } from '../facts/measure.ts'
import { surveyOf } from '../facts/spam/survey.ts'
import { judge } from '../judge/judge.ts'
import type { Model } from '../judge/model.ts'
import { type Scorer, scorer } from '../judge/score.ts'
import { RULES } from '../rules/all.ts'
import { othersOf, type SiteTable } from '../sites/others.ts'
import { withoutDropped } from './data-rule.ts'
import { asPolicySays, flagged } from './hidden-policy.ts'

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
  readonly sites?: SiteTable | undefined
}

/** Measures, hears the rules, judges. */
export function examine(page: Page, pipeline: Pipeline, hearing: Hearing = {}): Examined {
  const { explain = false, rules: own = [], sites } = hearing
  const told = withOthers(viewOf(withoutDropped(page, pipeline), pipeline), sites)
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

function withOthers(view: View, sites: SiteTable | undefined): View {
  return sites === undefined ? view : viewWith({ ...view, others: othersOf(view.page, sites) })
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
