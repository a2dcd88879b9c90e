import { table } from '../table.ts'
import type { PageChange } from './compare.ts'
import type { RunDiff } from './diff.ts'

export interface Names {
  readonly a: string
  readonly b: string
}

/** The difference for a person: sums first, then by rule; page by page with `details`. */
export function tellDiff(diff: RunDiff, { a, b }: Names, details: boolean): string {
  const { pages, alike, onlyInA, onlyInB, status, lost, gained, fields, byRule, changed } = diff
  const only = [
    ...(onlyInA.length > 0 ? [`${onlyInA.length} only in ${a}`] : []),
    ...(onlyInB.length > 0 ? [`${onlyInB.length} only in ${b}`] : []),
  ]
  const lines = [`${pages} pages: ${[`${changed.length} changed`, `${alike} alike`, ...only].join(', ')}`]
  const counted = (counts: Readonly<Record<string, number>>) =>
    Object.entries(counts)
      .map(([name, count]) => `${name} ${count}`)
      .join(', ')
  if (Object.keys(status).length > 0) lines.push(`  status  ${counted(status)}`)
  if (lost + gained > 0) lines.push(`  lines   ${lost} lost, ${gained} gained`)
  if (Object.keys(fields).length > 0) lines.push(`  fields  ${counted(fields)}`)
  if (byRule.length > 0) {
    const rows = byRule.map((one) => [one.rule, one.lost, one.gained, one.pages])
    lines.push('', ...table(['by', 'lost', 'gained', 'pages'], rows))
  }
  if (details)
    lines.push(
      ...onlyInA.map((id) => `\n${id}: only in ${a}`),
      ...onlyInB.map((id) => `\n${id}: only in ${b}`),
      ...changed.flatMap(tellPage),
    )
  else if (changed.length > 0) lines.push('', 'Which lines, on which pages: --details.')
  return `${lines.join('\n')}\n`
}

function tellPage({ id, status, articles, lost, gained, fields }: PageChange): string[] {
  const [before, after] = status
  const heads = [
    ...(before === after ? [] : [`${before}, now ${after}`]),
    ...(articles[0] === articles[1] ? [] : [`${articles[0]} articles, now ${articles[1]}`]),
  ]
  return [
    '',
    heads.length > 0 ? `${id}: ${heads.join('; ')}` : id,
    ...lost.map(({ text, by }) => `  - ${text}   [${by}]`),
    ...gained.map(({ text, by }) => `  + ${text}   [${by}]`),
    ...fields.map(
      ({ field, before, after }) => `  ${field}: ${JSON.stringify(before)}, now ${JSON.stringify(after)}`,
    ),
  ]
}
