import { type ParseArgsConfig, parseArgs } from 'node:util'
import type { FloorFlags } from './floors.ts'
import type { Selection } from './pages.ts'
import type { Holdout } from './site.ts'

type Specs = NonNullable<ParseArgsConfig['options']>

/** Options every bench over page sets takes. */
export const COMMON = {
  data: { type: 'string' },
  set: { type: 'string' },
  types: { type: 'string' },
  sample: { type: 'string' },
  holdout: { type: 'string', default: 'all' },
  pipeline: { type: 'string' },
  models: { type: 'string' },
  jobs: { type: 'string', default: '2' },
  json: { type: 'string' },
  errors: { type: 'string' },
  floors: { type: 'boolean', default: false },
  'write-floors': { type: 'boolean', default: false },
  'accept-lower': { type: 'string' },
} as const satisfies Specs

/** Values of the command line; ends the process with a word where they are wrong. */
export function readOptions<const S extends Specs>(options: S, usage: string) {
  try {
    return parseArgs({ options, strict: true, allowPositionals: false }).values
  } catch (error) {
    return stop(`${(error as Error).message}\n${usage}`)
  }
}

export function stop(message: string): never {
  process.stderr.write(`${message}\n`)
  process.exit(2)
}

/** The names of a comma-separated list; undefined where none is given. */
export function listOf(value: string | undefined): string[] | undefined {
  return value
    ?.split(',')
    .map((name) => name.trim())
    .filter(Boolean)
}

export function countOf(name: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined
  const count = Number(value)
  return Number.isInteger(count) && count > 0
    ? count
    : stop(`--${name} wants a whole number above 0, not ${value}`)
}

export function selectionOf(values: { types?: string; sample?: string; holdout: string }): Selection {
  if (!['even', 'odd', 'all'].includes(values.holdout))
    stop(`--holdout is even, odd or all, not ${values.holdout}`)
  return {
    types: listOf(values.types),
    sample: countOf('sample', values.sample),
    holdout: values.holdout as Holdout,
  }
}

export function floorFlags(values: {
  floors: boolean
  'write-floors': boolean
  'accept-lower'?: string
}): FloorFlags {
  return { check: values.floors, write: values['write-floors'], acceptLower: values['accept-lower'] }
}
