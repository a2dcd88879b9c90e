import type { Outcome } from '../core/article.ts'

/** Upper ends of the classes of the time a page took, in seconds. */
const CLASSES = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const

export interface Meter {
  /** `ms`: from request to record. */
  add(status: Outcome['status'], ms: number): void
  /** In Prometheus' text format. */
  text(inHand: number): string
}

/** Counts pages by what became of them, and how long they took. */
export function meter(): Meter {
  const pages: Record<Outcome['status'], number> = { clean: 0, rejected: 0, failed: 0 }
  const within: number[] = CLASSES.map(() => 0)
  let [count, seconds] = [0, 0]
  return {
    add(status, ms) {
      pages[status]++
      count++
      seconds += ms / 1000
      for (const [i, most] of CLASSES.entries()) if (ms / 1000 <= most) within[i]!++
    },
    text: (inHand) =>
      [
        '# HELP dechaff_pages_total Pages by what became of them.',
        '# TYPE dechaff_pages_total counter',
        ...Object.entries(pages).map(([status, n]) => `dechaff_pages_total{status="${status}"} ${n}`),
        '# HELP dechaff_page_seconds Time from request to record.',
        '# TYPE dechaff_page_seconds histogram',
        ...CLASSES.map((most, i) => `dechaff_page_seconds_bucket{le="${most}"} ${within[i]}`),
        `dechaff_page_seconds_bucket{le="+Inf"} ${count}`,
        `dechaff_page_seconds_sum ${seconds}`,
        `dechaff_page_seconds_count ${count}`,
        '# HELP dechaff_pages_in_hand Pages being cleaned or waiting.',
        '# TYPE dechaff_pages_in_hand gauge',
        `dechaff_pages_in_hand ${inHand}`,
        '',
      ].join('\n'),
  }
}
