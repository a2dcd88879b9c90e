import type { Claim } from '../../core/claim.ts'
import { streamSafe } from '../../facts/fold.ts'
import { fold } from './fold.ts'
import { evidence, type Found } from './found.ts'
import { inferredTitle } from './inferred-title.ts'
import { printedTitles } from './printed-title.ts'
import { isBareSiteName, isSiteName } from './site-names.ts'
import { confirmedRun, titleParts, withoutSite } from './title-parts.ts'
import type { Witnesses } from './witnesses.ts'

/** One wording of the title, with the site's name taken off. */
interface Wording {
  readonly text: string
  readonly fold: string
  readonly claim: Claim
}

const LONGEST = 300
/** Share of the shorter wording that must stand in the longer, as 1 to this. */
const AGREE = 3

/** Names of things that are no headline of a text: the film beside it, the thing it reviews. */
const NO_HEADLINE = /^(?:WebPage|Product|VideoObject|SoftwareApplication|Course|Event|Book)\./

/** The article's title: the printed one where a claim agrees with it, else what most of the page's claims agree on. */
export function title(seen: Witnesses): (Found<string> & { readonly inferred?: true }) | undefined {
  const printed = printedTitles(seen)
  const claimed = wordings(seen, printed)
  const first = choose(printed.map(plainWording), claimed)
  if (first === undefined) return inferredTitle(seen)
  const chosen = usual(first, claimed)
  const others = [...claimed, ...printed.map(plainWording)].map(({ claim, text }) => ({
    ...claim,
    value: text,
  }))
  return {
    value: chosen.text,
    evidence: evidence({ ...chosen.claim, value: chosen.text }, others, chosen.claim.value),
  }
}

function plainWording(claim: Claim): Wording {
  return { text: claim.value, fold: fold(claim.value), claim }
}

function wordings(seen: Witnesses, printed: readonly Claim[]): Wording[] {
  const claims = seen.claims('title').filter((claim) => claim.value.length <= LONGEST)
  const headings = new Set(printed.map((claim) => fold(claim.value)))
  const sections = new Set(
    [...seen.claims('section'), ...seen.claims('breadcrumb')].map((claim) => fold(claim.value)),
  )
  const isSite = (part: string) => isSiteName(part, seen.names)
  return claims.flatMap((claim) => {
    const whole = fold(claim.value)
    if (whole === '' || isBareSiteName(whole, seen.names)) return []
    if (isPrintedInParts(claim.value, seen)) return [{ text: claim.value, fold: whole, claim }]
    const found = headings.has(whole) ? undefined : confirmedRun(claim.value, headings)
    // a headline of data is the newsroom's: what stands before its colon is its first half, not a kicker
    const run =
      claim.from === 'json-ld' && found !== undefined && followsColon(claim.value, found) ? undefined : found
    const text = run ?? withoutSite(claim.value, isSite, (part) => sections.has(part))
    return [{ text, fold: fold(text), claim }]
  })
}

/** A headline of two parts, each printed as a heading of the first level, is both of them. */
function isPrintedInParts(value: string, { blocks }: Witnesses): boolean {
  const parts = value.split(': ').map(fold)
  if (parts.length !== 2) return false
  const first = blocks.filter(({ kind, level }) => kind === 'heading' && level === 1)
  return parts.every((part) => part !== '' && first.some(({ text }) => fold(text) === part))
}

function followsColon(title: string, part: string): boolean {
  return /\p{L}[:：]\s*$/u.test(title.slice(0, title.indexOf(part)))
}

function choose(printed: readonly Wording[], claimed: readonly Wording[]): Wording | undefined {
  const by = (test: (claim: Claim) => boolean) => claimed.find(({ claim }) => test(claim))
  const ld = by((claim) => claim.from === 'json-ld' && !NO_HEADLINE.test(claim.key))
  const og = by((claim) => claim.key === 'og:title')
  const element = by((claim) => claim.from === 'title-element')
  const twitter = by((claim) => claim.key === 'twitter:title')
  const heading = printed.find((h) => claimed.some((c) => c.fold === h.fold)) ?? printed[0]
  if (heading === undefined) return ld ?? og ?? claimed[0]
  if (ld && !same(ld, heading) && !isCut(ld, heading)) {
    // the newsroom's own headline beside one rewritten everywhere else
    if ((same(og, heading) || isCut(og, heading)) && same(element, heading)) return ld
    if (same(ld, og) && (same(element, heading) || same(element, og))) return ld
  }
  if (og && !same(og, heading) && same(element, heading)) {
    // one wording for search engines everywhere, and the editors' own for readers elsewhere
    if (same(ld, heading) && !same(og, twitter)) return og
    // the same headline without its kicker, or tightened
    if (isTightened(og, heading)) return og
  }
  const confirmed = claimed.filter((c) => same(c, heading))
  if (ld && hasRubric(heading, ld)) return ld
  const headline = withoutKicker(heading, claimed)
  if (headline !== undefined) return headline
  if (confirmed.length > 0) return punctuated(heading, confirmed)
  return claimed.length === 0 || claimed.some((c) => agrees(heading, c)) ? heading : (ld ?? og ?? claimed[0])
}

