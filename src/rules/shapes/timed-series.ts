import { characterClass, DIGIT, IDEOGRAPH, LETTER, WORD } from '../../core/character.ts'
import type { Facts } from '../../core/facts.ts'
import type { View } from '../../core/rule.ts'
import { AGO, DATE_CHARACTERS, DATE_WORDS } from '../../words/date-cues.ts'

/** Most blocks from one time to the next in a series. */
const STRIDE = 4
/** The same for times counted from now, which stand over comments. */
const STRIDE_AGO = 8
/** Fewer times are no series. */
const FEWEST = 3

export interface TimedSeries {
  readonly from: number
  readonly to: number
  readonly times: number
}

/** Stretches in which titles or summaries alternate with dates and times, as lists of other pages do. */
export function timedSeries({ blocks, facts }: Pick<View, 'blocks' | 'facts'>): readonly TimedSeries[] {
  const groups: number[][] = []
  let counting = false
  for (const { at, text, kind, layout } of blocks) {
    const fact = facts[at]!
    // a column of lengths or years in a dump is a table's
    if (fact.digits === 0 || fact.chars > 48 || (kind === 'cell' && layout !== undefined)) continue
    if (!isTimeLine(text, fact)) continue
    const open = groups.at(-1)
    const counted = AGO.test(text)
    // the day over a story is far from the first comment below it
    const stride = counted && (counting || layout === undefined) ? STRIDE_AGO : STRIDE
    counting = counted
    if (open !== undefined && at - open.at(-1)! <= stride) open.push(at)
    else groups.push([at])
  }
  return groups.filter((times) => times.length >= FEWEST).map(reach)
}

/** A series takes what stands above its first time at the stride of the others. */
function reach(times: readonly number[]): TimedSeries {
  const first = times[0]!
  const stride = times[1]! - first
  return { from: Math.max(0, first - stride + 1), to: times.at(-1)!, times: times.length }
}

/**
 * The last block of the entries right below a heading of a dump, each a line and its date or time, in either order, with a
 * summary perhaps; the heading itself where fewer than two follow.
 */
export function entriesBelow({ blocks, facts }: Pick<View, 'blocks' | 'facts'>, heading: number): number {
  const timed = (at: number) => at < blocks.length && isTimeLine(blocks[at]!.text, facts[at]!)
  const isSummary = (at: number) => at < blocks.length && facts[at]!.endsSentence && !timed(at)
  let [last, count] = [heading, 0]
  let summed = false
  for (let at = heading + 1; at + 1 < blocks.length; count++) {
    const step = timed(at) || timed(at + 1) ? 2 : isSummary(at + 1) && timed(at + 2) ? 3 : 0
    if (step === 0 || facts[timed(at) ? at + 1 : at]!.endsSentence) break
    at += step
    // the entry before this one tells whether what follows is its summary or the story
    if (isSummary(at) && (count === 0 || summed)) {
      summed = true
      at++
    } else if (summed) break
    last = at - 1
  }
  return count < 2 ? heading : last
}

const WORDS: ReadonlySet<string> = new Set(Object.values(DATE_WORDS).join('|').split('|'))
const LONGEST = 48
const CLOCK = /\d{1,4}[-./]\d{1,2}[-./]\d{1,4}|\d{1,2}:\d{2}/
const CURRENCY = /[$€£¥₹₽%]/

/** True when the line is nothing but a date, a time or a span such as "3 hours ago". */
export function isTimeLine(text: string, fact: Facts): boolean {
  if (fact.digits === 0 || fact.chars > LONGEST || fact.chars < 3) return false
  // a span of subtitles stands over speech
  if (fact.letters === 0) return CLOCK.test(text) && !CURRENCY.test(text) && !text.includes('-->')
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
