import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { parseWant } from '../../src/samples/parse-want.ts'
import { wantJsonSchema } from '../../src/samples/want.ts'

const problems = (source: string) => {
  const parsed = parseWant(source, 'want.yaml')
  return parsed.ok ? [] : parsed.problems.map(({ where, message }) => `${where} ${message}`)
}

test.each([
  ['why: x\nkeep: [a]\ndorp: [b]\n', 'want.yaml:3:1 dorp: unknown key, did you mean "drop"?'],
  [
    'why: x\ndrop:\n  - { text: a, rol: share }\n',
    'want.yaml:3:16 drop[0].rol: unknown key, did you mean "role"?',
  ],
  [
    'why: x\ndrop:\n  - { text: a, role: relatd }\n',
    'want.yaml:3:22 drop[0].role: "relatd" is not known, did you mean "related"?',
  ],
  ['why: x\nkeep: [a]\nmeta: { titel: A }\n', 'want.yaml:3:9 meta.titel: unknown key, did you mean "title"?'],
  ['why: x\nkeep:\n  - a\n  - 2024\n', 'want.yaml:4:5 keep[1]: 2024 is no text, put it in quotes: "2024"'],
  [
    'why: x\nkeep:\n  - He said: no\n',
    'want.yaml:3:5 keep[0]: a phrase that holds a colon must stand in quotes',
  ],
  [
    'why: x\ndrop:\n  - He said: no\n',
    'want.yaml:3:5 drop[0].He said: unknown key; a phrase that holds a colon must stand in quotes',
  ],
  ['keep: [a]\n', 'want.yaml:1:1 why: is missing'],
  ['why: ""\nkeep: [a]\n', 'want.yaml:1:6 why: is empty'],
  ['', 'want.yaml is empty: say why the page is here, and what to keep and drop'],
  ['# only a remark\n', 'want.yaml is empty: say why the page is here, and what to keep and drop'],
  ['why: x\nkeep: []\n', 'want.yaml expects nothing: name phrases under "keep" or "drop"'],
])('says what is wrong with %j, and where', (source, message) => {
  expect(problems(source)).toContain(message)
})

test('names the place of broken YAML', () => {
  expect(problems('why: x\nkeep: [a\n')[0]).toMatch(/^want\.yaml:\d+:\d+ is no YAML/)
})

test('tells every problem at once', () => {
  expect(problems('wy: x\nkeep: [1]\n')).toHaveLength(3)
})

test('the schema for editors is the schema that checks', async () => {
  const file = await readFile('samples/want.schema.json', 'utf8')
  expect(JSON.parse(file), 'run: dechaff sample schema > samples/want.schema.json').toEqual(wantJsonSchema())
})
