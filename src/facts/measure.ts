import type { Block } from '../core/block.ts'
import { characterClass, WORD } from '../core/character.ts'
import type { Facts, PageFacts, Script } from '../core/facts.ts'
import { foldKey } from '../core/fold.ts'
import type { Page } from '../core/page.ts'
import {
  FUNCTION_CHARACTERS,
  functionLanguages,
  hashOn,
  LONGEST_FUNCTION_WORD,
  WORD_HASH,
} from '../words/function-words.ts'
import { findMentions } from '../words/mentions.ts'
import { findOpenings } from '../words/openings.ts'
import { findWholeLines } from '../words/whole-lines.ts'
import { count, endsSentence } from './count.ts'
import { densestRun } from './densest.ts'
import { readLine } from './line.ts'
import { pageEvidence, typeChances } from './page-type.ts'
import { mainScript } from './script-count.ts'
import { storiesOf } from './stories.ts'

export interface Measured {
  readonly facts: readonly Facts[]
  readonly whole: PageFacts
}

/** Measures every block once. Everything a rule may ask of a text is here, so that no rule reads the page again. */
export function measure(page: Page): Measured {
  const facts = measureBlocks(page.blocks)
  const densest = densestRun(page.blocks, facts)
  const titles = page.claims.filter(({ field }) => field === 'title').map(({ value }) => value)
  const mass = facts.reduce((sum, fact) => sum + fact.mass, 0)
  const evidence = pageEvidence(page, facts, { mass, densest })
  const titleKeys = new Set(titles.map(foldKey).filter((key) => key !== ''))
  const known = { titleKeys, headline: headline(page.blocks, facts, titles), kinds: typeChances(evidence) }
  const whole: PageFacts = {
    mass,
    densest,
    script: mainScript(densest ? facts.slice(densest[0], densest[1] + 1) : facts),
    titleKeys,
    authorKeys: authorKeys(page.claims),
    headline: known.headline,
    stories: storiesOf(page, facts, known),
    evidence,
    kinds: known.kinds,
  }
  return { facts, whole }
}

function measureBlocks(blocks: readonly Block[]): readonly Facts[] {
  const keys: string[] = []
  for (const { text } of blocks) keys.push(foldKey(text))
  const total = new Map<string, number>()
  for (const key of keys) total.set(key, (total.get(key) ?? 0) + 1)
  const seen = new Map<string, Seen>()
  // pushed, as all long lists of a page are: `map` gives a list of another make once it is compiled, and what reads the list
  // is compiled anew
  const facts: Facts[] = []
  for (const [at, block] of blocks.entries()) {
    const key = keys[at]!
    const repeats = total.get(key)!
    const before = repeats === 1 ? undefined : seen.get(key)
    const repeat = before === undefined ? 0 : before.times++
    // menus and labels often come word for word: what was measured of them then still holds
    const isSame = before?.block.text === block.text && before.block.kind === block.kind
    const fact = isSame ? again(before.fact, repeat) : measureBlock(block, key, repeats, repeat)
    facts.push(fact)
    if (repeats > 1 && before === undefined) seen.set(key, { block, fact, times: 1 })
  }
  return facts
}

/** Shortest author's name that is told from a word of the text, folded. */
const NAME = 7
const BETWEEN_NAMES = /[,;&、，/]|\s(?:and|und|et|y|e|i|och|og|en)\s/u

function authorKeys(claims: Page['claims']): ReadonlySet<string> {
  const keys = new Set<string>()
  for (const { field, value } of claims)
    if (field === 'author')
      for (const name of value.slice(0, 200).split(BETWEEN_NAMES)) {
        const key = foldKey(name)
        const parted = /\p{L}\s+\p{L}/u.test(name)
        if (parted ? key.length >= NAME : /^[\p{Script=Han}\p{Script=Hangul}]{2,4}$/u.test(key)) keys.add(key)
      }
  return keys
}

/** Between the parts of a claimed title: headline, section, site. */
const BETWEEN_PARTS = /\s[-–—|·•:»«‹›]{1,9}\s|[|｜_]/gu
/** Share of a claimed title a heading must print: less is the site's name. */
const PRINTED = 0.4

/** The heading that prints the most of a claimed title; of two alike the higher one, then the first. */
function headline(
  blocks: readonly Block[],
  facts: readonly Facts[],
  titles: readonly string[],
): number | undefined {
  const parts = new Set<string>()
  for (const title of titles) {
    const least = foldKey(title).length * PRINTED
    const cuts = Array.from(title.matchAll(BETWEEN_PARTS))
    const sides = cuts.flatMap(({ 0: { length }, index }) => [
      title.slice(0, index),
      title.slice(index + length),
    ])
    for (const key of [title, ...sides].map(foldKey)) if (key !== '' && key.length >= least) parts.add(key)
  }
  let best: Block | undefined
  for (const block of blocks) {
    const { key } = facts[block.at]!
    if (block.kind !== 'heading' || !parts.has(key)) continue
    const more = best === undefined ? 1 : key.length - facts[best.at]!.key.length
    if (more > 0 || (more === 0 && (block.level ?? 2) < (best?.level ?? 2))) best = block
  }
  return best?.at
}

