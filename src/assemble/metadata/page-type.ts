import type { PageType } from '../../core/article.ts'
import { likeliestType } from '../../facts/page-type.ts'
import { KINDS } from '../../words/page-types.ts'
import type { Found } from './found.ts'
import type { Witnesses } from './witnesses.ts'

/** Chances below this are not worth a word. */
const WORTH = 0.05

/** What kind of page it is, and how sure that is; each of several articles of one dump is an article. */
export function pageType({ input }: Witnesses): (Found<PageType> & { readonly chance: number }) | undefined {
  const { kinds } = input.whole
  if (kinds === undefined || input.several) return undefined
  const { type, chance } = likeliestType(kinds)
  const others = KINDS.map((kind, i) => ({ value: kind, chance: kinds[i]! }))
    .filter((other) => other.value !== type && other.chance >= WORTH)
    .sort((a, b) => b.chance - a.chance)
    .map((other) => ({ value: other.value, from: `chance ${other.chance.toFixed(2)}` }))
  const evidence = {
    from: 'page facts',
    raw: `${type}, chance ${chance.toFixed(2)}`,
    ...(others.length > 0 && { alternatives: others }),
  }
  return { value: type, chance: Math.round(chance * 1000) / 1000, evidence }
}
