import { foldOf } from '../site.ts'
import { f1OfChoice } from './bag.ts'
import { type BoostingOptions, boost } from './boosting.ts'
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
  readonly labels: number
}

/** Fits on all folds but one, judges the one, four times over: no page is judged by a model that saw its site. */
export function crossValidate(
  pages: readonly PageRows[],
  weights: readonly (readonly number[])[],
  width: number,
  options: BoostingOptions & { readonly rows: number },
  folds: number,
  say: (line: string) => void,
): { folds: FoldReport[]; pages: PageReport[] } {
  const reports: FoldReport[] = []
  const judged: PageReport[] = []
  for (let fold = 0; fold < folds; fold++) {
    const inFold = pages.map((page) => foldOf(page.site, folds) === fold)
    const train = pages.flatMap((page, p) => (inFold[p] ? [] : [[page, weights[p]!] as const]))
    const model = boost(
      joinRows(
        train.map(([page]) => page),
        train.map(([, own]) => own),
        width,
        options.rows,
      ),
      options,
    )
    const answered: Answered[] = []
    pages.forEach((page, p) => {
      if (!inFold[p]) return
      const scores = predict(model, { width, ...page }, [0, page.keep.length])
      scores.forEach((score, at) => {
        const weight = weights[p]![at]!
        if (weight > 0) answered.push({ score, label: page.keep[at]!, weight })
      })
      judged.push({
        page,
        fold,
        votes: f1OfChoice(page.bag, (at) => page.offsets[at]! > 0),
        model: f1OfChoice(page.bag, (at) => scores[at]! > 0),
        labels: f1OfChoice(page.bag, (at) => page.keep[at]! > 0.5),
      })
    })
    reports.push({ logLoss: logLoss(answered), area: areaUnderCurve(answered) })
    say(`fold ${fold}: log-loss ${reports[fold]!.logLoss.toFixed(4)}, area ${reports[fold]!.area.toFixed(4)}`)
  }
  return { folds: reports, pages: judged }
}
