import type { Block } from '../../core/block.ts'
import type { Facts, Script } from '../../core/facts.ts'
import { subjectCounters } from '../../words/spam-counters.ts'
import { mainScript } from '../main-script.ts'
import { unseenMessages } from './disguise.ts'
import { reportsIn } from './evidence.ts'
import { canCompare, spamScore } from './score.ts'
import { type Speech, speechOf } from './speech.ts'
import { type Stretch, spamStretches } from './stretches.ts'
import { isSuspect, namesTopic, offers, offersIn } from './suspect.ts'
import { repetitionOf } from './traits.ts'
import type { Unit } from './units.ts'

/** Spam on a page. */
export interface Survey {
  /** Worked out when first asked for. */
  readonly speech: Speech
  /** The script most of the page is in. */
  readonly main: Script
  /** By block: stretches of its text that are spam. */
  readonly stretches: ReadonlyMap<number, readonly Stretch[]>
  /** What reads like spam inside sentences, and stays because nobody can tell where it ends. */
  readonly unsure: readonly string[]
}

/** Mass from which a block is looked at, in Latin-equivalent characters. */
const LEAST = 24

/** Looks through all blocks of a page for spam. How the page speaks is worked out only where a block is suspect. */
export function surveySpam(blocks: readonly Block[], facts: readonly Facts[]): Survey {
  let known: Speech | undefined
  const speak = (): Speech => {
    known ??= speechOf(blocks, facts)
    return known
  }
  const main = mainScript(facts)
  const stretches = new Map<number, readonly Stretch[]>()
  const unsure: string[] = []
  for (const { at, text, kind } of blocks) {
    const fact = facts[at]!
    const unseen = unseenMessages(text)
    if (unseen.length > 0) stretches.set(at, unseen.map(unseenStretch))
    else if (fact.mass >= LEAST && fact.letters >= 8 && kind !== 'code' && kind !== 'figure') {
      if (!isSuspect(text, fact, main) || !canCompare(speak())) continue
      const found = spamStretches(text, speak(), kind === 'heading')
      if (found.stretches.length > 0) stretches.set(at, found.stretches)
      for (const { from, to } of found.unsure) unsure.push(text.slice(from, to))
    }
  }
  for (const run of suspectRuns(blocks, facts, main, stretches))
    if (canCompare(speak())) surveyRun(run, speak(), stretches)
  if (stretches.size > 1) surveyBeside(blocks, facts, speak, stretches)
  const left = stretches.size === 0 ? stretches : withoutTopical(blocks, speak(), stretches)
  return {
    get speech() {
      return speak()
    },
    main,
    stretches: left,
    unsure,
  }
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
  let rest = speech.prose
  for (const [at, stretches] of found)
    for (const { from, to } of stretches.flatMap(({ sure }) => sure))
      rest = rest.replace(blocks[at]!.text.slice(from, to), ' ')
  const small = rest.length + 2 * (rest.match(/\p{Script=Han}/gu)?.length ?? 0) < REST
  const stays = (at: number, { fits, family, from, to }: Stretch) =>
    fits ? small || isAbout(rest, family) : small && reportsIn(blocks[at]!.text.slice(from, to)) > 0
  const left = [...found].map(([at, stretches]) => [at, stretches.filter((one) => !stays(at, one))] as const)
  return new Map(left.filter(([, stretches]) => stretches.length > 0))
}

function isAbout(text: string, family: string | undefined): boolean {
  const counter = family === undefined ? undefined : subjectCounters[family]
  return (counter?.(text, text.length, ABOUT)?.all ?? 0) >= ABOUT
}

/** Longest line of a run of lines, in Latin-equivalent characters, and how many lines make one. */
const LINE = 90
const LINES = { least: 3, most: 80 }
/** Log-odds from which a run of lines is spam. */
const SURE = 3.4
/** Share of the lines of a run that must name a topic or be in another script, where its words are not said again. */
const TELLING = 0.4
const AGAIN = 0.35
/** Different words of offers a run must have where all of it is in the page's script: a filter says one of them on every line. */
const DIFFERENT = 3
/** Share of the lines of a run that must offer something, where they name no topic. */
const OFFERING = 0.8

