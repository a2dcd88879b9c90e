import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'

/** Reports every module a process asks for, on its standard error. */
const HOOKS = `
import { writeSync } from 'node:fs'
export async function resolve(specifier, context, next) {
  const found = await next(specifier, context)
  writeSync(2, found.url + '\\n')
  return found
}`
const REGISTER = `import { register } from 'node:module'; register('data:text/javascript,' + ${JSON.stringify(encodeURIComponent(HOOKS))})`

function modulesOf(...args: string[]): string[] {
  const hooked = [
    '--import',
    'tsx',
    '--import',
    `data:text/javascript,${encodeURIComponent(REGISTER)}`,
    ...args,
  ]
  const script = `const { spawnSync } = require('node:child_process')
    process.stdout.write(spawnSync(process.execPath, ${JSON.stringify(hooked)}, { encoding: 'utf8' }).stderr)`
  return execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' }).split('\n')
}
const loads = (modules: readonly string[], name: string) =>
  modules.some((url) => url.includes(`node_modules/${name}/`))

const cleaning = (dump: object) => [
  '--input-type=module',
  '-e',
  `const { clean } = await import(${JSON.stringify(new URL('../src/index.ts', import.meta.url).href)})
   const page = await clean(${JSON.stringify(dump)})
   if (page.status !== 'clean') throw new Error(page.reason?.message)`,
]
const PROSE = 'The ferry left on time, the harbour master said, and nobody complained about it at all.'

test('a text dump loads neither a parser nor a DOM nor Readability', () => {
  const modules = modulesOf(...cleaning({ text: `Boats of Quilby\n\n${`${PROSE}\n\n`.repeat(8)}` }))
  expect(modules.length).toBeGreaterThan(20)
  for (const name of ['parse5', 'jsdom', '@mozilla/readability'])
    expect(loads(modules, name), name).toBe(false)
})

test('a page of HTML loads the parser and Readability, but not jsdom', () => {
  const modules = modulesOf(...cleaning({ html: `<h1>Boats of Quilby</h1>${`<p>${PROSE}</p>`.repeat(8)}` }))
  expect(loads(modules, 'parse5')).toBe(true)
  expect(loads(modules, '@mozilla/readability')).toBe(true)
  expect(loads(modules, 'jsdom')).toBe(false)
})

test('help loads nothing that reads pages', () => {
  const program = new URL('../src/cli/program.ts', import.meta.url).href
  const modules = modulesOf(
    '--input-type=module',
    '-e',
    `const { run } = await import(${JSON.stringify(program)})\nawait run(['--help'])`,
  )
  expect(loads(modules, 'commander')).toBe(true)
  for (const name of ['parse5', 'jsdom', '@mozilla/readability', 'franc', 'zod', 'yaml', 'p-queue'])
    expect(loads(modules, name), name).toBe(false)
})
