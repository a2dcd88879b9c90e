import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, it, vi } from 'vitest'
import { countSites } from '../../src/batch/count-sites.ts'
import { type Files, systemFiles } from '../../src/batch/files.ts'
import type { Input } from '../../src/batch/input.ts'
import { type Pool, startPool } from '../../src/batch/pool.ts'
import { pageOf } from '../batch/bytes-of.ts'
import { failing } from '../batch/failing.ts'
import { folder } from '../batch/folder.ts'

vi.setConfig({ testTimeout: 600_000 })

/** Counts what the stub cleaner says: each page adds its site, and each of its words as a line. */
const shared = startPool({ cleaner: new URL('./stub-counter.mjs', import.meta.url).href, clean: {} })
const pool: Pool = { ...shared, close() {} }
afterAll(() => shared.close())

async function* pages(n: number, read: string[] = []): AsyncGenerator<Input> {
  for (let at = 0; at < n; at++) {
    read.push(`p${at}`)
    yield pageOf(`p${at}`, at === 3 ? '' : `word${at % 3} word${at % 2}`)
  }
}

const go = (out: string, more: object = {}, n = 11) =>
  countSites({ inputs: pages(n), out, pool, settings: { as: null }, concurrency: 1, shardPages: 2, ...more })

it('goes on where it was stopped, to the bytes of one count, and leaves nothing else', async () => {
  const whole = join(folder(), 'sites.jsonl')
  const counted = await go(whole)
  expect(counted).toMatchObject({ pages: 10, homeless: 1, failed: 0 })
  const at = folder()
  const out = join(at, 'sites.jsonl')
  const stop = new AbortController()
  let seen = 0
  const watch = { page: () => void (++seen === 5 && stop.abort()) }
  expect(await go(out, { signal: stop.signal, patience: 0, watch })).toBeUndefined()
  expect(existsSync(out)).toBe(false)
  const done = readdirSync(`${out}.counting/.dechaff/shards`).length
  expect(done).toBeGreaterThan(0)
  let again = 0
  expect(await go(out, { watch: { page: () => void again++ } })).toEqual(counted)
  expect(again).toBe(11 - 2 * done)
  expect(readFileSync(out)).toEqual(readFileSync(whole))
  expect(readdirSync(at)).toEqual(['sites.jsonl'])
})

it('counts anew what was counted of other input or under other settings', async () => {
  const [whole, out] = [join(folder(), 'sites.jsonl'), join(folder(), 'sites.jsonl')]
  await go(whole)
  const stopped = async (more: object, n?: number) => {
    const stop = new AbortController()
    let seen = 0
    const watch = { page: () => void (++seen === 5 && stop.abort()) }
    await go(out, { ...more, signal: stop.signal, patience: 0, watch }, n)
  }
  await stopped({ settings: { as: 'text' } })
  await go(out)
  expect(readFileSync(out)).toEqual(readFileSync(whole))
  await stopped({
    inputs: (async function* () {
      yield pageOf('other', 'word9')
      yield* pages(11)
    })(),
  })
  await go(out)
  expect(readFileSync(out)).toEqual(readFileSync(whole))
})

it.each(['error', 'death', 'full'] as const)(
  'loses and doubles nothing on a file system that fails at any call (%s)',
  async (way) => {
    const whole = join(folder(true), 'sites.jsonl')
    await go(whole, {}, 5)
    for (let at = 1; ; at++) {
      const root = folder(true)
      const out = join(root, 'sites.jsonl')
      writeFileSync(join(root, 'mine.txt'), 'precious')
      const { files, met }: { files: Files; met(): boolean } = failing(at, way)
      await go(out, { files }, 5).catch((error: unknown) =>
        expect(String((error as Error).message), `point ${at}`).toMatch(/injected|damaged|gone/),
      )
      // the lock of a process that died is left; here the process lives, and it is made one that is gone
      if (way === 'death') forget(join(`${out}.counting`, '.dechaff/locks'))
      await go(out, { files: systemFiles }, 5)
      expect(readFileSync(out), `point ${at}`).toEqual(readFileSync(whole))
      const left = readdirSync(root).filter((name) => !name.endsWith('.tmp'))
      expect(left, `point ${at}`).toEqual(['mine.txt', 'sites.jsonl'])
      if (!met()) {
        expect(at).toBeGreaterThan(30)
        return
      }
    }
  },
)

function forget(locks: string): void {
  for (const name of existsSync(locks) ? readdirSync(locks) : []) {
    const text = readFileSync(join(locks, name), 'utf8')
    writeFileSync(join(locks, name), text.replace(/"began":"\d+"/, '"began":"1"'))
  }
}
