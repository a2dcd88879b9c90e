import { characterClass, LETTER, WORD } from '../core/character.ts'
import type { Door } from '../core/page.ts'

/** How many pages of a site came through a door. */
export interface SitePages {
  /** A registrable host (`paper.example`), or one with the first step of a path (`paper.example/sport`). */
  readonly site: string
  /** How its pages were read: lines of HTML and of text dumps are counted apart. */
  readonly door: Door
  /** From 1. */
  readonly pages: number
}
/** A line, and on how many of those pages it stands. */
export interface SiteLine {
  /** As {@link SitePages.site}. */
  readonly site: string
  /** As {@link SitePages.door}. */
  readonly door: Door
  /** As `lineOf` writes it; anything else is brought into that form when it is read. */
  readonly line: string
  /** Pages it stands on, from 1. */
  readonly on: number
  /** Pages counted, at least as many. */
  readonly of: number
}
/** One record of a file of counts, as `dechaff sites` writes it. */
export type SiteRecord = SitePages | SiteLine

/** What a count is kept under; the line is empty where pages are counted. */
export interface CountKey {
  readonly site: string
  readonly door: Door
  readonly line: string
}

const PART = '\t'

/** A key as one string. Pages of a site and door sort before its lines. */
export const keyOf = (site: string, door: Door, line: string): string => site + PART + door + PART + line

export function readKey(key: string): CountKey {
  const first = key.indexOf(PART)
  const second = key.indexOf(PART, first + 1)
  return {
    site: key.slice(0, first),
    door: key.slice(first + 1, second) as Door,
    line: key.slice(second + 1),
  }
}

/** Counts of sites that cannot be read: the message names the file, the line and what is wrong. */
export class SitesError extends Error {
  /** Tells it from other errors. */
  override readonly name = 'SitesError'
}

/**
 * Reads one line of a file of counts; undefined where it is blank.
 *
 * @throws {SitesError} where it is no such record, with its place and what is wrong.
 */
export function readRecord(text: string, place: string): SiteRecord | undefined {
  if (text.trim() === '') return undefined
  const wrong = (why: string) => new SitesError(`${place}: ${why}`)
  let record: Partial<Record<'site' | 'door' | 'pages' | 'line' | 'on' | 'of', unknown>>
  try {
    record = JSON.parse(text)
  } catch {
    throw wrong('is not valid JSON')
  }
  if (typeof record !== 'object' || record === null) throw wrong('is no object')
  const { site, door, pages, line, on, of } = record
  if (typeof site !== 'string' || site === '' || /\s/.test(site)) throw wrong('"site" must be a host')
  if (door !== 'html' && door !== 'text') throw wrong('"door" must be "html" or "text"')
  if (line === undefined) {
    if (!isCount(pages)) throw wrong('"pages" must be a whole number from 1')
    return { site: site.toLowerCase(), door, pages }
  }
  const folded = typeof line === 'string' ? lineOf(line) : undefined
  if (folded === undefined) throw wrong('"line" must be a text with two letters at least')
  if (!isCount(on) || !isCount(of) || on > of)
    throw wrong('"on" and "of" must be whole numbers from 1, and "on" no more than "of"')
  return { site: site.toLowerCase(), door, line: folded, on, of }
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 1

/** Characters by which a line is told: two that open with as many alike are one line. */
const LONGEST = 160
/** Fewest letters; a bare number or mark stands on pages by chance. */
const FEWEST = 2

/**
 * A line as it is compared between pages: NFKC, lower case, its words parted by single spaces, the first 160
 * characters. Undefined where it has no two letters. A line in this form stays as it is.
 */
export function lineOf(text: string): string | undefined {
  // what is folded away rarely makes up half of a line
  const folded = fold(text.slice(0, 2 * LONGEST))
  let line = ''
  let letters = 0
  let start = -1
  for (let i = 0; i <= folded.length && line.length < LONGEST; i++) {
    const unit = i < folded.length ? folded.charCodeAt(i) : 0
    // the second half of a character goes with the first
    if (unit >= 0xdc00 && unit <= 0xdfff) continue
    const flags = characterClass(unit)
    if ((flags & LETTER) !== 0) letters++
    if ((flags & WORD) !== 0) {
      if (start < 0) start = i
    } else if (start >= 0) {
      const word = folded.slice(start, i)
      line = line === '' ? word : `${line} ${word}`
      start = -1
    }
  }
  return letters < FEWEST ? undefined : line.slice(0, LONGEST).replace(CUT, '')
}

const ASCII = /^[\0-\x7f]*$/
const HALF = /\p{Surrogate}/gu
/** What a cut can leave at the end: half a character, a space. */
const CUT = /[\p{Surrogate} ]$/u

/** Lower case may undo the normal form, and the normal form lower case. */
function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase()
  return text.normalize('NFKC').toLowerCase().normalize('NFKC').replace(HALF, ' ')
}
