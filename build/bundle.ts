/**
 * Makes what is published of the sources: modules, types, scripts of pages and the command.
 *
 * Modules: what stands in `exports`, what processes are started with, and chunks they share. Packages are taken in, except
 * those in `dependencies`: an installation is a third of the size, and Node finds and compiles a dozen files instead of
 * hundreds. Types: one file for each public module. The command: one script with all it needs, which cleans some
 * samples so that what V8 compiled meanwhile can be kept: it starts in half the time.
 */
import { execFileSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import { type BuildOptions, build, type Plugin } from 'esbuild'
import { data as trigrams } from 'franc/data.js'
import { rollup } from 'rollup'
import { dts } from 'rollup-plugin-dts'
import { DETECTED } from '../src/words/languages.ts'

const ROOT = fileURLToPath(new URL('../', import.meta.url))
const DIST = join(ROOT, 'dist')
const PROGRAM = join(DIST, 'cli/program.cjs')
/** What programs import. */
const PUBLIC = ['index', 'core', 'vitest']
/** What processes are started with, each at the address where its source has it. */
const STARTED = ['batch/worker', 'batch/count-page', 'pipeline/clean-with-files']

const { dependencies, peerDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  readonly dependencies: Readonly<Record<string, string>>
  readonly peerDependencies: Readonly<Record<string, string>>
}

/** Modules that ask where they stand are told where they stand in the package, compiled. */
const places: Plugin = {
  name: 'places',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path }) => {
      const place = JSON.stringify(
        relative(join(ROOT, 'src'), path).replaceAll('\\', '/').replace(/ts$/, 'js'),
      )
      return {
        contents: readFileSync(path, 'utf8').replaceAll('import.meta.url', `__placeOf(${place})`),
        loader: 'ts',
      }
    })
  },
}

/** Tables of phrases are packed here, where their lists stand, and not by every process that reads a page. */
const packedTables: Plugin = {
  name: 'packed-tables',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]src[\\/]words[\\/](?:whole-lines|openings)\.ts$/ }, async ({ path }) => {
      const source = readFileSync(path, 'utf8')
      const { outputFiles } = await build({
        stdin: {
          contents: `${source}\nexport const packed = ${PACKING}`,
          resolveDir: dirname(path),
          loader: 'ts',
        },
        bundle: true,
        format: 'esm',
        write: false,
      })
      const url = `data:text/javascript;base64,${Buffer.from(outputFiles[0]!.contents).toString('base64')}`
      const { packed } = (await import(url)) as { readonly packed: object }
      if (!source.includes(PACKING)) throw new Error(`${path} packs no table`)
      return { contents: source.replace(PACKING, () => `(${JSON.stringify(packed)})`), loader: 'ts' }
    })
  },
}
const PACKING = 'pack(LISTS)'

const DECODE = `import { decodeHTMLStrict } from 'entities'
export function decodeNamedCharacterReference(name) {
  const text = decodeHTMLStrict('&' + name + ';')
  return text.startsWith('&' + name) ? false : text
}`

/** Takes of packages what is asked for. */
const lean: Plugin = {
  name: 'lean',
  setup({ onLoad, onResolve }) {
    // languages nobody asks for
    onLoad({ filter: /[\\/]franc[\\/]data\.js$/ }, () => ({
      contents: `export const data = ${JSON.stringify(trigramsOf(languages))}`,
    }))
    // tables of languages that no text of a process needs
    onLoad({ filter: /[\\/]franc[\\/]index\.js$/ }, ({ path }) => {
      const source = readFileSync(path, 'utf8')
      if (!TABLES.test(source)) throw new Error(`${path} makes no tables`)
      return { contents: source.replace(TABLES, LAZY_TABLES) }
    })
    // a second list of HTML's names for characters
    onResolve({ filter: /^decode-named-character-reference$/ }, () => ({
      path: 'decode-named-character-reference',
      namespace: 'lean',
    }))
    onLoad({ filter: /.*/, namespace: 'lean' }, () => ({ contents: DECODE, resolveDir: ROOT }))
    // files chardet would read where it were asked to
    onResolve({ filter: /^\.\/fs\/node$/ }, ({ resolveDir }) => ({
      path: join(resolveDir, 'fs/browser.js'),
    }))
  },
}

