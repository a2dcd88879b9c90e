import type { Block } from '../core/block.ts'
import type { Facts } from '../core/facts.ts'
import { parseBreadcrumb } from './byline/breadcrumb.ts'
import { type BylineReading, parseByline } from './byline.ts'

/** What a short line says, when it is one of those that carry an article's metadata. */
export interface LineReading extends Partial<BylineReading> {
  readonly breadcrumb?: readonly string[]
}

/** Characters of the longest such line, white space not counted. */
const LONGEST = 200
const TRAIL = /[>›»＞→▸▶❯／|·•\\]|\s[/–-]\s|::/u

const readings = new WeakMap<Block, LineReading | typeof NOTHING>()
const NOTHING = Symbol('nothing')

/**
 * Reads a block as a byline, source, editor or date line or as a breadcrumb; undefined for everything else. A block
 * never changes, so its reading is kept: several rules ask for it.
 */
export function readLine(block: Block, fact: Facts): LineReading | undefined {
  if (!mayTell(block, fact)) return undefined
  let reading = readings.get(block)
  if (reading === undefined) {
    reading = read(block.text) ?? NOTHING
    readings.set(block, reading)
  }
  return reading === NOTHING ? undefined : reading
}

function read(text: string): LineReading | undefined {
  const breadcrumb = TRAIL.test(text) ? parseBreadcrumb(text) : undefined
  return breadcrumb ? { breadcrumb } : parseByline(text)
}

/** Long sentences are text whatever they mention. */
function mayTell(block: Block, fact: Facts): boolean {
  if (fact.chars > LONGEST || fact.chars < 4 || block.kind === 'code') return false
  return !(fact.endsSentence && fact.mass > 160 && fact.digits < 4)
}

/** The line says when: dates, and nothing it leaves unexplained but a word or two. */
export function isDateLine(reading: LineReading): boolean {
  if (reading.dates === undefined || reading.dates.length === 0) return false
  return (reading.rest ?? []).join(' ').length <= 25
}

/** The line says who or where from. */
export function hasCredits(reading: LineReading): boolean {
  return (
    (reading.authors?.length ?? 0) > 0 || reading.source !== undefined || (reading.editors?.length ?? 0) > 0
  )
}
