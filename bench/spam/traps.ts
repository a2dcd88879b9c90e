import { readFileSync } from 'node:fs'
import type { Outcome } from '../../src/core/article.ts'
import { cleanDump, pipelineOf } from '../subject.ts'

/** An innocent passage that looks like spam, or a whole page of them; nothing of it may be removed as spam. */
interface Trap {
  readonly name: string
  readonly text: string
  /** An article's first and last paragraph in its language, to set it between. */
  readonly frame: readonly [opening: string, closing: string]
}

/**
 * Own texts on invented places, in files of entries: `== LANGUAGE NAME`, then the text. The entry `frame` of a language has
 * two paragraphs parted by `--`.
 */
function readTraps(): readonly Trap[] {
  const entries = ['west', 'east', 'held'].flatMap((part) =>
    readFileSync(new URL(`./traps-${part}.txt`, import.meta.url), 'utf8')
      .split(/^== /m)
      .slice(1)
      .map((entry) => {
        const end = entry.indexOf('\n')
        return { name: entry.slice(0, end), lang: entry.slice(0, 2), text: entry.slice(end + 1).trim() }
      }),
  )
  const frames = new Map(
    entries.flatMap(({ name, lang, text }) =>
      name === `${lang} frame` ? [[lang, text.split('\n--\n') as [string, string]]] : [],
    ),
  )
  return entries.flatMap(({ name, lang, text }) =>
    name === `${lang} frame` ? [] : [{ name, text, frame: frames.get(lang)! }],
  )
}

/** Roles under which an honest passage is lost as something somebody put into the page. */
const LOST = ['spam', 'foreign', 'hidden'] as const

/** Ways a passage is met: alone, between paragraphs, and as a document's body. */
function pagesOf({
  text,
  frame: [opening, closing],
}: Trap): readonly (readonly [string, { text: string } | { html: string }])[] {
  const paragraphs = text
    .split(/\n+/)
    .map((line) => `<p>${line.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`)
  return [
    ['alone', { text }],
    ['inside', { text: `${opening}\n\n${text}\n\n${closing}` }],
    ['page', { html: `<html><body><article>${paragraphs.join('')}</article></body></html>` }],
  ]
}

function lossOf({ dropped, reason }: Outcome): string | undefined {
  if (reason?.code === 'spam') return reason.message
  const role = LOST.find((one) => (dropped.byRole[one] ?? 0) > 0)
  return role && `${dropped.byRole[role]} blocks as ${role}`
}

/** Cleans each passage in every way, and `more` alone and as a page, and tells which lost something as spam. */
export async function checkTraps(more: readonly string[], pipelineName: string | undefined): Promise<string> {
  const pipeline = await pipelineOf(pipelineName)
  const traps = [
    ...readTraps(),
    ...more.map((text): Trap => ({ name: text.slice(0, 40), text, frame: ['', ''] })),
  ]
  const bad: string[] = []
  let pages = 0
  for (const trap of traps) {
    for (const [way, dump] of pagesOf(trap)) {
      pages++
      const loss = lossOf(await cleanDump(dump, pipeline))
      if (loss !== undefined) bad.push(`\n  TOUCHED ${trap.name}, ${way}: ${loss}`)
    }
  }
  return `traps: ${pages - bad.length} of ${pages} untouched (${traps.length} passages)${bad.join('')}`
}
