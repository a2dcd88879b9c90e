import type { Reason } from '../core/article.ts'
import type { Pipeline } from '../core/pipeline.ts'
import { GATES } from '../gates/all.ts'
import type { GateView } from '../gates/gate.ts'

/** Asks every gate the pipeline names, in alphabetical order; the first that objects gives the reason. */
export function applyGates(view: GateView, pipeline: Pipeline): Reason | undefined {
  for (const gate of GATES) {
    const options = pipeline.gates[gate.id]
    if (options === undefined) continue
    const message = gate.judge(view, options)
    if (message !== undefined) return { code: gate.id, message }
  }
  return undefined
}
