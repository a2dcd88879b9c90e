import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checkRule } from '../src/pipeline/check-rule.ts'
import { RULES } from '../src/rules/all.ts'

describe('the list of rules', () => {
  it('holds every file of the folder, under its id, in alphabetical order', () => {
    const files = readdirSync('src/rules')
      .filter((name) => name.endsWith('.ts') && name !== 'all.ts')
      .map((name) => name.slice(0, -3))
      .sort()
    expect(RULES.map(({ id }) => id)).toEqual(files)
  })
})

describe.each(RULES.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  it('has examples, and does in them what they say', () => {
    expect(rule.examples).not.toEqual([])
    expect(checkRule(rule)).toEqual([])
  })
})
