import type { View } from '../../core/rule.ts'
import { isTimeLine } from './time-line.ts'

/** Most blocks from one time to the next in a series. */
const STRIDE = 4
/** The same for times counted from now, which stand over comments. */
const STRIDE_AGO = 8
const AGO =
  /\bago\b|\bvor\b|前|il y a|\bhace\b|\bfa\b|\bhá\b|\batrás\b|назад|тому|lalu|önce|trước|منذ|قبل|전|sitten|geleden|\btemu\b|siden|sedan|πριν|לפני|पहले|před/i
/** Fewer times are no series. */
const FEWEST = 3

export interface TimedSeries {
  readonly from: number
  readonly to: number
  readonly times: number
}

/** Stretches in which titles or summaries alternate with dates and times, as lists of other pages do. */
export function timedSeries({ blocks, facts }: Pick<View, 'blocks' | 'facts'>): readonly TimedSeries[] {
  const groups: number[][] = []
  for (const { at, text } of blocks) {
    const fact = facts[at]!
    if (fact.digits === 0 || fact.chars > 48 || !isTimeLine(text, fact)) continue
    const open = groups.at(-1)
    if (open !== undefined && at - open.at(-1)! <= (AGO.test(text) ? STRIDE_AGO : STRIDE)) open.push(at)
    else groups.push([at])
  }
  return groups.filter((times) => times.length >= FEWEST).map(reach)
}

/** A series takes what stands above its first time at the stride of the others. */
function reach(times: readonly number[]): TimedSeries {
  const first = times[0]!
  const stride = times[1]! - first
  return { from: Math.max(0, first - stride + 1), to: times.at(-1)!, times: times.length }
}
