import { deflateRawSync } from 'node:zlib'
import type { Outcome } from '../core/article.ts'
import { comparePages, type PageChange } from './diff/compare.ts'
import { pairPages } from './diff/diff.ts'
import type { Names } from './diff/tell.ts'
import { dataBlock, type Frame, frameEnd, frameStart } from './frame.ts'
import { indexWriter } from './index-of.ts'
import { packPage } from './packed.ts'
import { COMPARE_SKELETON, skeleton } from './skeleton.ts'

export interface ReportOptions {
  /** Accepted samples are handed to the server the page came from. Default false. */
  readonly live?: boolean
}

export const reviewFrame = (live: boolean): Frame => ({
  title: 'dechaff review',
  script: 'review/page',
  body: skeleton({ called: 'review' }),
  live,
})

const packed = (value: unknown): string =>
  deflateRawSync(JSON.stringify(value), { level: 9 }).toString('base64')

/**
 * The report, a piece at a time: the frame, a packed chunk of data for each page as it comes, the index, the script.
 * Whatever a page says is in the chunks and the index only, and these are data blocks no browser runs.
 */
export async function* reportParts(
  pages: AsyncIterable<Outcome> | Iterable<Outcome>,
  { live = false }: ReportOptions = {},
): AsyncGenerator<string> {
  const frame = reviewFrame(live)
  const index = indexWriter()
  yield frameStart(frame)
  let number = 0
  for await (const page of pages) {
    index.add(page)
    yield dataBlock(`page-${number++}`, packed(packPage(page)))
  }
  yield dataBlock('index', index.done(live))
  yield frameEnd(frame)
}

/** Two runs side by side, as a page of the same kind: every page that changed, with both of its records; `told` hears how many. */
export async function* comparisonParts(
  a: AsyncIterable<Outcome>,
  b: AsyncIterable<Outcome>,
  names: Names,
  told: (sum: { readonly pages: number; readonly changed: number }) => void = () => {},
): AsyncGenerator<string> {
  const frame: Frame = { title: 'dechaff diff', script: 'review/compare', body: COMPARE_SKELETON }
  const index = indexWriter()
  const only: { readonly id: string; readonly in: string }[] = []
  let [pages, number] = [0, 0]
  yield frameStart(frame)
  for await (const pair of pairPages(a, b)) {
    pages++
    if (!pair.a || !pair.b) only.push({ id: pair.id, in: pair.a ? names.a : names.b })
    else {
      const change = comparePages(pair.a, pair.b)
      if (!change) continue
      index.add(pair.b, sizeOf(change))
      yield dataBlock(`page-${number++}`, packed({ a: packPage(pair.a), b: packPage(pair.b) }))
    }
  }
  told({ pages, changed: number + only.length })
  yield dataBlock('index', { ...index.done(false), names, only, compared: pages })
  yield frameEnd(frame)
}

const sizeOf = ({ lost, gained, fields, status: [before, after] }: PageChange) => ({
  lost: lost.length,
  gained: gained.length,
  fields: fields.length,
  ...(before !== after && { before }),
})
