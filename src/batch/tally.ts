import type { Card } from './record.ts'

/** A page, and the time it took from the moment a process was free for it. */
export interface SlowPage {
  readonly id: string
  readonly ms: number
}

/** How many of the slowest and of the largest pages are told. */
const MOST = 10

/** Those that took longest, slowest first. */
export const slowestOf = <T extends { readonly ms: number }>(pages: readonly T[]): readonly T[] =>
  [...pages].sort((a, b) => b.ms - a.ms).slice(0, MOST)

type Counts = Record<string, number>

/** The figures of a run: the same for the same input, whatever the machine did. */
export interface Tally {
  readonly in: number
  readonly clean: number
  readonly rejected: number
  readonly failed: number
  readonly articles: number
  readonly bytes: number
  readonly rejectedBy: Counts
  readonly failedBy: Counts
  readonly languages: Counts
  readonly charsets: Counts
  readonly kinds: Counts
  readonly limits: Counts
  /** Pages by the kinds of notes they have. */
  readonly notes: Counts
  readonly dropped: { blocks: number; chars: number; byRole: Counts; byRule: Counts }
  /** The pages of most bytes: which took longest is another matter on every machine, and is told apart from this. */
  readonly largest: readonly { readonly id: string; readonly bytes: number }[]
}

type Mutable = { -readonly [K in keyof Tally]: Tally[K] }

const bump = (counts: Counts, key: string, by = 1): void => {
  counts[key] = (Object.hasOwn(counts, key) ? counts[key]! : 0) + by
}
const sorted = (counts: Counts): Counts =>
  Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)))

export interface Counter {
  add(card: Card): void
  /** Keys sorted, so that the figures read the same in any order of arrival. */
  total(): Tally
}

export function counter(): Counter {
  const dropped = { blocks: 0, chars: 0, byRole: {} as Counts, byRule: {} as Counts }
  const sum: Mutable = {
    in: 0,
    clean: 0,
    rejected: 0,
    failed: 0,
    articles: 0,
    bytes: 0,
    rejectedBy: {},
    failedBy: {},
    languages: {},
    charsets: {},
    kinds: {},
    limits: {},
    notes: {},
    dropped,
    largest: [],
  }
  return {
    add(card) {
      sum.in++
      sum[card.status]++
      sum.articles += card.articles.length
      sum.bytes += card.input.bytes
      if (sum.largest.length < MOST || card.input.bytes > sum.largest.at(-1)!.bytes)
        sum.largest = [...sum.largest, { id: card.id, bytes: card.input.bytes }]
          .sort((a, b) => b.bytes - a.bytes)
          .slice(0, MOST)
      if (card.status === 'rejected') bump(sum.rejectedBy, card.reason?.code ?? 'unknown')
      if (card.status === 'failed') bump(sum.failedBy, card.reason?.code ?? 'unknown')
      for (const language of card.articles) bump(sum.languages, language ?? 'unknown')
      if (card.input.charset) bump(sum.charsets, card.input.charset)
      bump(sum.kinds, card.input.kind ?? 'unread')
      for (const hit of card.limits ?? []) bump(sum.limits, hit.limit)
      for (const kind of new Set(card.notes?.map((note) => note.kind))) bump(sum.notes, kind)
      dropped.blocks += card.dropped.blocks
      dropped.chars += card.dropped.chars
      for (const [role, n] of Object.entries(card.dropped.byRole)) bump(dropped.byRole, role, n)
      for (const [rule, n] of Object.entries(card.dropped.byRule)) bump(dropped.byRule, rule, n)
    },
    total: () => ({
      ...sum,
      rejectedBy: sorted(sum.rejectedBy),
      failedBy: sorted(sum.failedBy),
      languages: sorted(sum.languages),
      charsets: sorted(sum.charsets),
      kinds: sorted(sum.kinds),
      limits: sorted(sum.limits),
      notes: sorted(sum.notes),
      dropped: { ...dropped, byRole: sorted(dropped.byRole), byRule: sorted(dropped.byRule) },
    }),
  }
}
