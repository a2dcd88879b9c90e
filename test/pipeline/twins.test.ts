import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { clean } from '../../src/index.ts'

const SAMPLES = new URL('../../samples/', import.meta.url)
/** Only their elements tell what is the article of these: in a dump a card is a story and a banner's text is text. */
const TOLD_BY_ELEMENTS: ReadonlySet<string> = new Set(['brief-beside-cards', 'help-accordion'])
const PAGES = readdirSync(SAMPLES).filter(
  (name) => existsSync(new URL(`${name}/page.html`, SAMPLES)) && !TOLD_BY_ELEMENTS.has(name),
)

/** Share of a page's words its text twin may judge otherwise, all pages together and the worst of them. */
const MEAN = 0.13
// a table that a document keeps as one is loose lines in its twin
const WORST = 0.5

const keyOf = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
const wordsOf = (text: string) => text.split(/\s+/u).length

interface Twins {
  readonly name: string
  readonly words: number
  /** Words of blocks one door keeps and the other drops. */
  readonly differing: number
}

/** A page cleaned as HTML, and its blocks cleaned again as the lines a browser would copy. */
async function twins(name: string): Promise<Twins> {
  const html = readFileSync(new URL(`${name}/page.html`, SAMPLES), 'utf8')
  const { blocks = [] } = await clean({ html }, { explain: true })
  const shown = blocks.filter(({ role, kind }) => role !== 'hidden' && kind !== 'code')
  const lines = shown.flatMap(({ kind, text }) => [
    kind === 'item' ? text.replaceAll('\n', ' ') : `\n${text.replaceAll('\n', ' ')}\n`,
  ])
  const twin = await clean({ text: lines.join('\n') }, { explain: true })
  const kept = new Map(twin.blocks?.map((block) => [keyOf(block.text), block.kept]))
  let [words, differing] = [0, 0]
  for (const block of shown) {
    const other = kept.get(keyOf(block.text))
    if (other === undefined) continue
    words += wordsOf(block.text)
    if (other !== block.kept) differing += wordsOf(block.text)
  }
  return { name, words, differing }
}

describe('a page and its text twin', () => {
  it('are judged nearly alike', async () => {
    const counted: Twins[] = []
    for (const name of PAGES) counted.push(await twins(name))
    const shares = counted.map(
      ({ name, words, differing }) => [differing / Math.max(1, words), name] as const,
    )
    const worst = shares.toSorted(([a], [b]) => b - a)[0]!
    const total = counted.reduce((sum, { words }) => sum + words, 0)
    const differing = counted.reduce((sum, twin) => sum + twin.differing, 0)
    expect(total).toBeGreaterThan(2000)
    expect(differing / total).toBeLessThan(MEAN)
    expect(worst[0], worst[1]).toBeLessThan(WORST)
  })
})
