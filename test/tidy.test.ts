import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'

/** What a page goes through between being read and being written. */
const PAGE = ['core', 'facts', 'words', 'rules', 'gates', 'judge', 'assemble', 'render']

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
  pipeline: [...PAGE, 'content', 'decode', 'read', 'divide', 'sites'],
  batch: [...PAGE, 'decode', 'pipeline', 'sites', 'twins'],
  samples: [...PAGE, 'pipeline'],
  review: [...PAGE, 'pipeline', 'samples'],
  playground: [...PAGE, 'pipeline', 'samples', 'review'],
  serve: ['core', 'pipeline', 'batch'],
  mcp: ['core', 'facts', 'rules', 'render', 'pipeline', 'batch', 'samples', 'review'],
  cli: [
    ...PAGE,
    ...['content', 'pipeline', 'sites', 'batch', 'samples', 'review', 'playground', 'serve', 'mcp'],
  ],
}

/** Folders that know neither a DOM nor Node. */
const PURE = new Set([...PAGE, 'content', 'divide', 'sites', 'twins'])

/** Lines a file may have. */
const LONGEST = 450

/** Lines below which a file with one importer is part of it. */
const SHORTEST = 25
/** Where people, programs and processes come in. */
const DOORS =
  /^src\/(?:(?:index|core|vitest)|cli\/main|batch\/(?:worker|count-page)|(?:review|playground)\/page\/\w+)\.ts$/
/** Files that stand alone however short: rules, vocabulary, what one command runs, what a command writes, declarations. */
const ALONE = /^src\/(?:rules|words|cli)\/[^/]+$|\/(?:packaged|weights)\.ts$|\.d\.ts$/

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

/** Everything that may ask for something of src. */
const everywhere = [
  ...files,
  ...['test', 'bench', 'build', 'examples'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => join(folder, name)),
  ),
]