/** An attribute that broke off at a quotation mark. */
function isCut(short: Wording | undefined, long: Wording): boolean {
  return short !== undefined && short.fold.length >= 20 && long.fold.startsWith(short.fold)
}

/** All words of the shorter wording stand in the longer in their order, which does not merely go on behind it. */
function isTightened(short: Wording, long: Wording): boolean {
  if (long.fold.startsWith(short.fold) || short.fold.length * 2 < long.fold.length) return false
  const wanted = wordList(short.text)
  let met = 0
  for (const word of wordList(long.text)) if (word === wanted[met]) met++
  return met === wanted.length && met > 2
}

function same(a: Wording | undefined, b: Wording | undefined): boolean {
  return a !== undefined && a.fold === b?.fold
}

/** A word or two glued before the headline by the layout (`Opinion What the harbour needs`). */
function hasRubric(heading: Wording, claim: Wording): boolean {
  const extra = heading.fold.length - claim.fold.length
  return extra > 0 && extra <= 12 && claim.fold.length > 2 * extra && heading.fold.endsWith(claim.fold)
}

/** A printed kicker loses its colon to the layout; a claim of the same words has kept it. */
function punctuated(heading: Wording, confirmed: readonly Wording[]): Wording {
  const colons = (text: string) => text.split(/\p{L}:\s/u).length
  return confirmed.find(({ text }) => colons(text) > colons(heading.text)) ?? heading
}

/** Of several spellings of one wording, the one most places use. */
function usual(wording: Wording, claimed: readonly Wording[]): Wording {
  if (wording.claim.from === 'line') return wording
  const alike = claimed.filter((c) => same(c, wording))
  const count = (text: string) => alike.filter((c) => c.text === text).length
  return alike.reduce((best, next) => (count(next.text) > count(best.text) ? next : best), wording)
}

/**
 * The headline without its kicker: the end of the printed title, marked off by the page itself, that another place
 * gives alone or behind other words.
 */
function withoutKicker(heading: Wording, claimed: readonly Wording[]): Wording | undefined {
  const spelled = [heading, ...claimed.filter((c) => same(c, heading))]
  const others = claimed.filter((c) => !same(c, heading) && c.claim.key === 'og:title')
  const ends = new Set(others.flatMap((c) => [c.fold, ...tails(c.text).map(fold)]))
  for (const { text, claim } of spelled) {
    const tail = tails(text).find(
      (end) => ends.has(fold(end)) && fold(end).length * 2.5 > heading.fold.length,
    )
    if (tail !== undefined && fold(tail).length >= 12) return { text: tail, fold: fold(tail), claim }
  }
  return undefined
}

/** What is left of a title when one part after the other is taken off its front. */
function tails(text: string): string[] {
  return titleParts(text)
    .slice(1, 6)
    .map((part) => text.slice(part.from).trim())
}

/** Two wordings of one headline: a third of the shorter one's words stand in the other. */
function agrees(a: Wording, b: Wording): boolean {
  const [short, long] = [words(a.text), words(b.text)].sort((x, y) => x.size - y.size) as [
    Set<string>,
    Set<string>,
  ]
  let shared = 0
  for (const word of short) if (long.has(word)) shared++
  return short.size > 0 && shared * AGREE >= short.size
}

function words(text: string): Set<string> {
  return new Set(wordList(text))
}

const WORD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{M}\p{N}]{1,60}/gu

function wordList(text: string): string[] {
  return streamSafe(text).normalize('NFKC').toLowerCase().match(WORD) ?? []
}
