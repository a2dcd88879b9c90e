// Tries the queue: `node trial.mjs PAGES.jsonl FOLDER`. Redis on a port of its own, two workers, one of them killed with its command;
// 6 parts. Needs Debian's redis-server and `npm install` here. DECHAFF: the program, by default the build of this checkout.
import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Job, Queue } from 'bullmq'

const [pages, folder] = process.argv.slice(2).map((path) => resolve(path))
const at = (path) => fileURLToPath(new URL(path, import.meta.url))
const program = process.env.DECHAFF ?? `${process.execPath} ${at('../../../dist/cli/main.js')}`
const PORT = '16379'
const env = {
  ...process.env,
  REDIS: `redis://127.0.0.1:${PORT}`,
  DECHAFF: program,
  LOCK: '3000',
  BACKOFF: '500',
}
const pause = (ms) => new Promise((done) => setTimeout(done, ms))
const began = Date.now()
const say = (text) => console.log(`${((Date.now() - began) / 1000).toFixed(1).padStart(7)} s  ${text}`)
const dechaff = (...words) => {
  const [file, ...before] = program.split(' ')
  return execFileSync(file, [...before, ...words], { stdio: ['ignore', 'pipe', 'inherit'] }).toString()
}

mkdirSync(folder, { recursive: true })
const [whole, out] = [join(folder, 'whole'), join(folder, 'clean')]
const SIZE = ['--shard-size', '10']
dechaff('run', pages, '--out', whole, '--quiet', ...SIZE)
say(`one run: ${JSON.parse(readFileSync(join(whole, 'report.json'), 'utf8')).in} pages`)

const started = [spawn('redis-server', ['--port', PORT, '--save', '', '--dir', folder], { stdio: 'ignore' })]
const worker = () => {
  const child = spawn(process.execPath, [at('worker.mjs')], { env, stdio: ['ignore', 'ignore', 'inherit'] })
  started.push(child)
  return child
}
try {
  const queue = new Queue('dechaff', { connection: { url: env.REDIS } })
  await queue.waitUntilReady()
  const first = worker()
  worker()
  const words = ['6', out, pages, ...SIZE]
  const id = execFileSync(process.execPath, [at('enqueue.mjs'), ...words], { env })
    .toString()
    .trim()
  say(`queued, two workers: ${first.pid} and ${started.at(-1).pid}`)
  const shards = join(out, '.dechaff/shards')
  while (!existsSync(shards) || readdirSync(shards).length < 2) await pause(20)
  first.kill('SIGKILL')
  say('killed the first with -9')
  worker()
  for (let state = ''; state !== 'completed'; await pause(200)) {
    const job = await Job.fromId(queue, id)
    state = await job.getState()
    if (state === 'failed') throw new Error(`the merge failed: ${job.failedReason}`)
  }
  const counts = await queue.getJobCounts('completed', 'failed', 'active', 'waiting')
  say(`merged; jobs ${JSON.stringify(counts)}`)
  for (const name of ['articles.jsonl', 'rejected.jsonl', 'failed.jsonl', 'report.json'])
    if (!readFileSync(join(whole, name)).equals(readFileSync(join(out, name))))
      throw new Error(`${name} differs from that of one run`)
  say('the bytes are those of one run')
  await queue.close()
} finally {
  for (const child of started.reverse()) child.kill('SIGTERM')
}
