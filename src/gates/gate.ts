import type { Article } from '../core/article.ts'
import type { Facts, PageFacts } from '../core/facts.ts'
import type { Page } from '../core/page.ts'
import type { OptionSpecs, OptionValues } from '../core/rule.ts'
import type { Verdict } from '../core/vote.ts'

/** What a gate may look at: the page, what was decided of its blocks, and the articles made of them. */
export interface GateView {
  readonly page: Page
  /** One per block, in the order of `page.blocks`, like `verdicts`. */
  readonly facts: readonly Facts[]
  readonly whole: PageFacts
  readonly verdicts: readonly Verdict[]
  readonly articles: readonly Article[]
}

export interface GateSpec<O extends OptionSpecs> {
  /** Kebab case, unique, the code of its rejections. */
  readonly id: string
  /** One or two sentences a user reads. */
  readonly doc: string
  readonly options?: O
  /** The message of the rejection, one line; undefined lets the page through. */
  readonly judge: (page: GateView, options: OptionValues<O>) => string | undefined
}

/** The last look at a whole page: lets it through or says why it is no clean article. */
export interface Gate {
  readonly id: string
  readonly doc: string
  readonly options: OptionSpecs
  readonly judge: (page: GateView, options: Readonly<Record<string, unknown>>) => string | undefined
}

/** Types a gate's options from their specs. */
export function gate<const O extends OptionSpecs = Record<never, never>>(spec: GateSpec<O>): Gate {
  const { id, doc, options = {}, judge } = spec
  return { id, doc, options, judge: judge as Gate['judge'] }
}

/** Mass of the blocks kept as body, in Latin-equivalent characters. */
export function bodyMass({ verdicts, facts }: GateView): number {
  let mass = 0
  for (const verdict of verdicts)
    if (verdict.kept && verdict.role === 'body') mass += facts[verdict.at]?.mass ?? 0
  return mass
}
