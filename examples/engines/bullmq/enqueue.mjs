// Puts a run into the queue: `node enqueue.mjs PARTS OUT INPUT...`, where INPUT are words for `dechaff run` (files, or --list FILE).
// The merge waits for all parts: it is their parent. A run that is in the queue already is left as it is.
import { FlowProducer } from 'bullmq'

const [parts, out, ...input] = process.argv.slice(2)
const connection = { url: process.env.REDIS ?? 'redis://127.0.0.1:6379' }
// 74 and 75 and kills are tried again, later each time
const again = { attempts: 6, backoff: { type: 'exponential', delay: Number(process.env.BACKOFF ?? 5000) } }
const flow = new FlowProducer({ connection })
const children = Array.from({ length: Number(parts) }, (_, at) => ({
  name: 'part',
  queueName: 'dechaff',
  data: { words: ['run', ...input, '--out', out, '--shard', `${at + 1}/${parts}`, '-j', '1', '--quiet'] },
  opts: { ...again, failParentOnFailure: true },
}))
const { job } = await flow.add({
  name: 'merge',
  queueName: 'dechaff',
  data: { words: ['merge', out] },
  opts: again,
  children,
})
console.log(job.id)
await flow.close()
