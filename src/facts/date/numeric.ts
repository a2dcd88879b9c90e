import { checkedDay, type Day, isYear } from './calendar.ts'
import type { Token } from './tokens.ts'

/** Which of two small numbers is the day, where the page's other evidence decides. */
export type DateOrder = 'dmy' | 'mdy'

export interface DayMatch {
  readonly day: Day
  /** Index of the first token after it. */
  readonly end: number
}

const SEPARATORS = new Set(['-', '/', '.', '–', '−'])

/** `2025-06-16`, `2025/6/16`, `2025. 6. 16.`, `16.06.2025`, `06/14/2025`: three numbers with the same separator. */
export function numericDay(
  tokens: readonly Token[],
  at: number,
  order: DateOrder | undefined,
): DayMatch | undefined {
  const [a, s1, b, s2, c] = tokens.slice(at, at + 5)
  if (c === undefined || b?.type !== 'number' || c.type !== 'number') return undefined
  if (!SEPARATORS.has(s1!.text) || s1!.text !== s2!.text || !fits(tokens, at)) return undefined
  const day =
    a!.text.length === 4
      ? checkedDay(a!.value, b.value, c.text.length > 2 ? undefined : c.value)
      : dayFirst(a!, b, c, s1!.text, order)
  if (day?.day === undefined) return undefined
  const dot = a!.text.length === 4 && s1!.text === '.' && tokens[at + 5]?.text === '.'
  return { day, end: at + (dot ? 6 : 5) }
}

/** Separators stand close, or (Korean, Lithuanian) after each number with a space; no further part follows as in versions, phones and paths. */
function fits(tokens: readonly Token[], at: number): boolean {
  const inner = tokens.slice(at + 1, at + 5)
  if (inner[0]!.gap || inner[2]!.gap) return false
  if (inner[1]!.gap !== inner[3]!.gap || (inner[1]!.gap && inner[0]!.text !== '.')) return false
  const mark = inner[0]!.text
  const [next, after] = [tokens[at + 5], tokens[at + 6]]
  if (next?.text === mark && !next.gap && after !== undefined && !after.gap && after.type !== 'mark')
    return false
  const before = tokens[at - 1]
  return !(before !== undefined && !tokens[at]!.gap && (before.text === mark || before.type === 'number'))
}

function dayFirst(a: Token, b: Token, c: Token, mark: string, order: DateOrder | undefined): Day | undefined {
  if (a.text.length > 2 || b.text.length > 2) return undefined
  const year = fullYear(a, b, c, order)
  if (year === undefined) return undefined
  if (a.value === b.value || mark === '.' || order === 'dmy')
    return checkedDay(year, b.value, a.value) ?? checkedDay(year, a.value, b.value)
  if (order === 'mdy') return checkedDay(year, a.value, b.value) ?? checkedDay(year, b.value, a.value)
  if (a.value <= 12 && b.value <= 12) return undefined
  return checkedDay(year, b.value, a.value) ?? checkedDay(year, a.value, b.value)
}

/** Two digits are a year only where the order is known and every part is printed with two. */
function fullYear(a: Token, b: Token, c: Token, order: DateOrder | undefined): number | undefined {
  if (c.text.length === 4) return isYear(c.value) ? c.value : undefined
  const short = c.text.length === 2 && a.text.length === 2 && b.text.length === 2 && order !== undefined
  return short ? 2000 + c.value : undefined
}
