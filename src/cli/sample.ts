import { Command, Option } from 'commander'

const REGRESSION = 3
const DIR = 'samples'

/** `dechaff sample`: pages kept as tests. Everything heavy is loaded only once a command runs. */
export function sampleCommand(): Command {
  const sample = new Command('sample').description(
    'keep pages as tests: add one, check them all, accept a new result',
  )
  for (const command of [addCommand(), checkCommand(), acceptCommand(), schemaCommand()])
    sample.addCommand(command.exitOverride().showSuggestionAfterError())
  return sample
}

function addCommand(): Command {
  return new Command('add')
    .description('make a sample of a page, with expectations proposed from what comes out today')
    .argument('<page>', 'a file, or RECORDS#ID: a JSONL file or a folder of them, and the id of a record')
    .option('--why <text>', 'why the page is a sample; goes into want.yaml')
    .option('--name <name>', 'name of its folder; default made of the title')
    .option('--dir <dir>', 'folder of samples', DIR)
    .option('-p, --pipeline <pipeline>', 'clean it with this pipeline; goes into want.yaml')
    .action(add)
}

interface AddFlags {
  readonly why?: string
  readonly name?: string
  readonly dir: string
  readonly pipeline?: string
}

async function add(page: string, flags: AddFlags): Promise<void> {
  const { addSample } = await import('../samples/add.ts')
  const { folder, want } = await addSample(page, await ownClean(), flags)
  process.stdout.write(want)
  process.stderr.write(
    `Made ${folder}. Move what stands in the wrong list of its want.yaml, then run "dechaff sample check".\n`,
  )
}

function checkCommand(): Command {
  const reporter = new Option('--reporter <form>', 'form of the report').choices(['text', 'json', 'junit'])
  return new Command('check')
    .description('clean every sample and compare; exit code 3 when one is not as wanted')
    .argument('[dir]', 'folder of samples, or one sample', DIR)
    .option('-p, --pipeline <pipeline>', 'clean all of them with this pipeline')
    .addOption(reporter.default('text'))
    .action(check)
}

interface CheckFlags {
  readonly pipeline?: string
  readonly reporter: 'text' | 'json' | 'junit'
}

async function check(dir: string, { reporter, pipeline }: CheckFlags): Promise<void> {
  const { checkSamples } = await import('../samples/check-all.ts')
  const { reportSamples } = await import('../samples/report.ts')
  const { cleanAll } = await import('../batch/clean-all.ts')
  const results = await checkSamples(dir, await ownClean(), {
    cleanMany: cleanAll,
    ...(pipeline !== undefined && { pipeline }),
  })
  process.stdout.write(reportSamples(results, reporter))
  if (results.some((result) => !result.ok)) process.exitCode = REGRESSION
}

function acceptCommand(): Command {
  return new Command('accept')
    .description('write what comes out today as wanted, after showing the difference')
    .argument('<id>', 'a sample: its folder, or its name in the folder of samples')
    .option('--allow-regression', 'also turn round or give up expectations that no longer hold', false)
    .option('--dir <dir>', 'folder of samples', DIR)
    .action(accept)
}

async function accept(id: string, flags: { allowRegression: boolean; dir: string }): Promise<void> {
  const { applyAcceptance, planAcceptance } = await import('../samples/accept.ts')
  const { openSample } = await import('../samples/check-all.ts')
  const sample = await openSample(id, flags.dir)
  const plan = await planAcceptance(sample, await ownClean())
  if (plan.diff.length > 0) process.stdout.write(`${plan.diff.join('\n')}\n`)
  const refused = [...plan.unmendable, ...(flags.allowRegression ? [] : plan.regressions)]
  if (refused.length > 0) {
    const advice =
      plan.unmendable.length > 0 ? 'mend want.yaml by hand' : 'add --allow-regression if it is right'
    process.stderr.write(`Nothing written, ${advice}:\n${refused.map((line) => `  ${line}\n`).join('')}`)
    process.exitCode = REGRESSION
    return
  }
  await applyAcceptance(sample, plan)
  const names = Object.keys(plan.files).join(' and ')
  process.stderr.write(names === '' ? 'Nothing to accept: as wanted already.\n' : `Wrote ${names}.\n`)
}

function schemaCommand(): Command {
  return new Command('schema')
    .description('print the JSON schema of want.yaml, for completion in editors')
    .action(async () => {
      const { wantJsonSchema } = await import('../samples/want.ts')
      process.stdout.write(`${JSON.stringify(wantJsonSchema(), null, 2)}\n`)
    })
}

async function ownClean() {
  return (await import('../index.ts')).clean
}
