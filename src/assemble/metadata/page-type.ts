import type { PageType } from '../../core/article.ts'
import { likeliestType } from '../../facts/page-type.ts'
import { KINDS } from '../../words/page-types.ts'
import type { Found } from './found.ts'
import type { Witnesses } from './witnesses.ts'

/** Chances below this are not worth a word. */
const WORTH = 0.05

/** Types of pages that are no text of somebody's, written on some day. */
const NO_TEXT: ReadonlySet<PageType> = new Set(['product', 'collection', 'listing', 'service'])
export type LikelyType = Found<PageType> & { readonly chance: number }

/** Whether a page is likelier none of the kinds that somebody wrote on some day. */
export function isNoText(type: LikelyType | undefined): boolean {
  return type !== undefined && NO_TEXT.has(type.value)
}

/** What kind of page it is, and how sure that is; each of several articles of one dump is an article. */
export function pageType({ input }: Witnesses): LikelyType | undefined {
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
