import type { Pipeline } from '../core/pipeline.ts'
import type { Role } from '../core/role.ts'
import { type Evidence, type Rule, type View, view as viewOf } from '../core/rule.ts'
import type { Verdict, Vote } from '../core/vote.ts'
import { featureTable } from './features.ts'
import type { Scorer } from './score.ts'
import { hear, round, sum, type Votes } from './votes.ts'
import { judgeWholes } from './wholes.ts'

export interface Judged {
  /** Votes of the first hearing, before the model spoke. */
  readonly first: Votes
  readonly verdicts: readonly Verdict[]
}

/** Who is heard: the rules a model may know, and rules of the caller's own, which it cannot. */
export interface Bench {
  readonly rules: readonly Rule[]
  readonly own: readonly Rule[]
  readonly model: Scorer | undefined
}

/** How likely the page must be an article for names to prove anything. */
const STORY_PAGE = 0.5
/** Where a block stands at best that is proven not to be of the article, in log-odds. */
const PROVEN = -1

/** A longer block is no mere line, in Latin-equivalent characters. */
const LINE = 100

/** How many features the model's vote names. */
const NAMED = 3

/**
 * Two hearings. First the rules look at the page and the fitted model weighs what they saw together with the facts;
 * then the rules of the second hearing look at how the blocks lean. The sum of a block's votes decides.
 */
export function judge(view: View, bench: Bench, pipeline: Pipeline, explain: boolean): Judged {
  const rules = [...bench.rules, ...bench.own]
  const first = hear(rules, 'page', view, pipeline)
  const extra = bench.model ? modelVotes(view, bench, bench.model, pipeline, first, explain) : []
  const scores = Float64Array.from(
    first,
    (votes, at) => pipeline.bias + sum(votes) + (extra[at]?.weight ?? 0),
  )
  const page = bench.model && pageVote(view, scores)
  const known = new Map(rules.map((rule) => [rule.id, rule.evidence[view.page.door]]))
  const named = Uint8Array.from(first, (votes) => (isNamed(votes, known) ? 1 : 0))
  // A byline is kept on no page for being likelier than the rest, and spam even less. A paragraph is as often named by
  // the element it stands in, and on an uncertain page that is wrong as often as right.
  const stays = (votes: readonly Vote[], at: number) =>
    (named[at] === 1 && view.facts[at]!.mass <= LINE) || votes.some(({ role }) => role === 'spam')
  const lifts = first.map((votes, at) => (stays(votes, at) ? undefined : page))
  const single = scores.map((score, at) => score + (lifts[at]?.weight ?? 0))
  const wholes = judgeWholes(view, single, named)
  const leaning = single.map((score, at) => score + (wholes[at]?.weight ?? 0))
  const second = hear(rules, 'neighbours', viewOf({ ...view, leaning, named }), pipeline)
  // on a thread, a listing or a shop's page the same names stand over what the page is there for
  const story = (view.whole.kinds?.[0] ?? 1) >= STORY_PAGE
  const verdicts = view.blocks.map((_, at): Verdict => {
    const votes = first[at]!.concat(extra[at] ?? [], lifts[at] ?? [], wholes[at] ?? [], second[at]!)
    const proof = story ? proven(sum(votes) + pipeline.bias, votes, known) : undefined
    if (proof !== undefined) votes.push(proof)
    const score = sum(votes) + pipeline.bias
    const role = roleOf(score, votes)
    return { at, role, kept: pipeline.keep.includes(role), score: round(score), votes }
  })
  return { first, verdicts }
}

type Known = ReadonlyMap<string, Evidence>

/** Whether a rule that says what a block is speaks against it. */
function isNamed(votes: readonly Vote[], known: Known): boolean {
  return votes.some(({ rule, weight }) => weight < 0 && (known.get(rule) ?? 'hint') !== 'hint')
}

/** What takes a block that is proven not to be of the article to even odds and below, where the rest keeps it. */
function proven(score: number, votes: readonly Vote[], known: Known): Vote | undefined {
  if (score <= PROVEN) return undefined
  for (const { rule, role, weight } of votes)
    if (weight < 0 && known.get(rule) === 'proof')
      return { rule: 'proof', role, weight: round(PROVEN - score), because: `is what ${rule} names it` }
  return undefined
}

/**
 * The model's answer has the votes in it, at the rules' own weights; its vote is what it adds to them. So the votes of
 * a block always sum to its score, and a weight the pipeline changes counts in full.
 */
function modelVotes(
  view: View,
  { rules }: Bench,
  model: Scorer,
  pipeline: Pipeline,
  first: Votes,
  explain: boolean,
): Vote[] {
  const usual = usualVotes(rules, view, pipeline, first)
  const table = featureTable(view, usual, model.features)
  const answers = model.scoreAll(table)
  return usual.map((votes, at) => {
    const answer = answers[at]!
    const weight = round(answer - sum(votes))
    return {
      rule: 'model',
      role: weight > 0 ? 'body' : 'boilerplate',
      weight,
      because: explain ? reasons(model, table.rows, at, answer) : '',
    }
  })
}

