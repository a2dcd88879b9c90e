import type { Block } from '../../core/block.ts'
import { type Facts, SCRIPTS } from '../../core/facts.ts'
import { OFFERS } from '../../words/offers.ts'
import { partCounter } from '../../words/parts.ts'
import { unseenMessages } from './disguise.ts'
import { canCompare, spamScore } from './score.ts'
import { COUNT_TOPICS, type Speech, speechOf } from './speech.ts'
import { type Stretch, spamStretches } from './stretches.ts'
import { repetitionOf } from './traits.ts'
import { foreignScripts, type Unit } from './units.ts'

const OFFERED = partCounter(OFFERS)

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
    const unseen = unseenMessages(text)
    if (unseen.length > 0) {
      stretches.set(at, unseen.map(unseenStretch))
      continue
    }
    if (fact.mass < LEAST || kind === 'code' || kind === 'figure' || fact.letters < 8) continue
    const found = spamStretches(text, speech, kind === 'heading')
    if (found.length > 0) stretches.set(at, found)
  }
  surveyRuns(blocks, facts, speech, stretches)
  return { speech, stretches: withoutTopical(blocks, speech, stretches) }
}

function unseenStretch(unit: Unit): Stretch {
  const because = 'a message in characters nobody sees'
  return { ...unit, score: UNSEEN, sum: UNSEEN, family: undefined, because, fits: false, sure: [unit] }
}
const UNSEEN = 8

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
    for (const { from, to } of stretches.flatMap(({ sure }) => sure))
      rest = rest.replace(blocks[at]!.text.slice(from, to), ' ')
  const topics = COUNT_TOPICS(rest)
  const small = rest.length < REST
  const stays = ({ fits, family }: Stretch) =>
    fits && (small || (family !== undefined && topics !== undefined && topics.words >= ABOUT))
  const left = [...found].map(([at, stretches]) => [at, stretches.filter((one) => !stays(one))] as const)
  return new Map(left.filter(([, stretches]) => stretches.length > 0))
}

/** Longest line of a run of lines, in Latin-equivalent characters, and how many lines make one. */
const LINE = 90
const LINES = { least: 3, most: 80 }
/** Log-odds from which a run of lines is spam. */
const SURE = 3.4
/** Share of the lines of a run that must name a topic or be in another script, where its words are not said again. */
const TELLING = 0.4
const AGAIN = 0.35

/** Short lines in a row say little each; those that offer something are judged together, like one text. */
function surveyRuns(
  blocks: readonly Block[],
  facts: readonly Facts[],
  speech: Speech,
  stretches: Map<number, readonly Stretch[]>,
): void {
  const foreign = foreignScripts(speech)
  let run: Line[] = []
  let gap = 0
  const end = (): void => {
    while (run.length > 0 && !run.at(-1)!.telling && !run.at(-1)!.offers) run.pop()
    if (run.length >= LINES.least && run.length <= LINES.most) surveyRun(run, speech, stretches)
    run = []
    gap = 0
  }
  for (const block of blocks) {
    const fact = facts[block.at]!
    const short = fact.mass <= LINE && fact.sentences === 0 && fact.letters > 2 && block.kind !== 'code'
    if (!short || stretches.has(block.at)) end()
    else {
      const telling =
        (foreign[SCRIPTS.indexOf(fact.script)] === 1 && fact.scriptShare > 0.5) ||
        COUNT_TOPICS(block.text) !== undefined
      const line = { block, telling, offers: telling || OFFERED(block.text) !== undefined }
      gap = line.offers ? 0 : gap + 1
      if (gap > 1) end()
      else if (line.offers || run.length > 0) run.push(line)
    }
  }
  end()
}

interface Line {
  readonly block: Block
  readonly telling: boolean
  readonly offers: boolean
}

function surveyRun(run: readonly Line[], speech: Speech, stretches: Map<number, readonly Stretch[]>): void {
  const telling = run.filter((line) => line.telling).length / run.length
  const text = run.map(({ block }) => block.text).join(' , ')
  if (telling < TELLING && repetitionOf(text) < AGAIN) return
  const found = spamScore(text, speech)
  if (found.score < SURE) return
  for (const { block } of run) {
    const whole = { from: 0, to: block.text.length }
    stretches.set(block.at, [{ ...whole, ...found, sure: [whole] }])
  }
}