/** Short lines in a row say little each; those that offer something are judged together, like one text. */
function* suspectRuns(
  blocks: readonly Block[],
  facts: readonly Facts[],
  main: Script,
  found: ReadonlyMap<number, unknown>,
): Iterable<readonly Line[]> {
  let run: Line[] = []
  let gap = 0
  for (const block of blocks) {
    const line = lineOf(block, facts[block.at]!, main, found.has(block.at))
    gap = line?.offers ? 0 : gap + 1
    if (line !== undefined && gap < 2 && (line.offers || run.length > 0)) run.push(line)
    if (line !== undefined && gap < 2) continue
    if (isRun(run)) yield run
    run = []
  }
  if (isRun(run)) yield run
}

function isRun(run: readonly Line[]): boolean {
  return run.length >= LINES.least && run.length <= LINES.most
}

function lineOf(block: Block, fact: Facts, main: Script, taken: boolean): Line | undefined {
  const short = fact.mass <= LINE && fact.sentences === 0 && fact.letters > 2 && block.kind !== 'code'
  if (!short || (!taken && fact.repeats > 1)) return undefined
  const foreign = taken || (fact.script !== main && fact.scriptShare > 0.5)
  const telling = foreign || namesTopic(block.text, fact)
  return { block, foreign, telling, offers: telling || offers(block.text, 1, fact) }
}

interface Line {
  readonly block: Block
  /** In another script, or spam by itself. */
  readonly foreign: boolean
  readonly telling: boolean
  readonly offers: boolean
}

function surveyRun(run: readonly Line[], speech: Speech, stretches: Map<number, readonly Stretch[]>): void {
  const telling = run.filter((line) => line.telling).length / run.length
  const text = run.map(({ block }) => block.text).join(' , ')
  const offering = run.filter((line) => line.offers).length / run.length
  if (telling < TELLING && (offering < OFFERING || repetitionOf(text) < AGAIN)) return
  if (!run.some(({ foreign }) => foreign) && offersIn(text) < DIFFERENT) return
  const found = spamScore(text, speech)
  if (found.score < SURE) return
  for (const { block } of run) {
    if (stretches.has(block.at)) continue
    const whole = { from: 0, to: block.text.length }
    stretches.set(block.at, [{ ...whole, ...found, sure: [whole] }])
  }
}

/** Log-odds from which a line beside lines that are spam is one of them. */
const AMONG = -2

/** A line between lines that are spam is spam too, one before or behind several where it reads a little like it. */
function surveyBeside(
  blocks: readonly Block[],
  facts: readonly Facts[],
  speak: () => Speech,
  stretches: Map<number, readonly Stretch[]>,
): void {
  const isWhole = (at: number) => {
    const [first] = stretches.get(at) ?? []
    return first !== undefined && first.to - first.from >= blocks[at]!.text.length - 2
  }
  const among = blocks.filter(({ at, kind }) => {
    const { mass, sentences, letters } = facts[at]!
    if (stretches.has(at) || mass > LINE || sentences > 0 || letters < 3) return false
    return kind !== 'code' && kind !== 'heading' && (isWhole(at - 1) || isWhole(at + 1))
  })
  for (const { at, text } of among) {
    const both = isWhole(at - 1) && isWhole(at + 1)
    const several = (isWhole(at - 1) && isWhole(at - 2)) || (isWhole(at + 1) && isWhole(at + 2))
    if (!both && !several) continue
    const found = spamScore(text, speak())
    if (!both && found.sum < AMONG) continue
    const whole = { from: 0, to: text.length }
    const because = found.because || 'stands among lines that are spam'
    stretches.set(at, [{ ...whole, ...found, score: SURE, because, sure: [whole] }])
  }
}
