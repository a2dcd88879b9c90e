import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BaseAddress } from '../../src/read/base-address.ts'

const base = fc.constantFrom(
  'https://ex-ample.org/a/b/c?d',
  'http://x.y',
  'https://h:8080/q',
  'https://u:p@h/',
)
const bits =
  "/ // . .. a B1 ? # = & %2e % %41 : @ ; + - _ ~ , ( ) * ! $ ' é \\ [ ] ^ | { \u00a0 \u3000 \n".split(' ')
const address = fc.array(fc.constantFrom(...bits, ' '), { maxLength: 8 }).map((parts) => `/${parts.join('')}`)

function asStandard(given: string, against: string): string {
  try {
    return new URL(given, against).href
  } catch {
    return given
  }
}

test('an address from the root is read as the standard reads it, plain or not', () => {
  fc.assert(
    fc.property(base, address, (against, given) => {
      expect(new BaseAddress(against).resolve(given)).toBe(asStandard(given, against))
    }),
  )
})

test.each([
  ['/a/b.html?c=d#e', 'https://example.org/a/b.html?c=d#e'],
  ['b', 'https://example.org/x/b'],
  ['mailto:a@b.c', 'mailto:a@b.c'],
  ['//other.example/a', 'https://other.example/a'],
])('%s', (given, wanted) => {
  expect(new BaseAddress('https://example.org/x/y').resolve(given)).toBe(wanted)
})

test('without a base an address stays as printed', () => {
  expect(new BaseAddress(undefined).resolve('/a')).toBe('/a')
})
