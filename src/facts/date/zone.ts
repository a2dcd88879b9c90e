import { ZONES } from '../../words/zones.ts'
import type { Token } from './tokens.ts'

export interface Zone {
  readonly offset: string
  readonly end: number
}

/** `Z`, `+08:00`, `+0800`, `GMT+8`, `UTC`, `(CET)`, `Uhr MESZ`. */
export function zoneAt(tokens: readonly Token[], start: number): Zone | undefined {
  let at = start
  if (tokens[at]?.text === 'uhr' || tokens[at]?.text === 'h') at++
  const bracket = tokens[at]?.text === '('
  if (bracket) at++
  const name = tokens[at]
  if (name === undefined) return undefined
  const named = name.type === 'word' ? ZONES.get(name.text) : undefined
  const base = named === 'Z' && name.text !== 'z' ? at + 1 : at
  const numeric = named === undefined || named === 'Z' ? offsetAt(tokens, base) : undefined
  const found = numeric ?? (named === undefined ? undefined : { offset: named, end: at + 1 })
  if (found === undefined) return undefined
  return bracket && tokens[found.end]?.text === ')' ? { ...found, end: found.end + 1 } : found
}

function offsetAt(tokens: readonly Token[], at: number): Zone | undefined {
  const [sign, first, colon, minutes] = tokens.slice(at, at + 4)
  if ((sign?.text !== '+' && sign?.text !== '-') || first?.type !== 'number' || first.gap) return undefined
  const digits = first.text
  const close = !sign.gap || digits.length === 4
  if (!close) return undefined
  const split = colon?.text === ':' && minutes?.type === 'number' && minutes.text.length === 2 && !colon.gap
  const hours = Number(digits.length === 4 ? digits.slice(0, 2) : digits)
  const rest = digits.length === 4 ? Number(digits.slice(2)) : split ? minutes.value : 0
  if (digits.length > 4 || digits.length === 3 || hours > 14 || rest > 59) return undefined
  const two = (value: number): string => (value < 10 ? `0${value}` : `${value}`)
  return { offset: `${sign.text}${two(hours)}:${two(rest)}`, end: at + (split ? 4 : 2) }
}
