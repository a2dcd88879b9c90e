import type { Block } from '../core/block.ts'
import type { Claim } from '../core/claim.ts'

import type { Role } from '../core/role.ts'
import type { Verdict } from '../core/vote.ts'
import { parseDateline } from '../facts/byline/dateline.ts'
import { findDates } from '../facts/date.ts'
import { TITLE_FLOOR, type TitleCandidate, titleCandidates } from '../facts/title.ts'
import { claim, type LineInput, type Surroundings } from './lines/claims.ts'
import { closingClaims } from './lines/closing.ts'
import { headerClaims } from './lines/header.ts'
import { titleLines } from './lines/title-lines.ts'

/** Blocks above the text and below it among which an article's lines are looked for. */
const ABOVE = 45
const BELOW = 12

/**
 * What the printed lines around an article say of it: its title and second line, who wrote and edited it, where it
 * comes from, when it appeared, the trail to it. Claims come in reading order, the title first; every claim names the
 * block that makes it.
 */
export function lineClaims(input: LineInput): Claim[] {
  const around = surroundings(input)
  const header = headerClaims(around)
  const dated = header.some(({ field }) => field === 'published')
  return [
    ...titleLines(around),
    ...header,
    ...openingClaims(around),
    ...(dated ? [] : openingDay(around)),
    ...closingClaims(around),
  ]
}

function surroundings(input: LineInput): Surroundings {
  const { blocks, facts, whole, verdicts, to, previous = -1, next = blocks.length, url } = input
  const body = startOfText(input)
  const best = likeliest(titleCandidates({ blocks, facts, whole, url, body, after: previous + 1 }), verdicts)
  return {
    ...input,
    body,
    first: Math.max(previous + 1, body - ABOVE),
    last: Math.min(next - 1, to + BELOW, blocks.length - 1),
    title: best?.at,
  }
}

/** Roles whose lines head no article, and the points that costs a line judged to have one of them. */
const HEADLESS: ReadonlySet<Role> = new Set([
  'share',
  'widget',
  'newsletter',
  'consent',
  'comment',
  'author-box',
  'promo',
  'pagination',
  'interface',
  'footer',
  'caption',
  'tags',
  'hidden',
  'spam',
])
const HEADLESS_COST = 2
/** Score from which a line is a better guess than the text's first sentence, where none is surely the title. */
const GUESS = 1

/** The best candidate the judge did not take for something else; the list comes best first. */
function likeliest(
  candidates: readonly TitleCandidate[],
  verdicts: readonly Verdict[],
): TitleCandidate | undefined {
  // a page of several stories has each headline over its own dated line: the judge has told them apart already
  const headline = candidates.findLast(
    ({ at }) =>
      verdicts[at]?.role === 'title' && verdicts[at].votes.some(({ rule }) => rule === 'story-headline'),
  )
  if (headline !== undefined) return headline
  let best: TitleCandidate | undefined
  let most = GUESS
  const heads = candidates.filter(({ at }) => !isRunningHead(verdicts[at]))
  for (const [i, candidate] of heads.entries()) {
    const role = verdicts[candidate.at]?.role
    const score = candidate.score - (role !== undefined && HEADLESS.has(role) ? HEADLESS_COST : 0)
    const first = i === 0 && score === candidate.score && score >= TITLE_FLOOR
    if (first) return candidate
    if (score >= most) [best, most] = [candidate, score + Number.EPSILON]
  }
  return (
    best ??
    heads.find(({ score, evidence }) => score > 0 && isOverByline(evidence)) ??
    heads.find(({ score, evidence }) => score > POOR && isLine(evidence))
  )
}

/** What returns on every sheet is said more often than the title itself. */
const isRunningHead = (verdict: Verdict | undefined): boolean =>
  verdict?.votes.some(({ rule }) => rule === 'running-head') === true

/** Least score of a line that is taken where else the text's first sentence would stand for a title. */
const POOR = -0.5

/** A line above the text that is as long as headlines are and no part of a menu: better than the text's first sentence. */
function isLine(evidence: TitleCandidate['evidence']): boolean {
  return (
    evidence.usual > 0 && evidence['in-text'] + evidence.sentence + evidence.menu + evidence.interface === 0
  )
}

/** No sentence, and a byline or a date close below: where nothing better stands, that is a headline. */
function isOverByline(evidence: TitleCandidate['evidence']): boolean {
  const heads = evidence['near-byline'] > 0 || evidence['above-byline'] > 0 || evidence['above-date'] > 0
  return heads && evidence.sentence === 0
}

/** Blocks that must hold a solid part of the text, for it to start with them, and how much is solid. */
const SPAN = 8
const SOLID = 300

/** The first kept block that is not stranded far above the rest, as a notice or a teaser kept by mistake is. */
function startOfText({ blocks, facts, verdicts, from, to }: LineInput): number {
  const masses: number[] = []
  let total = 0
  for (let at = from; at <= to; at++) {
    const text = verdicts[at]?.role === 'body' && !isHeading(blocks[at]!)
    masses.push(text ? facts[at]!.mass : 0)
    total += masses.at(-1)!
  }
  const enough = Math.min(SOLID, total / 3)
  let sum = masses.slice(0, SPAN).reduce((whole, mass) => whole + mass, 0)
  for (let i = 0; i < masses.length; i++) {
    if (masses[i]! > 0 && sum >= enough) return from + i
    sum += (masses[i + SPAN] ?? 0) - masses[i]!
  }
  return from
}

/** A heading at the top of the kept text is the title as a rule, not the text's first line. */
function isHeading(block: Block): boolean {
  return block.level !== undefined && block.level <= 2
}

/** A day stands so near the start of a release, and a dash behind it. */
const OPENING_DAY = 60
const DASH = /^[)\]]?\s*(?:\/[^/\n]{2,30}\/\s?)?(?:--|[-–—:])\s/u

/** The day a release is dated by in its first words: `Portwell, 7 April 2023 – The harbour board ...`. */
function openingDay({ blocks, body, order }: Surroundings): Claim[] {
  const text = blocks[body]?.text ?? ''
  const [date] = findDates(text.slice(0, OPENING_DAY), order && { order })
  if (date === undefined || date.precision !== 'day' || !DASH.test(text.slice(date.to))) return []
  return /[.!?:]\s/.test(text.slice(0, date.from)) ? [] : [claim('published', date.iso, 'opening', body)]
}

/** Paragraphs of the text that may open with a dateline: a lead may stand before the report. */
const PARAGRAPHS = 4

/** Place, agency and reporters named at the start of the text's first paragraphs. */
function openingClaims({ blocks, facts, verdicts, body, to }: Surroundings): Claim[] {
  let seen = 0
  for (let at = body; at <= to && seen < PARAGRAPHS; at++) {
    if (verdicts[at] !== undefined && !verdicts[at]!.kept) continue
    if (facts[at]!.mass < 60) continue
    seen++
    const line = parseDateline(blocks[at]!.text)
    if (line === undefined) continue
    const claims: Claim[] = []
    if (line.place !== undefined) claims.push(claim('dateline', line.place, 'opening', at))
    if (line.source !== undefined) claims.push(claim('source', line.source, 'opening', at))
    for (const name of line.authors) claims.push(claim('author', name, 'opening', at))
    return claims
  }
  return []
}
