import type { Block } from '../../core/block.ts'
import type { Claim } from '../../core/claim.ts'
import type { Facts } from '../../core/facts.ts'
import type { LineReading } from '../../core/line-reading.ts'
import { bareNames } from '../../facts/byline.ts'
import { findDates } from '../../facts/date.ts'
import { countsBack, hasCredits, isDateLine } from '../../facts/line.ts'
import { LINE_LABELS, ROLE_WORDS } from '../../words/byline.ts'
import type { Surroundings } from './claims.ts'
import { claim, creditClaims, dateClaims, isControl, readingAt } from './claims.ts'

/** How far above the title a byline or date may stand; what is further up belongs to other stories. */
const OVER_TITLE = 4
/** Without a title, how far above the text. */
const OVER_TEXT = 10
/** A date or byline this far into the text still belongs to its head; further in only when it was not kept as text. */
const INTO = 2
const INTO_DROPPED = 12
/** Lines of a head found, after which none is looked for inside the text. */
const ENOUGH = 2

/** Bylines, dates, sources, editors between the title and the text, the trail above them, and a name alone beside them. */
export function headerClaims(around: Surroundings): Claim[] {
  const { blocks, facts, verdicts, body, to, first, title } = around
  const top = Math.max(first, title === undefined ? body - OVER_TEXT : title - OVER_TITLE)
  const claims: Claim[] = trailClaims(around)
  const read: { readonly at: number; readonly reading: LineReading }[] = []
  for (let at = top; at < Math.min(body + INTO_DROPPED, to + 1, blocks.length); at++) {
    const reading = at === title ? undefined : readingAt(around, at)
    if (reading === undefined || reading.breadcrumb !== undefined) continue
    if (!hasCredits(reading) && !isDateLine(reading) && reading.printPage === undefined) continue
    if (at >= body && facts[at]!.endsSentence) continue
    const into = at >= Math.max(body, title ?? 0) + INTO
    if (into && (read.length >= ENOUGH || (verdicts[at]?.kept !== false && !isBareDate(reading)))) continue
    read.push({ at, reading })
  }
  for (const { at, reading } of read)
    claims.push(...creditClaims(blocks[at]!, reading), ...dateClaims(blocks[at]!, reading, blocks[at - 1]))
  if (!claims.some(({ field }) => field === 'published')) claims.push(...brokenDate(around, top))
  if (!claims.some(({ field }) => field === 'author')) claims.push(...underHeading(around, top, body + INTO))
  if (!claims.some(({ field }) => field === 'author')) claims.push(...bareClaims(around, read))
  return claims
}

/** A date and nothing else: no sentence of the text, even where it was kept as one. */
function isBareDate({ dates, names, rest }: LineReading): boolean {
  return dates !== undefined && dates.length > 0 && names?.length === 0 && rest?.length === 0
}

/** Lines one date may be broken over, and the longest of them. */
const PARTS = 4
const PART = 14

/** A date whose year, day and time stand on lines of their own (`2022`, `03/04`, `18:20:33`). */
function brokenDate({ blocks, body, to, first, order }: Surroundings, top: number): Claim[] {
  const isPart = (at: number) => {
    const { text } = blocks[at]!
    return text.length <= PART && /\d/.test(text) && !/\p{L}{10}/u.test(text)
  }
  for (let at = Math.max(first, top); at <= Math.min(body + 1, to); at++) {
    let end = at
    while (end < at + PARTS && end < blocks.length && isPart(end)) end++
    if (end < at + 2) continue
    const parts = blocks.slice(at, end).map(({ text }) => text)
    for (const joint of [' ', '/']) {
      const whole = [parts.slice(0, 2).join(joint), ...parts.slice(2)].join(' ')
      const [date] = findDates(whole, order && { order })
      if (date !== undefined && date.from === 0 && date.precision !== 'month')
        return [claim('published', date.iso, 'broken dateline', at)]
    }
  }
  return []
}

/** The nearest trail above the text, a claim a step. */
function trailClaims({ facts, body, first }: Surroundings): Claim[] {
  for (let at = body - 1; at >= first; at--) {
    const trail = facts[at]!.line?.breadcrumb
    if (trail !== undefined) return trail.map((step) => claim('breadcrumb', step, 'breadcrumb', at))
  }
  return []
}