/** `FILE NAME` of all a file imports or hands on; `FILE *` where it takes the whole module. */
function namesAskedBy(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2023)
  const found: string[] = []
  const ask = (to: string, name: string) => found.push(`${relative('.', join(dirname(file), to))} ${name}`)
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      const to = (node.moduleSpecifier as ts.StringLiteral).text
      const named = node.importClause?.namedBindings
      if (node.importClause?.name) ask(to, 'default')
      if (named && ts.isNamespaceImport(named)) ask(to, '*')
      else for (const one of named?.elements ?? []) ask(to, (one.propertyName ?? one.name).text)
    } else if (ts.isExportDeclaration(node) && node.moduleSpecifier) {
      const to = (node.moduleSpecifier as ts.StringLiteral).text
      const named = node.exportClause
      if (named && ts.isNamedExports(named))
        for (const one of named.elements) ask(to, (one.propertyName ?? one.name).text)
      else ask(to, '*')
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [to] = node.arguments
      if (to && ts.isStringLiteral(to)) ask(to.text, '*')
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

/** Names of the constants, functions and classes a file exports. Types are left out: they name parts of what is exported. */
function valuesExportedBy(file: string): string[] {
  const source = ts.createSourceFile(file, sources.get(file)!, ts.ScriptTarget.ES2023)
  return source.statements.flatMap((statement) => {
    const { modifiers } = statement as { modifiers?: readonly ts.ModifierLike[] }
    if (!modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return []
    if (ts.isVariableStatement(statement))
      return statement.declarationList.declarations.flatMap(({ name }) =>
        ts.isIdentifier(name) ? [name.text] : [],
      )
    if (!ts.isFunctionDeclaration(statement) && !ts.isClassDeclaration(statement)) return []
    return statement.name ? [statement.name.text] : []
  })
}

const documents = [
  ...readdirSync('.').filter((name) => name.endsWith('.md')),
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md') && !name.startsWith('api'))
    .map((name) => join('docs', name)),
].sort()

/** A file of the project, and a heading of it where the link names one. */
function leadsSomewhere(from: string, link: string): boolean {
  const [path = '', heading] = link.split('#')
  const file = path === '' ? from : join(dirname(from), path)
  if (!existsSync(file)) return false
  if (heading === undefined) return true
  const headings = readFileSync(file, 'utf8').match(/^#+ .*$/gm) ?? []
  const slug = (line: string) =>
    line
      .replace(/^#+ /, '')
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-')
  return headings.map(slug).includes(heading)
}

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

const asked = new Map(everywhere.map((file) => [file, namesAskedBy(file)]))
/** The files a file imports. */
const asksOf = new Map(
  [...asked].map(([file, names]) => [file, new Set(names.map((one) => one.split(' ')[0]!))]),
)

const linesOf = (file: string) => sources.get(file)!.split('\n').length - 1

test('files stay small enough to hold in the head', () => {
  expect(files.filter((file) => linesOf(file) > LONGEST)).toEqual([])
})

test('a short file that only one other reads is part of that one', () => {
  const lonely = files.filter((file) => {
    const importers = everywhere.filter((other) => asksOf.get(other)!.has(file))
    return importers.length === 1 && linesOf(file) < SHORTEST && !ALONE.test(file) && !DOORS.test(file)
  })
  expect(lonely).toEqual([])
})

test('every value that is exported is asked for somewhere', () => {
  const wanted = new Set([...asked.values()].flat())
  const dead = files
    .filter((file) => !DOORS.test(file))
    .flatMap((file) => valuesExportedBy(file).map((name) => `${file} ${name}`))
    .filter((one) => !wanted.has(one) && !wanted.has(`${one.split(' ')[0]} *`))
  expect(dead).toEqual([])
})

test('only the command line speaks to the console', () => {
  const loud = files.filter((file) => folderOf(file) !== 'cli' && /\bconsole\./.test(sources.get(file)!))
  expect(loud).toEqual([])
})

test('comments are written with the signs of a keyboard', () => {
  const fancy = files.flatMap((file) =>
    [...sources.get(file)!.matchAll(/\/\*\*[\s\S]*?\*\/|^\s*\/\/.*$/gm)]
      .filter(([comment]) => /[\u2018-\u201f\u2013\u2014\u00a0]/.test(comment.replace(/`[^`]*`/g, '')))
      .map(([comment]) => `${file}: ${comment.trim().slice(0, 60)}`),
  )
  expect(fancy).toEqual([])
})

test.each(documents)('%s has one first heading, and links that lead somewhere', (file) => {
  const text = readFileSync(file, 'utf8').replace(/^```[\s\S]*?^```$/gm, '')
  expect(text.match(/^# /gm) ?? []).toHaveLength(1)
  const links = [...text.matchAll(/\]\((?!https?:|mailto:)([^)\s]+)\)/g)].map(([, to]) => to!)
  expect(links.filter((to) => !leadsSomewhere(file, to))).toEqual([])
})

/**
 * What somebody measured: a share in percent, a score, a size in decimal units, fractions of seconds, "3 times as".
 * Limits and defaults are written in binary units and whole seconds.
 */
const FIGURE =
  /(?<![\w.,/@-])(?:\d[\d.,]* ?%|0?\.\d{3}(?!\d)|\d[\d.,]* ?[kKMGT]B\b|\d+\.\d+ s\b|\d[\d.,]* ?(?:ms|microseconds)\b|\d[\d.]* times as\b)/g
/** Claims, what a bench writes, and what stands for code. */
const NO_PROSE =
  /<!-- claim: \S+ -->[\s\S]*?<!-- \/claim -->|<!-- (bench:\S+) -->[\s\S]*?<!-- \/\1 -->|^```[\s\S]*?^```$|`[^`\n]*`/gm

test.each(documents.filter((file) => !/CHANGELOG|rules-measured/.test(file)))(
  '%s names no figure that is no claim of docs/claims.json',
  (file) => {
    expect(readFileSync(file, 'utf8').replace(NO_PROSE, '').match(FIGURE) ?? []).toEqual([])
  },
)
