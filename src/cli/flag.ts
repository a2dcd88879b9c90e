import { InvalidArgumentError } from 'commander'
import type { Part } from '../batch/lock.ts'
import { type PlacedPart, partFrom, partIn } from '../batch/shard-auto.ts'

/** Headings under which `--help` and docs/cli.md tell flags, in their order. */
export const GROUPS = ['Input', 'Cleaning', 'Output', 'Processes', 'Control'] as const

/** One flag of one or several commands. The parser, `--help`, docs/cli.md and the shell completions are made from it. */
export interface Flag {
  /** Long name without dashes. */
  readonly name: string
  readonly short?: string
  /** How its value is shown, `<FILE>`, `[N%]` where it may be left out; a flag without one is a switch. */
  readonly value?: string
  /** One line, no full stop. */
  readonly doc: string
  readonly default?: string | number | boolean | readonly string[]
  /** The default in words, where it is no value. */
  readonly otherwise?: string
  readonly choices?: readonly string[]
  /** Values worth offering beside files. */
  readonly suggestions?: readonly string[]
  /** Value of the flag where it is given without one. */
  readonly preset?: string
  /** @throws {InvalidArgumentError} what is wrong with a value. */
  readonly parse?: (text: string, before: never) => unknown
  readonly group: (typeof GROUPS)[number]
  /** Commands that take it, `sample add` for one below another. */
  readonly commands: readonly string[]
}

export function count(text: string): number {
  const n = Number(text)
  if (!Number.isSafeInteger(n) || n < 1) throw new InvalidArgumentError('It must be a whole number from 1.')
  return n
}

/** `label,crawl_date`. */
export function names(text: string): readonly string[] {
  const all = text.split(',').map((name) => name.trim())
  if (all.includes('')) throw new InvalidArgumentError('It must be names with commas between them.')
  return all
}

export function seconds(text: string): number {
  const n = Number(text)
  if (!(n > 0 && n <= 86_400)) throw new InvalidArgumentError('It must be a number of seconds above 0.')
  return n
}

export function percent(text: string): number {
  const [, n] = /^(\d+(?:\.\d+)?)%$/.exec(text) ?? []
  if (!(Number(n) <= 100))
    throw new InvalidArgumentError('It must be a share like 5%, written --fail-on-failed=5%.')
  return Number(n)
}

export function share(text: string): number {
  const n = Number(text)
  if (!(n > 0 && n <= 1)) throw new InvalidArgumentError('It must be above 0 and at most 1.')
  return n
}

export function port(text: string): number {
  const n = Number(text)
  if (!Number.isInteger(n) || n < 0 || n > 65_535)
    throw new InvalidArgumentError('It must be from 0 to 65535.')
  return n
}

/** `i/N`, or `auto`: as the engine says that started this process. */
export function partOf(text: string): Part & Partial<PlacedPart> {
  try {
    const part = text === 'auto' ? partFrom(process.env) : partIn(text)
    if (part) return part
  } catch (error) {
    throw new InvalidArgumentError((error as Error).message)
  }
  throw new InvalidArgumentError('It must be i/N with i from 1 to N, or auto.')
}

/** The names of pipelines that come with the package. */
export const PIPELINES = ['article', 'strict', 'text-corpus']

/** As it is typed: `-f, --format <FORMAT>`. */
export function spelled({ short, name, value }: Flag): string {
  return `${short ? `-${short}, ` : ''}--${name}${value ? ` ${value}` : ''}`
}
