import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Child } from '../../src/batch/child.ts'
import { watchOver } from '../../src/batch/pool.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const MIB = 1024 * 1024
/** A process that says of itself what a test lets it say. */
function process(): { cpu: number; running: boolean; resident: number; killed: boolean; child: Child } {
  const told = { cpu: 0, running: true, resident: MIB, killed: false }
  const child: Child = {
    send() {},
    next: () => new Promise(() => {}),
    kill: () => {
      told.killed = true
    },
    resident: () => told.resident,
    cpu: () => told.cpu,
    running: () => told.running,
    close() {},
  }
  return Object.assign(told, { child })
}

describe('a page is given up', () => {
  const start = () => {
    const seen = process()
    return { seen, watch: watchOver(seen.child, 10_000, 100 * MIB) }
  }

  it('when its thread has used its time, or does nothing, or six times have passed', () => {
    for (const [ms, change] of [
      [10_000, { cpu: 10_000 }],
      [10_000, { running: false }],
      [60_000, {}],
    ] as const) {
      const { seen, watch } = start()
      vi.advanceTimersByTime(200)
      Object.assign(seen, change)
      vi.advanceTimersByTime(ms - 400)
      expect(watch.verdict()).toBeUndefined()
      vi.advanceTimersByTime(300)
      expect(watch.verdict()?.code).toBe('timeout')
      expect(seen.killed).toBe(true)
      watch.stop()
    }
  })

  it('at once when it takes too much memory', () => {
    const { seen, watch } = start()
    seen.resident = 101 * MIB
    vi.advanceTimersByTime(100)
    expect(watch.verdict()?.code).toBe('memory')
    watch.stop()
  })

  it('not for time the watch itself slept through, nor for that of the page before', () => {
    const { seen, watch } = start()
    seen.running = false
    vi.advanceTimersByTime(8000)
    // as a machine that was put to sleep: the clock goes on, no timer does
    vi.setSystemTime(Date.now() + 3_600_000)
    const clock = vi.spyOn(performance, 'now')
    clock.mockReturnValue(performance.now() + 3_600_000)
    vi.advanceTimersByTime(100)
    clock.mockRestore()
    expect(watch.verdict()).toBeUndefined()
    watch.next()
    vi.advanceTimersByTime(9900)
    expect(watch.verdict()).toBeUndefined()
    watch.stop()
  })
})