/** The first block with a key, and how many have been met. */
interface Seen {
  readonly block: Block
  readonly fact: Facts
  times: number
}

/**
 * Thai, Lao, Khmer and Burmese set no stops as others do: a text of this mass, in Latin-equivalent characters, with so many
 * function words is sentences. Headlines are shorter. Own choice.
 */
const UNSTOPPED = { mass: 68, share: 0.5 }

/** Spelled out, every field in the same order: records of one shape cost a fraction of spread ones, here and in every rule. */
function measureBlock({ text, kind }: Block, key: string, repeats: number, repeat: number): Facts {
  const counts = count(text)
  const { chars, mass, digits, script, signs } = counts
  const share = counts.words < 3 ? undefined : functionShare(text, script)
  const unstopped = script === 'Thai' && mass >= UNSTOPPED.mass && (share ?? 0) >= UNSTOPPED.share
  const ended = unstopped || endsSentence(text)
  return {
    chars,
    mass,
    words: counts.words,
    script,
    scriptShare: counts.scriptShare,
    letters: counts.letters,
    digits,
    upper: counts.upper,
    commas: counts.commas,
    sentences: counts.sentences,
    separators: counts.separators,
    signs,
    endsSentence: ended,
    trails: trails(text),
    functionShare: share,
    mentions: findMentions(text),
    openings: findOpenings(text, key),
    wholeLines: findWholeLines(key),
    line: readLine(text, kind, { chars, mass, digits, signs, endsSentence: ended }),
    key,
    repeats,
    repeat,
  }
}

/** The same of the same line further on, spelled out for the same reason. */
function again(fact: Facts, repeat: number): Facts {
  const { chars, mass, words, script, scriptShare, letters, digits, upper, commas, sentences } = fact
  const { separators, signs, endsSentence, trails, functionShare, mentions, openings, wholeLines } = fact
  const { line, key, repeats } = fact
  return {
    chars,
    mass,
    words,
    script,
    scriptShare,
    letters,
    digits,
    upper,
    commas,
    sentences,
    separators,
    signs,
    endsSentence,
    trails,
    functionShare,
    mentions,
    openings,
    wholeLines,
    line,
    key,
    repeats,
    repeat,
  }
}

const NOTHING = {} as never
/**
 * V8 lays records out by the numbers their fields held first, and throws away all code that reads them once a mass or a share
 * is a fraction for the first time, fifteen or fifty pages on. So the first record has fractions, and is kept.
 */
again.first = again(
  {
    ...{ chars: 0, mass: 0.5, words: 0, script: 'None', scriptShare: 0.5, letters: 0, digits: 0, upper: 0 },
    ...{ commas: 0, sentences: 0, separators: 0, signs: 0, endsSentence: false, trails: false },
    ...{ functionShare: 0.5, mentions: NOTHING, openings: NOTHING, wholeLines: NOTHING },
    ...{ line: undefined, key: '', repeats: 0, repeat: 0 },
  },
  0,
)

function trails(text: string): boolean {
  return text.endsWith('...') || text.endsWith('…') || text.endsWith('[...]') || text.endsWith('[…]')
}

const LISTED: ReadonlySet<Script> = new Set([
  'Latin',
  'Cyrillic',
  'Greek',
  'Arabic',
  'Hebrew',
  'Devanagari',
  'Hangul',
])
/** Enough of a block to tell prose from a list. */
const SAMPLE = 400

/** Share of the words (characters, where a script has no spaces) that are function words; 0 to 1. */
function functionShare(text: string, script: Script): number | undefined {
  if (script === 'Han' || script === 'Kana' || script === 'Thai')
    return characterShare(text, FUNCTION_CHARACTERS[script])
  return LISTED.has(script) ? wordShare(text) : undefined
}

function wordShare(text: string): number {
  const sample = text.slice(0, SAMPLE).toLowerCase()
  let words = 0
  let hits = 0
  let length = 0
  let hash = WORD_HASH
  for (let i = 0; i <= sample.length; i++) {
    const unit = i < sample.length ? sample.charCodeAt(i) : SPACE
    if ((characterClass(unit) & WORD) !== 0) {
      hash = hashOn(hash, unit)
      length++
      continue
    }
    if (length === 0) continue
    words++
    if (length <= LONGEST_FUNCTION_WORD && functionLanguages(hash) !== 0) hits++
    length = 0
    hash = WORD_HASH
  }
  return words === 0 ? 0 : hits / words
}
const SPACE = 32

function characterShare(text: string, functional: string): number {
  const sample = text.slice(0, SAMPLE)
  let letters = 0
  let hits = 0
  for (const char of sample) {
    if ((characterClass(char.charCodeAt(0)) & WORD) === 0) continue
    letters++
    if (functional.includes(char)) hits++
  }
  return letters === 0 ? 0 : hits / letters
}
