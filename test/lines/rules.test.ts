import { describe, expect, it } from 'vitest'
import type { Page } from '../../src/core/page.ts'
import type { Rule } from '../../src/core/rule.ts'
import { measure } from '../../src/facts/measure.ts'
import { readText } from '../../src/read/text.ts'
import breadcrumb from '../../src/rules/breadcrumb.ts'
import byline from '../../src/rules/byline.ts'
import dateline from '../../src/rules/dateline.ts'
import editorLine from '../../src/rules/editor-line.ts'
import kicker from '../../src/rules/kicker.ts'
import sourceLine from '../../src/rules/source-line.ts'
import subtitle from '../../src/rules/subtitle.ts'
import title from '../../src/rules/title.ts'

const RULES: readonly Rule[] = [
  breadcrumb,
  byline,
  dateline,
  editorLine,
  kicker,
  sourceLine,
  subtitle,
  title,
]

function seen(rule: Rule, lines: readonly string[]): string[] {
  const { blocks } = readText(lines.join('\n'), { lineLength: 4000 })
  const page: Page = { door: 'text', blocks, claims: [], limits: [] }
  const options = Object.fromEntries(Object.entries(rule.options).map(([name, spec]) => [name, spec.default]))
  const sightings = [...rule.see({ page, blocks, ...measure(page) }, options)]
  return sightings.map(({ at }) => blocks[at]!.text)
}

describe.each(RULES.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  const pages = rule.examples.flatMap((example) => ('page' in example ? [example] : []))
  it.each(pages)('$name', ({ page }) => {
    const lines = page
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
    const marked = lines.filter((line) => line.startsWith('✗ ')).map((line) => line.slice(2))
    expect(
      seen(
        rule,
        lines.map((line) => line.replace(/^✗ /, '')),
      ),
    ).toEqual(marked)
  })
})
