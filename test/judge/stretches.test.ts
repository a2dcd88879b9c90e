import { describe, expect, it } from 'vitest'
import { measure } from '../../src/facts/measure.ts'
import { stretches } from '../../src/judge/stretches.ts'
import { readText } from '../../src/read/text.ts'

const PARAGRAPH =
  'The bridge over the river Tolm opened to traffic again on Saturday, two years after the flood damaged its piers.'

function stretchesOf(text: string, votes: number) {
  const { blocks } = readText(text, { lineLength: 100_000 })
  const page = { door: 'text' as const, blocks, wholes: [], pictures: [], claims: [], limits: [] }
  const view = { page, blocks, ...measure(page) }
  const prose = Float64Array.from(blocks, ({ text: own }) => (own.length > 100 ? own.length : 0))
  return stretches(view, new Float64Array(blocks.length).fill(votes), prose)
}

describe('the stretch between two paragraphs', () => {
  it('tells a list of labels from the prose around it', () => {
    const text = `${PARAGRAPH}\n\nSpan: 212 m\nPiers: seven\nHeight: 9 m\n\n${PARAGRAPH.replace('Saturday', 'Sunday')}`
    const { stretchLength, stretchLabels, stretchWords } = stretchesOf(text, 0)
    expect([...stretchLength]).toEqual([1, 3, 3, 3, 1])
    expect([...stretchLabels]).toEqual([0, 1, 1, 1, 0])
    expect(stretchWords[1]).toBeLessThan(4)
  })

  it('shares the votes on it', () => {
    const { stretchHand, stretchWorst } = stretchesOf(`Home\nSport\n\n${PARAGRAPH}`, -3)
    expect([...stretchHand]).toEqual([-3, -3, -3])
    expect([...stretchWorst]).toEqual([1, 1, 1])
  })

  it('measures indents and blank lines against those of the prose', () => {
    const { indentToProse, blanksToProse } = stretchesOf(
      `   ${PARAGRAPH}\n\n     span of the arches\n   seven piers`,
      0,
    )
    expect([...indentToProse]).toEqual([0, 2, 0])
    expect(blanksToProse[1]! - blanksToProse[2]!).toBe(1)
  })
})
