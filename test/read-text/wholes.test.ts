import { expect, test } from 'vitest'
import { page } from '../../src/core/page.ts'
import { readText } from '../../src/read/text.ts'
import { outlineOf } from '../outline.ts'

const outline = (dump: string): string[] =>
  outlineOf(page({ door: 'text', claims: [], ...readText(dump, { lineLength: 10_000 }) }))

test('lists, lists in items, and paragraphs set in under them', () => {
  const dump =
    'Pack\n  • Rope\n    Forty metres.\n    • Hooks\n    • Rings\n  • Lamp\n\nThen go.\n3. Row\n4. Rest'
  expect(outline(dump)).toEqual([
    '"Pack"',
    'list ordered=false',
    '  item',
    '    "Rope"',
    '    "Forty metres."',
    '    list ordered=false',
    '      item',
    '        "Hooks"',
    '      item',
    '        "Rings"',
    '  item',
    '    "Lamp"',
    '"Then go."',
    '"3. Row"',
    '"4. Rest"',
  ])
})

test('a count that starts anew is another list, and boxes of tasks tell their state', () => {
  expect(outline('1. Oil\n2. Salt\n1. Stir\n2. Serve')).toEqual([
    'list ordered=true',
    '  item ordinal=1',
    '    "Oil"',
    '  item ordinal=2',
    '    "Salt"',
    'list ordered=true',
    '  item ordinal=1',
    '    "Stir"',
    '  item ordinal=2',
    '    "Serve"',
  ])
  expect(outline('# Trip\n\n## Bags\n\n- [x] Tent\n- [ ] Stove')).toEqual([
    '"Trip"',
    '"Bags"',
    'list ordered=false',
    '  item checked=true',
    '    "Tent"',
    '  item checked=false',
    '    "Stove"',
  ])
})

test('tables, quotations and listings', () => {
  const dump =
    '# Tides\n\n## Today\n\n| Port | High |\n|---|---|\n| Ostrel | 7:12 |\n\n> One.\n> Two.\n\n```sh\nls\n```'
  expect(outline(dump)).toEqual([
    '"Tides"',
    '"Today"',
    'table',
    '  row row=0 section=head',
    '    cell row=0 column=0 rowSpan=1 columnSpan=1 head=true',
    '      "Port"',
    '    cell row=0 column=1 rowSpan=1 columnSpan=1 head=true',
    '      "High"',
    '  row row=1 section=body',
    '    cell row=1 column=0 rowSpan=1 columnSpan=1 head=false',
    '      "Ostrel"',
    '    cell row=1 column=1 rowSpan=1 columnSpan=1 head=false',
    '      "7:12"',
    'quote',
    '  "One."',
    '  "Two."',
    'code',
    '  "ls"',
  ])
})

test('verse with its stanzas, quantities, and turns of a dialogue', () => {
  const verse =
    'Oh mend the net, the herring net,\nThe tide is at the door,\nAnd what the sea has lent us, boys,\nIt lends us nevermore.'
  const other = 'The moon is thin, the wind is fat,\nAnd home is far away.'
  const list = 'For the dough\n250 g rye flour\n½ tsp salt\n2 eggs'
  const talk = [
    'Ada Quill: Why lichens?',
    'Ben Rook: They do not run away.',
    'They are slow.',
    'Ada Quill: And moss?',
    'Ben Rook: Too quick.',
  ]
  expect(outline([verse, other, list, ...talk, 'Thank you both.'].join('\n\n'))).toEqual([
    'verse',
    ...[...verse.split('\n'), ...other.split('\n')].map((line) => `  "${line}"`),
    '"For the dough"',
    'list ordered=false',
    ...['250 g rye flour', '½ tsp salt', '2 eggs'].flatMap((line) => ['  item', `    "${line}"`]),
    'dialogue',
    ...talk.map((line) => `  "${line}"`),
    '"Thank you both."',
  ])
})

test('menus, captions, times and labels are none of these', () => {
  const menu = 'Home\nNews\nSport\nWeather'
  const times = '12:30 Market\n13:15 Choir\n2024-03-02 Fair\n4.'
  const labels = 'Source: Harbour Post\nEditor: A. Lee\nPublished: Monday\nTopic: Herring'
  const dump = [menu, times, labels].join('\n\n')
  expect(outline(dump)).toEqual(dump.split(/\n+/).map((line) => `"${line}"`))
})
