import { answer } from '../pool.ts'
import { CONTENDERS, type Contender } from './contenders.ts'
import type { RacePage } from './race.ts'

/** What a contender used for some pages, one after another. */
export interface Use {
  /** CPU time of all threads of the process from the first page to the last, in milliseconds. */
  readonly total: number
  /** The same page by page, without what the collector did between them; NaN where it failed. */
  readonly cpu: readonly number[]
  /** Memory held after the last page, and the most ever held, in bytes. */
  readonly resident: number
  readonly peak: number
}

let contender: Contender | undefined

const spent = (since: NodeJS.CpuUsage) => {
  const { user, system } = process.cpuUsage(since)
  return (user + system) / 1000
}

answer(async (task: string, name: string): Promise<Use> => {
  contender ??= await CONTENDERS[name]!()
  const pages = (JSON.parse(task) as RacePage[]).map((page) => ({
    ...page,
    bytes: Buffer.from(page.html ?? page.text ?? ''),
  }))
  const cpu: number[] = []
  const first = process.cpuUsage()
  for (const page of pages) {
    const start = process.cpuUsage()
    try {
      await contender(page)
      cpu.push(spent(start))
    } catch {
      cpu.push(Number.NaN)
    }
    // as between the pages of any batch, so that what waits for its turn gets it
    await new Promise(setImmediate)
  }
  return {
    total: spent(first),
    cpu,
    resident: process.memoryUsage.rss(),
    peak: process.resourceUsage().maxRSS * 1024,
  }
})