const TABLES = /^for \(script in data\) \{[\s\S]*?^\}/m
const LAZY_TABLES = `for (const script in data) {
  numericData[script] = {}
  for (const name in data[script])
    Object.defineProperty(numericData[script], name, {
      enumerable: true,
      configurable: true,
      get() {
        const model = data[script][name].split('|')
        const value = {}
        for (let weight = model.length; weight--; ) value[model[weight]] = weight
        Object.defineProperty(this, name, { value })
        return value
      }
    })
}`

const languages = new Set(Object.values(DETECTED).flatMap((names) => Object.keys(names)))

function trigramsOf(wanted: ReadonlySet<string>): typeof trigrams {
  const scripts = Object.entries(trigrams).map(([script, all]) => {
    return [script, Object.fromEntries(Object.entries(all).filter(([name]) => wanted.has(name)))] as const
  })
  return Object.fromEntries(scripts)
}

/** What is a module in a checkout is the one file in the package. */
const oneFile: Plugin = {
  name: 'one-file',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/program\.ts$/ }, () => ({ path: './program.cjs', external: true }))
  },
}

const COMMON = {
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  minifyWhitespace: true,
  minifySyntax: true,
  legalComments: 'none',
  // so that it can be read, and held in memory, byte by byte; see `asciiOf`
  charset: 'ascii',
  metafile: true,
  logLevel: 'warning',
} as const satisfies BuildOptions

const packed = [...(await buildModules()), ...(await buildCommand())]
writeFileSync(join(DIST, 'licenses.txt'), licenses(packed))
await buildTypes()
await buildPages()
keepCode()

async function buildModules(): Promise<readonly string[]> {
  const common = { ...COMMON, format: 'esm', outdir: DIST, write: false } as const
  const external = [...Object.keys(dependencies), ...Object.keys(peerDependencies)]
  const shared = await build({
    ...common,
    entryPoints: [...PUBLIC, ...STARTED].map((name) => ({
      in: join(ROOT, 'src', `${name}.ts`),
      out: name,
    })),
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
    external,
    // the same as modules
    alias: { yaml: join(ROOT, 'node_modules/yaml/browser/index.js') },
    plugins: [packedTables, places, lean],
  })
  // stands alone, and is no module: a command is as fast as what is loaded before it, Node's loader of modules included
  const main = await build({
    ...common,
    format: 'cjs',
    entryPoints: { 'cli/main': join(ROOT, 'src/cli/main.ts') },
    banner: { js: `'use strict';const __here = require('node:url').pathToFileURL(__filename).href;` },
    define: { 'import.meta.url': '__here' },
    plugins: [oneFile],
  })
  clear('.js')
  for (const { path, text } of [...shared.outputFiles, ...main.outputFiles]) {
    // what a CommonJS package wants of Node cannot be had from a module
    if (/\b__require\("/.test(text)) throw new Error(`${path} asks for a module of Node by require()`)
    const up = relative(dirname(path), DIST).replaceAll('\\', '/') || '.'
    const placed = text.replace(/__placeOf\("(.+?)"\)/g, `new URL("${up}/$1",import.meta.url).href`)
    write(path, asciiOf(placed))
  }
  write(join(DIST, 'cli/package.json'), '{"type":"commonjs"}\n')
  return Object.keys(shared.metafile.inputs)
}

async function buildCommand(): Promise<readonly string[]> {
  const { metafile, warnings } = await build({
    ...COMMON,
    // with what tests put a stub into, loaded by those alone
    stdin: {
      contents: `export { dechaff, run } from './cli/program.ts'
        export const batch = async (options) => (await import('./batch/batch.ts')).batch(options)`,
      resolveDir: join(ROOT, 'src'),
      loader: 'ts',
    },
    outfile: PROGRAM,
    format: 'cjs',
    external: ['jsdom', '@modelcontextprotocol/server'],
    supported: { 'dynamic-import': false },
    banner: {
      js: `const __placeOf = (place) => require('node:url').pathToFileURL(require('node:path').join(__dirname, '..', place)).href; const __here = __placeOf('cli/program.cjs');`,
    },
    // a package that asks where it stands is told of the one file
    define: { 'import.meta.url': '__here' },
    plugins: [packedTables, places, lean],
  })
  if (warnings.length > 0) process.exit(1)
  writeFileSync(PROGRAM, asciiOf(readFileSync(PROGRAM, 'utf8')))
  return Object.keys(metafile.inputs)
}

/** Scripts of the pages for the browser: the review page, the comparison, and the playground with core in it. */
async function buildPages(): Promise<void> {
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: {
      'review/page': 'src/review/page/main.ts',
      'review/compare': 'src/review/page/compare.ts',
      'playground/page': 'src/playground/page/main.ts',
    },
    outdir: DIST,
    bundle: true,
    minify: true,
    format: 'iife',
    charset: 'utf8',
    platform: 'browser',
    target: 'es2023',
    plugins: [packedTables, lean],
    logLevel: 'error',
    write: false,
  })
  for (const { path, contents } of outputFiles) write(`${path}.br`, brotliCompressSync(contents))
}

