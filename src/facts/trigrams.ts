import { data } from 'franc/data.js'
import { expressions } from 'franc/expressions.js'
import { DETECTED } from '../words/languages.ts'

/** How like a text is to a language, 1 for the likest of those asked about. */
export interface Likeness {
  /** ISO 639-3. */
  readonly language: string
  readonly score: number
}

/** Characters of a text that are read. */
const SEEN = 2_048
/** What a trigram costs that a language has not among its commonest. */
const ABSENT = 300

/** The commonest trigrams of the languages of a script. */
interface Model {
  readonly languages: readonly string[]
  /** By trigram, in pairs: the place of a language in the list, and the trigram's rank in it. */
  readonly ranks: ReadonlyMap<string, readonly number[]>
}

/**
 * Compares a text with languages by the trigrams of franc (Cavnar and Trenkle's out-of-place measure on the Universal
 * Declaration of Human Rights), and to the same answer; all languages at once, each trigram looked up one time. Empty
 * where most of the text is in a script none of the languages is written in. The first of the likest comes first.
 */
export function likenesses(text: string, script: string, names: readonly string[]): readonly Likeness[] {
  const seen = text.slice(0, SEEN)
  const main = mainScript(seen, script)
  if (main === undefined || !(main in data)) return []
  const { languages, ranks } = modelOf(main)
  const counts = trigramsOf(seen)
  const distances = new Float64Array(languages.length).fill(counts.size * ABSENT)
  for (const [trigram, count] of counts) {
    const own = ranks.get(trigram)
    if (own === undefined) continue
    for (let i = 0; i < own.length; i += 2) distances[own[i]!]! -= ABSENT - Math.abs(count - own[i + 1]! - 1)
  }
  const asked = languages
    .map((language, i) => ({ language, distance: distances[i]! }))
    .filter(({ language }) => names.includes(language))
  const least = Math.min(...asked.map(({ distance }) => distance))
  const most = seen.length * ABSENT - least
  return asked
    .map(({ language, distance }) => ({ language, score: 1 - (distance - least) / most || 0 }))
    .sort((a, b) => b.score - a.score)
}

/** The script of most characters, as franc counts them; most texts are in the one expected. */
function mainScript(text: string, expected: string): string | undefined {
  if (occurrences(text, expressions[expected]!) * 2 > text.length) return expected
  let best: string | undefined
  let most = 0
  for (const [script, expression] of Object.entries(expressions)) {
    const count = occurrences(text, expression)
    if (count > most) [best, most] = [script, count]
  }
  return best
}

function occurrences(text: string, expression: RegExp): number {
  return text.match(expression)?.length ?? 0
}

// Laid out when a text of the script is first met: most runs meet one or two.
const models = new Map<string, Model>()
const WANTED = new Set(Object.values(DETECTED).flatMap((names) => Object.keys(names)))

function modelOf(script: string): Model {
  let model = models.get(script)
  if (model === undefined) {
    const languages = Object.keys(data[script]!).filter((language) => WANTED.has(language))
    const ranks = new Map<string, number[]>()
    languages.forEach((language, place) => {
      data[script]![language]!.split('|').forEach((trigram, rank) => {
        const own = ranks.get(trigram)
        if (own === undefined) ranks.set(trigram, [place, rank])
        else own.push(place, rank)
      })
    })
    model = { languages, ranks }
    models.set(script, model)
  }
  return model
}

/** Trigrams of the text without digits and ASCII punctuation, with how often each stands there. */
function trigramsOf(text: string): ReadonlyMap<string, number> {
  const plain = ` ${text
    .replace(/[\u0021-\u0040\s]+/g, ' ')
    .trim()
    .toLowerCase()} `
  const counts = new Map<string, number>()
  for (let at = 0; at + 3 <= plain.length; at++) {
    const trigram = plain.slice(at, at + 3)
    counts.set(trigram, (counts.get(trigram) ?? 0) + 1)
  }
  return counts
}
