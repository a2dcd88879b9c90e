import type { Block } from '../../core/block.ts'
import type { Facts, Script } from '../../core/facts.ts'
import type { View } from '../../core/rule.ts'
import { mayMention } from '../../words/mentions.ts'
import { SEARCHED } from '../../words/parts.ts'
import { countAny, countOffers, countTopics, subjectCounters } from '../../words/spam-counters.ts'
import type { Counts } from '../count.ts'
import { countScripts, mainScript } from '../script-count.ts'
import { unseenMessages } from './disguise.ts'
import { orderWords, reportsIn } from './evidence.ts'
import { canCompare, spamScore } from './score.ts'
import { type Speech, speechOf } from './speech.ts'
import type { Unit } from './stretches.ts'
import { type Stretch, spamStretches } from './stretches.ts'
import { lacksGrammar } from './tally.ts'
import { repetitionOf } from './traits.ts'

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
function surveySpam(blocks: readonly Block[], facts: readonly Facts[]): Survey {
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
      if (!isSuspect(text, fact, main)) continue
      const found = spamStretches(text, speak(), kind === 'heading')
      const compared = canCompare(speak())
      const sure = found.stretches.filter(({ outright }) => compared || outright)
      if (sure.length > 0) stretches.set(at, sure)
      if (compared) for (const { from, to } of found.unsure) unsure.push(text.slice(from, to))
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

/** What the rest of a page must weigh, in Latin-equivalent letters, to say that a sentence in its own language does not belong to it. */
const REST = 250
/** The same where an offer or an order is proven by itself. */
const SOME = 80
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
  const { mass } = countScripts(rest)
  const stays = (at: number, { fits, family, outright, from, to }: Stretch) => {
    const small = mass < (outright ? SOME : REST)
    return fits ? small || isAbout(rest, family) : small && reportsIn(blocks[at]!.text.slice(from, to)) > 0
  }
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

const LOOKED = 6_000

/** Letters of another script that make a text worth a look, beside Latin ones and beside others. */
const ELSEWHERE = { latin: 6, other: 25 }
/** Words without a function word among them, as lists for search engines have them. */
const KEYWORDS = { words: 10, share: 0.06, row: 10 }
/** Share of function words a text has where a row of words without any is strange. */
const PROSE = 0.15

export type Looked = Pick<Counts, 'script' | 'scriptShare' | 'letters' | 'words'> &
  Partial<Pick<Facts, 'functionShare' | 'mentions'>>

/** Whether a text is worth a closer look; cheap, because most texts are not. */
export function isSuspect(text: string, fact: Looked, main: Script): boolean {
  if (isStrange(fact, main)) return true
  if (fact.words >= KEYWORDS.words && fact.functionShare !== undefined && fact.functionShare < KEYWORDS.share)
    return true
  if (fact.words >= KEYWORDS.row && (fact.functionShare ?? 0) > PROSE && lacksGrammar(text, KEYWORDS.row))
    return true
  // One look for the words of three lists: most long texts have none. Short ones were searched when they were measured.
  if (text.length > SEARCHED && countAny(text, LOOKED, 1) === undefined) return false
  return namesTopic(text, fact) || offers(text, 2, fact) || (text.length > 24 && ordersSome(text, fact))
}

/** Whether some sentence of it may give orders to a machine. */
function ordersSome(text: string, searched: Searched): boolean {
  if (!may(text, searched, 'machine-order')) return false
  return orderWords(text, 2, LOOKED) === 2
}

/** Written in another script than the page, or some of it is. */
function isStrange({ script, scriptShare, letters }: Looked, main: Script): boolean {
  if (script !== main && script !== 'None') return true
  const others = letters * (1 - scriptShare)
  return others >= (main === 'Latin' ? ELSEWHERE.latin : ELSEWHERE.other)
}

/** What was found when the block was measured spares most texts a search of their own. */
type Searched = Partial<Pick<Facts, 'mentions'>>
const may = (text: string, { mentions }: Searched, list: 'machine-order' | 'offer-voice' | 'spam-topic') =>
  mentions === undefined || mayMention(text, { mentions }, list)

function namesTopic(text: string, searched: Searched): boolean {
  return may(text, searched, 'spam-topic') && countTopics(text, LOOKED, 1) !== undefined
}

/** Has so many different words of an offer. */
function offers(text: string, least: number, searched: Searched): boolean {
  return may(text, searched, 'offer-voice') && (countOffers(text, LOOKED, least)?.all ?? 0) >= least
}

/** How many different words of unwanted goods and of the voice that offers them a text has. */
function offersIn(text: string): number {
  return (countTopics(text, LOOKED)?.all ?? 0) + (countOffers(text, LOOKED)?.all ?? 0)
}

/** A block that is spam as a whole. */
export interface SpamBlock {
  readonly at: number
  readonly score: number
  readonly family: string | undefined
  readonly because: string
}

const surveys = new WeakMap<object, Survey>()

/** Remembers what was found on a page, so that it is looked through once. */
export function surveyOf({ blocks, facts }: Pick<View, 'blocks' | 'facts'>): Survey {
  let survey = surveys.get(facts)
  if (survey === undefined) {
    survey = surveySpam(blocks, facts)
    surveys.set(facts, survey)
  }
  return survey
}

/** Share of a block's text that must be spam for the block to be. */
const MOST = 0.7

/** Blocks that are spam as a whole, or were cut out of one because they are. */
export function* spamOn(view: Pick<View, 'blocks' | 'facts'>): Iterable<SpamBlock> {
  const survey = surveyOf(view)
  for (const block of view.blocks) {
    const found = survey.stretches.get(block.at)
    if (block.cutFrom !== undefined) {
      const { score, family, because } = spamScore(block.text, survey.speech, false)
      yield {
        at: block.at,
        score: Math.max(CUT, score),
        family,
        because: because || 'unlike the text around it',
      }
    } else if (found !== undefined) {
      const taken = found.reduce((sum, { from, to }) => sum + to - from, 0)
      const first = found.reduce((best, next) => (next.score > best.score ? next : best))
      if (taken >= block.text.length * MOST) yield { at: block.at, ...first }
    }
  }
}
/** Log-odds of what was cut out of a block: it was sure then. */
const CUT = 4
