import type { Draft } from './draft.ts'
import type { ClaimSources } from './sources.ts'

/** Claims found in the state a framework hands to the browser. */
export function stateClaims(_states: ClaimSources['states']): Draft[] {
  return []
}
