import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'

/** Whom each folder may import; itself always. Files directly in src are public doors and may import what they like. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  core: [],
  facts: ['core', 'words'],
  words: ['core'],
  rules: ['core', 'facts', 'words'],
  gates: ['core', 'facts', 'words'],
  judge: ['core', 'facts', 'words'],
  content: ['core'],
  assemble: ['core', 'facts', 'words', 'content', 'render'],
  render: ['core', 'content'],
  decode: ['core', 'facts'],
  read: ['core', 'facts'],
  divide: ['core', 'facts'],
  sites: ['core', 'facts'],
  twins: ['core', 'facts'],
  pipeline: [
    'core',
    'facts',
    'words',
    'rules',
    'gates',
    'judge',
    'content',
    'assemble',
    'render',
    'decode',
    'read',
    'divide',
    'sites',
  ],
  batch: [
    'core',
    'facts',
    'words',
    'rules',
    'gates',
    'judge',
    'assemble',
    'render',
    'decode',
    'pipeline',
    'sites',
    'twins',
  ],
  samples: ['core', 'facts', 'words', 'rules', 'gates', 'judge', 'assemble', 'render', 'pipeline'],
  review: ['core', 'facts', 'words', 'rules', 'gates', 'judge', 'assemble', 'render', 'pipeline', 'samples'],
  playground: [
    'core',
    'facts',
    'words',
    'rules',
    'gates',
    'judge',
    'assemble',
    'render',
    'pipeline',
    'samples',
    'review',
  ],
  serve: ['core', 'pipeline', 'batch'],
  mcp: ['core', 'facts', 'rules', 'render', 'pipeline', 'batch', 'samples', 'review'],
  cli: [
    'core',
    'facts',
    'words',
    'rules',
    'gates',
    'judge',
    'content',
    'assemble',
    'render',
    'pipeline',
    'sites',
    'batch',
    'samples',
    'review',
    'playground',
    'serve',
    'mcp',
  ],
}

/** Folders that know neither a DOM nor Node. */
const PURE = new Set([
  'core',
  'facts',
  'words',
  'rules',
  'gates',
  'judge',
  'content',
  'assemble',
  'render',
  'divide',
  'sites',
  'twins',
])

/** Lines a file may have. */
const LONGEST = 450

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => join('src', name))
  .sort()

const sources = new Map(files.map((file) => [file, readFileSync(file, 'utf8')]))

interface Import {
  readonly from: string
  readonly to: string
  /** Gone after compiling. */
  readonly typeOnly: boolean
  /** Asked for when needed, not when the file is loaded. */
  readonly lazy: boolean
}

function importsOf(file: string): Import[] {
  const found: Import[] = []
  const source = ts.createSourceFile(file, sources.get(file)!, ts.ScriptTarget.ES2023)
  const visit = (node: ts.Node): void => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier) {
      const typeOnly = ts.isImportDeclaration(node)
        ? node.importClause?.phaseModifier !== undefined
        : node.isTypeOnly
      found.push({ from: file, to: (node.moduleSpecifier as ts.StringLiteral).text, typeOnly, lazy: false })
    }
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [to] = node.arguments
      if (to && ts.isStringLiteral(to)) found.push({ from: file, to: to.text, typeOnly: false, lazy: true })
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

const imports = files.flatMap(importsOf)
const inside = imports
  .filter(({ to }) => to.startsWith('.') && to.endsWith('.ts'))
  .map((one) => ({ ...one, to: relative('.', join(dirname(one.from), one.to)) }))
const folderOf = (file: string) => (file.split('/').length > 2 ? file.split('/')[1]! : '')

test('folders import only whom they may', () => {
  const wrong = inside.filter(({ from, to }) => {
    const [a, b] = [folderOf(from), folderOf(to)]
    if (b === '') return a !== 'cli' && a !== ''
    return a !== '' && a !== b && !MAY_IMPORT[a]?.includes(b)
  })
  expect(wrong.map(({ from, to }) => `${from} -> ${to}`)).toEqual([])
})

test('every folder is in the table', () => {
  const folders = new Set(files.map(folderOf).filter(Boolean))
  expect([...folders].filter((folder) => !(folder in MAY_IMPORT))).toEqual([])
})

test('no file imports itself by way of others, for types or lazily either', () => {
  const edges = new Map<string, string[]>()
  for (const { from, to } of inside) edges.set(from, [...(edges.get(from) ?? []), to])
  const done = new Set<string>()
  const cycles: string[] = []
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) cycles.push([...path.slice(path.indexOf(file)), file].join(' -> '))
    if (done.has(file) || path.includes(file)) return
    for (const to of edges.get(file) ?? []) visit(to, [...path, file])
    done.add(file)
  }
  for (const file of files) visit(file, [])
  expect(cycles).toEqual([])
})

test('folders behind the reader know neither a DOM nor Node', () => {
  const pure = files.filter((file) => PURE.has(folderOf(file)))
  const node = imports.filter(({ from, to }) => pure.includes(from) && to.startsWith('node:'))
  expect(node.map(({ from, to }) => `${from} -> ${to}`)).toEqual([])
  const program = ts.createProgram(pure, {
    target: ts.ScriptTarget.ES2023,
    lib: ['lib.es2023.d.ts', 'lib.es2025.iterator.d.ts'],
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    types: [],
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    allowImportingTsExtensions: true,
    skipLibCheck: true,
    noEmit: true,
  })
  const problems = ts.getPreEmitDiagnostics(program).map(({ file, messageText }) => {
    return `${file && relative('.', file.fileName)}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`
  })
  expect(problems).toEqual([])
})

test('what core reaches knows no Node, no YAML and no schema library', () => {
  const reached = new Set(['src/core.ts'])
  for (const file of reached)
    for (const { from, to, typeOnly } of inside) if (from === file && !typeOnly) reached.add(to)
  expect(reached.size).toBeGreaterThan(200)
  const wrong = imports.filter(
    ({ from, to, typeOnly }) => reached.has(from) && !typeOnly && /^(?:node:|yaml|zod|jsdom)/.test(to),
  )
  expect(wrong.map(({ from, to }) => `${from} -> ${to}`)).toEqual([])
  const globals = [...reached].filter((file) =>
    /\b(?:Buffer\.|process\.|import\.meta|__dirname)/.test(sources.get(file) ?? ''),
  )
  expect(globals).toEqual([])
})

test('files stay small enough to hold in the head', () => {
  const long = files
    .map((file) => ({ file, lines: sources.get(file)!.split('\n').length }))
    .filter(({ file, lines }) => lines > LONGEST)
  expect(long).toEqual([])
})
