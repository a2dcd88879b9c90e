import type { Facts } from '../core/facts.ts'
import type { Door } from '../core/page.ts'
import type { Pipeline } from '../core/pipeline.ts'
import type { Role } from '../core/role.ts'
import { type Rule, type View, view as viewOf } from '../core/rule.ts'
import type { Evidence, Verdict, Vote } from '../core/vote.ts'
import { isStory } from '../facts/page-type.ts'
import { featureTable } from './features.ts'
import type { Scorer } from './score.ts'
import { FINAL, hear, round, sum, type Votes } from './votes.ts'
import { closeTables, judgeWholes } from './wholes.ts'

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
  const rules = bench.own.length === 0 ? bench.rules : [...bench.rules, ...bench.own]
  const known = evidenceOf(rules, view.page.door)
  const first = hear(rules, 'page', view, pipeline)
  const heard: Votes = []
  for (const votes of first) heard.push(votes.slice())
  const leaning = scoresOf(first, pipeline.bias)
  const named = namedBlocks(first, known)
  if (bench.model !== undefined) {
    give(modelVotes(view, bench, bench.model, pipeline, first, explain), heard, leaning)
    give(pageVotes(view, first, leaning, named), heard, leaning)
  }
  give(judgeWholes(view, leaning, named), heard, leaning)
  const second = hear(rules, 'neighbours', viewOf({ ...view, leaning, named }), pipeline)
  for (let at = 0; at < heard.length; at++) for (const vote of second[at]!) heard[at]!.push(vote)
  const scores = scoresOf(heard, pipeline.bias)
  // on a thread, a listing or a shop's page the same names stand over what the page is there for
  if (isStory(view.whole)) believe(proofsOf(scores, heard, known), view, heard, scores, pipeline.bias)
  give(closeTables(view, scores, heard), heard, scores)
  const verdicts: Verdict[] = []
  for (const [at, votes] of heard.entries()) {
    const role = roleOf(scores[at]!, votes)
    verdicts.push({ at, role, kept: pipeline.keep.includes(role), score: round(scores[at]!), votes })
  }
  return { first, verdicts }
}

function scoresOf(given: Votes, bias: number): Float64Array {
  const scores = new Float64Array(given.length)
  for (let at = 0; at < scores.length; at++) scores[at] = sum(given[at]!) + bias
  return scores
}

/** Adds one vote a block, where there is one, to those it has and to its score. */
function give(votes: readonly (Vote | undefined)[], heard: Votes, scores: Float64Array): void {
  for (let at = 0; at < votes.length; at++) {
    const vote = votes[at]
    if (vote === undefined) continue
    heard[at]!.push(vote)
    scores[at]! += vote.weight
  }
}

/** What a sighting of a rule proves, by the rule's id. */
type Known = ReadonlyMap<string, Evidence>

const evidences = new WeakMap<readonly Rule[], Partial<Record<Door, Known>>>()

/** Worked out once for a list of rules. */
function evidenceOf(rules: readonly Rule[], door: Door): Known {
  const known = evidences.get(rules) ?? {}
  evidences.set(rules, known)
  known[door] ??= new Map(rules.map((rule) => [rule.id, rule.evidence[door]]))
  return known[door]
}

/** 1 for blocks against which a rule speaks that says what a block is. */
function namedBlocks(given: Votes, known: Known): Uint8Array {
  const named = new Uint8Array(given.length)
  for (let at = 0; at < named.length; at++)
    for (const vote of given[at]!) if (isName(vote, known)) named[at] = 1
  return named
}

function isName(vote: Vote, known: Known): boolean {
  return vote.weight < 0 && proves(vote, known) !== 'hint'
}

function proves({ rule, evidence }: Vote, known: Known): Evidence {
  return evidence ?? known.get(rule) ?? 'hint'
}

/** Per block, what takes it to even odds and below. */
function proofsOf(scores: Float64Array, heard: Votes, known: Known): readonly (Vote | undefined)[] {
  return heard.map((votes, at) => proven(scores[at]!, votes, known))
}

/** Proofs count, unless they take every sentence from the page. */
function believe(
  proofs: readonly (Vote | undefined)[],
  { facts }: View,
  heard: Votes,
  scores: Float64Array,
  bias: number,
): void {
  if (!leavesProse(facts, scores, proofs)) return
  for (let at = 0; at < proofs.length; at++) {
    const proof = proofs[at]
    if (proof === undefined) continue
    heard[at]!.push(proof)
    scores[at] = sum(heard[at]!) + bias
  }
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
  const asked = rules.filter(({ id }) => pipeline.rules[id] !== undefined)
  const isUsual = asked.every(({ id, weight }) => pipeline.rules[id]!.weight === weight)
  if (isUsual && asked.length === Object.keys(pipeline.rules).length) return first
  const own = asked.map(({ id, weight }) => [id, { ...pipeline.rules[id]!, weight }] as const)
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

/**
 * Where the page as a whole is uncertain, its likelier blocks are kept. A byline is kept on no page for being likelier than
 * the rest, and spam even less. A paragraph is as often named by the element it stands in, and on an uncertain page that is
 * wrong as often as right.
 */
function pageVotes(
  { facts }: View,
  first: Votes,
  scores: Float64Array,
  named: Uint8Array,
): readonly (Vote | undefined)[] {
  const words = facts.map((fact) => fact.words)
  // Rounded up: the last block above the cutoff must come out above zero.
  const weight = Math.ceil(-cutoff(scores, words) * 1000) / 1000
  if (!(weight > 0)) return []
  const because = 'is one of the likelier blocks of an uncertain page'
  const vote: Vote = { rule: 'uncertain-page', role: 'body', weight, because }
  const stays = (at: number) =>
    (named[at] === 1 && facts[at]!.mass <= LINE) || first[at]!.some(({ role }) => role === 'spam')
  return facts.map((_, at) => (stays(at) ? undefined : vote))
}

/** Names that would take every sentence from a page stand around its article: they prove nothing. */
function leavesProse(
  facts: readonly Facts[],
  scores: Float64Array,
  proofs: readonly (Vote | undefined)[],
): boolean {
  if (proofs.every((proof) => proof === undefined)) return true
  const reads = ({ endsSentence, mass }: Facts) => endsSentence || mass > LINE
  const prose = facts.flatMap((fact, at) => (scores[at]! > 0 && reads(fact) ? [at] : []))
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
