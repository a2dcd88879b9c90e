import { cover } from '../align/cover.ts'
import { foldedWords, tally } from '../tokens.ts'
import { shared } from './words.ts'

export interface LineScore {
  /** Of tokens: what stands in lines labelled as indifferent is not held against the result. */
  readonly precision: number
  readonly recall: number
  readonly f1: number
  readonly linePrecision: number
  readonly lineRecall: number
}

/** A line counts as kept where this share of its tokens comes out. */
const KEPT = 0.6

function lineCounts(lines: readonly string[][], labels: string, output: readonly string[]) {
  const { covered } = cover(lines, output)
  const counts = { right: 0, wrong: 0, lost: 0 }
  lines.forEach((line, at) => {
    if (!line.length) return
    const kept = covered[at]! / line.length >= KEPT
    if (labels[at] === 'K') counts[kept ? 'right' : 'lost']++
    else if (labels[at] === 'D' && kept) counts.wrong++
  })
  return counts
}

function forgiven(
  extra: ReadonlyMap<string, number>,
  gold: ReadonlyMap<string, number>,
  neutral: Map<string, number>,
) {
  let tokens = 0
  for (const [token, count] of extra) {
    tokens += Math.min(Math.max(0, count - (gold.get(token) ?? 0)), neutral.get(token) ?? 0)
  }
  return tokens
}

/** Scores a cleaned text dump by tokens against the gold text and by lines against the labels. */
export function lineScore(dump: { text: string; gold: string; labels: string }, cleaned: string): LineScore {
  const lines = dump.text.split('\n').map(foldedWords)
  const [output, gold] = [foldedWords(cleaned), foldedWords(dump.gold)]
  const [got, wanted] = [tally(output), tally(gold)]
  const neutral = tally(lines.filter((_, at) => dump.labels[at] === 'N').flat())
  const common = shared(wanted, got)
  const precision = output.length ? common / Math.max(1, output.length - forgiven(got, wanted, neutral)) : 0
  const recall = common / Math.max(1, gold.length)
  const { right, wrong, lost } = lineCounts(lines, dump.labels, output)
  return {
    precision,
    recall,
    f1: precision + recall ? (2 * precision * recall) / (precision + recall) : 0,
    linePrecision: right + wrong ? right / (right + wrong) : 0,
    lineRecall: right + lost ? right / (right + lost) : 0,
  }
}
