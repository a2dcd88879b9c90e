import type { Block } from '../../core/block.ts'
import type { Claim } from '../../core/claim.ts'
import { fold } from './fold.ts'
import type { Found } from './found.ts'
import { isBareSiteName } from './site-names.ts'
import type { Witnesses } from './witnesses.ts'

const LONGEST = 300
/** Blocks at the top of the article among which an unconfirmed heading still counts. */
const INTO = 3

/**
 * Headings that may be the article's title, likeliest first: lines read as a title, blocks judged a title, first-level
 * headings, then other headings above the text that a claim of the page repeats.
 */
export function printedTitles(seen: Witnesses): Claim[] {
  const { from, to, several } = seen.input
  const lines = seen
    .lines('title')
    .map((claim) => ({ ...claim, value: oneLine(claim, seen.blocks).replace(/\s*[¶§#]$/, '') }))
  const judged = seen.inRole('title').map((block) => asClaim(block, 'title'))
  const claims = seen.claims('title').map((claim) => fold(claim.value))
  const first = several ? from - INTO : 0
  const headings = seen.blocks
    .slice(Math.max(0, first), to + 1)
    .filter((block) => block.level !== undefined && block.text.length <= LONGEST)
  const top = headings.filter(
    (block) => block.level === 1 && (block.at <= from + INTO || isClaimed(block, claims)),
  )
  const claimed = headings.filter((block) => block.level! > 1 && isClaimed(block, claims))
  return [
    ...joined(seen),
    ...lines,
    ...judged,
    ...nearestFirst(top, from),
    ...claimed.map((block) => asClaim(block, 'h1')),
    ...firstLines(seen, claims),
  ].filter((claim) => isTitle(claim, seen))
}

/** A headline of two parts, each printed as a heading of the first level. */
function joined(seen: Witnesses): Claim[] {
  const first = new Set(seen.blocks.filter(({ level }) => level === 1).map(({ text }) => fold(text)))
  const both = seen.claims('title').find(({ value }) => {
    const parts = value.split(': ').map(fold)
    return parts.length === 2 && parts.every((part) => first.has(part))
  })
  return both ? [{ ...both, from: 'line', key: 'title' }] : []
}

/** A heading may be broken over lines; of any other block with several lines the first is the title. */
function oneLine({ value, at }: Claim, blocks: readonly Block[]): string {
  const end = at === undefined || blocks[at]?.level !== undefined ? -1 : value.indexOf('\n')
  return (end < 10 ? value : value.slice(0, end)).replace(/\s*\n\s*/g, ' ')
}

/** Old pages break title, date and text by line ends only: the title is then the first line of a block. */
function firstLines({ blocks, input: { from } }: Witnesses, claims: readonly string[]): Claim[] {
  return blocks.slice(Math.max(0, from - INTO), from + 1).flatMap((block): Claim[] => {
    const end = block.text.indexOf('\n')
    if (end < 10 || end > LONGEST || block.level !== undefined) return []
    const first = { ...block, text: block.text.slice(0, end) }
    return isClaimed(first, claims) ? [asClaim(first, 'first line')] : []
  })
}

function nearestFirst(blocks: readonly Block[], from: number): Claim[] {
  return [...blocks]
    .sort((a, b) => Math.abs(a.at - from) - Math.abs(b.at - from))
    .map((block) => asClaim(block, 'h1'))
}

/** A small heading inside the text may repeat a word of the title; the title itself is most of it. */
function isClaimed(block: Block, claims: readonly string[]): boolean {
  const key = fold(block.text)
  return key.length > 3 && claims.some((claim) => claim.includes(key) && key.length * 2.5 > claim.length)
}

function asClaim(block: Block, key: string): Claim {
  // documentation links each heading to itself with a mark
  const value = block.text.replace(/\s*\n\s*/g, ' ').replace(/\s*[¶§#]$/, '')
  return {
    field: 'title',
    value,
    from: 'line',
    key: key === 'h1' ? `h${block.level ?? 1}` : key,
    at: block.at,
  }
}

function isTitle(claim: Claim, seen: Witnesses): boolean {
  const key = fold(claim.value)
  // a heading that opens with a colon has lost its first half to some other element
  const whole = !/^[:：,;.…)\]]/.test(claim.value)
  return key.length > 1 && whole && claim.value.length <= LONGEST && !isBareSiteName(key, seen.names)
}

const LONGEST_INFERRED = 160
const ENDS = /[.!?…](?=\s|$)|[。！？؟।]/g
/** Lines above the text that may be its headline, and how heavy one is, in Latin-equivalent characters. */
const ABOVE = 4
const LIGHTEST = 10

/**
 * A title nobody names: the text's first heading, the heaviest line right above it, or, where no line can be one, its first
 * sentence.
 */
export function inferredTitle(seen: Witnesses): (Found<string> & { readonly inferred: true }) | undefined {
  const { from, to, verdicts } = seen.input
  const kept = seen.blocks
    .slice(from, Math.min(to, from + 10) + 1)
    .filter((block) => verdicts[block.at]?.kept !== false)
  const first = kept[0]
  if (first === undefined) return undefined
  const heading = first.kind === 'heading' ? first : lineAbove(seen, first)
  if (heading !== undefined)
    return {
      value: heading.text,
      inferred: true,
      evidence: { from: 'line above the text', raw: heading.text },
    }
  const block = kept.find(({ text }) => /\p{L}/u.test(text)) ?? first
  return {
    value: (block.kind === 'heading' ? block.text : firstSentence(block.text))
      .split('\n')
      .map((line) => line.trim())
      .join(' '),
    inferred: true,
    evidence: { from: 'text', raw: block.text.slice(0, 500) },
  }
}

/** The heaviest of the lines right above the text that is no byline, no time, no sentence and no name of the site. */
function lineAbove({ blocks, names, input }: Witnesses, first: Block): Block | undefined {
  const { from, facts } = input
  // a short line at the top of the text may be kept with it; the first line of a verse or a list is none
  const above = first.whole === undefined ? from + 1 : from
  const lines = blocks.slice(Math.max(0, from - ABOVE), above).filter(({ text, at, kind }) => {
    const fact = facts[at]
    if (fact === undefined || fact.line !== undefined || fact.endsSentence || kind === 'caption') return false
    if (
      fact.mass < LIGHTEST ||
      text.length > LONGEST_INFERRED ||
      text.includes('\n') ||
      fact.digits * 3 > fact.letters
    )
      return false
    if (/^\[.*\]$/.test(text)) return false
    return fact.separators < 2 && fact.repeats === 1 && !isBareSiteName(fold(text), names)
  })
  const mass = ({ at }: Block) => facts[at]!.mass
  return lines.length === 0
    ? undefined
    : lines.reduce((best, next) => (mass(next) > mass(best) ? next : best))
}

function firstSentence(text: string): string {
  const head = text.slice(0, LONGEST_INFERRED + 1)
  for (const end of head.matchAll(ENDS)) {
    const length = end.index + end[0].length
    if (length >= 10) return head.slice(0, length)
  }
  if (text.length <= LONGEST_INFERRED) return text
  const space = head.lastIndexOf(' ')
  return head.slice(0, space > LONGEST_INFERRED / 2 ? space : LONGEST_INFERRED)
}
