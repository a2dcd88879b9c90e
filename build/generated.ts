import { readdirSync, readFileSync } from 'node:fs'
import type { CommandRecord } from '../src/cli/command.ts'
import { COMMANDS } from '../src/cli/commands.ts'
import { type Flag, GROUPS, spelled } from '../src/cli/flag.ts'
import { flagsOf } from '../src/cli/flags.ts'
import { REASONS } from '../src/core/reason.ts'
import { GATES } from '../src/gates/all.ts'
import { FEATURES_OF } from '../src/judge/features.ts'
import { featureWords } from '../src/review/model-words.ts'
import { characterRuns } from './character-runs.ts'
import { withClaims } from './claims.ts'

const root = new URL('../', import.meta.url)

/** Documents made from tables as a whole. */
const MADE = new Set(['cli.md', 'reasons.md', 'features.md'])
/** Documents written by hand that name figures. */
const DOCUMENTS = [
  'README.md',
  ...readdirSync(new URL('docs', root))
    .filter((name) => name.endsWith('.md') && !MADE.has(name))
    .map((name) => `docs/${name}`),
]

/** What is made from tables and kept in the repository: `npm run generate` writes it, test/generated.test.ts says when it is old. */
export const GENERATED: Readonly<Record<string, () => string>> = {
  'src/core/character-runs.ts': characterRuns,
  'src/rules/all.ts': ruleList,
  'docs/cli.md': commandLine,
  'docs/reasons.md': reasonList,
  'docs/features.md': featureList,
  ...Object.fromEntries(
    DOCUMENTS.map((path) => [path, () => withClaims(readFileSync(new URL(path, root), 'utf8'))]),
  ),
}

/** Every file of the folder is a rule, named for its id. */
function ruleList(): string {
  const ids = readdirSync(new URL('../src/rules', import.meta.url))
    .filter((file) => file.endsWith('.ts') && file !== 'all.ts')
    .map((file) => file.slice(0, -3))
    .sort()
  const variable = (id: string) => id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())
  const imports = [
    `import type { Rule } from '../core/rule.ts'`,
    ...ids.map((id) => `import ${variable(id)} from './${id}.ts'`),
  ]
  return `// Made by "npm run generate" from the files of this folder.
${imports.join('\n')}

/** Every rule, alphabetical by id. Their order changes nothing. */
export const RULES: readonly Rule[] = [
${ids.map((id) => `  ${variable(id)},\n`).join('')}]
`
}

function commandLine(): string {
  return `# The command line

<!-- Made by "npm run generate" from src/cli/commands.ts and src/cli/flags.ts. -->

\`dechaff COMMAND --help\` says the same on a terminal. \`dechaff completions SHELL\` prints a script that completes all of it.

| exit code | meaning |
|---|---|
| 0 | every page has its record; pages that failed are records too |
| 1 | more pages failed than \`--fail-on-failed\` allows, or a command found nothing to show |
| 2 | the call is wrong |
| 3 | a sample is not as wanted, a rule does not hold, or a page changed (\`diff --exit-code\`) |
| 65 | nothing could be read |
| 74 | the output could not be written |
| 75 | not finished: the same command goes on |

${COMMANDS.map(section).join('\n')}`
}

function section({ name, doc, operand, examples = [], notes, run }: CommandRecord): string {
  const flags = flagsOf(name)
  const usage = [
    'dechaff',
    name,
    ...(flags.length > 0 ? ['[options]'] : []),
    ...(operand ? [operand.value] : []),
  ]
  const parts = [
    `## ${name}`,
    `${doc[0]!.toUpperCase()}${doc.slice(1)}.`,
    ...(run ? [`\`\`\`\n${usage.join(' ')}\n\`\`\``] : []),
    ...(operand ? [`\`${operand.value}\`: ${operand.doc}.`] : []),
    ...(flags.length > 0 ? [flagTable(flags)] : []),
    ...(notes ? [notes] : []),
    ...(examples.length > 0 ? [`\`\`\`sh\n${examples.join('\n')}\n\`\`\``] : []),
  ]
  return `${parts.join('\n\n')}\n`
}

