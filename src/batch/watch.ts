import type { Reason } from '../core/article.ts'
import type { Child } from './child.ts'

/** Milliseconds between two looks at a process. */
const WATCH = 100
/** A page that only waits for a processor gets this many deadlines of the clock. */
const PATIENCE = 6

/** An eye on a process and the page it has in hand. */
export interface Watch {
  /** A page is done, the next one begins. */
  next(): void
  stop(): void
  verdict(): Reason | undefined
}

/** Kills the process that takes too long or too much, and says which it was. */
export function watchOver(child: Child, deadline: number, memory: number): Watch {
  let last = performance.now()
  let waited = 0
  let before: number | undefined
  let verdict: Reason | undefined
  const timer = setInterval(() => {
    const now = performance.now()
    // while this process slept, with the machine or for want of a processor, an answer may have come
    waited += Math.min(now - last, WATCH * 10)
    last = now
    // asking the system is dear, and most pages are done before the first look
    before ??= child.cpu() ?? 0
    if (child.resident() > memory) verdict = tooMuch(memory)
    else if (isOverdue(child, waited, before, deadline)) verdict = tooLong(deadline)
    if (verdict) child.kill()
  }, WATCH)
  return {
    next() {
      last = performance.now()
      waited = 0
      before = undefined
    },
    stop: () => clearInterval(timer),
    verdict: () => verdict,
  }
}

/** On a busy machine a page is judged by the processor time it used, so that the number of processes changes no verdict. */
function isOverdue(child: Child, wall: number, before: number, deadline: number): boolean {
  if (wall < deadline) return false
  const cpu = child.cpu()
  return cpu === undefined || cpu - before >= deadline || wall >= deadline * PATIENCE || !child.running()
}

const tooLong = (deadline: number): Reason => ({
  code: 'timeout',
  message: `took longer than ${deadline / 1000} s`,
  stage: 'process',
})
export const tooMuch = (memory: number): Reason => ({
  code: 'memory',
  message: `needed more than ${Math.floor(memory / 1024 / 1024)} MiB`,
  stage: 'process',
})
