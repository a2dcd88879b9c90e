import fc from 'fast-check'
import type { Block, BlockKind, Run } from '../../src/core/block.ts'
import { page } from '../../src/core/page.ts'
import type { Whole } from '../../src/core/whole.ts'

/** Words and signs Markdown might read something into, in any order. */
const SIGNS = [
  ...'*_[]()<>#|`~\\!&-+=.:$^1"\'/ ',
  '\n',
  '1. ',
  '- ',
  '](',
  '[^1]',
  '[^1]: ',
  '&amp;',
  '<b>',
  '$$',
  '``',
  '[x] ',
  '![',
  '---',
  'https://a.example ',
]
const WORDS = ['tide', 'Ebbe', '重点', '“潮”', 'é', '8', '🌊']
const text = fc
  .array(fc.constantFrom(...SIGNS, ...WORDS, ...WORDS), { minLength: 1, maxLength: 12 })
  .map((parts) => parts.join(''))

const run: fc.Arbitrary<Run> = fc.record(
  {
    text,
    bold: fc.constant(true),
    italic: fc.constant(true),
    code: fc.constant(true),
    href: fc.constantFrom(
      'https://a.example/x_(y)',
      '/b?c=d&copy=1#e',
      'java\nscript:f()',
      'x y',
      '/$s_!Y!,w',
      '\\\\a*b',
    ),
    shift: fc.constantFrom('sup', 'sub'),
    edit: fc.constantFrom('del', 'ins', 'mark', 'kbd', 'q'),
    math: fc.constantFrom('inline', 'display'),
    note: fc.constantFrom('1', '*', 'a'),
    reading: fc.constant('yomi'),
  },
  { requiredKeys: ['text'] },
) as fc.Arbitrary<Run>

const image: fc.Arbitrary<Run> = text.map((alt) => ({ text: '', image: 'https://a.example/p.png', alt }))
const KINDS: readonly BlockKind[] = ['paragraph', 'paragraph', 'heading', 'code', 'item', 'quote', 'cell']

/** A block before it has its place, and the wholes it opens and closes before it. */
const step = fc.record({
  kind: fc.constantFrom(...KINDS),
  runs: fc.array(fc.oneof({ weight: 8, arbitrary: run }, { weight: 1, arbitrary: image }), {
    minLength: 1,
    maxLength: 4,
  }),
  level: fc.integer({ min: 1, max: 6 }),
  depth: fc.integer({ min: 1, max: 4 }),
  group: fc.integer({ min: 1, max: 2 }),
  ordinal: fc.option(fc.integer({ min: 0, max: 12 }), { nil: undefined }),
  column: fc.integer({ min: 0, max: 3 }),
  close: fc.integer({ min: 0, max: 3 }),
  open: fc.array(
    fc.constantFrom<Whole['kind']>(
      'list',
      'list',
      'item',
      'item',
      'item',
      'quote',
      'table',
      'row',
      'cell',
      'cell',
      'figure',
      'caption',
      'definitions',
      'term',
      'description',
      'note',
      'callout',
      'details',
      'summary',
      'verse',
      'post',
    ),
    { maxLength: 3 },
  ),
})

export interface Made {
  readonly blocks: readonly Block[]
  readonly wholes: readonly Whole[]
}

/** Pages of blocks in wholes of all kinds, nested as no page would. */
export const made: fc.Arbitrary<Made> = fc.array(step, { minLength: 1, maxLength: 8 }).map((steps) => {
  const wholes: Whole[] = []
  const open: number[] = []
  const blocks = steps.flatMap((one, at): Block[] => {
    open.length = Math.max(0, open.length - one.close)
    for (const kind of one.open) {
      const parent = open.at(-1)
      open.push(wholes.length)
      wholes.push(wholeOf(kind, wholes.length, parent, one))
    }
    const runs = one.runs
    const text = runs.map((run) => run.text).join('')
    if (text.trim() === '') return []
    const { kind, level, depth, group, ordinal, column } = one
    return [
      {
        at,
        kind,
        text,
        runs,
        level,
        depth,
        group,
        ordinal,
        row: at,
        column,
        whole: open.at(-1),
        place: { path: 'p' },
      },
    ]
  })
  const made = page({
    door: 'html',
    blocks: blocks.map((block, at) => ({ ...block, at })),
    wholes,
    claims: [],
    limits: [],
  })
  return { blocks: made.blocks, wholes: made.wholes }
})

function wholeOf(
  kind: Whole['kind'],
  number: number,
  parent: number | undefined,
  one: { readonly ordinal: number | undefined; readonly column: number; readonly depth: number },
): Whole {
  const extent = { number, parent, from: 0, to: -1 }
  const { ordinal, column, depth } = one
  switch (kind) {
    case 'list':
      return { ...extent, kind, ordered: ordinal !== undefined, start: ordinal }
    case 'item':
      return { ...extent, kind, ordinal, checked: depth === 4 ? column > 1 : undefined }
    case 'row':
      return { ...extent, kind, row: number, section: depth === 1 ? 'head' : 'body' }
    case 'cell':
      return { ...extent, kind, row: depth, column, rowSpan: 1, columnSpan: 1, head: depth === 1 }
    case 'note':
      return { ...extent, kind, label: ['1', '*', 'a', '1'][column]! }
    case 'callout':
      return { ...extent, kind, callout: (['note', 'tip', 'warning', 'caution'] as const)[column]! }
    default:
      return { ...extent, kind }
  }
}
