import { francAll } from 'franc'
import { isLetterOrMark } from '../core/character.ts'
import type { Script } from '../core/facts.ts'
import { countFunctionWord, FUNCTION_LANGUAGES, hashOn, WORD_HASH } from '../words/function-words.ts'
import {
  ALPHABET_LETTERS,
  ALPHABETS,
  DETECTED,
  KIN,
  RIGHT_TO_LEFT,
  RIGHT_TO_LEFT_SCRIPTS,
  SINGLE,
  TELLING_LETTERS,
  UNDETECTED,
} from '../words/languages.ts'
import { count } from './count.ts'
import { countScripts, type ScriptCount } from './script-count.ts'

export interface LanguageShare {
  /** BCP 47; `und` where nothing can be said. */
  readonly language: string
  /** Share of the text by mass, above 0 to 1. */
  readonly share: number
}

/** Characters of a chunk. The detector reads 2,048 at most, at a cost that grows with them; 700 were never less right. */
const SAMPLE = 700
/** Chunks of a script's text it is asked about, spread over the text. */
const CHUNKS = 3
/** Letters below which trigrams say nothing. */
const SHORT = 60
/** The same where the alphabet has left a few languages of many. */
const FEW = 25
/** A declared language wins where the detector rates it this near its favourite. */
const TIE = 0.03
/** Texts looked at one by one; the rest of a page of ten thousand lines is not needed for shares. */
const MOST = 2_000

/** Languages with a list of function words and no near kin without one (as Catalan, Slovak, Macedonian, Malay have). */
const PLAIN = new Set(['en', 'de', 'fr', 'it', 'pl', 'hu', 'tr', 'vi', 'ro', 'fi', 'sv'])

type Detected = keyof typeof DETECTED

/**
 * Languages of the kept prose, largest first, shares by length (a Han character weighs as three letters) and summing
 * to 1; empty where the texts hold no letter. Scripts decide what they can, trigrams the rest: once or a few times a
 * script, on the texts joined. `declared` is what the page says of itself, and settles ties only.
 */
export function languagesOf(texts: readonly string[], declared?: string): readonly LanguageShare[] {
  const groups = groupByScript(texts.slice(0, MOST))
  const main = [...groups].sort((a, b) => b[1].mass - a[1].mass)
  const masses = new Map<string, number>()
  for (const [script, group] of main) {
    const inPassing = masses.size > 0 && !isProse(script, group)
    const found = inPassing
      ? [[largest(masses), group.mass] as const]
      : languagesOfGroup(script, group, declared)
    for (const [language, mass] of found) masses.set(language, (masses.get(language) ?? 0) + mass)
  }
  const total = [...masses.values()].reduce((sum, mass) => sum + mass, 0)
  return [...masses]
    .map(([language, mass]) => ({ language, share: mass / total }))
    .sort((a, b) => b.share - a.share || (a.language < b.language ? -1 : 1))
}

/** Names, brands and listings in Latin letters make no second language of a text in another script: sentences do. */
function isProse(script: Script, group: Group): boolean {
  if (script !== 'Latin') return true
  const vote = functionVote(chunksOf(group.texts.map(({ text }) => text)).join('\n'))
  return vote !== undefined && vote.hits >= 3 && vote.share >= 0.2
}

function largest(masses: ReadonlyMap<string, number>): string {
  return [...masses].reduce((best, one) => (one[1] > best[1] ? one : best))[0]
}

interface Group {
  readonly texts: { readonly text: string; readonly mass: number }[]
  mass: number
}

function groupByScript(texts: readonly string[]): ReadonlyMap<Script, Group> {
  const groups = new Map<Script, Group>()
  const counts = texts.map((text) => countScripts(text))
  const japanese = isJapanese(counts)
  counts.forEach((count, i) => {
    if (count.mass === 0) return
    const script = count.script === 'Han' && japanese ? 'Kana' : count.script
    const group = groups.get(script) ?? { texts: [], mass: 0 }
    group.texts.push({ text: texts[i]!, mass: count.mass })
    group.mass += count.mass
    groups.set(script, group)
  })
  return groups
}

/** Japanese prose is a third kana and more; a Chinese text that quotes a name in kana is not Japanese. */
function isJapanese(counts: readonly ScriptCount[]): boolean {
  const kana = counts.reduce((sum, count) => sum + count.kana, 0)
  const han = counts.reduce((sum, count) => sum + count.han, 0)
  return kana > (kana + han) * 0.15
}

