import { type Block, soleLink } from '../core/block.ts'
import type { Facts } from '../core/facts.ts'
import { reads } from '../words/whole-lines.ts'
import { bareHeadlines } from './bare-stories.ts'
import { isName } from './byline/names.ts'
import { findDates } from './date.ts'

/** The header of one of several stories on a page: a headline and, as a rule, lines below that say when, by whom and where from. */
export interface StoryHeader {
  readonly headline: number
  /** First block under the header; what stands between it and the headline are the lines of the header. */
  readonly text: number
}

/** Longest line still taken for a dateline, and headline, in Latin-equivalent characters. */
const DATELINE = 160
const HEADLINE = 260
/** Lightest headline; menus have lighter lines. */
const SHORTEST = 10
/** A line heavier than this that a full stop ends is a sentence, no headline. */
const SENTENCE = 70
/** The text begins at most this many blocks below its dateline. */
const REACH = 4
/** Least mass of text under a header, and share of the longest story's: teasers have headline and date too. */
const LEAST = 240
const SHARE = 0.04
/** Least mass under a header of the very shape of two that have enough. */
const FEW = 100
/** Share of the headers that must have text, for any of them to be one. */
const MOST = 0.6
/** The text that proves a story stands within so many blocks below its header; teasers of other stories lie further on. */
const NEAR = 15
/** So many times the text above the first header must stand below it. */
const ELSEWHERE = 10
/** A block this heavy is text, and one half as heavy that ends like a sentence. */
const TEXT = 80

/** Lines between a headline and its text at most: date, byline, source. */
const LINES = 4
/** Fewest briefs on a page of them, least mass and fewest sentences of one. */
const BRIEFS = { fewest: 3, mass: 50, sentences: 2 }
/** Share of the page's sentences that must stand in its briefs, and of the headers that must have one. */
const COVERED = 0.85

/**
 * Headers of the stories of a page that holds several: search results, digests, endless pages; in a document the posts
 * of an index that shows them in full (see `postHeaders`). In a dump they are found only where at
 * least two headers of the same shape stand, each a short line directly above lines that say when, by whom or where
 * from, each with enough text below; where the page is nothing but briefs under such headers; or where headlines and
 * paragraphs about different things take turns.
 * Empty for a page with one story.
 */
export function storyHeaders(blocks: readonly Block[], facts: readonly Facts[]): readonly StoryHeader[] {
  if (blocks[0]?.layout === undefined) return postHeaders(blocks, facts)
  const byShape = headersByShape(blocks, facts)
  let best: readonly StoryHeader[] = []
  for (const headers of byShape) {
    const real = withText(named(headers, facts), facts)
    if (real.length > best.length) best = real
  }
  if (best.length > 2 || (best.length === 2 && sayMore(best, blocks))) return best
  for (const headers of byShape) {
    const briefs = asBriefs(named(headers, facts), facts)
    if (briefs.length > 0) return briefs
  }
  return bareHeadlines(blocks, facts).map((headline) => ({ headline, text: headline + 1 }))
}

/** All candidates, those of one shape together. */
function headersByShape(blocks: readonly Block[], facts: readonly Facts[]): readonly StoryHeader[][] {
  const shapes = new Map<string, StoryHeader[]>()
  for (let at = 1; at < blocks.length; at++) {
    const first = saysWhence(blocks[at]!, facts[at]!)
    if (first === undefined) {
      const brief =
        LEAD.test(blocks[at]!.text) && isText(facts[at]!) && isHeadline(blocks[at - 1]!, facts[at - 1]!)
      if (brief) shapes.set('lead', [...(shapes.get('lead') ?? []), { headline: at - 1, text: at }])
      continue
    }
    let dated = first === 'dated' ? at : -1
    let text = at + 1
    for (; text < blocks.length && text - at < LINES; text++) {
      const said = saysWhence(blocks[text]!, facts[text]!)
      if (said === undefined && !isLoneName(blocks[text]!, facts[text]!)) break
      if (said === 'dated' && dated < 0) dated = text
    }
    const headline = headlineAbove(at, blocks, facts)
    if (isHeadline(blocks[headline]!, facts[headline]!) && startsText(text - 1, facts)) {
      const shape = dated < 0 ? first : shapeOf(blocks[dated]!.text)
      shapes.set(shape, [...(shapes.get(shape) ?? []), { headline, text }])
    }
    at = text - 1
  }
  return [...shapes.values()]
}

