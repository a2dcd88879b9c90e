import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ROLES } from '../src/core/role.ts'
import type { Example, Rule, View } from '../src/core/rule.ts'
import type { Sighting } from '../src/core/vote.ts'
import { measure } from '../src/facts/measure.ts'
import { readHtml } from '../src/read/html.ts'
import { readText } from '../src/read/text.ts'
import { RULES } from '../src/rules/all.ts'

const LIMITS = {
  depth: 512,
  nodes: 100_000,
  attributes: 100,
  attributeLength: 10_000,
  readability: 10_000,
  styles: 100_000,
  lineLength: 10_000,
}
const MARK = '✗'

interface Staged {
  readonly view: View
  readonly expected: readonly number[]
}

/** Text examples are one block a line; `✗` opens the lines to be seen, then `+` or `-` gives a line's leaning, `=` that it leans out and is named. */
function stageText(rule: Rule, example: Example & { readonly page: string }): Staged {
  const lines = example.page
    .split('\n')
    .map((line) => line.replace(/^[ \t]+|[ \t]+$/g, ''))
    .filter((line) => line !== '')
  const leaning = rule.hearing === 'neighbours'
  const parsed = lines.map((line) => {
    const seen = line.startsWith(MARK)
    const rest = seen ? line.slice(1) : line
    return {
      seen,
      lean: leaning ? (rest[0] === '+' ? 1 : -1) : 0,
      named: leaning && rest[0] === '=' ? 1 : 0,
      text: (leaning ? rest.slice(1) : rest).trim(),
    }
  })
  const { blocks } = readText(parsed.map(({ text }) => text).join('\n'), LIMITS)
  expect(blocks, 'every line of an example must be one block').toHaveLength(lines.length)
  return {
    view: stage(
      { door: 'text', blocks, wholes: [], pictures: [], claims: [], limits: [] },
      leaning && parsed.map(({ lean }) => lean),
      example.others,
      leaning ? Uint8Array.from(parsed, ({ named }) => named) : undefined,
    ),
    expected: parsed.flatMap(({ seen }, at) => (seen ? [at] : [])),
  }
}

/**
 * HTML examples mark the blocks to be seen by a `✗` at the start of their text; for a rule of the second hearing `+` or
 * `-` behind it, or alone, says how the block leans.
 */
function stageHtml(rule: Rule, example: Example & { readonly html: string }): Staged {
  const marked = readHtml(example.html, example.url, LIMITS)
  const leans = rule.hearing === 'neighbours' && />\s*✗?[+-] /.test(example.html)
  const clean = readHtml(example.html.replaceAll(leans ? /✗?[+-] |✗ ?/g : /✗ ?/g, ''), example.url, LIMITS)
  expect(clean.blocks).toHaveLength(marked.blocks.length)
  return {
    view: stage(
      clean,
      leans && marked.blocks.map(({ text }) => (/^✗?\+ /.test(text) ? 2 : -1)),
      example.others,
    ),
    expected: marked.blocks.flatMap(({ text, at }) => (text.includes(MARK) ? [at] : [])),
  }
}

function stage(
  page: View['page'],
  leaning: readonly number[] | false,
  others: View['others'],
  named?: View['named'],
): View {
  const { facts, whole } = measure(page)
  return { page, blocks: page.blocks, facts, whole, ...(leaning && { leaning }), others, named }
}

function look(rule: Rule, view: View): readonly Sighting[] {
  const defaults = Object.fromEntries(
    Object.entries(rule.options).map(([name, spec]) => [name, spec.default]),
  )
  return [...rule.see(view, defaults)]
}

function stageExample(rule: Rule, example: Example): Staged {
  return 'page' in example ? stageText(rule, example) : stageHtml(rule, example)
}

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
  it('has a role, a doc, a positive weight and both kinds of lines in its examples', () => {
    expect(ROLES).toContain(rule.role)
    expect(rule.doc).toMatch(/\.$/)
    expect(rule.weight).toBeGreaterThan(0)
    const staged = rule.examples.map((example) => stageExample(rule, example))
    const seen = staged.reduce((sum, { expected }) => sum + expected.length, 0)
    const all = staged.reduce((sum, { view }) => sum + view.blocks.length, 0)
    expect(seen, 'lines the rule must see').toBeGreaterThan(0)
    expect(all - seen, 'lines the rule must not see').toBeGreaterThan(0)
  })

  it.each(rule.examples.map((example) => [example.name, example] as const))(
    'sees in "%s" what it must',
    (_, example) => {
      const { view, expected } = stageExample(rule, example)
      const seen = [...new Set(look(rule, view).map(({ at }) => at))].sort((a, b) => a - b)
      const texts = (ats: readonly number[]) => ats.map((at) => view.blocks[at]?.text)
      expect(texts(seen)).toEqual(texts(expected))
    },
  )

  it('sees the same when asked twice, with a reason and a strength above 0 and at most 1', () => {
    for (const example of rule.examples) {
      const { view } = stageExample(rule, example)
      const sightings = look(rule, view)
      expect(look(rule, view)).toEqual(sightings)
      for (const { because, strength = 1 } of sightings) {
        expect(because.length).toBeGreaterThan(3)
        expect(strength).toBeGreaterThan(0)
        expect(strength).toBeLessThanOrEqual(1)
      }
    }
  })
})