function flagTable(flags: readonly Flag[]): string {
  const rows = GROUPS.flatMap((group) =>
    flags
      .filter((flag) => flag.group === group)
      .map((flag, at) => {
        const choices = flag.choices ? ` (${flag.choices.map((one) => `\`${one}\``).join(', ')})` : ''
        return `| ${at === 0 ? group : ''} | \`${cell(spelled(flag))}\` | ${cell(flag.doc)}${choices} | ${cell(defaultOf(flag))} |`
      }),
  )
  return ['| | flag | what it does | default |', '|---|---|---|---|', ...rows].join('\n')
}

function defaultOf({ otherwise, default: value, choices }: Flag): string {
  if (otherwise) return otherwise
  if (value === undefined || Array.isArray(value)) return ''
  return choices || typeof value === 'string' ? `\`${String(value)}\`` : String(value)
}

const cell = (text: string) => text.replaceAll('|', '\\|')

function reasonList(): string {
  const gates = GATES.flatMap(({ id, doc, options }) => [
    `| \`${id}\` | ${cell(doc)} | |`,
    ...Object.entries(options).map(
      ([name, { default: value, doc: what }]) =>
        `| | \`${name}\`: ${cell(what)} | \`${JSON.stringify(value)}\` |`,
    ),
  ])
  const reasons = Object.entries(REASONS).map(([code, reason]) => {
    const { status, doc } = reason
    return `| \`${code}\` | ${status} | ${'stage' in reason ? `\`${reason.stage}\`` : ''} | ${cell(doc)} |`
  })
  return `# Why a page was not cleaned

<!-- Made by "npm run generate" from src/gates/all.ts and src/core/reason.ts. -->

A record that is \`rejected\` or \`failed\` has a \`reason\` with a stable \`code\` and a message for a person.

## Gates

Gates look at the whole page last and reject it. A pipeline sets their options under \`gates:\`, or turns one off.

| gate | rejects, and its options | default |
|---|---|---|
${gates.join('\n')}

## Other reasons

\`reason.stage\` tells where a page failed.

| code | status | stage | what it means |
|---|---|---|---|
${reasons.join('\n')}
`
}

const KNOWN_OF: Readonly<Record<string, string>> = {
  page: 'The page, the same for all of its blocks',
  document: 'A block of an HTML page; unknown in a text dump',
  dump: 'A block of a text dump; unknown in an HTML page',
  block: 'Any block',
}

function featureList(): string {
  const sections = Object.entries(FEATURES_OF).map(([of, names]) => {
    const words = new Map<string, string[]>()
    for (const name of names) {
      // one row for all roles and all types
      const what = featureWords(name.replace(/^(votes|since|kind):(?!body).*/, '$1:…')) ?? ''
      words.set(what, [...(words.get(what) ?? []), name])
    }
    const rows = [...words].map(
      ([what, all]) => `| ${what} | ${all.map((name) => `\`${name}\``).join(', ')} |`,
    )
    return `## ${KNOWN_OF[of]}\n\n| looks at | features |\n|---|---|\n${rows.join('\n')}\n`
  })
  return `# What a fitted model may ask for

<!-- Made by "npm run generate" from src/judge/features.ts and src/review/model-words.ts. -->

A model file names the features it wants, and only those are computed. \`npm run bench:fit\` chooses them
([measuring.md](measuring.md#fitting)). Every feature is a number, or unknown, and the trees have a branch of their own for unknown ones.
\`explain\` tells them by the words on the left. A name with \`Previous\`, \`Next\`, \`Before\` or \`After\` asks a neighbour,
\`^N\` asks the element N steps up.

${sections.join('\n')}`
}