/** Of the declarations of all modules one for each public module, with what they share; no private type is left in them. */
async function buildTypes(): Promise<void> {
  const input = Object.fromEntries(PUBLIC.map((name) => [name, join(DIST, `${name}.d.ts`)]))
  const bundle = await rollup({ input, plugins: [dts()], external: ['mdast', 'vitest'] })
  const { output } = await bundle.generate({
    entryFileNames: '[name].d.ts',
    chunkFileNames: 'chunks/types-[hash].d.ts',
  })
  clear('.d.ts')
  for (const chunk of output) if (chunk.type === 'chunk') write(join(DIST, chunk.fileName), chunk.code)
}

function clear(ending: string): void {
  for (const name of readdirSync(DIST, { recursive: true, encoding: 'utf8' }))
    if (name.endsWith(ending)) rmSync(join(DIST, name))
}

function write(path: string, contents: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, contents)
}

/** Regular expressions are left as they are by esbuild; whatever is not ASCII outside of strings stands in one. */
function asciiOf(source: string): string {
  if (/(?<!\\)(?:\\\\)*\\[^\0-\x7f]/.test(source))
    throw new Error('an escaped character beyond ASCII: cannot be written as \\u')
  return source.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** The licenses of all packages something of which stands in the file. */
function licenses(inputs: readonly string[]): string {
  const folders = new Set(
    inputs.flatMap((input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0] ?? []),
  )
  return [...folders].sort().map(license).join('\n\n')
}

function license(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    readonly name: string
    readonly version: string
    readonly license?: string
  }
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry))
  const text = file === undefined ? '' : `\n\n${readFileSync(join(folder, file), 'utf8').trim()}`
  return `${name} ${version} (${license ?? 'see below'})${text}\n`
}

/** The longest samples, each in a process of its own: of several, all would be cleaned by processes that keep nothing. */
function keepCode(): void {
  const folder = dirname(PROGRAM)
  for (const old of readdirSync(folder).filter((name) => name.endsWith('.code'))) rmSync(join(folder, old))
  const cache = mkdtempSync(join(tmpdir(), 'dechaff-'))
  const pages = ['page.html', 'page.txt'].flatMap((name) =>
    readdirSync(join(ROOT, 'samples'))
      .map((sample) => join(ROOT, 'samples', sample, name))
      .filter(existsSync)
      .sort((a, b) => statSync(b).size - statSync(a).size)
      .slice(0, 4),
  )
  for (const [at, page] of pages.entries())
    execFileSync(process.execPath, [join(folder, 'main.js'), 'clean', page, '-f', at % 2 ? 'json' : 'md'], {
      env: { ...process.env, XDG_CACHE_HOME: cache, NODE_OPTIONS: '' },
      stdio: ['ignore', 'ignore', 'inherit'],
    })
  const made = join(cache, 'dechaff')
  // where Node keeps its own cache there is nothing to take along
  for (const name of existsSync(made) ? readdirSync(made) : [])
    if (name.endsWith('.code')) writeFileSync(join(folder, name), readFileSync(join(made, name)))
  rmSync(cache, { recursive: true })
}
