import type { Block } from '../../core/block.ts'
import type { Facts } from '../../core/facts.ts'
import { canCompare, spamScore } from './score.ts'
import { COUNT_TOPICS, type Speech, speechOf } from './speech.ts'
import { type Stretch, spamStretches } from './stretches.ts'

/** Spam on a page. */
export interface Survey {
  readonly speech: Speech
  /** By block: stretches of its text that are spam. */
  readonly stretches: ReadonlyMap<number, readonly Stretch[]>
}

/** Mass from which a block is looked at, in Latin-equivalent characters. */
const LEAST = 24

/** Looks through all blocks of a page for spam; undefined where the page says too little to compare with. */
export function surveySpam(blocks: readonly Block[], facts: readonly Facts[]): Survey | undefined {
  const speech = speechOf(blocks, facts)
  if (!canCompare(speech)) return undefined
  const stretches = new Map<number, readonly Stretch[]>()
  for (const { at, text, kind } of blocks) {
    const fact = facts[at]!
    if (fact.mass < LEAST || kind === 'code' || kind === 'figure' || fact.letters < 8) continue
    const found = spamStretches(text, speech)
    if (found.length > 0) stretches.set(at, found)
  }
  surveyRuns(blocks, facts, speech, stretches)
  return { speech, stretches: withoutTopical(blocks, speech, stretches) }
}

/** Letters the rest of a page must have to say that a sentence in its own language does not belong to it. */
const REST = 300
/** Different words of a family the rest of a page must have to be about it. */
const ABOUT = 2

/** An article about casinos speaks of casinos elsewhere too: what fits the page and shares its topic stays. */
function withoutTopical(
  blocks: readonly Block[],
  speech: Speech,
  found: ReadonlyMap<number, readonly Stretch[]>,
): ReadonlyMap<number, readonly Stretch[]> {
  if (![...found.values()].some((stretches) => stretches.some(({ fits }) => fits))) return found
  let rest = speech.prose
  for (const [at, stretches] of found)
    for (const { from, to } of stretches) rest = rest.replace(blocks[at]!.text.slice(from, to), ' ')
  const topics = COUNT_TOPICS(rest)
  const small = rest.length < REST
  const stays = ({ fits, family }: Stretch) =>
    fits && (small || (family !== undefined && topics !== undefined && topics.words >= ABOUT))
  const left = [...found].map(([at, stretches]) => [at, stretches.filter((one) => !stays(one))] as const)
  return new Map(left.filter(([, stretches]) => stretches.length > 0))
}

/** Longest line of a run of lines, in Latin-equivalent characters, and how many lines make one. */
const LINE = 90
const LINES = { least: 3, most: 60 }
/** Log-odds from which a run of lines is spam. */
const SURE = 3

/** Short lines in a row say little each; together they are judged like one text. */
function surveyRuns(
  blocks: readonly Block[],
  facts: readonly Facts[],
  speech: Speech,
  stretches: Map<number, readonly Stretch[]>,
): void {
  let from = 0
  for (let at = 0; at <= blocks.length; at++) {
    const fact = facts[at]
    const block = blocks[at]
    const inside =
      block !== undefined &&
      fact!.mass <= LINE &&
      fact!.sentences === 0 &&
      fact!.letters > 2 &&
      block.kind !== 'code'
    if (inside) continue
    if (at - from >= LINES.least && at - from <= LINES.most)
      surveyRun(blocks.slice(from, at), speech, stretches)
    from = at + 1
  }
}

function surveyRun(run: readonly Block[], speech: Speech, stretches: Map<number, readonly Stretch[]>): void {
  const found = spamScore(run.map(({ text }) => text).join(' , '), speech)
  if (found.score < SURE) return
  for (const { at, text } of run)
    if (!stretches.has(at)) stretches.set(at, [{ from: 0, to: text.length, ...found }])
}
