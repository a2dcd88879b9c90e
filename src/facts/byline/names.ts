import {
  BYLINE_BUTTONS,
  NAME_JOINERS,
  NAME_PARTICLES,
  ROLE_QUALIFIERS,
  ROLE_WORDS,
} from '../../words/byline.ts'
import { CUE_WORDS } from '../../words/date-cues.ts'
import { MONTHS } from '../../words/months.ts'
import {
  AGENCIES,
  OUTLET_ENDS,
  OUTLET_WORDS,
  PINYIN,
  PINYIN_ENDS,
  TWO_WORD_PLACES,
} from '../../words/outlets.ts'
import { CHINESE, chineseNames } from './chinese.ts'

/** Names and outlets read from the words after "by" or a label. */
export interface People {
  readonly names: readonly string[]
  readonly outlets: readonly string[]
  /** Characters that are no name, outlet or role. */
  readonly unexplained: number
}

const CASED = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Georgian}]/u
const WORD_SHAPE = /^[\p{L}\p{M}][\p{L}\p{M}'’ʼ‘.\-‐·]*$/u
const CONTACT = /\S*@\S*|\bhttps?:\S+|\bwww\.\S+|\[email[^\]]*\]/gu
const BRACKETED = /\([^()]{0,80}\)|（[^（）]{0,80}）|\[[^[\]]{0,80}\]/gu

/** A part that begins in lower case is prose rather than a place. */
const PROSE = 3

function words(text: string): string[] {
  return text.split(' ').filter((word) => word !== '')
}

/** What somebody else did to the text or beside it (`Ann Lee, translated by Max Weis`). */
const OTHER_WORK =
  /^\s*(?:fot|zdj|phot)\.\s?[a-z\u00c0-\u052f]|^\s*(?:(?:with|mit|avec|con|com|met|med)\s)?(?:translat(?:ed|ion)|editing|edited|illustrat(?:ed|ions?)|photo(?:s|graph(?:s|ed|y))?|graphics|video|produced|übersetzt|fotos?|traduit|traducid[oa]|tradotto|vertaald)\s(?:by|von|vom|par|por|da|di|de|av|af|door)\s/i

/** Every name in a list such as `Ann Lee, Bob Ray and Cem Ak`; roles, places, mail addresses and buttons fall away. */
export function readPeople(value: string): People {
  const text = value
    .slice(0, 200)
    .replace(CONTACT, ' ')
    .replace(BRACKETED, ' ')
    .replace(/(\p{Ll})(?=\d)/gu, '$1 ')
  if (CHINESE.test(text)) return { names: chineseNames(text), outlets: [], unexplained: 0 }
  const names: string[] = []
  const outlets: string[] = []
  const parts = text.split(/[,;،、，；&＆/／+]|\.\s(?=photo|foto|edit)/i)
  let unexplained = 0
  parts.forEach((part, i) => {
    if (OTHER_WORK.test(part)) return
    const list = words(part)
    const found = groups(list, i > 0)
    if (found.length === 0 && !list.some((word) => ROLE_WORDS.has(bare(word))))
      unexplained += part.length * (/^\s*\p{Ll}/u.test(part) ? PROSE : 1)
    for (const group of found) {
      if (isOutlet(group)) outlets.push(group)
      else if ((i === 0 || group.includes(' ')) && !names.includes(group)) names.push(group)
    }
  })
  return { names, outlets, unexplained }
}

/** Cuts one part of a list at its "and"s and cleans the pieces; a later part that names a role is a description. */
function groups(list: readonly string[], later: boolean): string[] {
  const lower = list.map(bare)
  if (later && lower.some((word) => ROLE_WORDS.has(word))) return []
  const out: string[] = []
  let start = 0
  for (let i = 0; i <= list.length; i++) {
    if (i < list.length && !joins(lower, start, i)) continue
    const name = cleanName(list.slice(start, i))
    if (name !== undefined) out.push(name)
    start = i + 1
  }
  return out
}

