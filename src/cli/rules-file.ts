import { access, writeFile } from 'node:fs/promises'
import { basename, extname, resolve } from 'node:path'
import { messageOf } from '../batch/exit.ts'
import { PipelineError } from '../pipeline/pipeline-error.ts'
import { plain } from './plain.ts'

/** `dechaff rules new`: a rule to start from, which holds as it is. @throws where the file is there, or has no fit name. */
export async function newRule(path: string, sites: readonly string[] = []): Promise<string> {
  const ending = extname(path)
  const id = basename(path, ending)
  const template = TEMPLATES[ending]
  if (template === undefined)
    throw new Error(
      `${path} must end in ${Object.keys(TEMPLATES).join(', ')}: JavaScript, TypeScript or data`,
    )
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id))
    throw new Error(`"${id}" is no name in kebab case, like harbour-call`)
  const taken = await access(path).then(
    () => true,
    () => false,
  )
  if (taken) throw new Error(`${path} is there already`)
  await writeFile(path, template(id, sites), { flag: 'wx' })
  const use = ending === '.yaml' ? `-p ${path}` : `--rules ${path}`
  return `Made ${path}. Try it:\n  dechaff rules check ${path}\n  dechaff explain page.html ${use}\n`
}

/** What a rule to start from says, and what it sees. */
export const ruleFields = (id: string, role = 'promo'): string => `  id: '${id}',
  role: '${role}',
  doc: 'Says in a sentence what it sees.',
  // log-odds: 2.2 where it is right nine times in ten, 3 where it is nineteen times in twenty
  weight: 3,
  // 'name' where it says what the block is, 'hint' where it says where the block stands or how it looks
  evidence: 'name',
  examples: [
    {
      name: 'what it sees, and what it leaves alone',
      page: \`
        ✗ Try our harbour tour
        They try our patience, the harbour master said.\`,
    },
  ],
  seeBlock(block, fact) {
    if (fact.endsSentence || fact.chars > 60) return undefined
    return /^try our/i.test(block.text) ? \`opens with "\${block.text.slice(0, 7)}"\` : undefined
  },
`

const javaScript = (id: string): string =>
  `/** @type {import('dechaff').RuleSpec} */\nexport default {\n${ruleFields(id)}}\n`
const typeScript = (id: string): string =>
  `import type { RuleSpec } from 'dechaff'\n\nexport default {\n${ruleFields(id)}} satisfies RuleSpec\n`

/** By the ending of the file. */
const TEMPLATES: Readonly<Record<string, (id: string, sites: readonly string[]) => string>> = {
  '.mjs': javaScript,
  '.js': javaScript,
  '.ts': typeScript,
  '.mts': typeScript,
  '.yaml': (id, sites) => `# yaml-language-server: $schema=./node_modules/dechaff/pipelines/schema.json
name: ${id}
extends: article
rules:
  ${id}:
    doc: Says in a sentence what it sees.
    role: promo
    weight: 3
${sites.length > 0 ? `    sites: [${sites.join(', ')}]\n` : ''}    match:
      opening: Try our harbour tour
    examples:
      - name: what it sees, and what it leaves alone
        page: |
          ✗ Try our harbour tour
          They try our patience, the harbour master said.
`,
}
/** The exit code of what is checked and does not hold, as with samples. */
const DOES_NOT_HOLD = 3

/** `dechaff rules check`: whether rules of one's own hold. @returns the exit code. */
export async function checkRules(paths: readonly string[]): Promise<number> {
  let rules = 0
  const faults: string[] = []
  for (const path of paths)
    try {
      rules += await countRules(path)
    } catch (error) {
      if (!(error instanceof PipelineError)) throw error
      faults.push(messageOf(error))
    }
  for (const fault of faults) process.stdout.write(`${fault.split('\n').map(plain).join('\n')}\n`)
  if (faults.length > 0) return DOES_NOT_HOLD
  process.stdout.write(`${rules} rule${rules === 1 ? '' : 's'}, all as their examples say\n`)
  return 0
}

async function countRules(path: string): Promise<number> {
  if (!/\.ya?ml$/.test(path))
    return (await (await import('../pipeline/load-rules.ts')).loadRules(path)).length
  const { loadPipeline } = await import('../pipeline/load.ts')
  return (await loadPipeline(resolve(path))).own.length
}
