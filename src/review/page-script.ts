import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const HERE = dirname(fileURLToPath(import.meta.url))
const read = new Map<string, string>()

/** Scripts of the pages, as `build/pages.ts` bundles them. */
export type PageScript = 'review/page' | 'review/compare' | 'playground/page'

/** The script of a page, fit to stand in a script element. */
export function pageScript(name: PageScript): string {
  let script = read.get(name)
  if (script === undefined) {
    script = inert(readFileSync(pathOf(name), 'utf8').trimEnd())
    read.set(name, script)
  }
  return script
}

/** Beside this file's folder where it is compiled; run from source, what the build has made. */
function pathOf(name: PageScript): string {
  const found = [join(HERE, '..', `${name}.js`), join(HERE, '../../dist', `${name}.js`)].find(existsSync)
  if (found === undefined) throw new Error('the script of the page is not built: run "npm run build"')
  return found
}

/** A comment's opening in a string of the script would make the browser overlook the end of the element. */
const inert = (script: string): string => script.replaceAll('<!--', '\\x3c!--')