/** Headings and labels on a line of their own, under which the writer's name stands. */
const WRITER =
  /^(?:(?:written|article|story|text|words|posted|reported) by|(?:the )?authors?(?:\(s\))?|about the author|contributors?|autor(?:en|in|a|es)?|auteur|über den autor|über die autorin|l['’]autore|forfatter|skribent|penulis|tác giả|об авторе|автор|记者|記者|撰文|关于作者|作者简介|作者|著者|この記事を書いた人|글쓴이|저자)[:：]?$/i
const NAME = 40

/** The name on the line under a heading that announces the writer. */
export function underHeading({ blocks }: Surroundings, from: number, to: number): Claim[] {
  for (let at = Math.max(0, from); at < Math.min(to, blocks.length - 1); at++) {
    const next = blocks[at + 1]!
    if (blocks[at]!.text.length > NAME || !WRITER.test(blocks[at]!.text.trim()) || next.text.length > NAME)
      continue
    const names = bareNames(next.text)
    if (names.length > 0) return names.map((name) => claim('author', name, 'under label', next.at))
    if (isPenName(next.text)) return [claim('author', next.text, 'under label', next.at)]
  }
  return []
}

/** One word, or a few characters of a script without spaces, that is no label of another field. */
function isPenName(text: string): boolean {
  return /^[\p{L}][\p{L}\p{M}\p{N}_.・ー-]{1,20}$/u.test(text) && !LINE_LABELS.has(text.toLowerCase())
}

/** A name on a date's line, or alone on the line above or below one, under the title. */
function bareClaims(
  around: Surroundings,
  read: readonly { readonly at: number; readonly reading: LineReading }[],
): Claim[] {
  const { blocks, facts, verdicts, body, title = headAbove(around, read[0]?.at) } = around
  const poet = overVerse(around)
  if (poet.length > 0 || title === undefined) return poet
  const times: typeof read = [...read, ...agoLines(blocks, title, body)]
  for (const { at, reading } of times) {
    if (at <= title || reading.source !== undefined) continue
    if (!isDateLine(reading) && read.some((one) => one.at === at)) continue
    if (reading.names !== undefined && reading.names.length > 0)
      return reading.names.map((name) => claim('author', name, 'dateline', at))
    const above = at - 1 - (isAddress(blocks[at - 1]!.text) ? 1 : 0)
    const below = at + 1 + (isBetween(around, at + 1) ? 1 : 0)
    for (const near of [above, below]) {
      if (near <= title || near >= blocks.length || facts[near]!.words > 12) continue
      if (isControl(verdicts[near])) continue
      // of the text itself only a first line that is nothing but a name
      const inText = near >= body && verdicts[near]?.kept !== false
      if (inText && (near > body || bareNames(blocks[near]!.text).join() !== blocks[near]!.text)) continue
      const names = facts[near]!.key === facts[title]!.key ? [] : namesBefore(blocks[near]!.text)
      if (names.length > 0) return names.map((name) => claim('author', name, 'name-line', near))
      // a pen name is told by its second place, in the box about its bearer
      if (near < at && facts[near]!.repeats === 2 && isPenName(blocks[near]!.text))
        return [claim('author', blocks[near]!.text, 'name-line', near)]
    }
  }
  const names = withRole(around, title + 1)
  return names.length > 0 ? names : repeatedName(blocks, facts, title, body)
}

/** A name with what its bearer is, right under the title (`Ann Lee, transport correspondent`). */
function withRole({ blocks, body }: Surroundings, at: number): Claim[] {
  const text = at <= body ? (blocks[at]?.text ?? '') : ''
  const role = text.slice(text.indexOf(',') + 1).toLowerCase()
  if (!text.includes(',') || !role.split(' ').some((word) => ROLE_WORDS.has(word))) return []
  return bareNames(text).map((name) => claim('author', name, 'name-line', at))
}

/** Where none is surely the title: the line of several words above a day, or above the name over it. */
function headAbove({ blocks, facts, verdicts, first, body }: Surroundings, day = body): number | undefined {
  for (let at = day - 1; at >= Math.max(first, day - HEAD); at--) {
    const { text } = blocks[at]!
    if (isAddress(text) || bareNames(text).length > 0) continue
    return facts[at]!.words > 2 && !isControl(verdicts[at]) ? at : undefined
  }
  return undefined
}

/** Lines above a day among which the headline stands: name and address may come between. */
const HEAD = 3

/** The name alone between the title and the first line of a poem. */
function overVerse({ blocks, verdicts, body, title = body - 2 }: Surroundings): Claim[] {
  const { whole, kind, layout } = blocks[body]!
  // in a dump only verse and dialogue are paragraphs of a whole
  if (layout === undefined || kind !== 'paragraph' || whole === undefined) return []
  const at = body - 1
  if (title !== body - 2 || title < 0 || isControl(verdicts[title])) return []
  return bareNames(blocks[at]!.text).map((name) => claim('author', name, 'name-line', at))
}

const isAddress = (text: string): boolean => text.includes('@') && /^\S+@\S+\.\S+$/.test(text)

/** A count, or the name of what one must subscribe to, between the date and the name. */
function isBetween({ blocks, verdicts }: Surroundings, at: number): boolean {
  return /^[\d\s.,]+$/.test(blocks[at]?.text ?? '') || isControl(verdicts[at])
}

/** Lines under the title that tell when by the moment of reading; they hold no date, but names stand beside them too. */
function agoLines(
  blocks: readonly Block[],
  title: number,
  body: number,
): { at: number; reading: LineReading }[] {
  return blocks
    .slice(title + 1, body + INTO)
    .filter(({ text }) => countsBack(text))
    .map(({ at }) => ({ at, reading: {} }))
}

/** The names of a line, its place and agency cut off (`Elif Demir / ANKARA (DHA)`). */
function namesBefore(text: string): readonly string[] {
  const names = bareNames(text)
  const cut = text.search(/\s\/\s|\s\(/)
  return names.length > 0 || cut < 0 ? names : bareNames(text.slice(0, cut))
}

/** Lines under a title among which the author's name may stand alone. */
const UNDER = 4

/** A name alone under the title that the page says again, as a box about the author does. */
function repeatedName(
  blocks: readonly Block[],
  facts: readonly Facts[],
  title: number,
  body: number,
): Claim[] {
  for (let at = title + 1; at <= title + UNDER && at < body + INTO && at < blocks.length; at++) {
    const fact = facts[at]!
    if (fact.repeats < 2 || fact.repeats > 4 || fact.words > 5 || fact.key === facts[title]!.key) continue
    const names = bareNames(blocks[at]!.text)
    if (names.length > 0) return names.map((name) => claim('author', name, 'name-line', at))
  }
  return []
}
