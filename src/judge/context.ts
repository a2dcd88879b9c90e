import { GROUPINGS, type Grouping, type Groups } from './groups.ts'

/** First answers of the blocks around, as the second look sees them; chances are weighed by mass. */
type Column = (asked: Asked, at: number) => number

interface Asked {
  readonly groups: Groups
  /** Log-odds and chances of the first answer. */
  readonly scores: Float64Array
  readonly chances: Float64Array
  /** Sums of mass, and of chance times mass, over the blocks before each; one longer than the page. */
  readonly mass: Float64Array
  readonly likely: Float64Array
  /** The same sums by group. */
  readonly inGroup: Readonly<Record<Grouping, ReadonlyMap<number, Sum>>>
  /** Blocks to the next one that surely belongs to the article, before and after. */
  readonly since: Float64Array
  readonly until: Float64Array
  /** Doubt over the whole page: mean distance of the chances from certainty, by mass. */
  readonly doubt: number
}
interface Sum {
  mass: number
  likely: number
}

/** Log-odds from which a block surely belongs to the article; blocks looked at for one. */
const SURE = 1.5
const FAR = 40

const beside =
  (step: number): Column =>
  ({ scores }, at) =>
    scores[at + step] ?? Number.NaN

const window =
  (from: number, to: number): Column =>
  ({ mass, likely, scores }, at) => {
    const first = Math.min(scores.length, Math.max(0, at + from))
    const last = Math.max(first, Math.min(scores.length, at + to + 1))
    return share(likely[last]! - likely[first]!, mass[last]! - mass[first]!)
  }

/** Of the group without the block itself. */
const inGroup =
  (grouping: Grouping): Column =>
  ({ groups, chances, inGroup }, at) => {
    const number = groups.numbers[grouping][at]!
    if (number < 0) return Number.NaN
    const { mass, likely } = inGroup[grouping].get(number)!
    const own = groups.mass[at]!
    return share(likely - own * chances[at]!, mass - own)
  }

const TABLE: Readonly<Record<string, Column>> = {
  score: ({ scores }, at) => scores[at]!,
  'score-1': beside(-1),
  'score+1': beside(1),
  'score-2': beside(-2),
  'score+2': beside(2),
  'chance-3': window(-3, -1),
  'chance+3': window(1, 3),
  'chance-8': window(-8, -1),
  'chance+8': window(1, 8),
  'chance-20': window(-20, -1),
  'chance+20': window(1, 20),
  ...Object.fromEntries(GROUPINGS.map((grouping) => [`chance:${grouping}`, inGroup(grouping)])),
  sureBefore: ({ since }, at) => since[at]!,
  sureAfter: ({ until }, at) => until[at]!,
  articleBefore: ({ likely }, at) => share(likely[at]!, likely.at(-1)!),
  articleShare: ({ mass, likely }) => share(likely.at(-1)!, mass.at(-1)!),
  articleMass: ({ likely }) => Math.log1p(likely.at(-1)!),
  ownShare: ({ groups, chances, likely }, at) => share(groups.mass[at]! * chances[at]!, likely.at(-1)!),
  doubt: ({ doubt }) => doubt,
}

/** What the second look knows beside the features of the first, in the order of a row. */
export const CONTEXT: readonly string[] = Object.keys(TABLE)
const COLUMNS = Object.values(TABLE)

/** One row of context a block, row after row; NaN is unknown. */
export function context(groups: Groups, scores: Float64Array): Float64Array {
  const asked = ask(groups, scores)
  const width = COLUMNS.length
  const rows = new Float64Array(scores.length * width)
  for (let i = 0; i < width; i++) {
    const column = COLUMNS[i]!
    for (let at = 0; at < scores.length; at++) rows[at * width + i] = column(asked, at)
  }
  return rows
}

function ask(groups: Groups, scores: Float64Array): Asked {
  const chances = scores.map((score) => 1 / (1 + Math.exp(-score)))
  const mass = new Float64Array(scores.length + 1)
  const likely = new Float64Array(scores.length + 1)
  let doubt = 0
  for (let at = 0; at < scores.length; at++) {
    const own = groups.mass[at]!
    mass[at + 1] = mass[at]! + own
    likely[at + 1] = likely[at]! + own * chances[at]!
    doubt += own * Math.min(chances[at]!, 1 - chances[at]!)
  }
  const sums = GROUPINGS.map((grouping) => [grouping, sumsOf(groups, grouping, chances)] as const)
  return {
    groups,
    scores,
    chances,
    mass,
    likely,
    inGroup: Object.fromEntries(sums) as Record<Grouping, Map<number, Sum>>,
    since: stepsToSure(scores, 0, 1),
    until: stepsToSure(scores, scores.length - 1, -1),
    doubt: share(doubt, mass.at(-1)!),
  }
}

function sumsOf({ mass, numbers }: Groups, grouping: Grouping, chances: Float64Array): Map<number, Sum> {
  const sums = new Map<number, Sum>()
  for (let at = 0; at < chances.length; at++) {
    const number = numbers[grouping][at]!
    if (number < 0) continue
    let sum = sums.get(number)
    if (sum === undefined) {
      sum = { mass: 0, likely: 0 }
      sums.set(number, sum)
    }
    sum.mass += mass[at]!
    sum.likely += mass[at]! * chances[at]!
  }
  return sums
}

function stepsToSure(scores: Float64Array, from: number, step: number): Float64Array {
  const out = new Float64Array(scores.length)
  let steps = FAR
  for (let at = from; at >= 0 && at < scores.length; at += step) {
    steps = Math.min(FAR, steps + 1)
    out[at] = steps
    if (scores[at]! >= SURE) steps = 0
  }
  return out
}

function share(part: number, whole: number): number {
  return whole > 1e-9 ? part / whole : Number.NaN
}
