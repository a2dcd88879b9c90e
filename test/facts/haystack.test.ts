import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contains, haystack, mayContain } from '../../src/facts/haystack.ts'

const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'é', '雾', ' '), maxLength: 40 })

test('says of every string what a search of the text says', () => {
  fc.assert(
    fc.property(letters, letters, fc.integer({ min: 1, max: 8 }), (text, needle, run) => {
      expect(contains(haystack(text, run), needle)).toBe(text.includes(needle))
    }),
  )
})

test('finds every part of the text', () => {
  fc.assert(
    fc.property(letters, fc.nat(40), fc.nat(40), (text, from, length) => {
      expect(contains(haystack(text, 3), text.slice(from, from + length))).toBe(true)
    }),
  )
})

test('turns away no string that the text holds so often', () => {
  fc.assert(
    fc.property(letters, letters, fc.integer({ min: 1, max: 8 }), fc.nat(4), (text, needle, run, times) => {
      const hay = haystack(`${needle}|`.repeat(times) + text, run)
      expect(mayContain(hay, needle, times)).toBe(true)
    }),
  )
})
