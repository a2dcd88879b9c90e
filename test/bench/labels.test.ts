import { expect, test } from 'vitest'
import { cover } from '../../bench/align/cover.ts'
import { labelsFromGold, labelsFromLines } from '../../bench/labels.ts'
import { foldedWords } from '../../bench/tokens.ts'
import type { Block } from '../../src/core/block.ts'

const block = (text: string, at: number, more: Partial<Block> = {}): Block => ({
  at,
  kind: 'paragraph',
  text,
  place: { lines: [at + 1, at + 1] },
  ...more,
})
const blocksOf = (...texts: string[]) => texts.map((text, at) => block(text, at))
const keeps = (labels: readonly { keep: number | undefined }[]) => labels.map(({ keep }) => keep)

const FOG = 'The harbour master of Quilby counted forty boats before the fog came in.'
const BREAD = 'A baker in the upper town sells bread shaped like the lighthouse.'
const TAIL = 'Nobody knows yet whether the ferry will sail again on Sunday morning.'

test('blocks in the gold are kept, others dropped', () => {
  const blocks = blocksOf(
    'Home',
    FOG,
    'Subscribe to our letters about tides and boats today',
    BREAD,
    'Contact us',
  )
  expect(keeps(labelsFromGold(blocks, `${FOG}\n\n${BREAD}`))).toEqual([0, 1, 0, 1, 0])
})

test('a short heading is kept beside its aligned neighbour only', () => {
  const blocks = blocksOf('Bread', 'Boats', FOG, 'Bread', BREAD, 'Boats')
  expect(keeps(labelsFromGold(blocks, `${FOG}\nBread\n${BREAD}`))).toEqual([0, 0, 1, 1, 1, 0])
})

test('a block that stands half in the gold says so', () => {
  const [only] = labelsFromGold(blocksOf(`${FOG} ${BREAD}`), FOG)
  expect(only!.keep).toBeGreaterThan(0.4)
  expect(only!.keep).toBeLessThan(0.7)
  expect(only!.mass).toBe(foldedWords(`${FOG} ${BREAD}`).length)
})

test('a paragraph the gold moved is still found, one said twice is kept once and unclear the second time', () => {
  const moved = labelsFromGold(blocksOf(BREAD, FOG, TAIL), `${FOG}\n${TAIL}\n${BREAD}`)
  expect(keeps(moved)).toEqual([1, 1, 1])
  const twice = labelsFromGold(blocksOf(FOG, BREAD, FOG), `${FOG}\n${BREAD}`)
  expect(keeps(twice)).toEqual([1, 1, undefined])
})

test('characters of unspaced scripts align like words', () => {
  const blocks = blocksOf(
    '首页',
    '港务长在雾起之前数了四十条船，把数字记在本子上。',
    '相关阅读：面包与灯塔的故事',
  )
  expect(keeps(labelsFromGold(blocks, '港务长在雾起之前数了四十条船，把数字记在本子上。'))).toEqual([0, 1, 0])
})

test('line labels weigh the lines a block was read from; indifferent lines tell nothing', () => {
  const text = `Menu\nFog at\nQuilby pier today\n\nAnn Lee`
  const blocks = [
    block('Menu', 0),
    block('Fog at Quilby pier today', 1, { place: { lines: [2, 3] } }),
    block('Ann Lee', 2, { place: { lines: [5, 5] } }),
  ]
  expect(keeps(labelsFromLines(blocks, { text, labels: 'DKK-N', gold: 'x' }))).toEqual([0, 1, undefined])
  expect(labelsFromLines(blocks, { text, labels: 'DKD-N', gold: 'x' })[1]!.keep).toBeCloseTo(2 / 5)
})

test('blocks cut out of one line are laid onto the gold', () => {
  const cut = { layout: { blankBefore: 0, blankAfter: 0, indent: 0, cut: true as const } }
  const blocks = [FOG, 'Home Harbour Tides and other links of the page', BREAD].map((text, at) =>
    block(text, at, { ...cut, place: { lines: [1, 1] } }),
  )
  const text = blocks.map((one) => one.text).join(' ')
  expect(keeps(labelsFromLines(blocks, { text, labels: 'N', gold: `${FOG} ${BREAD}` }))).toEqual([1, 0, 1])
})

test('covering tells where a piece lies', () => {
  const { covered, spans } = cover([FOG, BREAD].map(foldedWords), foldedWords(`Lead. ${FOG} ${BREAD}`))
  expect([...covered]).toEqual([13, 12])
  expect(spans).toEqual([
    [1, 14],
    [14, 26],
  ])
})
