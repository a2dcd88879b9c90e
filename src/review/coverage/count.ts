import type { Outcome } from '../../core/article.ts'

/** What became of one rule's votes. */
export interface RuleCount {
  readonly rule: string
  /** Blocks it voted on, and pages with such a block. */
  readonly fired: number
  readonly pages: number
  /** Blocks whose verdict would be another without its vote, the other votes as they are. */
  readonly decided: number
  /** Blocks whose verdict went against its vote. */
  readonly outvoted: number
}
export interface Counter {
  add(page: Outcome): void
  pages(): number
  /** A count for every rule named, those that never fired too, and for every other that did. */
  counts(rules: readonly string[]): readonly RuleCount[]
}

export function ruleCounter(): Counter {
  const counts = new Map<string, { fired: number; pages: number; decided: number; outvoted: number }>()
  const of = (rule: string) => {
    const known = counts.get(rule) ?? { fired: 0, pages: 0, decided: 0, outvoted: 0 }
    counts.set(rule, known)
    return known
  }
  let pages = 0
  return {
    add({ blocks = [] }) {
      pages++
      const seen = new Set<string>()
      for (const { score, votes } of blocks) {
        const weights = new Map<string, number>()
        for (const { rule, weight } of votes) weights.set(rule, (weights.get(rule) ?? 0) + weight)
        for (const [rule, weight] of weights) {
          const count = of(rule)
          const kept = score > 0
          seen.add(rule)
          count.fired++
          if (weight > 0 !== kept) count.outvoted++
          else if (score - weight > 0 !== kept) count.decided++
        }
      }
      for (const rule of seen) of(rule).pages++
    },
    pages: () => pages,
    counts: (rules) =>
      [...new Set([...rules, ...counts.keys()])]
        .map((rule) => ({ rule, ...of(rule) }))
        .sort((a, b) => b.decided - a.decided || b.fired - a.fired || (a.rule < b.rule ? -1 : 1)),
  }
}
