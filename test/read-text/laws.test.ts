import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readText } from '../../src/read/text.ts'

const read = (text: string, lineLength = 100_000) => readText(text, { lineLength }).blocks
const LETTER = /[\p{L}\p{N}]/u
const INVISIBLE = /[\s\p{Cc}\u00AD\u200B\u2060\uFEFF]/gu

const word = fc.constantFrom(
  'boat',
  'Harbour',
  'JavaScript',
  'end.Next',
  'été',
  '河',
  '桥面。',
  'ไทย',
  '12',
  'e.g.',
  '“Go!”',
  '[3]',
  '😀',
)
const sign = fc.constantFrom(
  '-',
  '•',
  '*',
  '#',
  '##',
  '>',
  '|',
  '---',
  '===',
  '1.',
  '2.',
  '```',
  '~~~',
  '[1]',
  '_',
  '…',
  '?',
  '@',
)
const space = fc.constantFrom(
  ' ',
  ' ',
  '  ',
  '    ',
  '\t',
  '\u00A0',
  '\u3000\u3000',
  '\n',
  '\n',
  '\n\n',
  '\r\n',
  '\r',
  '\u200B',
)
const plain = fc.array(fc.tuple(word, space), { maxLength: 120 }).map((pairs) => pairs.flat().join(''))
const marked = fc
  .array(fc.tuple(fc.oneof(word, word, sign), space), { maxLength: 120 })
  .map((pairs) => pairs.flat().join(''))

describe('laws', () => {
  it('text without marks: block texts are the dump, character for character, but for white space', () => {
    fc.assert(
      fc.property(plain, (dump) => {
        const kept = read(dump)
          .map((block) => block.text)
          .join('')
        expect(kept.replace(INVISIBLE, '')).toBe(dump.replace(INVISIBLE, ''))
      }),
    )
  })

  it('any text: block texts are a subsequence of the dump, and what is left over are signs, numbers of lists and links, names of code', () => {
    fc.assert(
      fc.property(fc.oneof(marked, fc.string({ unit: 'binary' }), fc.string()), (dump) => {
        const blocks = read(dump)
        const kept = blocks
          .map((block) => block.text)
          .join('')
          .replace(INVISIBLE, '')
        const all = dump.replace(INVISIBLE, '')
        let at = 0
        let left = ''
        for (const unit of all) {
          if (kept.startsWith(unit, at)) at += unit.length
          else left += unit
        }
        expect(at).toBe(kept.length)
        const named = blocks.map((block) => block.codeLanguage ?? '').join('')
        const letters = [...left].filter(
          (unit) => LETTER.test(unit) && !/\d/.test(unit) && !named.includes(unit),
        )
        expect(letters).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  it('blocks stand in reading order, are never empty, and touch only lines that exist', () => {
    fc.assert(
      fc.property(marked, fc.integer({ min: 1, max: 60 }), (dump, lineLength) => {
        const last = dump.split(/\r\n|\r|\n/).length
        let from = 1
        read(dump, lineLength).forEach((block, at) => {
          expect(block.at).toBe(at)
          expect(block.text.trim()).not.toBe('')
          const [first, end] = 'lines' in block.place ? block.place.lines : [0, 0]
          expect(first).toBeGreaterThanOrEqual(from)
          expect(end).toBeGreaterThanOrEqual(first)
          expect(end).toBeLessThanOrEqual(last)
          from = first
        })
      }),
    )
  })

  it('reads the same dump twice the same way', () => {
    fc.assert(
      fc.property(marked, (dump) => {
        expect(read(dump)).toEqual(read(dump))
      }),
    )
  })

  const many = 100_000
  it.each([
    ['blanks', ' '.repeat(many)],
    ['full-width spaces', `x${'\u3000\u3000 '.repeat(many / 3)}x`],
    ['digits', '1'.repeat(many)],
    ['pipes', '|a'.repeat(many / 2)],
    ['stops', `${'.'.repeat(many)}x`],
    ['brackets', '['.repeat(many)],
    ['citations', '[1]'.repeat(many / 3)],
    ['dashes', 'A - '.repeat(many / 4)],
    ['capitals', 'aaB'.repeat(many / 3)],
    ['images', `# a\n## b\n${'![a](b)'.repeat(many / 7)}`],
    ['open brackets in Markdown', `# a\n## b\n${'['.repeat(many)}`],
    ['open fences', '~~~a\n'.repeat(many / 5)],
    ['set-in lines', '    a;\n    b c\n    d e\n'.repeat(many / 24)],
    ['one endless paragraph', `${'word '.repeat(14)}\n`.repeat(many / 70)],
  ])('costs no more than its length: %s', (_, dump) => {
    const cost = (text: string): number => {
      const before = process.cpuUsage()
      read(text)
      const { user } = process.cpuUsage(before)
      return user / 1000
    }
    // Milliseconds of processor time; a quadratic scan of so many characters takes many seconds.
    expect(cost(dump)).toBeLessThan(1500)
  })
})
