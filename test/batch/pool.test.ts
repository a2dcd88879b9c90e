import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { cleanAll } from '../../src/batch/clean-all.ts'
import { startPool } from '../../src/batch/pool.ts'
import { outcomeOf, readRecord } from '../../src/batch/record.ts'
import type { Outcome } from '../../src/core/article.ts'
import type { Dump } from '../../src/core/dump.ts'
import { collect } from './bytes-of.ts'

// the processes run the build (`npm test` makes it first), with a stub for the cleaner
const cleaner = new URL('./stub-cleaner.mjs', import.meta.url).href
const MIB = 1024 * 1024
const pool = startPool({ cleaner, clean: {}, deadline: 700, memory: 250 * MIB })
const patient = startPool({ cleaner, clean: {}, deadline: 30_000, memory: 250 * MIB })
afterAll(() => {
  pool.close()
  patient.close()
})

async function outcomeFor(dump: Dump & { readonly id: string }, using = pool): Promise<Outcome> {
  const { record } = await using.clean({ place: dump.id, size: 1, parcel: { kind: 'dump', dump } })
  return outcomeOf(readRecord(record))
}

let number = 0
const clean = async (text: string, using = pool): Promise<string> => {
  const outcome = await outcomeFor({ id: `p${number++}`, text }, using)
  return outcome.status === 'clean'
    ? outcome.articles[0]!.text
    : `${outcome.status} ${outcome.reason?.code}: ${outcome.reason?.message}`
}

describe('a page in a process of its own', () => {
  it('that is fine comes back', async () => {
    expect(await clean('hello')).toBe('hello')
    expect(await clean(' ')).toBe('rejected empty: holds no text')
  })

  it.each([
    ['@spin', 'failed timeout: took longer than 0.7 s'],
    ['@idle', 'failed timeout: took longer than 0.7 s'],
    ['@exit 3', 'failed crash: its process ended with code 3'],
    ['@exit 0', 'failed crash: its process ended with code 0'],
    ['@abort', 'failed crash: its process ended with SIGABRT'],
    ['@throw sorry', 'failed error: sorry'],
  ])('that goes wrong (%s) is one failed page, and the next one is fine', async (page, told) => {
    expect(await clean(page)).toBe(told)
    expect(await clean('next')).toBe('next')
  })

  it.each(['@grow', '@heap'])(
    'that takes too much memory (%s) is one failed page, and the next one is fine',
    async (page) => {
      expect(await clean(page, patient)).toBe('failed memory: needed more than 250 MiB')
      expect(await clean('next', patient)).toBe('next')
    },
  )

  it('has no network, no children, and no file to write', async () => {
    expect(await clean('@fetch')).toBe('could: nothing')
  })

  it('keeps text as it was: lone surrogates, NUL, bytes that are no UTF-8', async () => {
    expect(await clean('a\ud800b\0c')).toBe('a\ud800b\0c')
    const outcome = await outcomeFor({ id: 'x', bytes: new Uint8Array([0xff, 0xfe, 0x41]) })
    expect(outcome.articles[0]?.text).toBe('\ufffd\ufffdA')
  })
})

describe('small pages together in one process', () => {
  const together = async (...texts: string[]): Promise<string[]> => {
    const inputs = texts.map((text, at) => ({
      place: `line ${at}`,
      size: text.length,
      parcel: {
        kind: 'line',
        path: 'f',
        bytes: Buffer.from(JSON.stringify({ id: `id ${at}`, text })),
      } as const,
    }))
    return (await pool.cleanMany(inputs)).map(({ record }) => {
      const { id, reason, articles } = outcomeOf(readRecord(record))
      return `${id} ${reason?.code ?? articles[0]?.text}`
    })
  }

  it('come back in order', async () => {
    expect(await together('one', '', 'three')).toEqual(['id 0 one', 'id 1 empty', 'id 2 three'])
  })

  it.each([
    ['@exit 3', 'crash'],
    ['@spin', 'timeout'],
    ['@idle', 'timeout'],
    ['@throw no', 'error'],
  ])('are each themselves though one of them breaks the process: %s', async (page, code) => {
    expect(await together('one', page, 'three', '@slow 1', page)).toEqual([
      'id 0 one',
      `id 1 ${code}`,
      'id 2 three',
      'id 3 @slow 1',
      `id 4 ${code}`,
    ])
  })
})

