import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import { usageError } from '../batch/exit.ts'
import { isNamedAsPage } from '../batch/sources/sniff.ts'
import type { ExplainedBlock, Outcome } from '../core/article.ts'
import type { Dump } from '../core/dump.ts'
import { foldSpace } from '../core/fold.ts'
import type { Door } from '../core/page.ts'
import { clean } from '../pipeline/clean-with-files.ts'
import { reasonOf } from '../review/model-words.ts'
import { dumpsOf, isOneFile } from './clean-inputs.ts'
import { plain, shown } from './plain.ts'

export interface ExplainFlags {
  readonly grep?: string
  readonly pipeline: string
  readonly as?: Door
  readonly sites?: string
  readonly rules?: string
  readonly url?: string
}

/** `dechaff explain`: every block with its verdict, for a person. @returns the exit code: 1 where the page failed, or where `--grep` found nothing. */
export async function explainInput(input: string, flags: ExplainFlags): Promise<number> {
  const { pipeline, as, sites, rules, url, grep } = flags
  const dump = { ...(await dumpOf(input, as)), ...(url !== undefined && { url }) }
  const outcome = await clean(dump, {
    pipeline,
    explain: true,
    ...(as && { as }),
    ...(sites !== undefined && { sites }),
    ...(rules !== undefined && { rules }),
  })
  const blocks = outcome.blocks ?? []
  const wanted =
    grep === undefined
      ? blocks
      : blocks.filter(({ text }) => foldSpace(text).toLowerCase().includes(foldSpace(grep).toLowerCase()))
  process.stdout.write(
    shown(`${header(outcome)}\n\n${wanted.map(blockLines).join('\n')}${wanted.length > 0 ? '\n' : ''}`),
  )
  if (grep !== undefined && wanted.length === 0) {
    process.stderr.write(`dechaff: no block of ${plain(input)} holds "${plain(grep)}"\n`)
    return 1
  }
  return outcome.status === 'failed' ? 1 : 0
}

async function dumpOf(input: string, as: Door | undefined): Promise<Dump> {
  if (input === '-') return { bytes: await buffer(process.stdin) }
  const [, file, id] = /^(.+?)#(.+)$/s.exec(input) ?? []
  if (file !== undefined && !existsSync(input) && existsSync(file)) return pageIn(file, id!)
  if (as === undefined && !isNamedAsPage(input) && (await isOneFile(input))) {
    const only = await onlyPageIn(input)
    if (only) return only
  }
  const bytes = await readFile(input).catch((error: NodeJS.ErrnoException) => {
    throw new Error(`${input}: cannot be read (${error.code ?? error.message})`)
  })
  return { bytes, path: input }
}

/** Names told of a file that has no page of the one asked for. */
const MOST_NAMES = 3

/** The page in a file that may be packed, or hold a record; undefined where there is none. */
async function onlyPageIn(file: string): Promise<Dump | undefined> {
  const found: Dump[] = []
  for await (const dump of dumpsOf([file], {})) if (found.push(dump) > 1) break
  const [first, second] = found
  if (second) throw usageError(`${file} holds more than one page: name one, as in ${file}#${first!.id}`)
  return first
}

/** One page of a file of many: JSON Lines, WARC, CSV. Named by its id, its address, or its place in the file. */
async function pageIn(file: string, id: string): Promise<Dump> {
  const names: string[] = []
  let pages = 0
  for await (const dump of dumpsOf([file], {})) {
    if (dump.id === id || dump.url === id || dump.id === `${file}#${id}`) return dump
    if (++pages <= MOST_NAMES) names.push(dump.id ?? dump.url ?? '')
  }
  const there =
    pages === 0
      ? ''
      : `; there are: ${names.join(', ')}${pages > MOST_NAMES ? ` and ${pages - MOST_NAMES} more` : ''}`
  throw new Error(`${file} has no page "${id}"${there}`)
}

function header({ id, input, status, reason, articles, dropped }: Outcome): string {
  const read =
    input.kind === null
      ? ''
      : `, read as ${input.kind}${input.charset ? `, ${input.charset} (${input.charsetFrom})` : ''}`
  const told = reason
    ? `: ${reason.code}: ${reason.message}`
    : `, ${articles.length} article${articles.length === 1 ? '' : 's'}, ${dropped.blocks} blocks dropped`
  return `${id}  ${status}${told}${read}`
}

/** Kept blocks begin with +, dropped ones with -; votes stand under them, strongest first. */
function blockLines({ kept, role, score, text, lines, path, votes, kind }: ExplainedBlock): string {
  const place = lines ? (lines[0] === lines[1] ? `line ${lines[0]}` : `lines ${lines[0]}-${lines[1]}`) : path
  const cut = text.length > 160 ? `${text.slice(0, 157)}...` : text
  const head = `${kept ? '+' : '-'} ${role} (${kind}, ${score.toFixed(1)}) ${place}\n    ${plain(cut)}`
  const strongest = [...votes].sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
  return [
    head,
    ...strongest.map(
      (vote) =>
        `      ${vote.weight > 0 ? '+' : ''}${vote.weight.toFixed(1)} ${vote.rule} (${vote.role}): ${plain(reasonOf(vote))}`,
    ),
  ].join('\n')
}
