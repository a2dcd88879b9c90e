import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const HERE = dirname(fileURLToPath(import.meta.url))
const IMPORT = /^import \{([^}]*)\} from ['"](\.[^'"]*)['"];\n/gm
const EXPORT = /^export (?=(?:async )?(?:function\*?|const) (\w+))/gm

let linked: string | undefined

/**
 * The report's script: the compiled modules below `page/main.js`, each in a function of its own, in the order they need
 * each other. Our modules use named imports and exported functions and constants only; anything else stops here.
 */
export function pageScript(): string {
  linked ??= link(entryPoint())
  return linked
}

/** Beside this file where it is compiled; run from source, what the build has made. */
function entryPoint(): string {
  const found = [join(HERE, 'page/main.js'), join(HERE, '../../dist/review/page/main.js')].find(existsSync)
  if (found === undefined) throw new Error('the script of the report is not built: run "npm run build"')
  return found
}

/** Links compiled modules from `entry` on into one classic script. */
export function link(entry: string): string {
  const parts: string[] = []
  const numbers = new Map<string, number>()
  const visit = (file: string): number => {
    const known = numbers.get(file)
    if (known !== undefined) return known
    const source = readFileSync(file, 'utf8').replace(/^\/\/# sourceMappingURL.*\n?/gm, '')
    const names: string[] = []
    const body = source
      .replace(IMPORT, (_, list: string, from: string) => {
        const one = visit(join(dirname(file), from))
        return `const {${list.replaceAll(' as ', ': ')}} = m${one};\n`
      })
      .replace(EXPORT, (_, name: string) => {
        names.push(name)
        return ''
      })
      .replace(/^export \{\};\n?/gm, '')
    const left = /^(?:import|export)\b.*/m.exec(body)
    if (left) throw new Error(`${file}: cannot be linked: ${left[0]}`)
    const number = numbers.size
    numbers.set(file, number)
    parts.push(`const m${number} = (() => {\n${body}\nreturn { ${names.join(', ')} };\n})();`)
    return number
  }
  visit(entry)
  return `'use strict';\n(() => {\n${parts.join('\n')}\n})();\n`
}
