import { answer } from '../pool.ts'
import { CONTENDERS, type Contender } from './contenders.ts'

/** What a contender used for one page. */
export interface Use {
  /** CPU time of all threads of the process, in milliseconds. */
  readonly cpu: number
  /** Memory held after the page, and the most ever held, in bytes. */
  readonly resident: number
  readonly peak: number
  readonly found: number
}

let contender: Contender | undefined

answer(async (task: string, name: string): Promise<Use> => {
  contender ??= await CONTENDERS[name]!()
  const { html, text, url } = JSON.parse(task) as { html?: string; text?: string; url?: string }
  const bytes = Buffer.from(html ?? text ?? '')
  const start = process.cpuUsage()
  const found = await contender({ bytes, ...(html === undefined ? {} : { html }), ...(url ? { url } : {}) })
  const { user, system } = process.cpuUsage(start)
  return {
    cpu: (user + system) / 1000,
    resident: process.memoryUsage.rss(),
    peak: process.resourceUsage().maxRSS * 1024,
    found,
  }
})
