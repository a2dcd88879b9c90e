import type { Origin, Outcome, Reason } from '../core/article.ts'
import { withOwnStrings } from '../pipeline/own-strings.ts'
import type { RefusedInput } from './input.ts'

interface Known {
  readonly id: string
  readonly path?: string | undefined
  readonly url?: string | undefined
  readonly bytes?: number
}

/** The record of an input no cleaner has an answer for. */
export function without(known: Known, status: 'rejected' | 'failed', reason: Reason): Outcome {
  const { id, path = null, url = null, bytes = 0 } = known
  return withOwnStrings<Outcome>({
    id,
    input: { path, url, kind: null, charset: null, charsetFrom: null, bytes },
    status,
    reason,
    articles: [],
    dropped: { blocks: 0, chars: 0, byRole: {}, byRule: {} },
  })
}

/** The same outcome of a page that lies there. */
export const tellOrigin = (outcome: Outcome, origin: Origin | undefined): Outcome =>
  origin === undefined ? outcome : { ...outcome, input: { ...outcome.input, origin } }

export const refusedOutcome = (input: RefusedInput): Outcome => without(input, input.status, input.refused)
