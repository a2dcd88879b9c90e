import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { findTwins, type TwinRecord } from '../../src/batch/find-twins.ts'
import { bandsOf, jaccard, shinglesOf } from '../../src/twins/sketch.ts'
import { folder, put } from '../batch/folder.ts'

vi.setConfig({ testTimeout: 180_000 })

/** Words nobody wrote, the same every time. */
function wordsOf(seed: number, count: number): string[] {
  let state = seed * 2_654_435_761
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return `w${(state >>> 8) % 5000}`
  })
}
const story = (seed: number, count = 200): string => wordsOf(seed, count).join(' ')
/** Every `nth` word another one. */
const edited = (text: string, nth: number): string =>
  text
    .split(' ')
    .map((word, i) => (i % nth === nth - 1 ? `${word}x` : word))
    .join(' ')

const find = async (records: readonly TwinRecord[], options: object = {}) =>
  findTwins(records, { near: join(folder(), 'x'), ...options })

describe('shingles', () => {
  it('are of five words, whatever the case and the marks between them', () => {
    const one = shinglesOf('The bridge, over the Lenne, is OPEN again.')
    expect(one).toHaveLength(4)
    expect(jaccard(one, shinglesOf('the BRIDGE over “the Lenne” is open -- again'))).toBe(1)
  })

  it('are of five characters where words are not parted', () => {
    expect(shinglesOf('大桥今天重新开放')).toHaveLength(4)
    expect(jaccard(shinglesOf('大桥今天重新开放'), shinglesOf('大桥昨天重新开放'))).toBeCloseTo(1 / 7)
  })

  it('are one of all where there are fewer words, and none without any', () => {
    expect(shinglesOf('open again')).toHaveLength(1)
    expect(shinglesOf(' … ')).toHaveLength(0)
  })

  it('give the Jaccard similarity of their sets', () => {
    const set = fc.uniqueArray(fc.nat(60)).map((all) => Uint32Array.from(all.sort((a, b) => a - b)))
    fc.assert(
      fc.property(set, set, (a, b) => {
        const shared = a.filter((one) => b.includes(one)).length
        const union = new Set([...a, ...b]).size
        expect(jaccard(a, b)).toBeCloseTo(union === 0 ? 0 : shared / union)
      }),
    )
  })

  it('share a band where they are alike, and none where they are not', () => {
    const shared = (a: string, b: string): number => {
      const bands = new Set(bandsOf(shinglesOf(a)))
      return bandsOf(shinglesOf(b)).filter((band) => bands.has(band)).length
    }
    const pairs = Array.from({ length: 60 }, (_, i) => [story(i, 400), edited(story(i, 400), 40)] as const)
    expect(pairs.filter(([a, b]) => shared(a, b) > 0).length).toBeGreaterThanOrEqual(58)
    expect(pairs.filter(([a], i) => shared(a, pairs[(i + 1) % 60]![0]) > 0)).toEqual([])
  })
})

describe('findTwins', () => {
  const records: TwinRecord[] = [
    { id: 'b', text: story(1), published: '2024-03-02' },
    { id: 'c', text: `${edited(story(1), 100)} and a word more`, published: '2024-03-03' },
    { id: 'a', text: story(1), published: '2024-03-01' },
    { id: 'alone', text: story(2) },
    { id: 'far', text: edited(story(1), 10) },
    { id: 'mute', text: '!' },
    { id: 'mute too', text: '!' },
  ]

  it('tells of each record that has a twin, in the order of clusters and ids', async () => {
    const { twins } = await find(records)
    expect(twins.map(({ id, cluster, clusterSize, keep }) => [id, cluster, clusterSize, keep])).toEqual([
      ['a', 'a', 3, false],
      ['b', 'a', 3, false],
      ['c', 'a', 3, true],
    ])
    expect(twins.map(({ nearest }) => nearest)).toEqual(['b', 'a', 'a'])
    expect(twins[0]!.jaccard).toBe(1)
    expect(twins[2]!.jaccard).toBeGreaterThan(0.85)
  })

  it.each([
    ['longest', 'c'],
    ['earliest', 'a'],
    ['first', 'b'],
  ])('keeps by the rule %s: %s', async (keep, id) => {
    const { twins, dropped } = await find(records, { keep })
    expect(twins.filter((twin) => twin.keep).map((twin) => twin.id)).toEqual([id])
    expect(dropped.size).toBe(2)
  })

  it('knows twins by their exact similarity', async () => {
    expect((await find(records, { atLeast: 1 })).twins.map(({ id }) => id)).toEqual(['a', 'b'])
    const { twins } = await find(records, { atLeast: 0.3 })
    expect(twins.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'far'])
  })

  it('says the same in any order', async () => {
    const crowd = Array.from({ length: 40 }, (_, i) => ({
      id: `copy ${i}`,
      text: edited(story(7, 300), 60 + i),
    }))
    const all = [...records, ...crowd]
    const told = await find(all)
    expect(told.twins).toHaveLength(43)
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(all, { minLength: all.length }), async (shuffled) => {
        expect((await find(shuffled)).twins).toEqual(told.twins)
      }),
      { numRuns: 5 },
    )
  })

  it('compares two sets with each other only', async () => {
    const old = [{ id: 'old', text: story(1), other: true }]
    const { twins, dropped } = await find([...records, ...old], { against: true })
    expect(twins.map(({ id, keep, nearest }) => [id, keep, nearest])).toEqual([
      ['a', false, 'old'],
      ['b', false, 'old'],
      ['c', false, 'old'],
    ])
    expect(dropped.size).toBe(3)
  })
})

