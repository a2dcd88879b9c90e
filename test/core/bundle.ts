import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { build, type Metafile } from 'esbuild'

const ROOT = join(import.meta.dirname, '../..')
const SAMPLES = join(ROOT, 'samples')

export interface Bundle {
  /** Files by name; the first is the entry, the others are loaded when they are needed. */
  readonly files: readonly { readonly name: string; readonly code: string }[]
  readonly metafile: Metafile
}

/** `dechaff/core`, or the module named, as a user's bundler takes it in, nothing left out by name. */
export async function bundleCore(
  platform: 'node' | 'browser',
  { splitting = false, from = 'dechaff/core' } = {},
): Promise<Bundle> {
  const { outputFiles, metafile } = await build({
    stdin: { contents: `export * from '${from}'`, resolveDir: ROOT },
    bundle: true,
    minify: true,
    format: 'esm',
    charset: 'utf8',
    platform,
    splitting,
    target: 'es2023',
    outdir: 'out',
    write: false,
    metafile: true,
    logLevel: 'error',
  })
  return { files: outputFiles.map(({ path, text }) => ({ name: basename(path), code: text })), metafile }
}

/** Pages of the samples, each as bytes. */
export function samplePages(): readonly { readonly name: string; readonly bytes: Uint8Array }[] {
  return readdirSync(SAMPLES, { recursive: true, encoding: 'utf8' })
    .filter((file) => /page\.(?:html|txt)$/.test(file))
    .sort()
    .map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(SAMPLES, name))) }))
}

const MATHS = `<title>Water in a pipe</title><h1>Water in a pipe</h1>${'<p>The flow through the old pipe was measured again, the engineer said, and it had not changed since spring.</p>'.repeat(5)}
<p>Its loss is <math><mfrac><mi>f</mi><mn>2</mn></mfrac></math> at most.</p>`

/** Bytes in charsets a bundle has to bring its own way of reading for, and MathML. */
export const SPECIAL = [
  {
    name: 'shift_jis',
    bytes: Uint8Array.from(
      Buffer.from(`${'82b182ea82cd8374835f82cc8de3834c838d82cc82db82c682dd82cd82b88142'.repeat(20)}`, 'hex'),
    ),
  },
  {
    name: 'windows-1252',
    bytes: Uint8Array.from(
      Buffer.from(
        `<title>Caf\xe9</title>${'<p>Le caf\xe9 du port a \xe9t\xe9 rouvert hier, dit le maire, et la for\xeat derri\xe8re aussi.</p>'.repeat(6)}`,
        'latin1',
      ),
    ),
  },
  { name: 'mathml', bytes: Uint8Array.from(Buffer.from(MATHS)) },
] as const
