import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { CLAIMED, CLAIMS } from '../build/claims.ts'
import { GENERATED } from '../build/generated.ts'

test.each(Object.entries(GENERATED))('%s is as its tables say', (path, text) => {
  const written = readFileSync(path, 'utf8')
  const [, unicode = process.versions.unicode] = /^\/\/ Made .* and Unicode (.+)\.$/m.exec(written) ?? []
  // a Node with another Unicode would write another table
  if (unicode === process.versions.unicode) expect(written, 'run "npm run generate"').toBe(text())
})

test('every claim tells what makes it, and a document names it', () => {
  const documents = Object.keys(GENERATED).map((path) => readFileSync(path, 'utf8'))
  const named = documents.flatMap((text) => [...text.matchAll(CLAIMED)].map(([, id]) => id))
  expect(CLAIMS.map(({ id }) => id).filter((id) => !named.includes(id))).toEqual([])
  for (const { command, date, machine } of CLAIMS) {
    expect(date).toMatch(/^20\d\d-\d\d-\d\d$/)
    expect([command, machine]).not.toContain('')
  }
})
