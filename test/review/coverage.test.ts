import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { holdUp, ruleCounter, tellCoverage } from '../../src/review/coverage.ts'
import { readSamples } from '../../src/samples/folder.ts'
import { blocksOf, record, vote } from './records.ts'

test('fired, decided, outvoted and never fired', () => {
  const counter = ruleCounter()
  counter.add(
    record(
      'a',
      blocksOf([
        ['One', vote('prose', 2), vote('menu', -1)],
        ['Two', vote('prose', 1), vote('menu', -3)],
        ['Three', vote('prose', 2), vote('dense', 2)],
      ]),
    ),
  )
  counter.add(record('b', blocksOf([['Four', vote('menu', -1)]])))
  const counts = counter.counts(['prose', 'menu', 'dense', 'silent'])
  const of = (rule: string) => counts.find((one) => one.rule === rule)
  expect(of('prose')).toEqual({ rule: 'prose', fired: 3, pages: 1, decided: 1, outvoted: 1 })
  expect(of('menu')).toEqual({ rule: 'menu', fired: 3, pages: 2, decided: 1, outvoted: 1 })
  expect(of('dense')).toMatchObject({ fired: 1, decided: 0, outvoted: 0 })
  expect(of('silent')).toMatchObject({ fired: 0, pages: 0 })
  const told = tellCoverage({ pages: 2, rules: counts })
  expect(told).toMatch(/^2 pages, 3 of 4 rules fired\n/)
  expect(told).toMatch(/never fired\n {2}silent\n/)
})

const PAGE = `The weir at Stannick will be lowered by half a metre next spring, the water board said on Monday.

Two families of otters will have to move, and a shelter is being built for them further down the stream.

Copyright 2023 Stannick Gazette

Work is expected to take nine weeks, after which the path along the bank will be opened again to walkers.
`

test('a rule holds a sample up that fails without it', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'dechaff-held-'))
  await mkdir(join(dir, 'weir'))
  await writeFile(join(dir, 'weir/page.txt'), PAGE)
  await writeFile(join(dir, 'mine.yaml'), 'name: mine\nbias: 3\nrules:\n  copyright: { weight: 12 }\n')
  await writeFile(
    join(dir, 'weir/want.yaml'),
    'why: otters\npipeline: ../mine.yaml\nkeep: [Two families of otters]\ndrop: [{ text: Copyright 2023 Stannick Gazette, role: footer }]\n',
  )
  const [sample] = await readSamples(dir)
  const { outcome, held } = await holdUp(sample!)
  expect(outcome.status).toBe('clean')
  expect(held.filter(({ rule }) => rule === 'copyright')).toMatchObject([
    { sample: 'weir', message: expect.stringContaining('Copyright 2023') },
  ])
  expect(held.map(({ rule }) => rule)).not.toContain('share-bar')
})
