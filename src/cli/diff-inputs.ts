import type { Outcome } from '../core/article.ts'
import type { Door } from '../core/page.ts'
import { diffRuns } from '../review/diff/diff.ts'
import { type Names, tellDiff } from '../review/diff/tell.ts'
import { comparisonParts } from '../review/report.ts'
import { isRunFolder, readRun } from '../review/run-folder.ts'
import { explainedPages } from './explained.ts'
import { forStream, plain } from './plain.ts'
import { writeParts } from './write-page.ts'

const REGRESSION = 3

export interface DiffFlags {
  readonly pipeline: readonly string[]
  readonly as?: Door
  readonly details?: true
  readonly json?: true
  readonly out?: string
  readonly exitCode?: true
}

/** `dechaff diff`: what else does a change touch? @returns the exit code: 0, or with `--exit-code` 3 where something changed. */
export async function diffInputs(operands: readonly string[], flags: DiffFlags): Promise<number> {
  const { a, b, names } = sides(operands, flags)
  if (flags.out !== undefined) return writeComparison(flags.out, { a, b, names }, flags.exitCode ?? false)
  const diff = await diffRuns(a, b)
  const text = flags.json
    ? `${JSON.stringify(diff, null, 2)}\n`
    : tellDiff(diff, names, flags.details ?? false)
        .split('\n')
        .map(plain)
        .join('\n')
  process.stdout.write(forStream(text, process.stdout))
  return flags.exitCode && diff.alike < diff.pages ? REGRESSION : 0
}

async function writeComparison(out: string, { a, b, names }: Sides, exitCode: boolean): Promise<number> {
  let sum = { pages: 0, changed: 0 }
  await writeParts(
    out,
    comparisonParts(a, b, names, (told) => {
      sum = told
    }),
  )
  if (out !== '-')
    process.stderr.write(`${sum.changed} of ${sum.pages} pages changed; look at them in ${out}\n`)
  return exitCode && sum.changed > 0 ? REGRESSION : 0
}

interface Sides {
  readonly a: AsyncIterable<Outcome>
  readonly b: AsyncIterable<Outcome>
  readonly names: Names
}

function sides(operands: readonly string[], { pipeline, as }: DiffFlags): Sides {
  const [a, b, more] = pipeline.length > 0 ? pipeline : operands
  if (a === undefined || b === undefined || more !== undefined)
    throw new Error(
      pipeline.length > 0
        ? 'name --pipeline twice: the old one, then the new one'
        : 'name two run folders, or pages with two --pipeline',
    )
  const names = { a, b }
  if (pipeline.length > 0) {
    if (operands.includes('-')) throw new Error('the pages are read twice: name files or folders')
    const pages = (one: string) => explainedPages(operands, { pipeline: one, ...(as && { as }) })
    return { a: pages(a), b: pages(b), names }
  }
  for (const folder of [a, b])
    if (!isRunFolder(folder))
      throw new Error(
        `${folder} is no run folder: make one with "dechaff clean PAGES --explain --out ${folder}"`,
      )
  return { a: readRun(a), b: readRun(b), names }
}
