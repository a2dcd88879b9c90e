import { cleanAll } from '../batch/clean-all.ts'
import { clean } from '../pipeline/clean-with-files.ts'
import { applyAcceptance, planAcceptance } from '../samples/accept.ts'
import { addSample } from '../samples/add.ts'
import { checkSamples, openSample } from '../samples/check-all.ts'
import { reportSamples } from '../samples/report.ts'

/** Exit code where a sample is not as wanted. */
const REGRESSION = 3

export interface AddFlags {
  readonly why?: string
  readonly name?: string
  readonly dir: string
  readonly pipeline?: string
}

/** `dechaff sample add`. */
export async function add(page: string, flags: AddFlags): Promise<undefined> {
  const { folder, want } = await addSample(page, clean, flags)
  process.stdout.write(want)
  process.stderr.write(
    `Made ${folder}. Move what stands in the wrong list of its want.yaml, then run "dechaff sample check".\n`,
  )
  return undefined
}

export interface CheckFlags {
  readonly pipeline?: string
  readonly reporter: 'text' | 'json' | 'junit'
}

/** `dechaff sample check`. @returns the exit code. */
export async function check(dir: string, { reporter, pipeline }: CheckFlags): Promise<number> {
  const results = await checkSamples(dir, clean, {
    cleanMany: cleanAll,
    ...(pipeline !== undefined && { pipeline }),
  })
  process.stdout.write(reportSamples(results, reporter))
  return results.every((result) => result.ok) ? 0 : REGRESSION
}

export interface AcceptFlags {
  readonly allowRegression?: true
  readonly dir: string
}

/** `dechaff sample accept`. @returns the exit code. */
export async function accept(id: string, flags: AcceptFlags): Promise<number> {
  const sample = await openSample(id, flags.dir)
  const plan = await planAcceptance(sample, clean)
  if (plan.diff.length > 0) process.stdout.write(`${plan.diff.join('\n')}\n`)
  const refused = [...plan.unmendable, ...(flags.allowRegression ? [] : plan.regressions)]
  if (refused.length > 0) {
    const advice =
      plan.unmendable.length > 0 ? 'mend want.yaml by hand' : 'add --allow-regression if it is right'
    process.stderr.write(`Nothing written, ${advice}:\n${refused.map((line) => `  ${line}\n`).join('')}`)
    return REGRESSION
  }
  await applyAcceptance(sample, plan)
  const names = Object.keys(plan.files).join(' and ')
  process.stderr.write(names === '' ? 'Nothing to accept: as wanted already.\n' : `Wrote ${names}.\n`)
  return 0
}