function languagesOfGroup(
  script: Script,
  group: Group,
  declared: string | undefined,
): Iterable<[string, number]> {
  if (script === 'Han') return [[chinese(group.texts), group.mass]]
  if (script === 'Kana') return [['ja', group.mass]]
  if (
    script === 'Latin' ||
    script === 'Cyrillic' ||
    script === 'Arabic' ||
    script === 'Devanagari' ||
    script === 'Hebrew'
  )
    return detected(script, group, declared)
  return group.texts.map(({ text, mass }) => [languageOfScript(text), mass])
}

/**
 * One answer for every chunk of the joined texts, weighed alike. A chunk without function words (names, a price list)
 * goes along with those that have them; where none has, all are asked about together.
 */
function detected(script: Detected, group: Group, declared: string | undefined): [string, number][] {
  const chunks = chunksOf(group.texts.map(({ text }) => text))
  if (chunks.length === 1 || script !== 'Latin')
    return chunks.map((chunk) => [detect(script, chunk, declared), group.mass / chunks.length])
  const prose = chunks.filter((chunk) => (functionVote(chunk)?.share ?? 0) >= 0.1)
  if (prose.length === 0) return [[detect(script, chunks.join('\n'), declared), group.mass]]
  return prose.map((chunk) => [detect(script, chunk, declared), group.mass / prose.length])
}

/** Whole text in up to three chunks; of a longer one the beginning, the middle and the end. */
function chunksOf(texts: readonly string[]): readonly string[] {
  const joined = texts.join('\n')
  if (joined.length <= SAMPLE * 1.5) return [joined.slice(0, SAMPLE)]
  const count = Math.min(CHUNKS, Math.ceil(joined.length / SAMPLE))
  const step = (joined.length - SAMPLE) / (count - 1)
  return Array.from({ length: count }, (_, i) =>
    joined.slice(Math.round(i * step), Math.round(i * step) + SAMPLE),
  )
}

function detect(script: Detected, text: string, declared: string | undefined): string {
  const { letters } = count(text)
  const base = declared?.toLowerCase().split('-')[0]
  const among = script === 'Cyrillic' || script === 'Arabic' ? byAlphabet(script, text, letters) : undefined
  if (among?.length === 1) return among[0]!
  const found = letters < (among ? FEW : SHORT) ? undefined : longLanguage(script, text, letters, base, among)
  return amongKin(found ?? shortLanguage(script, text, base, among), script, text, base, among)
}

function longLanguage(
  script: Detected,
  text: string,
  letters: number,
  declared: string | undefined,
  among: readonly string[] | undefined,
): string | undefined {
  const plain = script === 'Latin' ? (plainLanguage(text) ?? byLetters(text, letters)) : undefined
  const undetected = plain === undefined && script === 'Latin' ? byOwnWords(text) : undefined
  return plain ?? undetected ?? byTrigrams(script, text, declared, among)
}

const OWN_WORDS = Object.entries(UNDETECTED).map(
  ([language, words]) => [language, new Set(words.split(' '))] as const,
)
/** Different words of its own a language the detector does not know must have, and their share of the text's words. */
const OWN = { words: 3, share: 0.12 }

/** The language, of those the detector does not know, whose function words the text has more of than of any other's. */
function byOwnWords(text: string): string | undefined {
  const words = text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []
  const most = Math.max(words.length * OWN.share, functionVote(text)?.hits ?? 0)
  return OWN_WORDS.find(([, own]) => {
    const hits = words.filter((word) => own.has(word))
    return hits.length > most && new Set(hits).size >= OWN.words
  })?.[0]
}

/** Spares the detector where function words leave no doubt. */
function plainLanguage(text: string): string | undefined {
  const vote = functionVote(text)
  const clear = vote && vote.hits >= 12 && vote.share >= 0.15 && vote.next * 2 <= vote.hits
  return clear && PLAIN.has(vote.language) ? vote.language : undefined
}

/** The language whose own letters are a fiftieth of the text's: trigrams take a few lines of Czech for Slovene. */
function byLetters(text: string, letters: number): string | undefined {
  return TELLING_LETTERS.find(([test]) => (text.match(test)?.length ?? 0) > letters / 50)?.[1]
}

/** One letter in so many may come with a foreign name. */
const FOREIGN = 150
/** A letter of its own that a language should have had this often in a text, and has not, rules it out. */
const MISSED = 2.5

/**
 * The languages whose alphabet has the text's letters and whose own letters the text has; those without a letter of
 * their own in it only where no other is left. Undefined where none fits.
 */
