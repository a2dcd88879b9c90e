import { isDigit, isWhite, isWide } from './characters.ts'
import type { Line } from './lines.ts'

/** The mark an item begins with. */
export interface Marker {
  /** As printed: `•`, `-`, `3.`. */
  readonly sign: string
  readonly ordinal?: number
  /** Offset of the item's text in the line. */
  readonly skip: number
  /** Column of the item's text. */
  readonly column: number
}

/** Signs that are bullets even without a space behind them. */
const SURE = '•◦▪▫‣⁃'
/** Signs that are bullets with a space behind them. */
const SPACED = '*●○■□◆◇►▶➢➤❖✓✔'
/** Signs that are bullets only in company, or where the line is indented: they also open dialogue and asides. */
const COMPANY = '-–+·'
/** Bullets of deep lists in one text browser; letters and signs that mean nothing without the indent. */
const DEEP = 'o#@='
const DEEP_INDENT = 12
/** Lines looked at for a companion. */
const REACH = 8

type Strength = 'sure' | 'company'
interface Candidate extends Marker {
  readonly strength: Strength
}

/** The markers of all lines, by index; those that need company and have none are left out. */
export function findMarkers(lines: readonly Line[], markdown: boolean): (Marker | undefined)[] {
  const found: (Candidate | undefined)[] = new Array(lines.length)
  let any = false
  for (let at = 0; at < lines.length; at++) {
    const marker = markerOf(lines[at]!)
    if (marker === undefined) continue
    found[at] = marker
    any = true
  }
  if (any)
    for (let at = 0; at < lines.length; at++)
      if (!isConfirmed(lines, found, at, markdown)) found[at] = undefined
  return found
}

function markerOf(line: Line): Candidate | undefined {
  const { raw } = line
  const code = raw.charCodeAt(0)
  if ((code >= 65 && code <= 90) || (code >= 97 && code <= 122 && code !== 111)) return undefined
  if (isDigit(code) || code === 40) return ordinalOf(line)
  if (isWide(code)) return undefined
  const sign = raw[0]!
  const spaced = isWhite(raw.charCodeAt(1))
  if (SURE.includes(sign)) return marker(line, sign, 'sure')
  if (sign === '·' && isWide(raw.charCodeAt(1))) return marker(line, sign, 'company')
  if (!spaced) return undefined
  if (SPACED.includes(sign)) return marker(line, sign, 'sure')
  if (COMPANY.includes(sign)) return marker(line, sign, line.indent >= 2 && sign !== '–' ? 'sure' : 'company')
  return DEEP.includes(sign) && line.indent >= DEEP_INDENT ? marker(line, sign, 'sure') : undefined
}

/** `12.`, `12)`, `(12)`: needs its neighbour in the count. */
function ordinalOf(line: Line): Candidate | undefined {
  const { raw } = line
  const open = raw.charCodeAt(0) === 40 ? 1 : 0
  let at = open
  while (at < open + 4 && isDigit(raw.charCodeAt(at))) at++
  if (at === open || at > open + 3) return undefined
  const end = raw.charCodeAt(at)
  if (end !== 41 && (open === 1 || end !== 46)) return undefined
  if (!isWhite(raw.charCodeAt(at + 1))) return undefined
  return marker(line, raw.slice(0, at + 1), 'company', Number(raw.slice(open, at)))
}

function marker(line: Line, sign: string, strength: Strength, ordinal?: number): Candidate {
  let skip = sign.length
  let column = line.indent + sign.length
  for (; skip < line.raw.length && isWhite(line.raw.charCodeAt(skip)); skip++)
    column += line.raw.charCodeAt(skip) === 0x3000 ? 2 : 1
  return { sign, skip, column, strength, ...(ordinal === undefined ? {} : { ordinal }) }
}

/** Called from the top down, so markers above `at` that are still there are confirmed. */
function isConfirmed(
  lines: readonly Line[],
  found: readonly (Candidate | undefined)[],
  at: number,
  markdown: boolean,
): boolean {
  const own = found[at]
  if (own === undefined || own.strength === 'sure') return true
  // Dashes with blank lines between them open speech, unless the dump is known to mark its lists.
  const loose = markdown || (own.sign !== '-' && own.sign !== '–')
  if (hasCompanion(lines, found, at, -1, loose)) return true
  return (own.ordinal === undefined || own.ordinal <= 1) && hasCompanion(lines, found, at, 1, loose)
}

/** Another item of the same list, with nothing between but lines set further in. */
function hasCompanion(
  lines: readonly Line[],
  found: readonly (Candidate | undefined)[],
  at: number,
  step: 1 | -1,
  loose: boolean,
): boolean {
  const own = found[at]!
  const { indent } = lines[at]!
  for (let other = at + step; Math.abs(other - at) <= REACH; other += step) {
    const line = lines[other]
    if (line === undefined || line.indent < indent - 1) return false
    if (!loose && lines[step > 0 ? other : other + 1]!.gap > 0) return false
    const marker = found[other]
    if (marker && Math.abs(line.indent - indent) <= 1) return isSibling(own, marker, step)
    if (line.indent <= indent) return false
  }
  return false
}

function isSibling(own: Candidate, other: Candidate, step: 1 | -1): boolean {
  if (own.ordinal === undefined) return other.sign === own.sign
  return other.ordinal === own.ordinal + step && other.sign.at(-1) === own.sign.at(-1)
}
