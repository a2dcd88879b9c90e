import type { ExplainedBlock } from '../core/article.ts'
import { fold } from '../samples/phrase.ts'

/** A line of an article's text and the block it was written from, where that is known. */
export interface ArticleLine {
  readonly text: string
  readonly at?: number
}

/** What stands before the text of an item of a list or a quotation. */
const MARK = /^[\s>]*(?:[-*•‣◦] |\d{1,4}[.)] )?/

/**
 * An article's text as paragraphs of lines, each with its block. Kept blocks come in reading order, so the next one
 * that reads the same is meant; a row of a table belongs to the block of its first cell.
 */
export function articleLines(text: string, blocks: readonly ExplainedBlock[]): readonly ArticleLine[][] {
  const places = new Map<string, number[]>()
  const note = (line: string, at: number) => {
    const key = fold(line)
    const known = places.get(key)
    if (known === undefined) places.set(key, [at])
    else if (known.at(-1) !== at) known.push(at)
  }
  for (const { at, kept, text } of blocks) {
    if (!kept) continue
    note(text, at)
    if (text.includes('\n')) for (const line of text.split('\n')) note(line, at)
  }
  let last = -1
  const placeOf = (line: string): number | undefined => {
    for (const said of [line, line.replace(MARK, ''), ...line.split('\t')]) {
      const found = places.get(fold(said))
      const at = found?.find((place) => place >= last) ?? found?.[0]
      if (at !== undefined) return at
    }
    return undefined
  }
  return text
    .split(/\n{2,}/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) =>
      paragraph.split('\n').map((line): ArticleLine => {
        const at = line.trim() === '' ? undefined : placeOf(line)
        if (at === undefined) return { text: line }
        last = at
        return { text: line, at }
      }),
    )
}
