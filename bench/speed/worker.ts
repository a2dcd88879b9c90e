import { answer } from '../pool.ts'
import { CONTENDERS, type Contender } from './contenders.ts'
import type { RacePage } from './race.ts'

/** What a contender used for some pages, one after another. */
export interface Use {
  /** CPU time of all threads of the process from the first page to the last, in milliseconds. */
  readonly total: number
  /** The same for each page that did not fail, without what the collector did between them. */
  readonly cpu: readonly number[]
  /** Memory held after the last page, and the most ever held, in bytes. */
  readonly resident: number
  readonly peak: number
  readonly found: number
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
  let found = 0
  const first = process.cpuUsage()
  for (const page of pages) {
    const start = process.cpuUsage()
    try {
      found += await contender(page)
      cpu.push(spent(start))
    } catch {
      // a page that fails is missing among the others, and counted there
    }
    // as between the pages of any batch, so that what waits for its turn gets it
    await new Promise(setImmediate)
  }
  return {
    total: spent(first),
    cpu,
    resident: process.memoryUsage.rss(),
    peak: process.resourceUsage().maxRSS * 1024,
    found,
  }
})
