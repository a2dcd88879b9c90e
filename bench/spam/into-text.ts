import type { BenchPage } from '../pages.ts'
import type { Dice } from './dice.ts'
import { isWholeLine, type SpamPlace, sentenceStarts } from './places.ts'

/** A text dump with spam in it; undefined where the dump has no such place. */
export function intoText(page: BenchPage, place: SpamPlace, spam: string, dice: Dice): string | undefined {
  const lines = (page.text ?? '').split('\n')
  const labels = page.labels ?? ''
  const kept = lines.flatMap((line, at) => (labels[at] === 'K' && line.length > 60 ? [at] : []))
  if (kept.length < 2) return undefined
  if (isWholeLine(place)) {
    const at = lineOf(place, kept, lines, dice)
    lines.splice(at, 0, ...(place === 'before' ? [spam, ''] : [spam]))
    return lines.join('\n')
  }
  const at =
    place === 'tail'
      ? dice.pick(tails(kept, lines))
      : dice.pick(kept.filter((i) => sentenceStarts(lines[i]!).length > 0))
  if (at === undefined) return undefined
  const line = lines[at]!
  const start = place === 'tail' ? undefined : dice.pick(sentenceStarts(line))
  lines[at] = start === undefined ? `${line} ${spam}` : `${line.slice(0, start)}${spam} ${line.slice(start)}`
  return lines.join('\n')
}

/** Number of the line before which whole lines go. */
function lineOf(place: SpamPlace, kept: readonly number[], lines: readonly string[], dice: Dice): number {
  if (place === 'before') return 0
  if (place === 'after') return lines.length
  if (place === 'between') return dice.pick(kept.slice(0, -1)) + 1
  return Math.min(kept[0]!, 3 + dice.roll(8))
}

/** Lines of the article that end a paragraph. */
function tails(kept: readonly number[], lines: readonly string[]): readonly number[] {
  const ending = kept.filter((at) => /[.!?。！？]["”’」』）]?\s*$/u.test(lines[at]!))
  return ending.length > 0 ? ending : kept
}
