import type { Block } from '../core/block.ts'
import type { Facts, PageFacts } from '../core/facts.ts'
import { hasCredits, isDateLine, readLine } from './line.ts'

export interface TitleView {
  readonly blocks: readonly Block[]
  readonly facts: readonly Facts[]
  readonly whole: PageFacts
  /** Address of the page, whose last part often spells the title. */
  readonly url?: string | undefined
  /** First block of the article's text. */
  readonly body: number
  /** First block that may belong to this article: the end of the one before, plus one. */
  readonly after?: number
}

export interface TitleCandidate {
  readonly at: number
  readonly score: number
  /** What speaks for it, strongest first. */
  readonly because: readonly string[]
}

/** Blocks above the text among which a title is looked for, and below its first block. */
const ABOVE = 45
const INTO = 1
/** Lightest and heaviest title, in Latin-equivalent characters. */
const LIGHTEST = 8
const HEAVIEST = 330
/** Below this score nothing stands there that is a title. Set on 284 pages' dumps. */
export const TITLE_FLOOR = 1.5

/** Every line near the top of an article that could be its title, best first. */
export function titleCandidates(view: TitleView): TitleCandidate[] {
  const { blocks, facts, body, after = 0 } = view
  const slug = slugWords(view.url)
  const opening = openingKey(view)
  const found: TitleCandidate[] = []
  for (let at = Math.max(after, body - ABOVE); at < Math.min(blocks.length, body + INTO); at++) {
    const fact = facts[at]!
    if (fact.letters < 2 || fact.mass < LIGHTEST || fact.mass > HEAVIEST) continue
    if (at >= body && fact.endsSentence && !/[?!？！]["”»』」]?$/u.test(blocks[at]!.text)) continue
    if (isMetadata(blocks[at]!, fact)) continue
    found.push(weigh(view, at, slug, opening))
  }
  return headFirst(
    found.sort((a, b) => b.score - a.score || b.at - a.at),
    facts,
  )
}

/** Words, and points less than the best, of a line that heads the line below it rather than being its rubric. */
const HEAD_WORDS = 3
const HEAD_GAP = 2

/** Of a title and the longer second line under it, which stands nearer to the byline, the upper one is the title. */
function headFirst(found: TitleCandidate[], facts: readonly Facts[]): TitleCandidate[] {
  const best = found[0]
  const above = best && found.find(({ at }) => at === best.at - 1)
  if (best === undefined || above === undefined || above.score < best.score - HEAD_GAP) return found
  const [upper, lower] = [facts[above.at]!, facts[best.at]!]
  const spoken = upper.words >= HEAD_WORDS && upper.mass >= 18 && upper.mass < lower.mass
  if (!spoken || lower.repeats > upper.repeats || above.score < TITLE_FLOOR) return found
  return [above, ...found.filter((candidate) => candidate !== above)]
}

function isMetadata(block: Block, fact: Facts): boolean {
  const reading = readLine(block, fact)
  if (reading === undefined) return false
  return reading.breadcrumb !== undefined || hasCredits(reading) || isDateLine(reading)
}

function weigh(view: TitleView, at: number, slug: ReadonlySet<string>, opening: string): TitleCandidate {
  const evidence: [number, string][] = [
    ...claimEvidence(view, at),
    ...shapeEvidence(view, at),
    ...placeEvidence(view, at),
    ...echoEvidence(view.blocks[at]!.text, slug, opening),
  ]
  const score = evidence.reduce((sum, [weight]) => sum + weight, 0)
  const because = evidence.filter(([weight]) => weight > 0).sort((a, b) => b[0] - a[0])
  return { at, score, because: because.map(([, reason]) => reason) }
}

function claimEvidence({ facts, whole }: TitleView, at: number): [number, string][] {
  const { key } = facts[at]!
  if (whole.titleKeys.has(key)) return [[6, 'says what the page gives as its title']]
  if (key.length < 10) return []
  for (const title of whole.titleKeys)
    if (title.includes(key) || key.includes(title)) return [[3.5, 'says part of the title the page gives']]
  return []
}

function shapeEvidence({ blocks, facts }: TitleView, at: number): [number, string][] {
  const block = blocks[at]!
  const { mass, endsSentence, repeats, trails, commas } = facts[at]!
  const out: [number, string][] = []
  if (block.level !== undefined)
    out.push([block.level === 1 ? 3 : 1.5, `is a heading of level ${block.level}`])
  if (mass >= 24 && mass <= 160) out.push([1.2, 'is as long as titles are'])
  else if (mass < 14) out.push([-1.5, ''])
  else if (mass > 220) out.push([-2, ''])
  if (endsSentence && /[.。．]["”»』」)]?$/u.test(block.text)) out.push([-1.5, ''])
  if (trails) out.push([-0.5, ''])
  if (commas > 3) out.push([-0.5, ''])
  if (repeats > 1 && repeats <= 4 && mass >= 14) out.push([1.5, `is said ${repeats} times on the page`])
  if (repeats > 4) out.push([-1, ''])
  if (block.kind === 'item') out.push([-1.2, ''])
  if ((block.dom?.linkShare ?? 0) > 0.9 && block.level === undefined) out.push([-1.5, ''])
  return out
}

/** Where it stands: right above a byline, a date or the text; a later line is nearer. */
function placeEvidence({ blocks, facts, body }: TitleView, at: number): [number, string][] {
  const out: [number, string][] = [[-0.12 * Math.max(0, body - at), '']]
  if (at < body && body - at <= 3) out.push([0.8, 'stands right above the text'])
  if (at >= body) out.push([-0.8, ''])
  for (let next = at + 1; next <= at + 3 && next < blocks.length && next <= body + 1; next++) {
    const reading = readLine(blocks[next]!, facts[next]!)
    if (reading === undefined || reading.breadcrumb !== undefined) continue
    if (!hasCredits(reading) && !isDateLine(reading)) continue
    out.push([
      next === at + 1 ? 2.6 : 2,
      hasCredits(reading) ? 'stands above a byline' : 'stands above a date',
    ])
    break
  }
  const above = at > 0 ? readLine(blocks[at - 1]!, facts[at - 1]!) : undefined
  if (above?.breadcrumb !== undefined) out.push([1.5, 'stands under a breadcrumb'])
  if (isMenu(facts, at)) out.push([-1.2, ''])
  return out
}

/** A short line between short lines is a menu's. */
function isMenu(facts: readonly Facts[], at: number): boolean {
  const [before, own, after] = [facts[at - 1], facts[at]!, facts[at + 1]]
  return own.mass < 30 && (before?.mass ?? 99) < 30 && (after?.mass ?? 99) < 30
}

/** The address spells it, or the text's first lines take up its words. */
function echoEvidence(text: string, slug: ReadonlySet<string>, opening: string): [number, string][] {
  const out: [number, string][] = []
  const own = longWords(text)
  if (own.length > 0 && slug.size >= 3) {
    const said = own.filter((word) => slug.has(word)).length
    const share = said / Math.min(own.length, slug.size)
    if (said >= 3 && share >= 0.5) out.push([share >= 0.75 ? 4 : 2.5, 'is spelled in the address'])
  }
  if (own.length >= 2) {
    const taken = own.filter((word) => opening.includes(word)).length / own.length
    if (taken >= 0.5) out.push([1.2, 'is taken up by the first lines'])
    else if (taken === 0) out.push([-0.6, ''])
  }
  return out
}

/** Words that carry sense: four letters and more; pairs of characters where a script has no spaces. */
function longWords(text: string): string[] {
  const lower = text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '')
  const out: string[] = []
  for (const word of lower.split(/[^\p{L}\p{N}]+/u)) {
    if (/[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]/u.test(word)) {
      for (let i = 0; i + 1 < word.length && out.length < 40; i += 2) out.push(word.slice(i, i + 2))
    } else if (word.length >= 4) out.push(word)
  }
  return out
}

function slugWords(url: string | undefined): ReadonlySet<string> {
  const path = url?.split(/[?#]/)[0]?.replace(/^[a-z]+:\/\/[^/]+/i, '') ?? ''
  const part = path.split('/').reduce((best, piece) => (piece.length > best.length ? piece : best), '')
  return new Set(longWords(part.slice(0, 300).replace(/%[0-9a-f]{2}/gi, ' ')))
}

/** The text's first blocks, folded for finding words in it. */
function openingKey({ blocks, body }: TitleView): string {
  let text = ''
  for (let at = body; at < blocks.length && at < body + 8 && text.length < 2500; at++)
    text += ` ${blocks[at]!.text}`
  return text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '')
}

const perPage = new WeakMap<PageFacts, TitleCandidate | null>()

/**
 * The likeliest title of a page by its densest run of prose, before anybody judged; undefined where none stands out.
 * Kept per page, since several rules ask.
 */
export function pageTitle(view: {
  readonly page: { readonly url?: string }
  readonly blocks: readonly Block[]
  readonly facts: readonly Facts[]
  readonly whole: PageFacts
}): TitleCandidate | undefined {
  const { page, blocks, facts, whole } = view
  let best = perPage.get(whole)
  if (best === undefined) {
    const body = whole.densest?.[0]
    best =
      body === undefined ? null : (titleCandidates({ blocks, facts, whole, url: page.url, body })[0] ?? null)
    perPage.set(whole, best)
  }
  return best === null || best.score < TITLE_FLOOR ? undefined : best
}
