import type { Block } from '../core/block.ts'
import type { Facts } from '../core/facts.ts'
import { rule, type View } from '../core/rule.ts'

export default rule({
  id: 'running-head',
  role: 'pagination',
  door: 'text',
  doc: 'What stands at the head and foot of every sheet of a printed document: page numbers that count up, and the line beside them that returns.',
  weight: 4,
  evidence: 'proof',
  examples: [
    {
      name: 'two sheets of a journal',
      page: `
        ✗ Tolm Harbour Review, No. 12
        Silt under the ferry
        The harbour fills, and the crews of the dredgers say that it fills faster than the charts allow.
        ✗ 41
        ✗ Tolm Harbour Review, No. 12
        We asked nine of them to draw the bottom from memory, and compared what they drew with the lead line.
        ✗ 42
        ✗ Tolm Harbour Review, No. 12
        All nine drew it too deep, as one does with what one remembers.
        ✗ 43`,
    },
    {
      name: 'sheets that say how many there are',
      page: `
        ✗ Tolm Harbour Office, Report 2022
        The harbour fills, and the crews of the dredgers say that it fills faster than the charts allow.
        ✗ Page 3 of 4
        ✗ Tolm Harbour Office, Report 2022
        We asked nine of them to draw the bottom from memory, and compared what they drew with the lead line.
        ✗ Page 4 of 4`,
    },
    {
      name: 'numbered verses',
      page: `
        1
        The harbour fills, and the crews of the dredgers say that it fills faster than the charts allow.
        2
        We asked nine of them to draw the bottom from memory.`,
    },
  ],
  *see({ blocks, facts }: View) {
    const numbers = sheetNumbers(blocks, facts)
    if (numbers.length < 2) return
    const heads = new Set<string>()
    for (const at of numbers)
      for (const near of [at - 2, at - 1, at + 1, at + 2])
        if (isHead(facts[near])) heads.add(facts[near]!.key)
    if (heads.size === 0) return
    for (const at of numbers) yield { at, because: 'numbers a sheet' }
    for (const { at } of blocks) {
      const { key, repeat, digits } = facts[at]!
      // the title of a document may return as its running head
      if (heads.has(key) && (repeat > 0 || digits > 0)) yield { at, because: 'stands on every sheet' }
    }
  },
})

/** Heaviest running head, in Latin-equivalent characters. */
const HEAVIEST = 120

const isHead = (fact: Facts | undefined): boolean =>
  fact !== undefined && fact.repeats > 1 && fact.letters > 2 && fact.mass <= HEAVIEST && !fact.endsSentence

/** `41`, `- 41 -`, `Page 41`, `Seite 41 von 60` */
const NUMBER = /^[-–— ]{0,3}(?:\p{L}{1,8}\.? )?(\d{1,4})(?: ?(?:\/|\p{L}{1,3}) ?\d{1,4})?[-–— ]{0,3}$/u

/** Lines that are nothing but the number of a sheet, each one more than the one before. */
function sheetNumbers(blocks: readonly Block[], facts: readonly Facts[]): readonly number[] {
  const found: number[] = []
  let last: number | undefined
  for (const { at, text, kind } of blocks) {
    const { letters, digits } = facts[at]!
    if (letters > 12 || digits === 0 || digits > 8 || kind === 'cell' || text.length > 24) continue
    const number = NUMBER.exec(text)?.[1]
    if (number === undefined) continue
    if (last !== undefined && Number(number) !== last + 1) return []
    last = Number(number)
    found.push(at)
  }
  return found
}
