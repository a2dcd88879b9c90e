import { isDigit, isWhite } from './characters.ts'
import type { Line } from './lines.ts'

/** Link numbers a dump must show before they are taken for such. */
const LEAST_NUMBERS = 4
/** How far the count may leap: hidden links are counted, but not printed. */
const LEAP = 5

const HEADINGS = new Set(['references', 'visible links', 'visible links:', 'hidden links', 'hidden links:'])

/** What a text browser that numbers its links left in the dump. */
export interface LinkNumbers {
  /** Index of the first line of the closing list of addresses; the number of lines where there is none. */
  readonly listFrom: number
  /** Address by number. */
  readonly hrefs: ReadonlyMap<number, string>
  /** Whether the lines above bear numbers. */
  readonly numbered: boolean
}

/** Finds the list of addresses that closes the dump, and whether the text bears its numbers. */
export function surveyLinks(lines: readonly Line[]): LinkNumbers {
  const listFrom = findList(lines)
  const hrefs = new Map<number, string>()
  for (let at = listFrom; at < lines.length; at++) {
    const { raw } = lines[at]!
    const dot = raw.indexOf('. ')
    if (dot > 0 && dot < 6) hrefs.set(Number(raw.slice(0, dot)), raw.slice(dot + 2).trim())
  }
  return { listFrom, hrefs, numbered: countsUp(lines, listFrom) }
}

function findList(lines: readonly Line[]): number {
  let from = lines.length
  for (let at = lines.length - 1; at >= 0; at--) {
    const { raw } = lines[at]!
    if (isAddress(raw)) continue
    if (!HEADINGS.has(raw.toLowerCase())) break
    if (at < lines.length - 1) from = at
  }
  return from
}

function isAddress(raw: string): boolean {
  let at = 0
  while (at < 6 && isDigit(raw.charCodeAt(at))) at++
  return at > 0 && raw.startsWith('. ', at) && !raw.trimEnd().includes(' ', at + 2) && /[:/#.]/.test(raw)
}

/** Numbers in brackets that stand directly before text and count up from one through the dump. */
function countsUp(lines: readonly Line[], to: number): boolean {
  let last = 0
  let found = 0
  let strays = 0
  for (let at = 0; at < to; at++) {
    const { raw } = lines[at]!
    for (let open = raw.indexOf('['); open >= 0; open = raw.indexOf('[', open + 1)) {
      const close = numberEnd(raw, open)
      if (close < 0) continue
      const number = Number(raw.slice(open + 1, close))
      if (number > last && number <= last + LEAP) {
        last = number
        found++
      } else strays++
    }
  }
  return found >= LEAST_NUMBERS && strays * 4 <= found && !follow(lines, to)
}

/** Citation marks follow their word; link numbers stand before theirs. */
function follow(lines: readonly Line[], to: number): boolean {
  let before = 0
  let behind = 0
  for (let at = 0; at < to; at++) {
    const { raw } = lines[at]!
    for (let open = raw.indexOf('['); open >= 0; open = raw.indexOf('[', open + 1)) {
      const close = numberEnd(raw, open)
      if (close < 0) continue
      const next = raw.charCodeAt(close + 1)
      if (close + 1 < raw.length && !isWhite(next) && (open === 0 || isWhite(raw.charCodeAt(open - 1))))
        before++
      else if (open > 0 && !isWhite(raw.charCodeAt(open - 1))) behind++
    }
  }
  return behind > before
}

/** Offset of the bracket that closes the number opened at `open`, -1 where no number stands there. */
function numberEnd(raw: string, open: number): number {
  let at = open + 1
  while (at < open + 6 && isDigit(raw.charCodeAt(at))) at++
  return at > open + 1 && raw.charCodeAt(at) === 93 ? at : -1
}

/** A text without its link numbers, and the numbers. */
export function stripNumbers(text: string): { text: string; numbers: number[]; leading: boolean } {
  const parts: string[] = []
  const numbers: number[] = []
  let from = 0
  let leading = false
  for (let open = text.indexOf('['); open >= 0; open = text.indexOf('[', open + 1)) {
    const close = numberEnd(text, open)
    if (close < 0) continue
    if (open === 0) leading = true
    numbers.push(Number(text.slice(open + 1, close)))
    parts.push(text.slice(from, open))
    from = close + 1
  }
  parts.push(text.slice(from))
  return { text: numbers.length > 0 ? parts.join('') : text, numbers, leading }
}
