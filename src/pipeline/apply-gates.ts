import type { Reason } from '../core/article.ts'
import type { Pipeline } from '../core/pipeline.ts'
import { GATES } from '../gates/all.ts'
import type { GateView } from '../gates/gate.ts'

/**
 * Asks every gate the pipeline names, in alphabetical order; the first that objects gives the reason, but that what is
 * no article because it is spam is called spam.
 */
export function applyGates(view: GateView, pipeline: Pipeline): Reason | undefined {
  const reasons = GATES.flatMap((gate): Reason[] => {
    const options = pipeline.gates[gate.id]
    const message = options === undefined ? undefined : gate.judge(view, options)
    return message === undefined ? [] : [{ code: gate.id, message }]
  })
  const spam = reasons.find(({ code }) => code === 'spam')
  return reasons[0]?.code === 'not-an-article' && spam !== undefined ? spam : reasons[0]
}
