import type { Amount } from './inputs.ts'
import type { RunWatch } from './run.ts'

export interface Progress extends RunWatch {
  /** What is to come, once it is known. */
  expect(amount: Amount): void
  /** So many bytes of the input have been gone through. */
  passed(bytes: number): void
  end(): void
  /** Pages cleaned by this run, and the milliseconds it has taken so far. */
  spent(): { readonly pages: number; readonly ms: number }
}

/** Where a run stands. */
export interface Standing {
  readonly done: number
  /** Number of all pages, where it is known. */
  readonly expected?: number
  /** How much of the whole is done, from 0 to 1, where that is known. */
  readonly share?: number
  /** Milliseconds to the end at the pace so far. */
  readonly left?: number
  readonly clean: number
  readonly rejected: number
  readonly failed: number
  /** Pages a second, those taken over from an earlier run not counted. */
  readonly rate: number
}

/** Somewhere a standing is shown, as often as its reader likes. */
export interface Display {
  show(standing: Standing): void
  end(): void
}

/** Counts what becomes of the pages of a run, and keeps `display` up to date. */
export function progress(display: Display, now = () => performance.now()): Progress {
  const began = now()
  const counts = { clean: 0, rejected: 0, failed: 0 }
  const way = track()
  let kept = 0
  /** What the pages of an earlier run are of the whole, once that is known. */
  let keptBytes = 0
  let amount: Amount | undefined

  const done = (): number => counts.clean + counts.rejected + counts.failed

  function shareOf(pages: number, bytes: number): number | undefined {
    if (amount === undefined) return undefined
    if ('pages' in amount) return share(pages, amount.pages)
    return Math.max(share(bytes, amount.bytes), amount.most === undefined ? 0 : share(pages, amount.most))
  }
  function show(): void {
    const ms = Math.max(now() - began, 1)
    const part = shareOf(done(), way.at())
    const own = (part ?? 0) - (shareOf(kept, keptBytes) ?? 0)
    display.show({
      done: done(),
      ...counts,
      rate: ((done() - kept) / ms) * 1000,
      ...(amount && 'pages' in amount && { expected: amount.pages }),
      ...(part !== undefined && { share: part }),
      ...(part !== undefined && own > 0 && { left: (ms * (1 - part)) / own }),
    })
  }
  return {
    passed: way.passed,
    shard: way.shard,
    page(status) {
      counts[status]++
      way.done(1)
      show()
    },
    kept(before) {
      const pages = before.clean + before.rejected + before.failed
      const from = way.at()
      for (const status of ['clean', 'rejected', 'failed'] as const) counts[status] += before[status]
      way.done(pages)
      kept += pages
      keptBytes += way.at() - from
      show()
    },
    expect(what) {
      amount = what
    },
    end: () => display.end(),
    spent: () => ({ pages: done() - kept, ms: now() - began }),
  }
}

const share = (part: number, whole: number): number => Math.min(1, whole > 0 ? part / whole : 0)

/** How far the pages that are done reach into the bytes of the input, as they lie on the disk, packed or not. */
interface Track {
  /** So many more bytes have been cut into pages. */
  passed(bytes: number): void
  /** A shard of so many pages ends where the source is now. */
  shard(pages: number): void
  /** So many more pages are done; those of the oldest shard are taken to be done first. */
  done(pages: number): void
  /** Bytes that the pages done so far take. */
  at(): number
}

function track(): Track {
  const shards: { readonly pages: number; readonly from: number; readonly to: number; done: number }[] = []
  let read = 0
  let cut = 0
  return {
    passed(bytes) {
      read += bytes
    },
    shard(pages) {
      shards.push({ pages, from: cut, to: read, done: 0 })
      cut = read
    },
    done(pages) {
      for (let left = pages; left > 0 && shards.length > 0; ) {
        const oldest = shards[0]!
        const taken = Math.min(left, oldest.pages - oldest.done)
        oldest.done += taken
        left -= taken
        if (oldest.done === oldest.pages && shards.length > 1) shards.shift()
        else break
      }
    },
    at() {
      const [oldest] = shards
      return oldest ? oldest.from + ((oldest.to - oldest.from) * oldest.done) / oldest.pages : 0
    },
  }
}
