import { isDigit, isLower, isWhite } from './characters.ts'

/** Ends a sentence wherever it stands: full stops of scripts that put no space after them, or use them for nothing else. */
const FULL_STOPS = new Set(Array.from('。！？｡।॥؟۔။።᙮៕꓿', (sign) => sign.charCodeAt(0)))
/** Ends a sentence where white space, or nothing, follows. */
const STOPS = new Set(Array.from('.!?…', (sign) => sign.charCodeAt(0)))
const CLOSERS = new Set(Array.from('"\'’”»›)]}）】》〉」』〕］｠', (sign) => sign.charCodeAt(0)))

/** Shortened words that take a full stop inside a sentence, lower case; common ones of Latin-script newspapers. */
const SHORTENED = new Set(
  (
    'mr mrs ms dr prof rev hon st sr jr gen col lt sgt capt cmdr gov sen rep pres no nos vol fig figs ' +
    'vs etc inc ltd co corp dept univ est approx jan feb mar apr jun jul aug sep sept oct nov dec ' +
    'bzw ca usw evtl ggf inkl nr str tel abs art bd hrsg sog vgl mme mlle mm av env sra srta ud uds pág ' +
    'dott sig ing avv dl ul al tzv tj např resp'
  ).split(' '),
)

/** Stops and closing signs taken for one sentence end; a bound that keeps every scan linear. */
const LONGEST_RUN = 12

export const isFullStop = (code: number): boolean => FULL_STOPS.has(code)
export const isStop = (code: number): boolean => FULL_STOPS.has(code) || STOPS.has(code)
export const isCloser = (code: number): boolean => CLOSERS.has(code)

/**
 * Where the sentence ends whose stop stands at `at`: the offset after the stop, its closing quotes and brackets
 * and its citation marks; -1 where this stop ends no sentence (abbreviation, initial, decimal, address).
 */
export function sentenceEnd(text: string, at: number): number {
  const code = text.charCodeAt(at)
  const full = FULL_STOPS.has(code)
  if (!full && !STOPS.has(code)) return -1
  let end = at + 1
  while (end < at + LONGEST_RUN && isStop(text.charCodeAt(end))) end++
  while (end < at + LONGEST_RUN && CLOSERS.has(text.charCodeAt(end))) end++
  end = afterCitations(text, end)
  if (full || end >= text.length) return end
  if (!isWhite(text.charCodeAt(end))) return -1
  if (code === 46 && end === at + 1 && isShortened(text, at)) return -1
  let next = end
  while (next < text.length && isWhite(text.charCodeAt(next))) next++
  return next < text.length && isLower(text.charCodeAt(next)) ? -1 : end
}

/** Skips citation marks such as `[3]` or `[1][12]`. */
export function afterCitations(text: string, from: number): number {
  let end = from
  while (text.charCodeAt(end) === 91 && isDigit(text.charCodeAt(end + 1))) {
    let close = end + 2
    while (close < end + 6 && isDigit(text.charCodeAt(close))) close++
    if (text.charCodeAt(close) !== 93) break
    end = close + 1
  }
  return end
}

function isShortened(text: string, stop: number): boolean {
  let from = stop
  while (from > 0 && stop - from < 8 && !isWhite(text.charCodeAt(from - 1))) from--
  const word = text.slice(from, stop).replace(/^["'“‘(«]/, '')
  if (word.length === 0) return false
  if (word.length === 1) return !isDigit(word.charCodeAt(0))
  return SHORTENED.has(word.toLowerCase()) || (word.includes('.') && word.length < 6)
}

/** True where the text ends like a sentence: a stop, then only closing quotes, brackets and citation marks. */
export function endsSentence(text: string): boolean {
  let at = text.length - 1
  while (at >= 0 && text.length - at < 12) {
    const code = text.charCodeAt(at)
    if (isStop(code)) return true
    if (!CLOSERS.has(code) && !isDigit(code) && code !== 91) return false
    if (isDigit(code) && text.charCodeAt(at + 1) !== 93 && !isDigit(text.charCodeAt(at + 1))) return false
    at--
  }
  return false
}

/** Offsets at which the sentences of a text end, the last one being its length; white space between belongs to neither. */
export function sentenceEnds(text: string): number[] {
  const ends: number[] = []
  for (let at = 0; at < text.length; at++) {
    const end = sentenceEnd(text, at)
    if (end < 0) continue
    ends.push(end)
    at = end - 1
  }
  if (ends.at(-1) !== text.length) ends.push(text.length)
  return ends
}
