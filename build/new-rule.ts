/** `npm run new-rule NAME [ROLE]`: a rule of the package to start from, in its list; its examples are its tests. */
import { existsSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { ruleFields } from '../src/cli/rules-file.ts'
import { ROLES, type Role } from '../src/core/role.ts'
import { GENERATED } from './generated.ts'

const [id = '', role = 'promo'] = process.argv.slice(2)
const fail = (message: string): never => {
  process.stderr.write(`${message}\n`)
  process.exit(2)
}
if (!/^[a-z]+(?:-[a-z0-9]+)*$/.test(id))
  fail('npm run new-rule NAME [ROLE]: NAME in kebab case, like harbour-call')
if (!ROLES.includes(role as Role)) fail(`no role "${role}"; there are: ${ROLES.join(', ')}`)

const inRules = (file: string) => fileURLToPath(new URL(`../src/rules/${file}`, import.meta.url))
const path = inRules(`${id}.ts`)
if (existsSync(path)) fail(`${path} is there already`)
writeFileSync(
  path,
  `import { rule } from '../core/rule.ts'

export default rule({
${ruleFields(id, role)}})
`,
)

writeFileSync(inRules('all.ts'), GENERATED['src/rules/all.ts']!())
process.stdout.write(`Made src/rules/${id}.ts. Now: npx vitest run test/rules.test.ts -t ${id}\n`)
