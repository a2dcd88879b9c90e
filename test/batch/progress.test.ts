import { Writable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { displayOn } from '../../src/batch/display.ts'
import { type Progress, progress } from '../../src/batch/progress.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

interface Screen {
  readonly bar: Progress
  readonly text: () => string
}

async function screen(isTTY: boolean, quiet: boolean): Promise<Screen> {
  let text = ''
  const write = (chunk: Buffer, _: string, done: () => void): void => {
    text += chunk
    done()
  }
  const to = Object.assign(new Writable({ write }), { isTTY, columns: 120 })
  return { bar: progress(await displayOn({ to, quiet })), text: () => text }
}

/** Runs a progress over `pages`, one a second, and returns what it wrote. */
async function watch(isTTY: boolean, quiet: boolean, pages: number, expected?: number): Promise<string> {
  const { bar, text } = await screen(isTTY, quiet)
  if (expected !== undefined) bar.expect({ pages: expected })
  for (let at = 0; at < pages; at++) {
    vi.advanceTimersByTime(1000)
    bar.page?.(at % 5 === 0 ? 'failed' : 'clean')
  }
  bar.end()
  return text()
}

describe('progress', () => {
  it('is one line, redrawn, on a terminal: a bar, pages, rate, time left, and what became of them', async () => {
    const text = await watch(true, false, 10, 10)
    expect(text).not.toContain('\n')
    expect(text).toMatch(/█{12}░{12} 5\/10 pages {2}1\.0\/s {2}0:05 left {2}4 clean, 0 rejected, 1 failed/)
  })

  it('has no bar and no time left where nobody knows how many pages come', async () => {
    const text = await watch(true, false, 10)
    expect(text).toContain('10 pages  1.0/s  8 clean, 0 rejected, 2 failed')
    expect(text).not.toMatch(/[█░]|left/)
  })

  it('does not count pages of an earlier run into the rate', async () => {
    const { bar, text } = await screen(true, false)
    bar.kept?.({ clean: 500, rejected: 0, failed: 0 })
    vi.advanceTimersByTime(2000)
    bar.page?.('clean')
    bar.end()
    expect(text()).toContain('501 pages  0.5/s')
  })

  it('leaves the terminal as it was: the line is cleared, no timer runs on', async () => {
    const text = await watch(true, false, 3)
    expect(text.endsWith('\u001b[2K')).toBe(true)
    expect(text).not.toContain('\u001b[?25l')
    expect(vi.getTimerCount()).toBe(0)
  })

  it('is a line now and then elsewhere, without a control character', async () => {
    const text = await watch(false, false, 100)
    expect(text.split('\n').length - 1).toBe(3)
    expect(text).not.toMatch(/[\r\u001b█]/)
  })

  it('is nothing where quiet', async () => {
    expect(await watch(true, true, 50)).toBe('')
  })

  it('tells the time left by the bytes of the input where nobody knows how many pages come', async () => {
    const { bar, text } = await screen(true, false)
    bar.expect({ bytes: 1000 })
    // two shards of two pages; the source is ahead of the pages
    bar.passed(100)
    bar.passed(100)
    bar.shard?.(2)
    bar.passed(600)
    bar.shard?.(2)
    for (let page = 0; page < 3; page++) {
      vi.advanceTimersByTime(1000)
      bar.page?.('clean')
    }
    bar.end()
    expect(text()).toContain('1 pages  10%  1.0/s  0:09 left')
    expect(text()).toMatch(/█{12}░{12} 3 pages {2}50% {2}1\.0\/s {2}0:03 left/)
  })

  it('does not count bytes of an earlier run into the pace, and knows a limit', async () => {
    const { bar, text } = await screen(true, false)
    bar.expect({ bytes: 1000, most: 40 })
    bar.passed(500)
    bar.shard?.(10)
    bar.kept?.({ clean: 10, rejected: 0, failed: 0 })
    bar.passed(10)
    bar.shard?.(10)
    for (let page = 0; page < 10; page++) {
      vi.advanceTimersByTime(100)
      bar.page?.('clean')
    }
    bar.end()
    // of bytes 1 % is done in a second, and of pages a quarter of the limit, half of it by this run
    expect(text()).toContain('20 pages  51%  10.0/s')
    expect(text()).toContain('0:49 left')
  })
})
