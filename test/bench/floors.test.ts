import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { breaches, floorName, floorOf, settleFloors } from '../../bench/floors.ts'

let folder = ''
let path = ''
let said: string[] = []
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'floors-'))
  path = join(folder, 'floors.json')
  said = []
})
afterEach(() => rm(folder, { recursive: true }))

const flags = (more: object = {}) => ({ check: false, write: false, acceptLower: undefined, ...more })
const settle = (f1: number, more: object) =>
  settleFloors(
    { set: floorOf('d1', 10, { F1: f1, empty: Number.NaN }) },
    flags(more),
    (line) => said.push(line),
    path,
  )

test('a floor once written holds until a reason is given', async () => {
  expect(await settle(0.9, { write: true })).toBe(0)
  expect(await settle(0.9, { check: true })).toBe(0)
  expect(await settle(0.88, { check: true })).toBe(1)
  expect(said.join()).toContain('F1 0.88 is under 0.9')
  expect(await settle(0.88, { write: true })).toBe(1)
  expect(await settle(0.88, { write: true, acceptLower: 'captions are kept apart now' })).toBe(0)
  expect(JSON.parse(await readFile(path, 'utf8')).set).toMatchObject({
    scores: { F1: 0.88 },
    lowered: 'captions are kept apart now',
  })
  expect(await settle(0.88, { check: true })).toBe(0)
})

test('without a floor a check fails; without a flag nothing is looked at', async () => {
  expect(await settle(0.9, { check: true })).toBe(1)
  expect(await settle(0.9, {})).toBe(0)
})

test('another file or another number of pages is a breach', () => {
  const floor = floorOf('d1', 10, { F1: 0.9 })
  expect(breaches('set', floor, floorOf('d2', 10, { F1: 0.9 }))).toHaveLength(1)
  expect(breaches('set', floor, floorOf('d1', 9, { F1: 0.9 }))).toHaveLength(1)
  expect(breaches('set', floor, floorOf('d1', 10, { F1: 0.8997 }))).toEqual([])
  expect(breaches('set', floor, floorOf('d1', 10, {}))).toHaveLength(1)
})

test('shares of wrong and invented answers are held from above', () => {
  const floor = floorOf('d1', 10, { 'authors invented': 0.04, 'authors wrong': 0.1, 'title unfounded': 0 })
  const now = (invented: number) =>
    floorOf('d1', 10, { 'authors invented': invented, 'authors wrong': 0.05, 'title unfounded': 0 })
  expect(breaches('set', floor, now(0.04))).toEqual([])
  expect(breaches('set', floor, now(0.06))).toEqual(['set: authors invented 0.06 is over 0.04'])
})

test('a floor is named by its selection', () => {
  expect(floorName('n4k', { holdout: 'all' })).toBe('n4k')
  expect(floorName('wcxb', { holdout: 'odd', types: ['article'], sample: 40 })).toBe(
    'wcxb types=article holdout=odd sample=40',
  )
})