function byAlphabet(
  script: 'Cyrillic' | 'Arabic',
  text: string,
  letters: number,
): readonly string[] | undefined {
  const lower = text.toLowerCase()
  const special = [...lower].filter((char) => ALPHABET_LETTERS[script].includes(char))
  const fitting = Object.entries(ALPHABETS[script]).flatMap(([language, alphabet]) => {
    const { letters: known, own, share, never } = alphabet
    const misspelt = never === undefined ? 0 : (lower.match(never)?.length ?? 0)
    const foreign = special.filter((char) => !known.includes(char)).length + misspelt
    const hits = lower.match(own)?.length ?? 0
    const missed = hits === 0 && letters * share >= MISSED
    return foreign > letters / FOREIGN || missed ? [] : [{ language, hits }]
  })
  const telling = fitting.filter(({ hits }) => hits > letters / FOREIGN)
  const left = (telling.length > 0 ? telling : fitting).map(({ language }) => language)
  return left.length > 0 ? left : undefined
}

function byTrigrams(
  script: Detected,
  text: string,
  declared: string | undefined,
  among: readonly string[] | undefined,
): string | undefined {
  const names = DETECTED[script]
  const only = Object.keys(names).filter((name) => among === undefined || among.includes(names[name]!))
  const ranked = francAll(text, { only, minLength: 3 })
  const [best] = ranked
  if (best === undefined || best[0] === 'und') return undefined
  const found = names[best[0]]!
  if (declared === 'bs' && (found === 'hr' || found === 'sr')) return 'bs'
  const tied = ranked.find(([name, score]) => names[name] === declared && score >= best[1] - TIE)
  return tied ? names[tied[0]]! : found
}

/** Of a line or two: function words, then letters of one language, then what the page declares if it uses the script. */
function shortLanguage(
  script: Detected,
  text: string,
  declared: string | undefined,
  among: readonly string[] | undefined,
): string {
  if (script === 'Hebrew') return 'he'
  const known = new Set(among ?? Object.values(DETECTED[script]).concat('no'))
  const vote = functionVote(text, known)
  if (vote && vote.hits >= 2 && vote.hits > vote.next) return vote.language
  const letter =
    script === 'Latin' ? TELLING_LETTERS.find(([test]) => text.search(test) >= 0)?.[1] : undefined
  if (letter !== undefined && (declared === undefined || declared === letter)) return letter
  if (declared !== undefined && known.has(declared)) return declared
  return among?.[0] ?? 'und'
}

/** Of near kin the one whose own words stand in the text most; else the tag they have in common, or the one found. */
function amongKin(
  found: string,
  script: Detected,
  text: string,
  declared: string | undefined,
  among: readonly string[] | undefined,
): string {
  const near = found === 'und' && script === 'Devanagari' ? 'hi' : found
  const kin = KIN.find(({ words, common }) => near in words || near === common)
  const told = kin === undefined || declared === 'bs' ? undefined : mostOwnWords(kin.words, text, among)
  const language = told ?? untold(found, kin, text, declared, among)
  return language === 'sr' && script === 'Latin' ? 'sr-Latn' : language
}

/** Letters of a text of which trigrams tell one Slavic language in Cyrillic from another. */
const SLAVIC = 200

/** No word tells: the tag all have in common; of a line or two in Cyrillic what the page speaks elsewhere, or else Russian. */
function untold(
  found: string,
  kin: (typeof KIN)[number] | undefined,
  text: string,
  declared: string | undefined,
  among: readonly string[] | undefined,
): string {
  if (kin?.common !== undefined && found.startsWith('n')) return kin.common
  if (kin === undefined || !('ru' in kin.words) || count(text).letters >= SLAVIC) return found
  return (
    [declared, 'ru'].find((tag) => tag !== undefined && tag in kin.words && among?.includes(tag)) ?? found
  )
}

function mostOwnWords(
  words: Readonly<Record<string, string>>,
  text: string,
  among: readonly string[] | undefined,
): string | undefined {
  const found = text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []
  const counts = Object.entries(words)
    .filter(([language]) => among === undefined || among.includes(language))
    .map(([language, list]) => {
      const own = new Set(list.split(' '))
      return [language, found.filter((word) => own.has(word)).length] as const
    })
  const [first, second] = counts.sort((a, b) => b[1] - a[1])
  return first !== undefined && first[1] > (second?.[1] ?? 0) ? first[0] : undefined
}

const SINGLE_TESTS = SINGLE.map(
  ([script, language]) => [new RegExp(`\\p{Script=${script}}`, 'u'), language] as const,
)