/** A Chinese text that begins with the paper or agency it comes from, as briefs do. */
const LEAD =
  /^(?:【.{1,12}[讯電电】]|[(（]?本[报报刊台][讯訊]|\p{Script=Han}{1,8}[讯訊](?=[\s(（:：])|(?:新华社|中新[社网]|人民网)\S{0,16}[电电日])/u

/** The line above, or the longer one above that where a name stands between. */
function headlineAbove(at: number, blocks: readonly Block[], facts: readonly Facts[]): number {
  if (at < 2 || facts[at - 2]!.words <= facts[at - 1]!.words) return at - 1
  const named = isLoneName(blocks[at - 1]!, facts[at - 1]!) && isHeadline(blocks[at - 2]!, facts[at - 2]!)
  return named ? at - 2 : at - 1
}

/** What a line under a headline tells: a day at least, or only an author or an outlet. */
function saysWhence(block: Block, fact: Facts): 'dated' | 'author' | 'source' | undefined {
  if (fact.mass > DATELINE || fact.sentences > 1) return undefined
  if (isDateline(block, fact)) return 'dated'
  const { line } = fact
  if (line === undefined) return undefined
  if ((line.authors?.length ?? 0) > 0) return 'author'
  return line.source === undefined ? undefined : 'source'
}

/** A person's name and nothing else. */
function isLoneName({ text }: Block, { mass, words, digits, endsSentence }: Facts): boolean {
  if (mass > 40 || digits > 0 || endsSentence || words > 4) return false
  return (text.length < 5 || /\p{Lu}/u.test(text)) && isName(text)
}

/** Headers of briefs: three at least, one or two paragraphs under each, and hardly a sentence of the page elsewhere. */
function asBriefs(headers: readonly StoryHeader[], facts: readonly Facts[]): readonly StoryHeader[] {
  if (headers.length < BRIEFS.fewest) return []
  let inside = 0
  const real = headers.filter(({ text }, i) => {
    const to = Math.min(text + LINES, headers[i + 1]?.headline ?? facts.length)
    const said = saidBetween(text, to, facts)
    inside += said.mass
    return said.mass >= BRIEFS.mass && said.sentences >= BRIEFS.sentences
  })
  const all = saidBetween(0, facts.length, facts)
  return real.length >= headers.length * COVERED && inside >= all.mass * COVERED ? real : []
}

/** What stands in whole sentences. */
function saidBetween(from: number, to: number, facts: readonly Facts[]): { mass: number; sentences: number } {
  const said = { mass: 0, sentences: 0 }
  for (let at = from; at < to; at++) {
    const { mass, sentences, endsSentence, trails } = facts[at]!
    if (!endsSentence || trails) continue
    said.mass += mass
    said.sentences += sentences
  }
  return said
}

/** No longer sentence with a full stop. */
function isHeadline({ text }: Block, fact: Facts): boolean {
  if (fact.mass < SHORTEST || fact.mass > HEADLINE) return false
  if (
    fact.mass > SENTENCE &&
    fact.endsSentence &&
    /[.。]["'”’」』)）]?$/u.test(text.slice(-3)) &&
    !fact.trails
  )
    return false
  return fact.letters > 3 && fact.digits < fact.letters
}

function isDateline({ text }: Block, { digits, line }: Facts): boolean {
  if (digits < 4) return false
  return (line?.dates ?? findDates(text)).some(
    ({ precision }) => precision !== 'year' && precision !== 'month',
  )
}

function startsText(at: number, facts: readonly Facts[]): boolean {
  for (let i = at + 1; i <= at + REACH && i < facts.length; i++) if (isText(facts[i]!)) return true
  return false
}

const isText = ({ mass, endsSentence }: Facts): boolean => mass >= (endsSentence ? TEXT / 2 : TEXT)

/**
 * Two headers are few: a page's own date often returns, and one teaser may be long. Then their dates must stand at one
 * place, and their lines differ and say more than a day: an outlet, an author or a time as well.
 */
function sayMore(headers: readonly StoryHeader[], blocks: readonly Block[]): boolean {
  const lines = headers.map(({ headline, text }) =>
    blocks
      .slice(headline + 1, text)
      .map((line) => line.text)
      .join(' '),
  )
  const dated = headers.map(({ headline, text }) =>
    blocks.slice(headline + 1, text).findIndex((line) => findDates(line.text).length > 0),
  )
  return new Set(dated).size === 1 && new Set(lines).size === lines.length && lines.every(saysMore)
}

function saysMore(line: string): boolean {
  const [date] = findDates(line)
  if (date === undefined) return false
  const rest = line.slice(0, date.from) + line.slice(date.to)
  return date.iso.length > 10 || /\p{L}{2}/u.test(rest)
}

/** What stands above several of them is a label of teasers. */
function named(headers: readonly StoryHeader[], facts: readonly Facts[]): readonly StoryHeader[] {
  const times = new Map<string, number>()
  const keyOf = ({ headline }: StoryHeader) => facts[headline]!.key
  for (const header of headers) times.set(keyOf(header), (times.get(keyOf(header)) ?? 0) + 1)
  return headers.filter((header) => times.get(keyOf(header)) === 1)
}

/** Those with enough text before the next; none where most lack it, or where most of the page's text stands elsewhere. */
function withText(headers: readonly StoryHeader[], facts: readonly Facts[]): readonly StoryHeader[] {
  const masses = headers.map(({ text }, i) =>
    textMass(text, Math.min(text + NEAR, headers[i + 1]?.headline ?? facts.length), facts),
  )
  const least = Math.max(LEAST, SHARE * Math.max(...masses))
  const real = headers.filter((_, i) => masses[i]! >= least)
  const covered = real.length > 0 ? textMass(real[0]!.text, facts.length, facts) : 0
  const first = textMass(0, real[0]?.headline ?? 0, facts)
  if (real.length < headers.length * MOST || covered < first * ELSEWHERE) return []
  return real.length < 2 ? real : headers.filter((_, i) => masses[i]! >= FEW)
}

function textMass(from: number, to: number, facts: readonly Facts[]): number {
  let mass = 0
  for (let at = from; at < to; at++) {
    const fact = facts[at]!
    if (isText(fact)) mass += fact.mass
  }
  return mass
}

/** Letters to a, digits to 0, runs to one: two datelines of one template look alike. */
function shapeOf(text: string): string {
  return text
    .slice(0, 120)
    .replace(/\p{N}+/gu, '0')
    .replace(/[\p{L}\p{M}]+/gu, 'a')
    .replace(/a(?:[ '’.&-]+a)+/g, 'a')
    .replace(/\s+/g, '')
}

/** Mass of a post's headline in Latin-equivalent characters. */
const POST_HEADLINE = { least: 3, most: 260 }
/** Least mass of sentences in a post: teasers have less. */
const POST = 160
/** Share of the posts that must have so much. */
const FULL = 0.7
/** Share of the page's sentences that must stand in posts. */
const IN_POSTS = 0.75

/**
 * Headers of the posts of an index that shows them in full, as the front page of a blog does: headings of one shape, each
 * nothing but a link to the post's own page, each with whole paragraphs below that neither trail off nor end in "read
 * more". Empty where a story stands above the first of them, or most of the page's text elsewhere. HTML only.
 */
function postHeaders(blocks: readonly Block[], facts: readonly Facts[]): readonly StoryHeader[] {
  const shapes = new Map<number, Block[]>()
  for (const block of blocks)
    if (isPostHeadline(block, facts[block.at]!))
      shapes.set(block.dom!.shape, [...(shapes.get(block.dom!.shape) ?? []), block])
  const all = saidBetween(0, blocks.length, facts).mass
  for (const heads of shapes.values()) {
    const posts = heads.map(({ at }, i) => postFrom(at, heads[i + 1]?.at ?? endOf(heads, blocks), facts))
    const full = posts.filter(({ mass, cut }) => mass >= POST && !cut)
    if (full.length < 2 || full.length < posts.length * FULL) continue
    const inside = posts.reduce((sum, { mass }) => sum + mass, 0)
    if (inside < all * IN_POSTS || saidBetween(0, heads[0]!.at, facts).mass >= POST) continue
    return full.map(({ headline, text }) => ({ headline, text }))
  }
  return []
}

function isPostHeadline(block: Block, { mass }: Facts): boolean {
  const zone = block.dom?.zone
  if (block.kind !== 'heading' || zone === 'nav' || zone === 'aside' || zone === 'footer') return false
  if (mass < POST_HEADLINE.least || mass > POST_HEADLINE.most) return false
  return soleLink(block)?.includes('#') === false
}

/** Behind the last block in the element that holds all of the headlines. */
function endOf(heads: readonly Block[], blocks: readonly Block[]): number {
  const around = heads[0]!.dom!.above.find((number) => heads.every(({ dom }) => dom!.above.includes(number)))
  let end = heads.at(-1)!.at + 1
  while (end < blocks.length && blocks[end]!.dom!.above.includes(around!)) end++
  return end
}

function postFrom(headline: number, to: number, facts: readonly Facts[]) {
  let text = headline + 1
  while (text < to - 1 && text - headline <= LINES && !facts[text]!.endsSentence) text++
  const cut = facts
    .slice(headline + 1, to)
    .some((fact) => (fact.trails && fact.mass > POST_HEADLINE.least) || reads(fact, 'read-more'))
  return { headline, text: Math.min(text, to - 1), mass: saidBetween(headline + 1, to, facts).mass, cut }
}
