import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ownTexts, streamSafe } from '../../src/core/fold.ts'

const mark = fc.constantFrom('\u0301', '\u0316', '\u0327', '\u0e38', '\u05b0')
const marked = fc
  .array(
    fc.oneof(
      fc.array(mark, { maxLength: 90 }).map((marks) => marks.join('')),
      fc.string({ unit: 'binary' }),
    ),
  )
  .map((parts) => parts.join(''))

test('a text that is safe to normalize has at most thirty marks in a row, and nothing else is changed', () => {
  fc.assert(
    fc.property(marked, (text) => {
      fc.pre(!text.includes('\u034f'))
      const safe = streamSafe(text)
      expect(safe.split('\u034f').join('')).toBe(text)
      expect(safe.replaceAll('\u034f', ' ')).not.toMatch(/\p{M}{31}/u)
    }),
  )
})

test('texts of their own are the texts they were, halves of characters too', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)) })),
      (texts) => {
        expect(ownTexts(texts)).toEqual(texts)
      },
    ),
  )
  const many = Array.from({ length: 9_001 }, (_, i) => `line ${i}`)
  expect(ownTexts(many)).toEqual(many)
})
