import { characterClass, LETTER } from '../core/character.ts'
import { type Facts, SCRIPTS, type Script } from '../core/facts.ts'

export interface ScriptCount {
  /** The script most of the text's mass is in; `None` where there is no letter. */
  readonly script: Script
  /** Mass of the letters. */
  readonly mass: number
  readonly han: number
  readonly kana: number
}

const HAN = SCRIPTS.indexOf('Han')
const KANA = SCRIPTS.indexOf('Kana')
const NONE = SCRIPTS.indexOf('None')
/** Letters are counted in this much of a text; the rest is taken for more of the same. */
const SAMPLE = 4_000

export function countScripts(text: string): ScriptCount {
  const perScript = new Uint32Array(SCRIPTS.length)
  const end = Math.min(text.length, SAMPLE)
  for (let i = 0; i < end; i++) {
    const flags = characterClass(text.charCodeAt(i))
    if ((flags & LETTER) !== 0) perScript[flags & 15]!++
  }
  let best = NONE
  let most = 0
  for (let i = 0; i < perScript.length; i++) {
    const own = perScript[i]! * TENTHS[i]!
    if (own <= most) continue
    best = i
    most = own
  }
  const mass = end === 0 ? 0 : (massOf(perScript) * text.length) / end
  return { script: SCRIPTS[best]!, mass, han: perScript[HAN]!, kana: perScript[KANA]! }
}

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

/**
 * How many tenths of a Latin letter's worth of text one letter of a script carries. Ratios of the lengths of translations of
 * the same text (Universal Declaration of Human Rights, rounded): Han a third of English, Kana and Hangul a half. Tenths,
 * so that sums are exact.
 */
const WEIGHTS: Partial<Record<(typeof SCRIPTS)[number], number>> = { Han: 30, Kana: 20, Hangul: 20, Thai: 12 }
const TENTHS: readonly number[] = SCRIPTS.map((script) => WEIGHTS[script] ?? 10)

/** Mass of letters, counted by script in the order of SCRIPTS. */
export function massOf(letters: Uint32Array): number {
  let tenths = 0
  for (let i = 0; i < letters.length; i++) tenths += letters[i]! * TENTHS[i]!
  return tenths / 10
}
