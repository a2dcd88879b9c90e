import type { Part } from './lock.ts'

/** A part of a run, and who said so. */
export interface PlacedPart extends Part {
  readonly from: string
}

type Environment = Readonly<Record<string, string | undefined>>

/** One engine's way to tell a task its place: numbers from `first` to `last`, `step` apart; the count where it is told too. */
interface Engine {
  readonly name: string
  readonly index: string
  readonly first?: string
  readonly last?: string
  readonly step?: string
  readonly count?: string
}

const ENGINES: readonly Engine[] = [
  {
    name: 'Slurm',
    index: 'SLURM_ARRAY_TASK_ID',
    first: 'SLURM_ARRAY_TASK_MIN',
    last: 'SLURM_ARRAY_TASK_MAX',
    step: 'SLURM_ARRAY_TASK_STEP',
    count: 'SLURM_ARRAY_TASK_COUNT',
  },
  { name: 'Kubernetes', index: 'JOB_COMPLETION_INDEX', count: 'DECHAFF_SHARDS' },
  { name: 'AWS Batch', index: 'AWS_BATCH_JOB_ARRAY_INDEX', count: 'AWS_BATCH_JOB_ARRAY_SIZE' },
  {
    name: 'Grid Engine',
    index: 'SGE_TASK_ID',
    first: 'SGE_TASK_FIRST',
    last: 'SGE_TASK_LAST',
    step: 'SGE_TASK_STEPSIZE',
  },
]

/** `i/N` with i from 1 to N, or undefined. */
export function partIn(text: string): Part | undefined {
  const [, i, n] = /^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? []
  const [index, of] = [Number(i), Number(n)]
  return index >= 1 && index <= of ? { index, of } : undefined
}

/**
 * The part of a run the engine gave this process: `DECHAFF_SHARD=i/N`, else the array of Slurm, Kubernetes (Indexed Job, with
 * `DECHAFF_SHARDS`), AWS Batch or Grid Engine. Throws where nothing, more than one engine, or no sound place is told.
 */
export function partFrom(env: Environment): PlacedPart {
  const own = env.DECHAFF_SHARD
  if (own !== undefined) {
    const part = partIn(own)
    if (!part) throw new Error(`DECHAFF_SHARD is "${own}", and must be i/N with i from 1 to N`)
    return { ...part, from: `DECHAFF_SHARD=${own}` }
  }
  // Grid Engine says "undefined" to tasks of no array
  const found = ENGINES.filter(({ index }) => env[index] !== undefined && env[index] !== 'undefined')
  const [engine, other] = found
  if (!engine)
    throw new Error(
      `no engine tells a place: set DECHAFF_SHARD=i/N, or one of ${ENGINES.map(({ index }) => index).join(', ')}`,
    )
  if (other) throw new Error(`${engine.name} and ${other.name} both tell a place: set DECHAFF_SHARD=i/N`)
  const { index, of } = partBy(engine, env)
  return { index, of, from: `${engine.name}, ${engine.index}=${env[engine.index]}` }
}

function partBy(engine: Engine, env: Environment): Part {
  const number = (name: string | undefined): number | undefined => {
    const text = name === undefined ? undefined : env[name]
    if (text === undefined) return undefined
    if (!/^\d{1,9}$/.test(text)) throw new Error(`${name} is "${text}", and must be a whole number`)
    return Number(text)
  }
  const first = number(engine.first) ?? 0
  const last = number(engine.last)
  const step = Math.max(number(engine.step) ?? 1, 1)
  const spanned = last === undefined ? undefined : Math.floor((last - first) / step) + 1
  const of = number(engine.count) ?? spanned ?? number('DECHAFF_SHARDS')
  if (of === undefined)
    throw new Error(`${engine.name} tells ${engine.index}, not of how many: set DECHAFF_SHARDS=N`)
  const at = (number(engine.index)! - first) / step
  // an array of chosen tasks (--array=3,7) is told its own count, which cuts the work in another way than was meant
  if ((spanned !== undefined && spanned !== of) || !Number.isInteger(at))
    throw new Error(
      `${engine.name}'s array is no row of numbers: set DECHAFF_SHARD=i/N, as in DECHAFF_SHARD=$${engine.index}/8`,
    )
  if (at >= of) throw new Error(`${engine.index} is ${env[engine.index]}, and there are ${of} parts`)
  return { index: at + 1, of }
}
