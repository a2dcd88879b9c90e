import type { Facts, Script } from '../core/facts.ts'

/** The script most of the text is in, by mass; `None` where no text has one. */
export function mainScript(facts: readonly Pick<Facts, 'script' | 'mass'>[]): Script {
  const masses = new Map<Script, number>()
  let last: Script = 'None'
  let sum = 0
  for (const { script, mass } of facts) {
    if (script === 'None') continue
    // Neighbours mostly share a script: one look-up where it turns.
    if (script !== last) {
      if (last !== 'None') masses.set(last, sum)
      last = script
      sum = masses.get(script) ?? 0
    }
    sum += mass
  }
  if (last !== 'None') masses.set(last, sum)
  let best: Script = 'None'
  let most = 0
  for (const [script, mass] of masses) if (mass > most) [best, most] = [script, mass]
  return best
}
