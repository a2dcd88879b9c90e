import { readFile } from 'node:fs/promises'
import { KINDS } from '../../src/words/page-types.ts'
import { FEATURES } from '../subject.ts'
import type { PageRows } from './page-rows.ts'

/**
 * Puts chances of page types that were found without a page's site, a JSON line `{ id, chances }` each, in place of those
 * of the shipped weights, which know the page; unknown where the file has none.
 */
export async function takeChances(pages: readonly PageRows[], file: string): Promise<void> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter(Boolean)
  const byId = new Map(
    lines.map((line) => {
      const { id, chances } = JSON.parse(line) as { id: string; chances: number[] }
      return [id, chances] as const
    }),
  )
  const columns = KINDS.map((kind) => FEATURES.indexOf(`kind:${kind}`))
  for (const { id, values } of pages) {
    const chances = byId.get(id)
    for (let row = 0; row < values.length; row += FEATURES.length)
      columns.forEach((column, i) => {
        values[row + column] = chances?.[i] ?? Number.NaN
      })
  }
}
