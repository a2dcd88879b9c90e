import type { Example, Rule } from '../core/rule.ts'
import { nearest } from '../pipeline/nearest.ts'
import { RULES } from '../rules/all.ts'

/** @throws {Error} when no rule has that id. */
export function rulesText(id: string | undefined): string {
  if (id === undefined) return `${RULES.map(listed).join('\n')}\n`
  const rule = RULES.find((known) => known.id === id)
  if (rule) return `${told(rule)}\n`
  const near = nearest(
    id,
    RULES.map((known) => known.id),
  )
  throw new Error(`no rule "${id}"${near ? `; did you mean "${near}"?` : '; dechaff rules lists them'}`)
}

function listed({ id, role, doc }: Rule): string {
  return `${id.padEnd(24)} ${role.padEnd(12)} ${doc.split('. ')[0]!.replace(/\.$/, '')}.`
}

function told({ id, role, doc, weight, hearing, options, examples }: Rule): string {
  const lines = [
    `${id}  (${role}, weight ${weight}${hearing === 'neighbours' ? ', second hearing' : ''})`,
    '',
    doc,
  ]
  const named = Object.entries(options)
  if (named.length > 0)
    lines.push(
      '',
      'Options',
      ...named.map(([name, spec]) => `  ${name} = ${JSON.stringify(spec.default)}  ${spec.doc}`),
    )
  return [...lines, '', 'Examples (✗ marks what the rule sees)', ...examples.map(shown)].join('\n')
}

function shown(example: Example): string {
  const page = 'page' in example ? example.page : example.html
  const lines = page.split('\n').filter((line) => line.trim() !== '')
  const indent = Math.min(...lines.map((line) => line.length - line.trimStart().length))
  return [`  ${example.name}`, ...lines.map((line) => `    ${line.slice(indent)}`), ''].join('\n')
}
