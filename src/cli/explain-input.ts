import { readFile } from 'node:fs/promises'
import type { ExplainedBlock, Outcome } from '../core/article.ts'
import type { Door } from '../core/page.ts'
import { foldSpace } from '../facts/fold.ts'
import { clean } from '../pipeline/clean-with-files.ts'
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
  const bytes = await bytesOf(input)
  const { pipeline, as, sites, rules, url, grep } = flags
  const dump = { bytes, ...(input !== '-' && { path: input }), ...(url !== undefined && { url }) }
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

async function bytesOf(input: string): Promise<Uint8Array> {
  if (input !== '-') {
    return readFile(input).catch((error: NodeJS.ErrnoException) => {
      throw new Error(`${input}: cannot be read (${error.code ?? error.message})`)
    })
  }
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
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
      ({ rule, role: said, weight, because }) =>
        `      ${weight > 0 ? '+' : ''}${weight.toFixed(1)} ${rule} (${said}): ${plain(because)}`,
    ),
  ].join('\n')
}
