import type { Block } from '../core/block.ts'
import type { Facts } from '../core/facts.ts'
import { BY_WORDS } from '../words/byline.ts'
import { parseBreadcrumb } from './byline/breadcrumb.ts'
import { type BylineReading, parseByline } from './byline.ts'

/** What a short line says, when it is one of those that carry an article's metadata. */
export interface LineReading extends Partial<BylineReading> {
  readonly breadcrumb?: readonly string[]
}

/** Characters of the longest such line, white space not counted. */
const LONGEST = 200
const FIRST_WORDS = new Set(BY_WORDS.map((by) => by.split(' ')[0]!))
const MARKS = /[:：=＝|｜丨>›»＞／]|\s\/\s|文[/・]/u
const ROLES = /记者|記者|作者|编辑|編輯|责编|来源|來源|撰文|기자|특파원|위원/u

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
  const breadcrumb = parseBreadcrumb(text)
  return breadcrumb ? { breadcrumb } : parseByline(text)
}

/** Cheap signs first: a year's digits, a label's colon, a word that opens a byline. */
function mayTell(block: Block, fact: Facts): boolean {
  if (fact.chars > LONGEST || fact.chars < 4 || block.kind === 'code') return false
  if (fact.endsSentence && fact.mass > 160 && fact.digits === 0) return false
  if (fact.digits >= 4) return true
  const { text } = block
  if (MARKS.test(text)) return true
  if (ROLES.test(text)) return true
  const space = text.indexOf(' ')
  return space > 0 && space < 14 && FIRST_WORDS.has(text.slice(0, space).toLowerCase())
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
