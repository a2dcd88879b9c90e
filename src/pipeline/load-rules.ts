import { stat } from 'node:fs/promises'
import Module, { createRequire, register } from 'node:module'
import { resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { type OptionSpecs, type Rule, type RuleSpec, rule } from '../core/rule.ts'
import { RULES } from '../rules/all.ts'
import { PipelineError } from './pipeline-error.ts'

/**
 * The command is one script (build/bundle.ts), in which `import()` is not known; it is in a CommonJS module of its own, which
 * may as well be made here.
 */
function importModule(href: string): Promise<object> {
  const file = fileURLToPath(new URL('./import-module.cjs', import.meta.url))
  const made = new Module(file) as Module & {
    readonly exports: { readonly load: (href: string) => Promise<object> }
    _compile(source: string, file: string): void
  }
  made._compile('exports.load = (href) => import(href)', file)
  return made.exports.load(href)
}

const loaded = new Map<string, Promise<readonly Rule[]>>()

/** The address of a module of rules, named by its path or its address. */
export function rulesModule(named: string | URL): string {
  if (typeof named !== 'string') return named.href
  return named.startsWith('file:') ? named : pathToFileURL(resolve(named)).href
}

/**
 * The rules a module exports, by whatever names: made by `defineRule`, or what `defineRule` takes, each alone or in arrays.
 * Their examples are checked. A module is loaded once.
 *
 * @throws {PipelineError} where it cannot be loaded, exports no rule, or one that does not hold.
 */
export function loadRules(named: string | URL): Promise<readonly Rule[]> {
  const href = rulesModule(named)
  let found = loaded.get(href)
  if (found === undefined) {
    found = load(href)
    loaded.set(href, found)
    found.catch(() => loaded.delete(href))
  }
  return found
}

async function load(href: string): Promise<readonly Rule[]> {
  const path = fileURLToPath(href)
  const wrong = (why: string) => new PipelineError(`${path}: ${why}`)
  if (!(await stat(path).catch(() => undefined))?.isFile()) throw wrong('there is no such file')
  if (/\.[cm]?ts$/.test(path)) readTypeScript(path, wrong)
  let exported: object
  try {
    exported = await importModule(href)
  } catch (error) {
    throw wrong(`cannot be loaded: ${(error as Error).message}`)
  }
  const rules = [...new Set(Object.values(exported).flat())].filter(isSpec).map(whole)
  if (rules.length === 0) throw wrong('exports no rule; a rule is what defineRule gives back')
  const { checkRule } = await import('./check-rule.ts')
  const faults = rules.flatMap((one) => checkRule(one).map(({ message }) => `rule ${one.id}: ${message}`))
  const taken = new Set(RULES.map(({ id }) => id))
  for (const { id } of rules) {
    if (taken.has(id)) faults.push(`rule ${id}: the name is taken`)
    taken.add(id)
  }
  if (faults.length > 0) throw wrong(faults.join(`\n${path}: `))
  return rules
}

type Spec = RuleSpec<OptionSpecs>

function isSpec(value: unknown): value is Spec | Rule {
  const { id, see, seeBlock } = (value ?? {}) as Record<string, unknown>
  return typeof id === 'string' && (typeof see === 'function' || typeof seeBlock === 'function')
}

/** What `defineRule` would have made of it. */
function whole(given: Spec | Rule): Rule {
  const { seeBlock, see, ...rest } = given as Spec & Rule
  const spec = { ...rest, examples: rest.examples ?? [] }
  return rule((seeBlock === undefined ? { ...spec, see } : { ...spec, seeBlock }) as Spec)
}

let readsTypeScript = false

/** Node reads TypeScript from 22.18 on; before, the compiler strips the types, where the file's project has it. */
function readTypeScript(path: string, wrong: (why: string) => Error): void {
  if (readsTypeScript || (process.features as { typescript?: unknown }).typescript) return
  const compiler = [path, resolve('package.json')].flatMap((from) => {
    try {
      return [pathToFileURL(createRequire(from).resolve('typescript')).href]
    } catch {
      return []
    }
  })[0]
  if (compiler === undefined)
    throw wrong(
      `Node ${process.version} reads no TypeScript: use Node 22.18, install typescript beside it, or write JavaScript`,
    )
  register(`data:text/javascript,${encodeURIComponent(hooks(compiler))}`)
  readsTypeScript = true
}

const hooks = (compiler: string): string => `
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import ts from ${JSON.stringify(compiler)}
export async function load(url, context, next) {
  if (!url.startsWith('file:') || !/\\.[cm]?ts$/.test(url)) return next(url, context)
  const { outputText: source } = ts.transpileModule(await readFile(fileURLToPath(url), 'utf8'), {
    compilerOptions: { module: 'esnext', target: 'es2022', verbatimModuleSyntax: true },
  })
  return { format: 'module', source, shortCircuit: true }
}`
