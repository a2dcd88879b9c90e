// Takes parts of runs out of the queue: `node worker.mjs`, as many as there are machines. DECHAFF: the program, REDIS: the queue.
import { spawn } from 'node:child_process'
import { UnrecoverableError, Worker } from 'bullmq'

const [program, ...before] = (process.env.DECHAFF ?? 'dechaff').split(' ')
const connection = { url: process.env.REDIS ?? 'redis://127.0.0.1:6379', maxRetriesPerRequest: null }

/** Codes with which the same call ends again: wrong call, nothing to read, more failed pages than allowed. */
const FINAL = new Set([1, 2, 65])

const children = new Set()
function run(words) {
  const child = spawn(program, [...before, ...words], { stdio: ['ignore', 'inherit', 'inherit'] })
  children.add(child)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => {
      children.delete(child)
      if (code === 0) resolve()
      else reject(new (FINAL.has(code) ? UnrecoverableError : Error)(`ended with ${code ?? signal}`))
    })
  })
}

// a job whose worker was killed is stalled when its lock has run out, and another worker takes it; the run folder knows how far
// it was, and a command the killed worker left behind holds its lock until it is done: then the job ends with 75, and comes again
const worker = new Worker('dechaff', ({ data }) => run(data.words), {
  connection,
  lockDuration: Number(process.env.LOCK ?? 30_000),
  stalledInterval: Number(process.env.LOCK ?? 30_000),
  maxStalledCount: 5,
})
worker.on('failed', (job, error) => console.error(`${job?.name} ${job?.id}: ${error.message}`))

for (const signal of ['SIGTERM', 'SIGINT'])
  process.once(signal, async () => {
    for (const child of children) child.kill('SIGTERM')
    await worker.close()
  })
