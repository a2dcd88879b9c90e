import { Command, Option } from 'commander'

const REGRESSION = 3
const WRONG_CALL = 2
const DIR = 'samples'

/** `dechaff sample`: pages kept as tests. Everything heavy is loaded only once a command runs. */
export function sampleCommand(): Command {
  return new Command('sample')
    .description('keep pages as tests: add one, check them all, accept a new result')
    .addCommand(addCommand())
    .addCommand(checkCommand())
    .addCommand(acceptCommand())
    .addCommand(schemaCommand())
}

function addCommand(): Command {
  return new Command('add')
    .description('make a sample of a page, with expectations proposed from what comes out today')
    .argument('<page>', 'a file, or RECORDS#ID: a JSONL file or a folder of them, and the id of a record')
    .option('--why <text>', 'why the page is a sample; goes into want.yaml')
    .option('--name <name>', 'name of its folder; default made of the title')
    .option('--dir <dir>', 'folder of samples', DIR)
    .option('-p, --pipeline <pipeline>', 'clean it with this pipeline; goes into want.yaml')
    .action(
      guarded(
        async (page: string, options: { why?: string; name?: string; dir: string; pipeline?: string }) => {
          const { addSample } = await import('../samples/add.ts')
          const { folder, want } = await addSample(page, await ownClean(), options)
          process.stdout.write(`${want}\n`)
          process.stderr.write(
            `Made ${folder}. Read its want.yaml: a phrase in the wrong list is moved to the other, then run "dechaff sample check".\n`,
          )
        },
      ),
    )
}

function checkCommand(): Command {
  return new Command('check')
    .description('clean every sample and compare; exit code 3 when one is not as wanted')
    .argument('[dir]', 'folder of samples, or one sample', DIR)
    .option('-p, --pipeline <pipeline>', 'clean all of them with this pipeline')
    .addOption(
      new Option('--reporter <form>', 'form of the report')
        .choices(['text', 'json', 'junit'])
        .default('text'),
    )
    .action(
      guarded(async (dir: string, options: { pipeline?: string; reporter: 'text' | 'json' | 'junit' }) => {
        const { checkSamples } = await import('../samples/check-all.ts')
        const { reportSamples } = await import('../samples/report.ts')
        const { pipeline, reporter } = options
        const results = await checkSamples(dir, await ownClean(), {
          ...(pipeline !== undefined && { pipeline }),
        })
        process.stdout.write(reportSamples(results, reporter))
        if (results.some((result) => !result.ok)) process.exitCode = REGRESSION
      }),
    )
}

function acceptCommand(): Command {
  return new Command('accept')
    .description('write what comes out today as wanted, after showing the difference')
    .argument('<id>', 'a sample: its folder, or its name in the folder of samples')
    .option('--allow-regression', 'also turn round or give up expectations that no longer hold', false)
    .option('--dir <dir>', 'folder of samples', DIR)
    .action(
      guarded(async (id: string, options: { allowRegression: boolean; dir: string }) => {
        const { applyAcceptance, planAcceptance } = await import('../samples/accept.ts')
        const { openSample } = await import('../samples/check-all.ts')
        const sample = await openSample(id, options.dir)
        const plan = await planAcceptance(sample, await ownClean())
        if (plan.diff.length > 0) process.stdout.write(`${plan.diff.join('\n')}\n`)
        const refused = [...plan.unmendable, ...(options.allowRegression ? [] : plan.regressions)]
        if (refused.length > 0) {
          const advice =
            plan.unmendable.length > 0
              ? 'mend want.yaml by hand'
              : 'if it is right so, add --allow-regression'
          process.stderr.write(
            `Nothing written, ${advice}:\n${refused.map((line) => `  ${line}\n`).join('')}`,
          )
          process.exitCode = REGRESSION
          return
        }
        await applyAcceptance(sample, plan)
        const names = Object.keys(plan.files)
        process.stderr.write(
          names.length > 0 ? `Wrote ${names.join(' and ')}.\n` : 'Nothing to accept: as wanted already.\n',
        )
      }),
    )
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

/** A wrong call (no such file, no such folder) is one line and exit code 2, not a stack. */
function guarded<A extends unknown[]>(action: (...args: A) => Promise<void>) {
  return async (...args: A): Promise<void> => {
    try {
      await action(...args)
    } catch (error) {
      process.stderr.write(`dechaff sample: ${error instanceof Error ? error.message : String(error)}\n`)
      process.exitCode = WRONG_CALL
    }
  }
}
