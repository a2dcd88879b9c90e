import type { Facts } from '../core/facts.ts'
import type { Pipeline } from '../core/pipeline.ts'
import type { Role } from '../core/role.ts'
import { type Rule, type View, view as viewOf } from '../core/rule.ts'
import type { Evidence, Verdict, Vote } from '../core/vote.ts'
import { READ_AS_ONE, type Whole, type WholeKind } from '../core/whole.ts'
import { isStory } from '../facts/page-type.ts'
import { featureTable } from './features.ts'
import type { Scorer } from './score.ts'
import { hear, round, sum, type Votes } from './votes.ts'

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

/** A vote that nothing outweighs, as rules of the user's have: it also says what the block is. */
const FINAL = -20

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
  const scores = first.map((votes, at) => pipeline.bias + sum(votes) + (extra[at]?.weight ?? 0))
  const page = bench.model && pageVote(view, scores)
  const known = new Map(rules.map((rule) => [rule.id, rule.evidence[view.page.door]]))
  const named = new Uint8Array(first.length)
  for (let at = 0; at < named.length; at++) if (isNamed(first[at]!, known)) named[at] = 1
  // A byline is kept on no page for being likelier than the rest, and spam even less. A paragraph is as often named by
  // the element it stands in, and on an uncertain page that is wrong as often as right.
  const stays = (votes: readonly Vote[], at: number) =>
    (named[at] === 1 && view.facts[at]!.mass <= LINE) || votes.some(({ role }) => role === 'spam')
  const lifts = page && first.map((votes, at) => (stays(votes, at) ? undefined : page))
  const single = lifts === undefined ? scores : scores.map((score, at) => score + (lifts[at]?.weight ?? 0))
  const wholes = judgeWholes(view, single, named)
  const leaning = Float64Array.from(single)
  for (let at = 0; at < leaning.length; at++) leaning[at]! += wholes[at]?.weight ?? 0
  const second = hear(rules, 'neighbours', viewOf({ ...view, leaning, named }), pipeline)
  // on a thread, a listing or a shop's page the same names stand over what the page is there for
  const story = isStory(view.whole)
  const heard = first.map((votes, at) => {
    const all = votes.slice()
    if (extra[at] !== undefined) all.push(extra[at])
    if (lifts?.[at] !== undefined) all.push(lifts[at])
    if (wholes[at] !== undefined) all.push(wholes[at])
    for (const vote of second[at]!) all.push(vote)
    return all
  })
  const scored = heard.map((votes) => sum(votes) + pipeline.bias)
  const proofs = story ? heard.map((votes, at) => proven(scored[at]!, votes, known)) : []
  const believed = leavesProse(view, scored, proofs) ? proofs : []
  const proved = heard.map((votes, at) => withVote(votes, believed[at]))
  const final = proved.map((votes, at) =>
    believed[at] === undefined ? scored[at]! : sum(votes) + pipeline.bias,
  )
  const gaps = closeTables(view, final, proved)
  const verdicts = proved.map((given, at): Verdict => {
    const votes = withVote(given, gaps[at])
    const score = final[at]! + (gaps[at]?.weight ?? 0)
    const role = roleOf(score, votes)
    return { at, role, kept: pipeline.keep.includes(role), score: round(score), votes }
  })
  return { first, verdicts }
}

const withVote = (votes: readonly Vote[], more: Vote | undefined): readonly Vote[] =>
  more === undefined ? votes : [...votes, more]

type Known = ReadonlyMap<string, Evidence>

/** Whether a rule that says what a block is speaks against it. */
function isNamed(votes: readonly Vote[], known: Known): boolean {
  return votes.some((vote) => isName(vote, known))
}

function isName(vote: Vote, known: Known): boolean {
  return vote.weight < 0 && proves(vote, known) !== 'hint'
}

function proves({ rule, evidence }: Vote, known: Known): Evidence {
  return evidence ?? known.get(rule) ?? 'hint'
}

/**
 * What takes a block that is proven not to be of the article to even odds and below, where the rest keeps it: one rule
 * that proves what it names, or two that name the same. Where two agreed, 2 of 21 blocks the rest had kept were of the
 * article (835 pages with known answers, of sites the model had not seen).
 */
