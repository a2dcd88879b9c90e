import { readFileSync } from 'node:fs'

/** A figure the documents name, or a table of them, with what makes it again. */
export interface Claim {
  readonly id: string
  /** As it is printed; a table by rows, the first one its head. */
  readonly value: string | readonly (readonly string[])[]
  readonly unit?: string
  /** Prints it again; Markdown where it is not one command. */
  readonly command: string
  /** When it was measured, `YYYY-MM-DD`. */
  readonly date: string
  readonly machine: string
}

export const CLAIMS: readonly Claim[] = JSON.parse(
  readFileSync(new URL('../docs/claims.json', import.meta.url), 'utf8'),
)

/** `<!-- claim: ID -->`, what docs/claims.json says, `<!-- /claim -->`. */
export const CLAIMED = /<!-- claim: (\S+) -->[\s\S]*?<!-- \/claim -->/g

/** @throws where a document names a claim nobody makes. */
export function withClaims(document: string): string {
  return document.replace(CLAIMED, (_, id: string) => {
    const claim = CLAIMS.find((one) => one.id === id)
    if (claim === undefined) throw new Error(`docs/claims.json has no "${id}"`)
    return `<!-- claim: ${id} -->${written(claim)}<!-- /claim -->`
  })
}

function written({ value, unit, command, date, machine }: Claim): string {
  if (typeof value === 'string') return unit === undefined ? value : `${value} ${unit}`
  const [head = [], ...rows] = value
  const named = /^(?:npm|npx|node) /.test(command) ? `\`${command}\`` : command
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const table = [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n')
  return `\n${table}\n\nMade ${date} by ${named} (${machine}).\n`
}
