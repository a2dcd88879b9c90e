import { readFileSync } from 'node:fs'
import { globSync } from 'tinyglobby'
import { expect, test } from 'vitest'
import { caseOf, tryCase } from './cases.ts'

test.each(globSync('test/fuzz/corpus/*.bin').sort())('%s, which once failed, does not', async (path) => {
  await tryCase(readFileSync(path), true)
})

test('broken pages and bytes from nowhere are records, never failures', async () => {
  expect(Buffer.from(caseOf(1)).equals(Buffer.from(caseOf(1)))).toBe(true)
  for (let seed = 1; seed <= 60; seed++) await tryCase(caseOf(seed), seed % 10 === 0)
})
