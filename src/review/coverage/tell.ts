import { table } from '../table.ts'
import type { RuleCount } from './count.ts'
import type { HeldUp } from './held-up.ts'

/** What the rules did on some pages, and which samples each holds up, where the pages are samples. */
export interface Coverage {
  readonly pages: number
  readonly rules: readonly (RuleCount & { readonly holdsUp?: readonly Omit<HeldUp, 'rule'>[] })[]
}

/** Samples named in a row before the rest is only counted. */
const NAMED = 4

export function tellCoverage({ pages, rules }: Coverage): string {
  const fired = rules.filter((one) => one.fired > 0)
  const silent = rules.filter((one) => one.fired === 0)
  const samples = rules.some((one) => one.holdsUp !== undefined)
  const head = ['rule', 'fired', 'pages', 'decided', 'outvoted', ...(samples ? ['holds up'] : [])]
  const rows = fired.map(({ rule, fired, pages, decided, outvoted, holdsUp = [] }) => {
    const names = holdsUp.slice(0, NAMED).map(({ sample }) => sample)
    const more = holdsUp.length > NAMED ? [`+${holdsUp.length - NAMED}`] : []
    return {
      cells: [rule, fired, pages, decided, outvoted, ...(samples ? [holdsUp.length] : [])],
      after: [...names, ...more],
    }
  })
  const [first, ...lines] = table(
    head,
    rows.map(({ cells }) => cells),
  )
  return [
    `${pages} ${pages === 1 ? 'page' : 'pages'}, ${fired.length} of ${rules.length} rules fired`,
    '',
    first,
    ...lines.map((line, i) => `${line}  ${rows[i]!.after.join(', ')}`.trimEnd()),
    ...(silent.length > 0 ? ['', 'never fired', ...silent.map(({ rule }) => `  ${rule}`)] : []),
    '',
    'decided: the verdict would be another without its vote; outvoted: the verdict went against it.',
    ...(samples
      ? ['holds up: samples that fail when the rule is left out and everything is judged anew.']
      : []),
    '',
  ].join('\n')
}
