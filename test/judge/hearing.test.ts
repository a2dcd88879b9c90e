import { expect, test } from 'vitest'
import type { Door } from '../../src/core/page.ts'
import { rule } from '../../src/core/rule.ts'
import { measure } from '../../src/facts/measure.ts'
import { hear } from '../../src/judge/votes.ts'
import { loadPipeline } from '../../src/pipeline/load.ts'
import { readText } from '../../src/read/text.ts'

const about = { role: 'promo', doc: 'A test.', weight: 2, examples: [] } as const
const byBlock = (id: string, door?: Door) =>
  rule({
    ...about,
    id,
    ...(door && { door }),
    seeBlock: ({ text }) => (text.startsWith('Buy') ? 'sells' : undefined),
  })
const byPage = (id: string) =>
  rule({
    ...about,
    id,
    *see({ blocks }) {
      for (const { at } of blocks) yield { at, because: 'is there', strength: 0.5 }
    },
  })

async function heard(rules: readonly ReturnType<typeof rule>[]) {
  const pipeline = await loadPipeline('article')
  const { blocks } = readText('The ferry runs every hour.\n\nBuy a ticket', pipeline.limits)
  const page = { door: 'text' as const, blocks, wholes: [], pictures: [], claims: [], limits: [] }
  const settings = Object.fromEntries(rules.map(({ id, weight }) => [id, { weight, options: {} }]))
  const votes = hear(rules, 'page', { page, blocks, ...measure(page) }, { ...pipeline, rules: settings })
  return votes.map((ofBlock) => ofBlock.map((vote) => `${vote.rule} ${vote.weight}`))
}

test('votes stand in the order of the rules, however a rule looks', async () => {
  expect(await heard([byBlock('a'), byPage('b'), byBlock('c'), byPage('d')])).toEqual([
    ['b -1', 'd -1'],
    ['a -2', 'b -1', 'c -2', 'd -1'],
  ])
})

test('a rule for documents is not asked about a dump', async () => {
  expect(await heard([byBlock('a', 'html'), byBlock('b', 'text')])).toEqual([[], ['b -2']])
})