describe('dechaff twins', () => {
  const MAIN = join(import.meta.dirname, '../../dist/cli/main.js')
  const dechaff = (cwd: string, ...args: string[]) =>
    spawnSync(process.execPath, [MAIN, ...args], {
      cwd,
      encoding: 'utf8',
    })
  const line = (record: object): string => `${JSON.stringify(record)}\n`

  it('reads the articles of a run, deletes nothing unless asked, and tells what it cannot read', () => {
    const first = line({ page: 'p', part: 1, parts: 2, text: story(1) })
    const second = line({ page: 'p', part: 2, parts: 2, text: story(2) })
    const copy = line({ page: 'q', part: 1, parts: 1, text: `${story(1)} again` })
    const at = put(folder(), { 'articles.jsonl': `${first}${second}no json\n${copy}` })
    const { status, stderr } = dechaff(at, 'twins', 'articles.jsonl', '--drop', 'rest.jsonl')
    expect(status).toBe(0)
    expect(dechaff(at, 'twins', 'articles.jsonl', '--fail-on-failed').status).toBe(1)
    expect(dechaff(at, 'twins', 'nowhere.jsonl').status).toBe(65)
    expect(stderr).toBe(
      'dechaff: articles.jsonl:3: holds no text\n3 records, 2 with twins in 1 clusters, 1 not to keep; 1 could not be read\n',
    )
    const twins = readFileSync(join(at, 'twins.jsonl'), 'utf8').trim().split('\n')
    expect(twins.map((twin) => JSON.parse(twin))).toEqual([
      { id: 'p#1', cluster: 'p#1', clusterSize: 2, keep: false, nearest: 'q', jaccard: 0.995 },
      { id: 'q', cluster: 'p#1', clusterSize: 2, keep: true, nearest: 'p#1', jaccard: 0.995 },
    ])
    expect(readFileSync(join(at, 'rest.jsonl'), 'utf8')).toBe(second + copy)
    expect(readFileSync(join(at, 'articles.jsonl'), 'utf8')).toContain(first)
  })

  it('leaves nothing where it is killed, and then writes the same bytes', async () => {
    const texts = [story(1, 2000), edited(story(1, 2000), 90), story(2, 2000)]
    const records = Array.from({ length: 90 }, (_, i) => line({ id: `r${i}`, text: `${texts[i % 3]} ${i}` }))
    const at = put(folder(), { 'all.jsonl': records.join('') })
    const unbroken = ['twins', 'all.jsonl', '-o', 'unbroken.jsonl', '--drop', 'unbroken-rest.jsonl']
    expect(dechaff(at, ...unbroken).status).toBe(0)
    const killed = spawn(process.execPath, [MAIN, 'twins', '-', '-o', 'twins.jsonl'], { cwd: at })
    // more than a pipe holds: it is read while it is at work, and waits for more
    await new Promise((resolve) => killed.stdin.write(records.join(''), resolve))
    killed.kill('SIGKILL')
    await once(killed, 'close')
    const own = ['all.jsonl', 'unbroken-rest.jsonl', 'unbroken.jsonl']
    expect(readdirSync(at).sort()).toEqual(own)
    expect(dechaff(at, 'twins', 'all.jsonl', '-o', 'twins.jsonl', '--drop', 'rest.jsonl').status).toBe(0)
    expect(readdirSync(at).sort()).toEqual([...own, 'rest.jsonl', 'twins.jsonl'].sort())
    for (const [one, other] of [
      ['twins.jsonl', 'unbroken.jsonl'],
      ['rest.jsonl', 'unbroken-rest.jsonl'],
    ] as const)
      expect(readFileSync(join(at, one))).toEqual(readFileSync(join(at, other)))
  })

  it('is a wrong call with a share that is none', () => {
    expect(dechaff(folder(), 'twins', 'x.jsonl', '--at-least', '2').status).toBe(2)
  })
})
