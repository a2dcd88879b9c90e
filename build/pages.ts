/** Bundles the scripts of the pages for the browser: the review page, the comparison, and the playground with core in it. */
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const ROOT = fileURLToPath(new URL('../', import.meta.url))

await build({
  absWorkingDir: ROOT,
  entryPoints: {
    'review/page': 'src/review/page/main.ts',
    'review/compare': 'src/review/page/compare.ts',
    'playground/page': 'src/playground/page/main.ts',
  },
  outdir: 'dist',
  bundle: true,
  minify: true,
  format: 'iife',
  charset: 'utf8',
  platform: 'browser',
  // some packages write HTML into an element to decode entities where they take the platform for a browser
  conditions: ['worker'],
  target: 'es2023',
  logLevel: 'error',
})
