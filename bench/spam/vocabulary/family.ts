import type { Script } from '../../../src/core/facts.ts'

/**
 * Words of one kind of spam in one language. Lists are joined by `|` and are dealt into two halves, one to fit on and
 * one to report on: never read them but through {@link halfOf}.
 */
export interface Family {
  readonly family: string
  readonly lang: string
  readonly script: Script
  /** What is on offer. */
  readonly heads: string
  /** Said before it, and after it. */
  readonly before: string
  readonly after: string
  /** Sentences; `{}` stands for a phrase of the words above. */
  readonly frames: string
  /** Stands between the words of a phrase; default a space. */
  readonly joint?: string
}

export type Half = 'fit' | 'report'

/** The words of one half. */
export interface Words {
  readonly family: string
  readonly lang: string
  readonly script: Script
  readonly heads: readonly string[]
  readonly before: readonly string[]
  readonly after: readonly string[]
  readonly frames: readonly string[]
  readonly joint: string
}

/** Every second word of each list. Heads for which `known` holds are left out of the half that is reported on. */
export function halfOf(family: Family, half: Half, known: (word: string) => boolean): Words {
  const own = (list: string) => list.split('|').filter((_, i) => (i % 2 === 0) === (half === 'fit'))
  const heads = own(family.heads)
  const unseen = half === 'fit' ? heads : heads.filter((head) => !known(head))
  return {
    family: family.family,
    lang: family.lang,
    script: family.script,
    joint: family.joint ?? ' ',
    heads: unseen.length > 1 ? unseen : heads,
    before: own(family.before),
    after: own(family.after),
    frames: own(family.frames),
  }
}
