import { createHash } from 'node:crypto'
import { deflateRawSync } from 'node:zlib'
import type { Outcome } from '../core/article.ts'
import { indexWriter } from './index-of.ts'
import { pageScript } from './link.ts'
import { packPage } from './packed.ts'
import { SKELETON } from './skeleton.ts'
import { STYLE } from './style.ts'

export interface ReportOptions {
  /** Accepted samples are handed to the server the page came from. Default false. */
  readonly live?: boolean
}

const digest = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/**
 * What the page may do: run its own script and wear its own style, both named by hash; nothing is loaded, nothing is
 * sent (live: only to where it came from), no string becomes markup or code.
 */
export function contentPolicy(live: boolean): string {
  return [
    "default-src 'none'",
    `script-src ${digest(pageScript())}`,
    `style-src ${digest(STYLE)}`,
    ...(live ? ["connect-src 'self'"] : []),
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ')
}

/** JSON that stands in a script element: with no `<` in it, nothing in it ends the element or opens a comment. */
export const inertJson = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c')

/**
 * The report, a piece at a time: the frame, a packed chunk of data for each page as it comes, the index, the script.
 * Whatever a page says is in the chunks and the index only, and these are data blocks no browser runs.
 */
export async function* reportParts(
  pages: AsyncIterable<Outcome> | Iterable<Outcome>,
  { live = false }: ReportOptions = {},
): AsyncGenerator<string> {
  const index = indexWriter()
  yield `<!doctype html>
<html lang="en" data-state="loading">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentPolicy(live)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>dechaff review</title>
<style>${STYLE}</style>
</head>
<body>
${SKELETON}
`
  let number = 0
  for await (const page of pages) {
    index.add(page)
    const chunk = deflateRawSync(JSON.stringify(packPage(page)), { level: 9 }).toString('base64')
    yield `<script type="application/json" id="page-${number++}">"${chunk}"</script>\n`
  }
  yield `<script type="application/json" id="index">${inertJson(index.done(live))}</script>\n`
  yield `<script>${pageScript()}</script>\n</body>\n</html>\n`
}
