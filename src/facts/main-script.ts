import type { Facts, Script } from '../core/facts.ts'

/** The script most of the text is in, by mass; `None` where no text has one. */
export function mainScript(facts: readonly Pick<Facts, 'script' | 'mass'>[]): Script {
  const masses = new Map<Script, number>()
  for (const { script, mass } of facts)
    if (script !== 'None') masses.set(script, (masses.get(script) ?? 0) + mass)
  let best: Script = 'None'
  let most = 0
  for (const [script, mass] of masses) if (mass > most) [best, most] = [script, mass]
  return best
}
