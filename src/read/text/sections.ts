import { isDigit, isUpper, isWide } from './characters.ts'
import type { Draft, Section } from './draft.ts'
import { isStop } from './sentences.ts'

/** Fewest lines of a list of quantities, and of a stanza; one beside another may be shorter. */
const LIST = 3
const STANZA = { alone: 4, beside: 2 }
/** Characters of a line of verse. */
const VERSE = { least: 6, most: 64 }
/** Share of the lines of a stanza that end with a sign, and with one inside a sentence: prose and menus have fewer. */
const SIGNED = { any: 0.5, inside: 0.25 }
const INSIDE = /[,;:—，；：、]$/
const ANY = /[\p{P}]$/u
/** A quantity before what is measured; a clock, a day or a rank is none. */
const QUANTITY = /^(?:\d{1,4}(?:[.,/]\d{1,3})?|[½¼¾⅓⅔⅛])(?:\s?[½¼¾⅓⅔⅛])?\s?\p{L}/u
const LONGEST_ITEM = 60

/**
 * Finds verse and lists of quantities among the short lines that stand together between blank ones, and dialogues, and
 * tells their drafts so.
 */
export function markSections(drafts: readonly Draft[]): void {
  let verse: { section: Section; to: number } | undefined
  for (let at = 0; at < drafts.length; ) {
    const to = runEnd(drafts, at)
    if (isVerse(drafts, at, to, verse?.to === at)) {
      const section: Section = verse?.to === at ? verse.section : { kind: 'verse' }
      mark(drafts, at, to, section)
      verse = { section, to }
    } else if (to - at >= LIST) markQuantities(drafts, at, to)
    at = to
  }
  markDialogues(drafts)
}

function mark(drafts: readonly Draft[], from: number, to: number, section: Section): void {
  for (let at = from; at < to; at++) drafts[at]!.section = section
}

const isLine = (draft: Draft): boolean =>
  draft.kind === 'paragraph' && draft.cut === undefined && draft.from === draft.to

/** First draft behind the lines that stand together from `at` on. */
function runEnd(drafts: readonly Draft[], at: number): number {
  if (!isLine(drafts[at]!)) return at + 1
  let to = at + 1
  while (to < drafts.length && drafts[to]!.gap === 0 && isLine(drafts[to]!)) to++
  return to
}

function isVerse(drafts: readonly Draft[], from: number, to: number, beside: boolean): boolean {
  if (to - from < (beside ? STANZA.beside : STANZA.alone) || (from > 0 && drafts[from]!.gap === 0))
    return false
  let [any, inside] = [0, 0]
  for (let at = from; at < to; at++) {
    const { text } = drafts[at]!
    if (text.length < VERSE.least || text.length > VERSE.most) return false
    if (INSIDE.test(text)) inside++
    if (ANY.test(text)) any++
  }
  return any >= (to - from) * SIGNED.any && inside >= (to - from) * SIGNED.inside
}

/** The longest part of a run in which each line begins with a quantity. */
function markQuantities(drafts: readonly Draft[], from: number, to: number): void {
  let first = from
  for (let at = from; at <= to; at++) {
    if (at < to && isQuantity(drafts[at]!.text)) continue
    if (at - first >= LIST) mark(drafts, first, at, { kind: 'list' })
    first = at + 1
  }
}

function isQuantity(text: string): boolean {
  const code = text.charCodeAt(0)
  if (!isDigit(code) && code < 0x80) return false
  return text.length <= LONGEST_ITEM && QUANTITY.test(text) && !isStop(text.charCodeAt(text.length - 1))
}

/** Characters of the name before a turn, turns a dialogue has at least, and paragraphs of one turn at most. */
const SPEAKER = 24
const TURNS = 4
const PARAGRAPHS = 3

/** Turns that begin with the name of who speaks, or with a sign for it, each name at least twice. */
function markDialogues(drafts: readonly Draft[]): void {
  let turns: { at: number; name: string }[] = []
  for (let at = 0; at <= drafts.length; at++) {
    const name = at < drafts.length ? speakerOf(drafts[at]!) : undefined
    const last = turns.at(-1)
    const over =
      at === drafts.length || drafts[at]!.kind !== 'paragraph' || at - (last?.at ?? at) > PARAGRAPHS
    if (last !== undefined && over) {
      if (isDialogue(turns)) mark(drafts, turns[0]!.at, last.at + 1, { kind: 'dialogue' })
      turns = []
    }
    if (name !== undefined) turns.push({ at, name })
  }
}

function isDialogue(turns: readonly { readonly name: string }[]): boolean {
  if (turns.length < TURNS) return false
  const times = new Map<string, number>()
  for (const { name } of turns) times.set(name, (times.get(name) ?? 0) + 1)
  return times.size > 1 && times.size * 2 <= turns.length && [...times.values()].every((count) => count > 1)
}

function speakerOf({ kind, text, section }: Draft): string | undefined {
  if (kind !== 'paragraph' || section !== undefined) return undefined
  const code = text.charCodeAt(0)
  if (!isUpper(code) && !isWide(code)) return undefined
  const end = text.slice(0, SPEAKER).search(/[:：]/)
  if (end < 1 || end + 1 >= text.length || text.startsWith('//', end + 1)) return undefined
  const name = text.slice(0, end)
  return /[\p{N},.]/u.test(name) || name.split(' ').length > 3 ? undefined : name
}
