/**
 * Puts the command with all it needs into one file, beside the modules it is made of, lets it clean two samples, and
 * keeps what V8 compiled meanwhile: a command starts in half the time. jsdom stays outside: it is loaded on demand, and
 * larger than all the rest; so does the optional package for agents.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'esbuild'

const ROOT = fileURLToPath(new URL('../', import.meta.url))
const FOLDER = join(ROOT, 'dist/cli')
const PROGRAM = join(FOLDER, 'program.cjs')

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

const { metafile, warnings } = await build({
  entryPoints: [join(ROOT, 'src/cli/program.ts')],
  outfile: PROGRAM,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20.19',
  // so that it can be read, and held in memory, byte by byte
  charset: 'ascii',
  minifyWhitespace: true,
  minifySyntax: true,
  legalComments: 'none',
  external: ['jsdom', '@modelcontextprotocol/server'],
  supported: { 'dynamic-import': false },
  banner: {
    js: `const __placeOf = (place) => require('node:url').pathToFileURL(require('node:path').join(__dirname, '..', place)).href; const __here = __placeOf('cli/program.cjs');`,
  },
  // a package that asks where it stands is told of the one file
  define: { 'import.meta.url': '__here' },
  plugins: [places],
  metafile: true,
  logLevel: 'warning',
})
if (warnings.length > 0) process.exit(1)
writeFileSync(PROGRAM, asciiOf(readFileSync(PROGRAM, 'utf8')))
writeFileSync(join(FOLDER, 'program.licenses.txt'), licenses(Object.keys(metafile.inputs)))
keepCode()

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

function keepCode(): void {
  for (const old of readdirSync(FOLDER).filter((name) => name.endsWith('.code'))) rmSync(join(FOLDER, old))
  const cache = mkdtempSync(join(tmpdir(), 'dechaff-'))
  const samples = ['page.html', 'page.txt'].flatMap((name) =>
    readdirSync(join(ROOT, 'samples'))
      .sort()
      .map((sample) => join(ROOT, 'samples', sample, name))
      .filter(existsSync)
      .slice(0, 4),
  )
  execFileSync(process.execPath, [join(FOLDER, 'main.js'), 'clean', ...samples, '-f', 'json'], {
    env: { ...process.env, XDG_CACHE_HOME: cache, NODE_OPTIONS: '' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const made = join(cache, 'dechaff')
  // where Node keeps its own cache there is nothing to take along
  for (const name of existsSync(made) ? readdirSync(made) : [])
    if (name.endsWith('.code')) writeFileSync(join(FOLDER, name), readFileSync(join(made, name)))
  rmSync(cache, { recursive: true })
}
