import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'

interface Found {
  readonly at: string
  readonly regex: RegExp
}

function regexesOf(file: string): Found[] {
  const parsed = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2023, true)
  const found: Found[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const slash = node.text.lastIndexOf('/')
      const regex = new RegExp(node.text.slice(1, slash), node.text.slice(slash + 1).replace('y', ''))
      found.push({ at: `${file} ${node.text}`, regex })
    }
    ts.forEachChild(node, visit)
  }
  visit(parsed)
  return found
}

const regexes = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .sort()
  .flatMap((name) => regexesOf(join('src', name)))

/**
 * Files, or expressions of a file by their beginning, that see short lines only: what calls them looks at the length first, and long-runs.test.ts tries
 * them through the public face. An expression elsewhere has to be linear on any text.
 */
const SHORT_LINES_ONLY = [
  'src/assemble/metadata.ts /\\s*',
  'src/assemble/metadata/person-name.ts',
  'src/assemble/metadata/title-parts.ts',
  'src/batch/sources/sniff.ts',
  'src/facts/byline.ts',
  'src/facts/byline/',
  'src/read/claims/microdata.ts',
]
const seesAnyText = ({ at }: Found) => !SHORT_LINES_ONLY.some((file) => at.startsWith(file))

const UNITS = ['1', ' ', '\u3000', 'a', 'A', '.', '|', '"', '<', '-', '\u4e2d', '\n', ':', '/', ',', '&', '#']
const PAIRS = ['a!', 'a ', '1.', 'a,', 'A ', '1 ', 'a-', ' -', '\n ', 'a.', '\u4e2d\uff0c', '1:', '1/']
const LONG = 12_800
const SHORT = LONG / 8
/**
 * A run this fast, in milliseconds, is linear: a quadratic search makes some eighty million steps on a text of
 * {@link LONG} characters, which no machine does in that time.
 */
const FAST = 12
/** Eight times the text: 8 for a linear search, 64 for a quadratic one. */
const STEEP = 25

/** All matches, as `replace` would look for them, with a tail that makes the last attempt fail. */
function cost(regex: RegExp, text: string): number {
  const start = process.cpuUsage()
  text.replace(regex, '')
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}

/** Slow and steeper than linear, three times over: what else the machine does must not fail it. */
function isSteep(regex: RegExp, unit: string): boolean {
  const text = (length: number) => `${unit.repeat(length / unit.length)}\u0001`
  for (let attempt = 0; attempt < 3; attempt++) {
    const short = cost(regex, text(SHORT))
    // On a text this short nothing but a steep search takes so long.
    if (short > FAST * 20) return true
    const long = cost(regex, text(LONG))
    if (long <= FAST || long <= Math.max(short, 0.2) * STEEP) return false
  }
  return true
}

test('there are regular expressions to look at', () => {
  expect(regexes.length).toBeGreaterThan(50)
})

test('no regular expression is steeper than linear on runs of one or two characters', () => {
  const steep: string[] = []
  for (const {
    at,
    regex: { source, flags },
  } of regexes.filter(seesAnyText)) {
    const regex = new RegExp(source, flags.includes('g') ? flags : `${flags}g`)
    for (const unit of [...UNITS, ...PAIRS])
      if (isSteep(regex, unit)) steep.push(`${at} on ${JSON.stringify(unit)}`)
  }
  expect(steep).toEqual([])
}, 300_000)
