import { Worker } from 'node:worker_threads'

/** Milliseconds between two looks at the parent. */
const EVERY = 1000

const WATCH = `
  const parent = process.ppid
  setInterval(() => { if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL') }, ${EVERY})
`

/**
 * Ends this process when its parent is gone. A page that hangs keeps the process from noticing by itself, and nobody
 * is left to kill it: a thread of its own looks after the parent. Where threads are not to be had, there is no watch.
 */
export function watchParent(): void {
  try {
    const thread = new Worker(WATCH, { eval: true, resourceLimits: { maxOldGenerationSizeMb: 8 } })
    thread.on('error', () => {})
    thread.unref()
  } catch {
    // the parent's end still closes the channel, which every page but a hanging one notices
  }
}
