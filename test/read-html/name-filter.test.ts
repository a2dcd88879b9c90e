import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mayHold, NO_NAMES, placeOf, withPlaces } from '../../src/read/name-filter.ts'

const names = fc.array(fc.string({ maxLength: 12 }), { maxLength: 30 })

test('never takes a name it was given for missing', () => {
  fc.assert(
    fc.property(names, names, (above, own) => {
      const filter = withPlaces(withPlaces(NO_NAMES, above.map(placeOf)), own.map(placeOf))
      expect(mayHold(filter, [...above, ...own].map(placeOf))).toBe(true)
    }),
  )
})

test('holds nothing at first, and tells most other names from its own', () => {
  const filter = withPlaces(NO_NAMES, ['story', 'lead', 'main'].map(placeOf))
  const others = Array.from({ length: 100 }, (_, i) => `block-${i}`)
  expect(mayHold(NO_NAMES, [placeOf('story')])).toBe(false)
  expect(others.filter((name) => mayHold(filter, [placeOf(name)])).length).toBeLessThan(10)
})
