import type { Dice } from './dice.ts'
import type { Words } from './vocabulary/family.ts'

export const STYLES = ['list', 'lines', 'sentence', 'mixed'] as const
export type Style = (typeof STYLES)[number]

const SEPARATORS = ['| ', ', ', ' | ', ' - ', ',', ' · ', '|', '，', ' / ', '、']

/** A short phrase for search engines: what is on offer, with a word or two around it. */
function phrase({ heads, before, after, joint }: Words, { roll, pick }: Dice): string {
  const parts = [pick(heads)]
  if (roll(4) === 0) parts.push(pick(heads))
  const shape = roll(5)
  if (shape !== 1) parts.unshift(pick(before))
  if (shape !== 0) parts.push(pick(after))
  return parts.join(joint)
}

function phrases(words: Words, dice: Dice, least: number, most: number): string[] {
  return Array.from({ length: least + dice.roll(most - least + 1) }, () => phrase(words, dice))
}

function sentences(words: Words, dice: Dice, count: number): string {
  const gap = words.joint === '' && words.script === 'Han' ? '' : words.script === 'Kana' ? '' : ' '
  const made = Array.from({ length: count }, () =>
    dice.pick(words.frames).replaceAll('{}', () => phrase(words, dice)),
  )
  return made.map((text) => text[0]!.toUpperCase() + text.slice(1)).join(gap)
}

/** Text nobody meant to publish. `whole` says whether it may take several lines. */
export function compose(words: Words, style: Style, dice: Dice, whole: boolean): string {
  if (style === 'sentence') return sentences(words, dice, 1 + dice.roll(3))
  if (style === 'lines') return phrases(words, dice, 4, 18).join(whole ? '\n' : ' ')
  const list = phrases(words, dice, style === 'list' ? 7 : 5, style === 'list' ? 35 : 10)
  const joined = list.join(dice.pick(SEPARATORS))
  return style === 'list' ? joined : `${sentences(words, dice, 1)} ${joined}`
}
