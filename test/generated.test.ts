import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { GENERATED } from '../build/generated.ts'

test.each(Object.entries(GENERATED))('%s is as its tables say', (path, text) => {
  expect(readFileSync(path, 'utf8'), 'run "npm run generate"').toBe(text())
})