/** Language of a text in a script of its own, by its first letter outside the common ones. */
function languageOfScript(text: string): string {
  const sample = text.slice(0, 200)
  let best = 'und'
  let first = sample.length
  for (const [test, language] of SINGLE_TESTS) {
    const at = sample.search(test)
    if (at >= 0 && at < first) [best, first] = [language, at]
  }
  return best
}

/** Chinese with its script where the text tells. */
function chinese(texts: readonly { readonly text: string }[]): string {
  const script = hanScriptOf(chunksOf(texts.map(({ text }) => text)).join('\n'))
  return script === undefined ? 'zh' : `zh-${script}`
}

/** Frequent characters that were simplified, and as they were before, in the same order. */
const SIMPLIFIED =
  /[这为国们时会来对发经说学动过还个东车书长门问间见现话语让认识记设该请谁谈报场开关头实业产务员单双变听点总统级约线组织结给维网罗写农军华协历厂压县号处备]/g
const TRADITIONAL =
  /[這為國們時會來對發經說學動過還個東車書長門問間見現話語讓認識記設該請誰談報場開關頭實業產務員單雙變聽點總統級約線組織結給維網羅寫農軍華協歷廠壓縣號處備]/g

/** Traditional or simplified, by characters that only one of them writes; undefined where none stands, or both do alike. */
export function hanScriptOf(text: string): 'Hans' | 'Hant' | undefined {
  const sample = text.slice(0, 4_000)
  const simplified = sample.match(SIMPLIFIED)?.length ?? 0
  const traditional = sample.match(TRADITIONAL)?.length ?? 0
  if (simplified > traditional * 3) return 'Hans'
  return traditional > simplified * 3 ? 'Hant' : undefined
}

/** Writing direction of a BCP 47 tag; a script subtag (`az-Arab`) decides over the language. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  const [base = '', ...rest] = language.toLowerCase().split('-')
  const script = rest.find((subtag) => subtag.length === 4 && /^[a-z]+$/.test(subtag))
  if (script !== undefined) return RIGHT_TO_LEFT_SCRIPTS.has(script) ? 'rtl' : 'ltr'
  return RIGHT_TO_LEFT.has(base) ? 'rtl' : 'ltr'
}

/** How the words of a text vote for languages by their function words. */
interface FunctionVote {
  readonly language: string
  /** Share of the words that are function words of this language. */
  readonly share: number
  /** Function words found, and what the next language has of them. */
  readonly hits: number
  readonly next: number
}

const VOTE_SAMPLE = 2_000
/** A longer run of letters counts as several words: scripts without spaces have such. */
const LONGEST = 30

/** Votes of at most the first 2,000 characters; undefined where no function word of any of the languages stands. */
function functionVote(text: string, among?: ReadonlySet<string>): FunctionVote | undefined {
  const lower = text.slice(0, VOTE_SAMPLE).toLowerCase()
  const hits = new Uint16Array(FUNCTION_LANGUAGES.length)
  let words = 0
  for (let at = 0; at < lower.length; ) {
    let hash = WORD_HASH
    let letters = 0
    while (letters < LONGEST) {
      const size = letterAt(lower, at)
      if (size === 0) break
      hash = hashOn(hash, lower.charCodeAt(at))
      at += size
      letters++
    }
    if (letters === 0) {
      at++
      continue
    }
    words++
    countFunctionWord(hash, hits)
  }
  return mostHits(hits, words, among)
}

/** Units of the letter or mark that stands here, 0 where none does. */
function letterAt(text: string, at: number): number {
  if (at >= text.length) return 0
  const unit = text.charCodeAt(at)
  if (unit >= 0xd800 && unit <= 0xdbff) return ASTRAL.test(text.slice(at, at + 2)) ? 2 : 0
  return isLetterOrMark(unit) ? 1 : 0
}
const ASTRAL = /^[\p{L}\p{M}]/u

function mostHits(
  hits: Uint16Array,
  words: number,
  among: ReadonlySet<string> | undefined,
): FunctionVote | undefined {
  let [best, most, next] = [0, 0, 0]
  for (let i = 0; i < hits.length; i++) {
    const own = among === undefined || among.has(FUNCTION_LANGUAGES[i]!) ? hits[i]! : 0
    if (own > most) [best, most, next] = [i, own, most]
    else if (own > next) next = own
  }
  if (most === 0) return undefined
  return { language: FUNCTION_LANGUAGES[best]!, share: most / words, hits: most, next }
}
