import { seeded } from '../fit/random.ts'
import { fnv1a } from '../site.ts'

/** Choices that look random and hang on a name only. */
export interface Dice {
  /** 0 up to, not including, `sides`. */
  readonly roll: (sides: number) => number
  readonly pick: <T>(of: readonly T[]) => T
}

export function dice(name: string): Dice {
  const next = seeded(fnv1a(name))
  const roll = (sides: number) => Math.floor(next() * sides)
  return { roll, pick: (of) => of[roll(of.length)]! }
}
