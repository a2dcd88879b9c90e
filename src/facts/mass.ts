import { SCRIPTS } from '../core/facts.ts'

/**
 * How many Latin letters' worth of text one letter of a script carries. Ratios of the lengths of translations of
 * the same text (Universal Declaration of Human Rights, rounded): Han a third of English, Kana and Hangul a half.
 */
const WEIGHTS: Partial<Record<(typeof SCRIPTS)[number], number>> = { Han: 3, Kana: 2, Hangul: 2, Thai: 1.2 }

export const MASS: readonly number[] = SCRIPTS.map((script) => WEIGHTS[script] ?? 1)