/** The first hearing as the model knows it: without rules of the caller's, every rule at its own weight. */
function usualVotes(rules: readonly Rule[], view: View, pipeline: Pipeline, first: Votes): Votes {
  const known = new Map(rules.map((rule) => [rule.id, rule.weight]))
  const settings = Object.entries(pipeline.rules)
  if (settings.every(([id, { weight }]) => known.get(id) === weight)) return first
  const own = settings.flatMap(([id, setting]) => {
    const weight = known.get(id)
    return weight === undefined ? [] : [[id, { ...setting, weight }] as const]
  })
  return hear(rules, 'page', view, { ...pipeline, rules: Object.fromEntries(own) })
}

/** What the model makes of everything, votes included, and the features that moved it most. */
function reasons(model: Scorer, rows: Float64Array, at: number, answer: number): string {
  const signed = (weight: number) => `${weight > 0 ? '+' : ''}${weight.toFixed(1)}`
  const width = model.features.length
  const told = model.explain(rows.subarray(at * width, (at + 1) * width)).slice(0, NAMED)
  const parts = told.map(({ feature, weight }) => `${feature} ${signed(weight)}`)
  return `puts it all at ${signed(answer)}: ${parts.join(', ')}`
}

/** Where the page as a whole is uncertain, its likelier blocks are kept. */
function pageVote({ facts }: View, scores: Float64Array): Vote | undefined {
  const words = facts.map((fact) => fact.words)
  // Rounded up: the last block above the cutoff must come out above zero.
  const weight = Math.ceil(-cutoff(scores, words) * 1000) / 1000
  return weight > 0
    ? {
        rule: 'uncertain-page',
        role: 'body',
        weight,
        because: 'is one of the likelier blocks of an uncertain page',
      }
    : undefined
}

/** A vote that nothing outweighs also says what the block is. */
const FINAL = -20

/** The strongest role on the side that won. */
function roleOf(score: number, votes: readonly Vote[]): Role {
  if (score > 0) return 'body'
  for (const { role, weight } of votes) if (weight <= FINAL) return role
  let best: Role = 'boilerplate'
  let most = 0
  for (const { role, weight } of votes) {
    if (weight >= 0 || role === 'boilerplate') continue
    const against = weightAgainst(votes, role)
    if (against > most || (against === most && role < best)) {
      best = role
      most = against
    }
  }
  return best
}

function weightAgainst(votes: readonly Vote[], role: Role): number {
  let total = 0
  for (const vote of votes) if (vote.role === role && vote.weight < 0) total -= vote.weight
  return total
}

/** No page is so uncertain that blocks below this log-odds are kept: about one in eight. */
const LOWEST = -2
/** Where keeping all above even odds promises a better F1 than this, nothing is to be mended. */
const GOOD_ENOUGH = 0.85
/**
 * Where nothing stands above even odds and so little is to be expected, in the unit of the masses and as a share of all,
 * there is nothing to mend: what is left of a page whose content a script would have brought are menus and notes.
 */
const WORTH_IT = { mass: 60, share: 0.25 }

/**
 * The log-odds above which a page's blocks are best kept, 0 or below. Where the judge is sure, that is 0; where a whole
 * page is uncertain, keeping its likelier half gives a better F1 than keeping only what is above even odds: the
 * threshold that maximises the expected F1 of the text kept (Lipton, Elkan and Naryanaswamy 2014).
 *
 * @param scores log-odds of each block.
 * @param masses text of each block, any unit.
 */
export function cutoff(scores: ArrayLike<number>, masses: ArrayLike<number>): number {
  const chance = Float64Array.from(scores, (score) => 1 / (1 + Math.exp(-score)))
  if (isGoodEnough(scores, masses, chance)) return 0
  const order = Array.from(chance.keys()).sort((a, b) => scores[b]! - scores[a]! || a - b)
  const expected = order.reduce((sum, at) => sum + chance[at]! * masses[at]!, 0)
  const total = order.reduce((sum, at) => sum + masses[at]!, 0)
  const worthIt = expected >= Math.min(WORTH_IT.mass, total * WORTH_IT.share)
  let [kept, right, best, threshold] = [0, 0, 0, 0]
  for (const at of order) {
    const score = scores[at]!
    if (score <= 0 && (score <= LOWEST || best >= GOOD_ENOUGH || (kept === 0 && !worthIt))) break
    kept += masses[at]!
    right += chance[at]! * masses[at]!
    const f1 = kept === 0 ? 0 : (2 * right) / (kept + expected)
    if (score > 0) best = f1
    else if (f1 > best) {
      best = f1
      threshold = score - 1e-6
    }
  }
  return threshold
}

/** Whether all above even odds is as good as it gets, which needs no order. */
function isGoodEnough(
  scores: ArrayLike<number>,
  masses: ArrayLike<number>,
  chance: ArrayLike<number>,
): boolean {
  let [kept, right, expected] = [0, 0, 0]
  for (let at = 0; at < scores.length; at++) {
    expected += chance[at]! * masses[at]!
    if (scores[at]! <= 0) continue
    kept += masses[at]!
    right += chance[at]! * masses[at]!
  }
  return kept > 0 && (2 * right) / (kept + expected) >= GOOD_ENOUGH
}