/** `y` joins two names where each side could be one alone; in `Ortega y Gasset` it is part of the name. */
function joins(lower: readonly string[], start: number, at: number): boolean {
  const word = lower[at]!
  if (!NAME_JOINERS.has(word)) return false
  if (at === 0 || !NAME_PARTICLES.has(word)) return true
  return at - start >= 2 && lower.length - at > 2
}

function bare(word: string): string {
  return word.toLowerCase().replace(/[.,:]+$/u, '')
}

/** One name out of the words where it should stand: what follows it (role, "for ...", button) is cut; undefined for no name. */
function cleanName(list: readonly string[]): string | undefined {
  let end = list.findIndex((word, i) => i > 0 && ends(word, i, list))
  if (end < 0) end = list.length
  if (end < list.length && ROLE_WORDS.has(bare(list[end]!)))
    while (end > 2 && ROLE_QUALIFIERS.has(bare(list[end - 1]!))) end--
  const name = list.slice(0, end)
  // `By Our Correspondent` names nobody
  if (end < list.length && name.every((word) => /^(?:our|the|a|an|own|special)$/i.test(word)))
    return undefined
  const text = name.join(' ').replace(/[.:\-–—]+$/u, '')
  if (name.length < list.length && (list.length - name.length > 6 || isProse(list[end]!))) return undefined
  return isName(text) ? text : undefined
}

/** Words that may follow a name in a byline: `John Smith in Oslo`, `Ann Lee for The Daily`, `Ann Lee on 3 May`. */
const AFTER_NAME = new Set(
  'for in on at from with für in aus pour à para en per a i в από di da van til för på | -'.split(' '),
)

/** A lower-case word after a name that is no role, button or link word makes it a sentence. */
function isProse(word: string): boolean {
  const low = bare(word)
  if (/\d/.test(low) || !CASED.test(word) || word !== word.toLowerCase()) return false
  return !AFTER_NAME.has(low) && !BYLINE_BUTTONS.has(low) && !ROLE_WORDS.has(low) && !ROLE_QUALIFIERS.has(low)
}

function ends(word: string, at: number, list: readonly string[]): boolean {
  const low = bare(word)
  if (low === 'for' || /\d/.test(low) || BYLINE_BUTTONS.has(low) || ROLE_WORDS.has(low)) return true
  if (NAME_PARTICLES.has(low)) return at === list.length - 1
  return CASED.test(word) && word === word.toLowerCase()
}

/** Looks like a person's name: one to five words, each capitalised where the script has capitals, no outlet, role or place. */
export function isName(text: string): boolean {
  if (text.length < 2 || text.length > 50) return false
  const list = words(text)
  if (list.length > 6 || TWO_WORD_PLACES.has(text.toLowerCase())) return false
  if (list.some((word) => ROLE_WORDS.has(bare(word)) || !WORD_SHAPE.test(word))) return false
  // a label such as `Update` or `نشر في`, and a month by itself, go with a date that was cut out
  if (list.some((word) => CUE_WORDS.has(bare(word))) || list.every((word) => MONTHS.has(bare(word))))
    return false
  if (!CASED.test(text)) return list.length <= 5 && text.length <= 32
  return list.every(
    (word, i) => startsUpper(word) || (NAME_PARTICLES.has(word.toLowerCase()) && (i > 0 || list.length > 1)),
  )
}

function startsUpper(word: string): boolean {
  const first = word.startsWith("d'") || word.startsWith('d’') ? (word[2] ?? '') : word[0]!
  return first !== first.toLowerCase() || !CASED.test(word)
}

/** Names an outlet: an agency, a word for a kind of paper or station, or pinyin that ends in one. */
export function isOutlet(text: string): boolean {
  if (text.length > 60) return false
  const list = text
    .toLowerCase()
    .replaceAll("'s", '')
    .split(/[\s-]+/u)
  if (AGENCIES.has(text.toLowerCase()) || OUTLET_ENDS.test(text)) return true
  if (
    list.length <= 6 &&
    (list.some((word) => OUTLET_WORDS.has(word)) || /\.(?:com|net|org|cn|de|fr|uk)$/u.test(text))
  )
    return true
  return list.length >= 3 && PINYIN_ENDS.has(list.at(-1)!) && list.every((word) => PINYIN.test(word))
}
