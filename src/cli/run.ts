import { Command, InvalidArgumentError, Option } from 'commander'
import type { Part } from '../batch/lock.ts'
import type { BatchRequest } from '../batch/request.ts'
import { type PlacedPart, partFrom, partIn } from '../batch/shard-auto.ts'

function count(text: string): number {
  const n = Number(text)
  if (!Number.isSafeInteger(n) || n < 1) throw new InvalidArgumentError('It must be a whole number from 1.')
  return n
}

function seconds(text: string): number {
  const n = Number(text)
  if (!(n > 0 && n <= 86_400)) throw new InvalidArgumentError('It must be a number of seconds above 0.')
  return n
}

/** `--fail-on-failed` alone: none may fail. */
export function percent(text: string): number {
  const [, n] = /^(\d+(?:\.\d+)?)%$/.exec(text) ?? []
  if (!(Number(n) <= 100))
    throw new InvalidArgumentError('It must be a share like 5%, written --fail-on-failed=5%.')
  return Number(n)
}

/** For every command that cleans or counts pages. */
export const failOnFailed = (): Option =>
  new Option(
    '--fail-on-failed [N%]',
    'end with 1 where a page failed, or more than N% of them; by default failed pages are records like others',
  )
    .preset('0%')
    .argParser(percent)

/** `--shard i/N`, or `auto`: as the engine says that started this process. */
export function partOf(text: string): Part & Partial<PlacedPart> {
  try {
    const part = text === 'auto' ? partFrom(process.env) : partIn(text)
    if (part) return part
  } catch (error) {
    throw new InvalidArgumentError((error as Error).message)
  }
  throw new InvalidArgumentError('It must be i/N with i from 1 to N, or auto.')
}

/** What says how the inputs are read, for every command that takes many. */
export function withInputs(command: Command): Command {
  return command
    .argument('[INPUT...]', 'files, folders, globs, or - for standard input', [])
    .addOption(new Option('--as <DOOR>', 'force the reading; default: found out').choices(['html', 'text']))
    .addOption(
      new Option('--input <KIND>', 'what the inputs hold; default: found out').choices([
        'page',
        'mhtml',
        'warc',
        'arc',
        'jsonl',
        'json',
        'csv',
      ]),
    )
    .addOption(
      new Option('--preset <NAME>', 'field names of JSON records')
        .choices(['auto', 'crawlee', 'scrapy', 'commoncrawl'])
        .default('auto'),
    )
    .option('--id-field <PATH>', 'field of a record that names it')
    .option('--url-field <PATH>', 'field with its address')
    .option('--html-field <PATH>', 'field with its HTML')
    .option('--text-field <PATH>', 'field with its plain text')
    .option('-j, --concurrency <N>', 'processes at once; default: one per processor', count)
    .option('--deadline <SECONDS>', 'longest a page may take', seconds, 10)
    .option('--memory <MIB>', "most memory a page's process may take", count, 1024)
    .option('--shard-size <N>', 'pages that are handed out and marked done together', count)
    .option('--limit <N>', 'only the first N pages', count)
    .option('--sample <N>', 'only N pages spread over all, the same ones every time', count)
    .addOption(failOnFailed())
    .option('-q, --quiet', 'no progress, no summary')
}

/** `dechaff run`: many pages into a run folder. `cleaner` is the module that cleans, this package's by default. */
export function runCommand(cleaner?: string): Command {
  return withInputs(new Command('run'))
    .description(
      'clean many pages, each in a process of its own, and account for every one; goes on where it was killed',
    )
    .option('-o, --out <DIR>', 'run folder: articles.jsonl, rejected.jsonl, failed.jsonl, report.json')
    .option('--to <->', 'write one JSON record a page to standard output instead, in order, each at once')
    .option('-p, --pipeline <NAME|FILE>', 'pipeline', 'article')
    .option(
      '--sites <FILE>',
      'counts of lines on other pages of the sites (dechaff sites); auto: count these pages first',
    )
    .option('--explain', 'also every block with its verdict (explain.jsonl)')
    .addOption(
      new Option('--articles <KIND>', 'also one file an article, as clean writes them').choices([
        'md',
        'html',
        'txt',
      ]),
    )
    .option('--parquet', 'also articles.parquet (needs the package hyparquet-writer)')
    .option('--gzip', 'pack the JSON Lines files (articles.jsonl.gz ...)')
    .option('--zstd', 'the same with zstd (articles.jsonl.zst ...); needs Node 22.15')
    .option(
      '--shard <i/N|auto>',
      'clean only the i-th of N parts; auto: as Slurm, Kubernetes, AWS Batch, Grid Engine or DECHAFF_SHARD says',
      partOf,
    )
    .option('--dry-run', 'list the pages, clean none')
    .option('--fail-fast', 'stop at the first failed page')
    .option('--overwrite', 'begin anew in a folder that holds another run')
    .action(async (operands: string[], flags: Omit<BatchRequest, 'operands'>) => {
      const { batch } = await import('../batch/batch.ts')
      process.exitCode = await batch({ ...flags, operands, ...(cleaner === undefined ? {} : { cleaner }) })
    })
}
