import { speechOf } from '../../../src/facts/spam/speech.ts'
import { unitsOf } from '../../../src/facts/spam/stretches.ts'
import { readingOf, TRAIT_NAMES, traitsOf } from '../../../src/facts/spam/traits.ts'
import { labelsOf } from '../../labels.ts'
import { toPage } from '../../pages.ts'
import { answer } from '../../pool.ts'
import { measureBenchPage, pipelineOf } from '../../subject.ts'
import { compose, STYLES } from '../compose.ts'
import { dice } from '../dice.ts'
import { isKnown } from '../known.ts'
import { FAMILIES } from '../vocabulary/all.ts'
import { type Half, halfOf } from '../vocabulary/family.ts'

export interface FitSettings {
  readonly set: string
  readonly half: Half
  readonly variants: number
  readonly all: boolean
}

/** A stretch of text as the fit sees it. */
export interface FitRow {
  readonly values: readonly number[]
  readonly spam: boolean
  readonly weight: number
  readonly note: string
}

const LEAST = 4
const LENGTH = TRAIT_NAMES.indexOf('length')

answer(async (line: string, { set, half, variants, all }: FitSettings): Promise<FitRow[]> => {
  const page = toPage(line, set)
  const read = await measureBenchPage(page, await pipelineOf(undefined))
  if (!read) return []
  const { blocks, facts } = read
  const labels = labelsOf(blocks, page)
  const speech = speechOf(blocks, facts)
  const rows: FitRow[] = []
  const blindly = dice(`blind ${page.id}`)
  const add = (text: string, spam: boolean, inside: boolean, note: string) => {
    // Most words of the wild are in no lexicon: half of the spam to fit on is read without it.
    const blind = spam && half === 'fit' && blindly.roll(10) < 6
    const { values } = traitsOf(readingOf(text, !blind), speech, inside)
    const weight = spam ? 1 : Math.min(3, Math.max(0.3, values[LENGTH]! + 1.5))
    rows.push({ values: [...values], spam, weight, note: `${note} ${text.slice(0, 220)}` })
  }
  for (const { at, text, kind } of blocks) {
    const { keep } = labels[at]!
    if (kind === 'code' || (!all && (keep === undefined || keep < 0.5))) continue
    if (facts[at]!.words < LEAST) continue
    add(text, false, true, `${page.id} block ${keep?.toFixed(1)}`)
    const units = unitsOf(text, speech)
    if (units.length < 2) continue
    for (const { from, to } of units)
      if (to - from > 12) add(text.slice(from, to), false, true, `${page.id} unit`)
  }
  for (let variant = 0; variant < variants; variant++) {
    const own = dice(`fit ${page.id} ${variant}`)
    const words = halfOf(own.pick(FAMILIES), half, isKnown)
    const style = words.family === 'prompts' ? 'sentence' : own.pick(STYLES)
    const text = compose(words, style, own, false)
    add(text, true, false, `spam ${words.lang} ${style}`)
    const units = unitsOf(text, speech)
    if (units.length > 1)
      for (const { from, to } of units)
        if (to - from > 12) add(text.slice(from, to), true, false, `spam ${words.lang} unit of ${style}`)
  }
  return rows
})
