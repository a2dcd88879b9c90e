import { cutoff } from '../../src/judge/judge.ts'
import { foldOf } from '../site.ts'
import { f1OfChoice } from './bag.ts'
import { type Boosted, type BoostingOptions, boost } from './boosting.ts'
import { joinRows } from './join.ts'
import type { PageRows } from './page-rows.ts'
import { predict } from './predict.ts'
import { type Answered, areaUnderCurve, logLoss } from './ranking.ts'

export interface FoldReport {
  readonly logLoss: number
  readonly area: number
}

/** Word F1 of a page under three judges: the votes alone, the votes with a model fitted on other sites, the labels. */
export interface PageReport {
  readonly page: PageRows
  readonly fold: number
  readonly votes: number
  readonly model: number
  /** The model's, with the threshold that maximises the page's expected F1. */
  readonly adapted: number
  readonly labels: number
}

type Weights = readonly (readonly number[])[]
export type FoldOptions = BoostingOptions & { readonly rows: number }

function fitWithout(
  fold: readonly boolean[],
  pages: readonly PageRows[],
  weights: Weights,
  width: number,
  options: FoldOptions,
) {
  const outside = <T>(list: readonly T[]) => list.filter((_, p) => !fold[p])
  return boost(joinRows(outside(pages), outside(weights), width, options.rows), options)
}

function judgePage(page: PageRows, scores: Float64Array, fold: number): PageReport {
  const least = cutoff(scores, page.bag.sizes)
  return {
    page,
    fold,
    votes: f1OfChoice(page.bag, (at) => page.offsets[at]! > 0),
    model: f1OfChoice(page.bag, (at) => scores[at]! > 0),
    adapted: f1OfChoice(page.bag, (at) => scores[at]! > least),
    labels: f1OfChoice(page.bag, (at) => page.keep[at]! > 0.5),
  }
}

/** Fits on all folds but one and judges the one, for each fold: no page is judged by a model that saw its site. */
export async function crossValidate(
  pages: readonly PageRows[],
  weights: Weights,
  width: number,
  options: FoldOptions,
  folds: number,
  done: (fold: number, report: FoldReport, model: Boosted) => Promise<void> | void,
): Promise<PageReport[]> {
  const judged: PageReport[] = []
  for (let fold = 0; fold < folds; fold++) {
    const inFold = pages.map((page) => foldOf(page.site, folds) === fold)
    const model = fitWithout(inFold, pages, weights, width, options)
    const answered: Answered[] = []
    pages.forEach((page, p) => {
      if (!inFold[p]) return
      const scores = predict(model, { width, values: page.values }, [0, page.keep.length])
      scores.forEach((score, at) => {
        const weight = weights[p]![at]!
        if (weight > 0) answered.push({ score, label: page.keep[at]!, weight })
      })
      judged.push(judgePage(page, scores, fold))
    })
    await done(fold, { logLoss: logLoss(answered), area: areaUnderCurve(answered) }, model)
  }
  return judged
}
