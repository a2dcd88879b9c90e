import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Outcome } from '../../src/core/article.ts'
import { clean } from '../../src/index.ts'
import { packPage, unpackPage } from '../../src/review/packed.ts'
import { findSamples, readSample } from '../../src/samples/folder.ts'
import { blocksOf, record, vote } from './records.ts'

/** What the report holds of a record: all but Markdown and the tree of content, weights in thousandths, scores in hundredths. */
function shown({ articles, blocks, ...rest }: Outcome) {
  return {
    ...rest,
    articles: articles.map(({ markdown, content, ...article }) => article),
    ...(blocks && {
      blocks: blocks.map(({ votes, score, ...block }) => ({
        ...block,
        score: expect.closeTo(score, 1.9),
        votes: votes.map(({ weight, ...one }) => ({ ...one, weight: expect.closeTo(weight, 1.9) })),
      })),
    }),
  }
}
const roundTrip = (page: Outcome) => unpackPage(JSON.parse(JSON.stringify(packPage(page))))

test.each(findSamples('samples').filter((_, i) => i % 5 === 0))(
  '%s comes back as it was packed',
  async (folder) => {
    const read = await readSample(folder)
    if (!read.ok) throw new Error(folder)
    const page = await clean({ bytes: read.sample.bytes, path: read.sample.page }, { explain: true })
    expect(roundTrip(page)).toEqual(shown(page))
  },
)

test('whatever blocks and reasons say comes back', () => {
  const words = fc.string({ unit: 'binary', minLength: 1 })
  fc.assert(
    fc.property(
      fc.array(fc.tuple(words, words, fc.double({ min: -9, max: 9, noNaN: true })), { minLength: 1 }),
      (lines) => {
        const blocks = blocksOf(
          lines.map(([text, because, weight]) => [
            text,
            {
              ...vote('one', weight || 1),
              because: `${because} ${text.replaceAll('\u0001', '')}`.replaceAll('\u0001', ' '),
            },
            vote('model', 0.25),
          ]),
        )
        const page = record('page', blocks)
        expect(roundTrip(page)).toEqual(shown(page))
      },
    ),
    { numRuns: 60 },
  )
})

test('a vote the score can do without is not told, and comes back as the rest of it', () => {
  const page = record('page', blocksOf([['A line.', vote('rule', -2), vote('model', 1.5)]]))
  expect(packPage(page).blocks?.ballots).toContainEqual(['model', 'body', null])
  expect(roundTrip(page).blocks?.[0]?.votes[1]?.weight).toBe(1.5)
})
