import type { Facts } from '../../core/facts.ts'
import { characterClass, DIGIT, IDEOGRAPH, LETTER, WORD } from '../../facts/character.ts'
import { DATE_CHARACTERS, DATE_WORDS } from '../../words/dates.ts'

const WORDS: ReadonlySet<string> = new Set(Object.values(DATE_WORDS).join('|').split('|'))
const LONGEST = 48
const CLOCK = /\d{1,4}[-./]\d{1,2}[-./]\d{1,4}|\d{1,2}:\d{2}/
const CURRENCY = /[$€£¥₹₽%]/

/** True when the line is nothing but a date, a time or a span such as "3 hours ago". */
export function isTimeLine(text: string, fact: Facts): boolean {
  if (fact.digits === 0 || fact.chars > LONGEST || fact.chars < 3) return false
  if (fact.letters === 0) return CLOCK.test(text) && !CURRENCY.test(text)
  return onlyTimeWords(text.toLowerCase())
}

function onlyTimeWords(text: string): boolean {
  let start = -1
  for (let i = 0; i <= text.length; i++) {
    const flags = i < text.length ? characterClass(text.charCodeAt(i)) : 0
    if ((flags & IDEOGRAPH) !== 0 && !DATE_CHARACTERS.has(text[i]!)) return false
    const inside = (flags & WORD) !== 0 && (flags & IDEOGRAPH) === 0
    if (inside && start < 0) start = i
    if (inside || start < 0) continue
    if (!isTimeWord(text.slice(start, i))) return false
    start = -1
  }
  return true
}

/** Numbers glued to a word (`3rd`, `5시간`) count by their letters. */
function isTimeWord(word: string): boolean {
  let letters = ''
  for (let i = 0; i < word.length; i++) {
    const flags = characterClass(word.charCodeAt(i))
    if ((flags & DIGIT) === 0) letters += word[i]
    else if ((flags & LETTER) !== 0) return false
  }
  return letters === '' || WORDS.has(letters) || [...letters].every((letter) => DATE_CHARACTERS.has(letter))
}
