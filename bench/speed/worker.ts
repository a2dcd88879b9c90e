/** Cleans pages as a contender does, in a process of its own, and tells what that took: lines of JSON in and out. */
import { createInterface } from 'node:readline'
import { CONTENDERS } from './contenders.ts'
import type { RacePage, Use } from './race.ts'

const spent = (since?: NodeJS.CpuUsage) => {
  const { user, system } = process.cpuUsage(since)
  return (user + system) / 1000
}

const [name = '', root = ''] = process.argv.slice(2)
const contender = await CONTENDERS[name]!(root)

async function use(given: readonly RacePage[]): Promise<Use> {
  const pages = given.map((page) => ({ ...page, bytes: Buffer.from(page.html ?? page.text ?? '') }))
  const cpu: number[] = []
  const first = process.cpuUsage()
  for (const page of pages) {
    const start = process.cpuUsage()
    try {
      await contender(page)
      cpu.push(spent(start))
    } catch {
      // a page that fails is missing among the others, and counted there
    }
    // as between the pages of any batch, so that what waits for its turn gets it
    await new Promise(setImmediate)
  }
  const peak = process.resourceUsage().maxRSS * 1024
  return { total: spent(first), whole: spent(), cpu, resident: process.memoryUsage.rss(), peak }
}

for await (const line of createInterface({ input: process.stdin }))
  process.stdout.write(`${JSON.stringify(await use(JSON.parse(line) as RacePage[]))}\n`)
