import type { Outcome } from '../../core/article.ts'
import { comparePages, type PageChange } from './compare.ts'

export interface RuleChange {
  readonly rule: string
  readonly lost: number
  readonly gained: number
  readonly pages: number
}
export interface RunDiff {
  readonly pages: number
  readonly alike: number
  readonly onlyInA: readonly string[]
  readonly onlyInB: readonly string[]
  /** How many pages went from one status to another (`clean to rejected`). */
  readonly status: Readonly<Record<string, number>>
  readonly lost: number
  readonly gained: number
  /** How many pages each field of an article changed on. */
  readonly fields: Readonly<Record<string, number>>
  readonly byRule: readonly RuleChange[]
  readonly changed: readonly PageChange[]
}

/** Compares two runs page by page; only what changed is held. */
export async function diffRuns(a: AsyncIterable<Outcome>, b: AsyncIterable<Outcome>): Promise<RunDiff> {
  const changed: PageChange[] = []
  const [onlyInA, onlyInB]: [string[], string[]] = [[], []]
  let pages = 0
  for await (const pair of pairPages(a, b)) {
    pages++
    if (!pair.b) onlyInA.push(pair.id)
    else if (!pair.a) onlyInB.push(pair.id)
    else {
      const change = comparePages(pair.a, pair.b)
      if (change) changed.push(change)
    }
  }
  changed.sort((x, y) => (x.id < y.id ? -1 : x.id > y.id ? 1 : 0))
  const moved = changed.filter(({ status: [before, after] }) => before !== after)
  const sum = (count: (change: PageChange) => number) => changed.reduce((total, one) => total + count(one), 0)
  return {
    pages,
    alike: pages - changed.length - onlyInA.length - onlyInB.length,
    onlyInA,
    onlyInB,
    status: tally(moved.map(({ status: [before, after] }) => `${before} to ${after}`)),
    lost: sum(({ lost }) => lost.length),
    gained: sum(({ gained }) => gained.length),
    fields: tally(changed.flatMap(({ fields }) => [...new Set(fields.map(({ field }) => field))])),
    byRule: byRule(changed),
    changed,
  }
}

/** The most frequent first. */
function tally(words: readonly string[]): Record<string, number> {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return Object.fromEntries([...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)))
}

function byRule(changed: readonly PageChange[]): RuleChange[] {
  const rules = new Map<string, { lost: number; gained: number; pages: Set<number> }>()
  for (const [page, { lost, gained }] of changed.entries())
    for (const [lines, kind] of [
      [lost, 'lost'],
      [gained, 'gained'],
    ] as const)
      for (const { by } of lines) {
        const entry = rules.get(by) ?? { lost: 0, gained: 0, pages: new Set() }
        entry[kind]++
        entry.pages.add(page)
        rules.set(by, entry)
      }
  return [...rules]
    .map(([rule, { lost, gained, pages }]) => ({ rule, lost, gained, pages: pages.size }))
    .sort((a, b) => b.lost + b.gained - a.lost - a.gained || (a.rule < b.rule ? -1 : 1))
}

/** One page in two runs; one side is missing where only the other run has it. */
interface Pair {
  readonly id: string
  readonly a?: Outcome
  readonly b?: Outcome
}

/**
 * Brings the pages of two runs together by id, reading both in step: what stands in the same order is never held, and
 * what does not waits for its other half. A name that comes several times is paired in order.
 */
export async function* pairPages(a: AsyncIterable<Outcome>, b: AsyncIterable<Outcome>): AsyncGenerator<Pair> {
  const [left, right] = [side(a), side(b)]
  try {
    for (;;) {
      const [one, other] = await Promise.all([left.next(), right.next()])
      if (one === undefined && other === undefined) break
      if (one !== undefined && one.id === other?.id && !left.waits(one.id) && !right.waits(one.id)) {
        yield { id: one.id, a: one, b: other }
        continue
      }
      if (one) left.put(one)
      if (other) right.put(other)
      for (const id of new Set([one?.id, other?.id])) {
        if (id === undefined || !left.waits(id) || !right.waits(id)) continue
        yield { id, a: left.take(id)!, b: right.take(id)! }
      }
    }
    for (const page of left.rest()) yield { id: page.id, a: page }
    for (const page of right.rest()) yield { id: page.id, b: page }
  } finally {
    await Promise.all([left.close(), right.close()])
  }
}

function side(pages: AsyncIterable<Outcome>) {
  const iterator = pages[Symbol.asyncIterator]()
  const waiting = new Map<string, Outcome[]>()
  return {
    async next(): Promise<Outcome | undefined> {
      const { done, value } = await iterator.next()
      return done ? undefined : value
    },
    waits: (id: string) => waiting.has(id),
    put(page: Outcome) {
      waiting.set(page.id, [...(waiting.get(page.id) ?? []), page])
    },
    take(id: string): Outcome | undefined {
      const [first, ...others] = waiting.get(id) ?? []
      if (others.length > 0) waiting.set(id, others)
      else waiting.delete(id)
      return first
    },
    rest: () => [...waiting.values()].flat(),
    close: async () => void (await iterator.return?.()),
  }
}
