/** A number, a word or one other character of a line that may hold a date. */
export interface Token {
  readonly type: 'number' | 'word' | 'mark'
  /** Lower case; digits of every script as ASCII, full-width forms as half-width. */
  readonly text: string
  /** Of a number; 0 otherwise. */
  readonly value: number
  /** Place in the line, UTF-16 units, end exclusive. */
  readonly from: number
  readonly to: number
  /** White space stands before it. */
  readonly gap: boolean
}

/** First digits of the decimal digit rows that news is printed in: Arabic-Indic, Persian, Devanagari, Bengali, Thai, full-width. */
const DIGIT_ROWS = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xff10]

/** One character of a line, folded; always one UTF-16 unit, so that places stay true. */
function foldUnit(unit: number): string {
  if (unit < 0x80) return String.fromCharCode(unit).toLowerCase()
  for (const row of DIGIT_ROWS)
    if (unit >= row && unit <= row + 9) return String.fromCharCode(0x30 + unit - row)
  if (unit >= 0xff01 && unit <= 0xff5e) return String.fromCharCode(unit - 0xfee0).toLowerCase()
  if (unit === 0x3000 || unit === 0xa0 || unit === 0x202f || unit === 0x2009) return ' '
  if (unit === 0x2010 || unit === 0x2011) return '-'
  const char = String.fromCharCode(unit)
  const lower = char.toLowerCase()
  return lower.length === 1 ? lower : char === 'İ' ? 'i' : char
}

const ASCII = /^[\0-\x7f]*$/

/** Folds a line character by character; the result is as long as the line. */
export function foldLine(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase()
  let out = ''
  for (let i = 0; i < text.length; i++) out += foldUnit(text.charCodeAt(i))
  return out
}

const isHan = (char: string): boolean =>
  char >= '\u3005' && (char <= '\u3007' ? char !== '\u3006' : char >= '\u3400' && char <= '\u9fff')
const isThai = (char: string | undefined): boolean =>
  char !== undefined && char >= '\u0e00' && char <= '\u0e7f'
const LETTER = /[\p{L}\p{M}]/u

/**
 * Cuts a folded line into tokens; `text` is the line as printed, for a capital behind a small letter opens a word that lost
 * its space (`Ann LeeJune 12`). A Han character is a word of its own; dots stay inside Thai abbreviations.
 */
export function tokenize(line: string, text: string = line): Token[] {
  const tokens: Token[] = []
  let gap = false
  for (let from = 0; from < line.length; ) {
    const char = line[from]!
    if (char === ' ' || char === '\n' || char === '\t') {
      gap = true
      from++
      continue
    }
    const type = isDigit(char) ? 'number' : isLetter(char) ? 'word' : 'mark'
    const to =
      type === 'number' ? endOfNumber(line, from) : type === 'word' ? endOfWord(line, from, text) : from + 1
    const folded = line.slice(from, to)
    tokens.push({ type, text: folded, value: type === 'number' ? Number(folded) : 0, from, to, gap })
    gap = false
    from = to
  }
  return tokens
}

function isDigit(char: string): boolean {
  return char >= '0' && char <= '9'
}

function isLetter(char: string): boolean {
  return (char >= 'a' && char <= 'z') || (char > '\x7f' && LETTER.test(char))
}

function endOfNumber(line: string, from: number): number {
  let to = from + 1
  while (to < line.length && isDigit(line[to]!)) to++
  return to
}

const SMALL = /\p{Ll}/u
const CAPITAL = /\p{Lu}/u

function endOfWord(line: string, from: number, text: string): number {
  if (isHan(line[from]!)) return from + 1
  const thai = isThai(line[from])
  let to = from + 1
  for (; to < line.length; to++) {
    const char = line[to]!
    if (thai && char === '.' && isThai(line[to + 1])) continue
    if (!isLetter(char) || isHan(char)) break
    if (text[to] !== char && CAPITAL.test(text[to]!) && SMALL.test(text[to - 1]!)) break
  }
  return to
}