describe('the pool', () => {
  it('replaces a process after so many pages, and keeps it till then', async () => {
    const recycling = startPool({ cleaner, clean: {}, recycle: 2 })
    const said = [
      await clean('@who', recycling),
      await clean('@who', recycling),
      await clean('@who', recycling),
    ]
    recycling.close()
    expect(said[0]).toBe(said[1])
    expect(said[2]).not.toBe(said[1])
  })

  it('gives up pages in hand when it is closed', async () => {
    const closing = startPool({ cleaner, clean: {} })
    expect(await clean('warm', closing)).toBe('warm')
    const hanging = clean('@idle', closing)
    closing.close()
    expect(await hanging).toMatch(/^failed stopped/)
  })

  it.skipIf(process.platform !== 'linux')(
    'replaces a process that is killed from outside, at work or while it starts, and fails no page for it',
    async () => {
      const killed = startPool({ cleaner, clean: {} })
      const children = (): string[] =>
        readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8').trim().split(' ')
      const known = new Set(children())
      let kills = 0
      // the first three processes are killed as soon as they are seen: starting, or with the page in hand
      const eye = setInterval(() => {
        for (const pid of children().filter((one) => one !== '' && !known.has(one))) {
          known.add(pid)
          if (kills++ < 3) process.kill(Number(pid), 'SIGKILL')
        }
      }, 1)
      expect(await clean('survives', killed)).toBe('survives')
      clearInterval(eye)
      expect(kills).toBeGreaterThan(3)
      killed.close()
    },
  )

  it('gives up a page over which one fresh process after another is killed', async () => {
    const killer = startPool({ cleaner, clean: {} })
    expect(await clean('@killed', killer)).toBe('failed crash: its process ended with SIGKILL')
    expect(await clean('fine', killer)).toBe('fine')
    killer.close()
  })

  it('says so where the cleaner cannot be loaded', async () => {
    const broken = startPool({ cleaner: 'file:///nowhere/cleaner.js', clean: {} })
    await expect(clean('x', broken)).rejects.toThrow(/cannot start: .*nowhere/)
    broken.close()
  })
})

describe('cleanAll', () => {
  const options = { cleaner, concurrency: 2, deadline: 700 }

  it('yields one outcome a dump, in order, bad ones among them', async () => {
    const dumps = ['one', '@slow 60', '', '@exit 1', 'five'].map((text, at) => ({ id: `d${at}`, text }))
    const outcomes = await collect(cleanAll(dumps, options))
    expect(outcomes.map(({ id, status }) => `${id} ${status}`)).toEqual([
      'd0 clean',
      'd1 clean',
      'd2 rejected',
      'd3 failed',
      'd4 clean',
    ])
  })

  it('names a dump without a name by its content, and takes the markup of a document', async () => {
    const document = { documentElement: { outerHTML: '<html>doc</html>' } }
    const [text, page] = await collect(cleanAll([{ text: 'same' }, { document }], options))
    expect(text?.id).toMatch(/^[0-9a-f]{16}$/)
    expect(page?.articles[0]?.text).toBe('<html>doc</html>')
  })

  it('stops at once when the signal fires', async () => {
    const controller = new AbortController()
    const outcomes = cleanAll([{ text: 'a' }, { text: '@idle' }], {
      cleaner,
      concurrency: 1,
      signal: controller.signal,
    })
    expect((await outcomes.next()).value?.status).toBe('clean')
    setTimeout(() => controller.abort(new Error('enough')), 30)
    await expect(outcomes.next()).rejects.toThrow('enough')
  })
})
