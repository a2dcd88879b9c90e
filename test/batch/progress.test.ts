import { describe, expect, it } from 'vitest'
import { progress } from '../../src/batch/progress.ts'

/** Runs a progress over `pages`, one a second, and returns what it wrote. */
function watch(isTTY: boolean, quiet: boolean, pages: number): string {
  let time = 0
  let text = ''
  const to = { isTTY, columns: 120, write: (more: string) => (text += more) }
  const bar = progress({ to, quiet, now: () => time })
  bar.expect(pages)
  for (let at = 0; at < pages; at++) {
    time += 1000
    bar.page?.('failed', at, () => `p${at}`)
  }
  bar.end()
  return text
}

describe('progress', () => {
  it('is one line, redrawn, on a terminal', () => {
    const text = watch(true, false, 10)
    expect(text).not.toContain('\n')
    expect(text).toContain('5/10 pages  1.0/s  0:05 left  0 clean, 0 rejected, 5 failed')
    expect(text.endsWith('\r\u001b[K')).toBe(true)
  })

  it('is a line now and then elsewhere, without a control character', () => {
    const text = watch(false, false, 100)
    expect(text.split('\n').length - 1).toBe(3)
    expect(text).not.toMatch(/[\r\u001b█]/)
  })

  it('is nothing where quiet', () => {
    expect(watch(true, true, 50)).toBe('')
  })
})
