/** Measures how cost grows with size: `npm run bench:growth`; see docs/measuring.md. */
import type { Door } from '../../src/core/page.ts'
import { listOf, readOptions } from '../options.ts'
import { openChild } from '../pool.ts'
import { exponent } from './exponent.ts'
import { HTML_SHAPES, TEXT_SHAPES } from './shapes.ts'
import type { GrowthTask } from './worker.ts'

const SIZES = [100_000, 200_000, 400_000, 800_000, 1_600_000]
const MOST = 1.15
const USAGE = 'usage: npm run bench:growth -- [--door html,text] [--shape NAME,...] [--report-only]'

const values = readOptions(
  { door: { type: 'string' }, shape: { type: 'string' }, 'report-only': { type: 'boolean', default: false } },
  USAGE,
)
const doors = (listOf(values.door) ?? ['html', 'text']) as Door[]
const wanted = listOf(values.shape)
const child = openChild<number>({ worker: new URL('./worker.ts', import.meta.url), settings: null })
let steepest = 0

async function measure(task: GrowthTask): Promise<number> {
  const answer = await child.ask(JSON.stringify(task))
  if ('result' in answer) return answer.result
  process.stderr.write(`${task.door}, ${task.shape}, ${task.size}: ${answer.error}\n`)
  return Number.NaN
}

/** Rows are shown as they are measured: a steep shape can take minutes. */
function sayRow(name: string, cells: readonly string[]) {
  process.stdout.write(
    `${name.padEnd(32)}${cells.map((cell) => cell.padStart(11)).join('')}`.trimEnd().concat('\n'),
  )
}

sayRow('CPU ms', [...SIZES.map((size) => `${size / 1000} kB`), 'exponent'])
for (const door of doors) {
  const shapes = Object.keys(door === 'html' ? HTML_SHAPES : TEXT_SHAPES)
  // The first runs of a process pay for compiling: they are made on pages that are not counted.
  for (const size of SIZES.slice(0, 3)) await measure({ door, shape: 'flat paragraphs', size })
  for (const shape of shapes.filter((name) => wanted?.includes(name) ?? true)) {
    const costs: number[] = []
    for (const size of SIZES) costs.push(await measure({ door, shape, size }))
    const slope = exponent(SIZES, costs)
    // What failed or could not be measured is no proof of being linear.
    steepest = Math.max(steepest, Number.isNaN(slope) ? Number.POSITIVE_INFINITY : slope)
    sayRow(`${door}: ${shape}`, [
      ...costs.map((cost) => cost.toFixed(1)),
      slope.toFixed(3),
      slope <= MOST ? '' : 'too steep',
    ])
  }
}
child.end()
process.exitCode = steepest > MOST && !values['report-only'] ? 1 : 0
