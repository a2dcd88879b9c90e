import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliDecompressSync } from 'node:zlib'
import { STYLE } from './style.ts'

/** A page of ours: one script, one style, a body whose roles and labels are markup, and data blocks between. */
export interface Frame {
  readonly title: string
  readonly script: PageScript
  readonly body: string
  /** It may talk to where it came from. Default false: it may talk to nobody. */
  readonly live?: boolean
}

const digest = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/**
 * What a page may do: run its own script and wear its own style, both named by hash; nothing is loaded, nothing is
 * sent (live: only to where it came from), no string becomes markup or code.
 */
export function contentPolicy({ script, live = false }: Pick<Frame, 'script' | 'live'>): string {
  return [
    "default-src 'none'",
    `script-src ${digest(pageScript(script))}`,
    `style-src ${digest(STYLE)}`,
    ...(live ? ["connect-src 'self'"] : []),
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ')
}

export function frameStart(frame: Frame): string {
  return `<!doctype html>
<html lang="en" data-state="loading">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentPolicy(frame)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${frame.title}</title>
<style>${STYLE}</style>
</head>
<body>
${frame.body}
`
}

export const frameEnd = ({ script }: Frame): string =>
  `<script>${pageScript(script)}</script>\n</body>\n</html>\n`

/** JSON that stands in a script element: with no `<` in it, nothing in it ends the element or opens a comment. */
const inertJson = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c')

/** A data block: what stands in it, no browser runs. */
export const dataBlock = (id: string, value: unknown): string =>
  `<script type="application/json" id="${id}">${inertJson(value)}</script>\n`

const HERE = dirname(fileURLToPath(import.meta.url))
const read = new Map<string, string>()

/** Scripts of the pages, as `build/bundle.ts` bundles and compresses them: one holds all of core again. */
type PageScript = 'review/page' | 'review/compare' | 'playground/page'

/** The script of a page, fit to stand in a script element. */
export function pageScript(name: PageScript): string {
  let script = read.get(name)
  if (script === undefined) {
    script = inert(
      brotliDecompressSync(readFileSync(pathOf(name)))
        .toString('utf8')
        .trimEnd(),
    )
    read.set(name, script)
  }
  return script
}

/** Beside this file's folder where it is compiled; run from source, what the build has made. */
function pathOf(name: PageScript): string {
  const file = `${name}.js.br`
  const found = [join(HERE, '..', file), join(HERE, '../../dist', file)].find(existsSync)
  if (found === undefined) throw new Error('the script of the page is not built: run "npm run build"')
  return found
}

/** A comment's opening in a string of the script would make the browser overlook the end of the element. */
const inert = (script: string): string => script.replaceAll('<!--', '\\x3c!--')