function proven(score: number, votes: readonly Vote[], known: Known): Vote | undefined {
  if (score <= PROVEN || votes.some((vote) => vote.weight >= -FINAL)) return undefined
  const names = votes.filter((vote) => isName(vote, known))
  const weight = round(PROVEN - score)
  const one = names.find((vote) => proves(vote, known) === 'proof')
  if (one !== undefined)
    return { rule: 'proof', role: one.role, weight, because: `is what ${one.rule} names it` }
  for (const [i, { rule, role }] of names.entries()) {
    const other = names.slice(i + 1).find((vote) => vote.role === role && vote.rule !== rule)
    if (other !== undefined)
      return { rule: 'proof', role, weight, because: `is what ${rule} and ${other.rule} name it` }
  }
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
function pageVote({ facts }: View, scores: readonly number[]): Vote | undefined {
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

/** Names that would take every sentence from a page stand around its article: they prove nothing. */
function leavesProse(
  { facts }: View,
  scores: readonly number[],
  proofs: readonly (Vote | undefined)[],
): boolean {
  if (proofs.every((proof) => proof === undefined)) return true
  const reads = ({ endsSentence, mass }: Facts) => endsSentence || mass > LINE
  const prose = scores.flatMap((score, at) => (score > 0 && reads(facts[at]!) ? [at] : []))
  return prose.length === 0 || prose.some((at) => proofs[at] === undefined)
}

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
  const chance = new Float64Array(scores.length)
  for (let at = 0; at < chance.length; at++) chance[at] = 1 / (1 + Math.exp(-scores[at]!))
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

/** In words, for a reader. */
const CALLED: Partial<Record<WholeKind, string>> = { code: 'listing', definitions: 'list of terms' }
/** One part counts at most this much, in log-odds. */
const SURE = 3
/** A whole whose parts are longer than this on average, in Latin-equivalent characters, arranges stories. */
const LONGEST_PART = 400
/** Blocks an item holds at most, on average. */
const CROWDED = 4
/** A part that is this sure of the other side goes its own way, in log-odds. */
const CONTRARY = 2.5
/** A part that is this sure and this long is of a story of its own, whatever stands around it. */
const STORY = { score: 1.5, mass: 120 }

/**
 * Judges wholes as one: a table is kept, not its third cell. Every part takes the mean of what is said of all of them,
 * by the root of their length. Parts that are named for what they are (a button, an advertisement), and parts that are
 * as good as sure of the other side, are weighed alone. A whole that holds a story beside other things, or arranges a
 * page, is no whole to a reader, and its parts stay as they are.
 *
 * @param scores log-odds of each block.
 * @param named 1 for blocks named for what they are.
 * @returns per block, the vote that takes it to the score of its whole; undefined where it stays.
 */
function judgeWholes(
  { page, facts }: View,
  scores: ArrayLike<number>,
  named: Uint8Array,
): readonly (Vote | undefined)[] {
  const votes: (Vote | undefined)[] = facts.map(() => undefined)
  const settled = new Uint8Array(facts.length)
  for (const whole of page.wholes) {
    if (!READ_AS_ONE.has(whole.kind) || whole.to <= whole.from || settled[whole.from] === 1) continue
    if (arranges(whole, page.blocks)) continue
    const parts: number[] = []
    // what a cell reads is a datum: "Name" over a column heads no form; who is quoted, and when, is part of the quotation
    for (let at = whole.from; at <= whole.to; at++)
      if (named[at] === 0 || whole.kind === 'table' || whole.kind === 'quote') parts.push(at)
    const score = scoreOf(parts, scores, facts)
    if (score === undefined) continue
    settled.fill(1, whole.from, whole.to + 1)
    const because = reason(whole, score)
    for (const at of parts) {
      const weight = round(score - scores[at]!)
      const contrary = score * scores[at]! < 0 && Math.abs(scores[at]!) > CONTRARY
      if (weight !== 0 && !contrary)
        votes[at] = { rule: 'whole', role: weight > 0 ? 'body' : 'boilerplate', weight, because }
    }
  }
  return votes
}

/** Where a cell stands that follows its table, in log-odds. */
const FOLLOWS = 0.1

/**
 * Leaves no hole in a table: a value that is lost, or kept alone, is worse than none. Whatever was said of single cells
 * after the table was judged as one, all go the way of most; only spam, and what nothing outweighs, goes its own.
 *
 * @param scores log-odds of each block, all votes counted.
 * @returns per block, the vote that takes it to the side of its table; undefined where it stands there.
 */
function closeTables(
  { page, facts }: View,
  scores: ArrayLike<number>,
  given: readonly (readonly Vote[])[],
): readonly (Vote | undefined)[] {
  const votes: (Vote | undefined)[] = facts.map(() => undefined)
  const decided = (vote: Vote) => vote.role === 'spam' || vote.weight <= FINAL
  let after = 0
  for (const whole of page.wholes) {
    if (whole.kind !== 'table' || whole.from < after || whole.to <= whole.from) continue
    // what is said below it belongs to it
    const around = whole.parent === undefined ? whole : page.wholes[whole.parent]!
    const { from, to } = around.kind === 'figure' ? around : whole
    after = to + 1
    const parts = Array.from({ length: after - from }, (_, i) => from + i)
    if (scoreOf(parts, scores, facts) === undefined) continue
    const most = parts.reduce((sum, at) => sum + Math.sign(scores[at]!) * Math.sqrt(facts[at]!.mass + 1), 0)
    const side = most > 0 ? FOLLOWS : -FOLLOWS
    for (const at of parts) {
      if (scores[at]! > 0 === most > 0 || given[at]!.some(decided)) continue
      const role = most > 0 ? 'body' : 'boilerplate'
      votes[at] = { rule: 'whole', role, weight: round(side - scores[at]!), because: reason(whole, most) }
    }
  }
  return votes
}

/** Items with headings of their own, or with a dozen paragraphs, arrange a page. */
function arranges({ kind, from, to }: Whole, blocks: View['blocks']): boolean {
  if (kind !== 'list') return false
  let items = 0
  for (let at = from; at <= to; at++) {
    if (blocks[at]!.kind === 'heading') return true
    if (blocks[at]!.kind === 'item') items++
  }
  return to - from + 1 > CROWDED * Math.max(1, items)
}

function scoreOf(
  parts: readonly number[],
  scores: ArrayLike<number>,
  facts: View['facts'],
): number | undefined {
  if (parts.length < 2) return undefined
  let [sum, weight, mass] = [0, 0, 0]
  let story = false
  for (const at of parts) {
    const size = facts[at]!.mass
    const own = Math.sqrt(size + 1)
    mass += size
    weight += own
    sum += own * Math.max(-SURE, Math.min(SURE, scores[at]!))
    if (scores[at]! >= STORY.score && size >= STORY.mass) story = true
  }
  const score = sum / weight
  return mass / parts.length > LONGEST_PART || (story && score <= 0) ? undefined : score
}

function reason({ kind }: Whole, score: number): string {
  const name = CALLED[kind] ?? kind
  return `is part of a ${name} that is ${score > 0 ? 'kept' : 'dropped'} as one`
}
