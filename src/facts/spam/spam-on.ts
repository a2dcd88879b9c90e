import type { View } from '../../core/rule.ts'
import { spamScore } from './score.ts'
import { type Survey, surveySpam } from './survey.ts'

/** A block that is spam as a whole. */
export interface SpamBlock {
  readonly at: number
  readonly score: number
  readonly family: string | undefined
  readonly because: string
}

const surveys = new WeakMap<object, Survey>()

/** Remembers what was found on a page, so that it is looked through once. */
export function surveyOf({ blocks, facts }: Pick<View, 'blocks' | 'facts'>): Survey {
  let survey = surveys.get(facts)
  if (survey === undefined) {
    survey = surveySpam(blocks, facts)
    surveys.set(facts, survey)
  }
  return survey
}

/** Share of a block's text that must be spam for the block to be. */
const MOST = 0.7

/** Blocks that are spam as a whole, or were cut out of one because they are. */
export function* spamOn(view: Pick<View, 'blocks' | 'facts'>): Iterable<SpamBlock> {
  const survey = surveyOf(view)
  for (const block of view.blocks) {
    const found = survey.stretches.get(block.at)
    if (block.cutFrom !== undefined) {
      const { score, family, because } = spamScore(block.text, survey.speech, false)
      yield {
        at: block.at,
        score: Math.max(CUT, score),
        family,
        because: because || 'unlike the text around it',
      }
    } else if (found !== undefined) {
      const taken = found.reduce((sum, { from, to }) => sum + to - from, 0)
      const first = found.reduce((best, next) => (next.score > best.score ? next : best))
      if (taken >= block.text.length * MOST) yield { at: block.at, ...first }
    }
  }
}
/** Log-odds of what was cut out of a block: it was sure then. */
const CUT = 4
