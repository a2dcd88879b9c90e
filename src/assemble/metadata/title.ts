import type { Block } from '../../core/block.ts'
import type { Claim } from '../../core/claim.ts'
import { fold } from './fold.ts'
import { evidence, type Found } from './found.ts'
import { inferredTitle } from './inferred-title.ts'
import { isBareSiteName, isSiteName } from './site-names.ts'
import { isPartOf, withoutSite } from './title-parts.ts'
import type { Witnesses } from './witnesses.ts'

/** One place that gives the title, with the site's name taken off, and how much its word weighs. */
interface Witness {
  readonly text: string
  readonly fold: string
  readonly claim: Claim
  readonly weight: number
}

/**
 * What a place that gives a title weighs, first match first: printed ones by what the line is, claimed ones by where the claim
 * stands. Fitted on 700 pages with known titles.
 */
const WEIGHTS: readonly (readonly [is: (claim: Claim) => boolean, weight: number])[] = [
  [({ from, key }) => from === 'line' && key === 'h1', 3],
  [({ from, key }) => from === 'line' && key === 'title', 2],
  [({ from }) => from === 'line', 1.5],
  [(claim) => isHeadlineOfData(claim), 3],
  [({ from, key }) => from === 'json-ld' || key === 'og:title', 2.5],
  [({ from }) => from === 'microdata', 1.5],
  [({ from }) => from === 'title-element', 1],
  [() => true, 0.5],
]
/** Each further printed line weighs so much less than the one before. */
const FURTHER = 0.8
/**
 * Where the title element repeats the printed headline, that is often the wording for search engines: what the data, or the card
 * for readers elsewhere alone, say otherwise is the editors' own and weighs so many times as much.
 */
const EDITORS = { data: 4, card: 8 }
/** What a witness lends a wording that is his without site, section or kicker, or where he breaks off. */
const PART = 0.6
const LONGEST = 300

/**
 * The article's title: the wording its witnesses give most weight, of those who say nearly the same a part. Where there is no
 * witness, a title is inferred from the lines above the text.
 */
export function title(seen: Witnesses): (Found<string> & { readonly inferred?: true }) | undefined {
  const claimed = claimedTitles(seen)
  const printed = printedTitles(seen, claimed)
  const witnesses = [...printed, ...editorsFirst(claimed, printed[0]?.fold)]
  if (witnesses.length === 0) return inferredTitle(seen)
  const support = new Map(witnesses.map(({ fold: wording }) => [wording, supportOf(wording, witnesses)]))
  const ordered = [...witnesses].sort((a, b) => b.weight - a.weight)
  const best = witnesses.reduce((a, b) => (support.get(b.fold)! > support.get(a.fold)! ? b : a))
  const others = ordered.map(({ claim, text }) => ({ ...claim, value: text }))
  return {
    value: best.text,
    evidence: evidence({ ...best.claim, value: best.text }, others, best.claim.value),
  }
}

/** What all witnesses give a wording together. */
function supportOf(wording: string, witnesses: readonly Witness[]): number {
  const longer = new Set(witnesses.filter(({ text }) => isPartOf(wording, text)).map((one) => one.fold))
  return witnesses.reduce((sum, { fold: said, weight }) => {
    // an attribute may break off at a quotation mark
    const isCut = said.length >= 20 && wording.startsWith(said)
    return sum + weight * (said === wording ? 1 : longer.has(said) || isCut ? PART : 0)
  }, 0)
}

function witness(claim: Claim, text = claim.value, factor = 1): Witness {
  return { text, fold: fold(text), claim, weight: WEIGHTS.find(([is]) => is(claim))![1] * factor }
}

/** Not of the film beside the text, or the thing it reviews. */
function isHeadlineOfData({ from, key }: Claim): boolean {
  const other = /^(?:WebPage|Product|VideoObject|SoftwareApplication|Course|Event|Book)\./
  return from === 'json-ld' && !other.test(key)
}

/** What the page claims, each place and wording once, without site and sections. */
function claimedTitles(seen: Witnesses): Witness[] {
  const sections = [...seen.claims('section'), ...seen.claims('breadcrumb')].map(({ value }) => fold(value))
  const heard = new Set<string>()
  return seen.claims('title').flatMap((claim) => {
    if (claim.value.length > LONGEST || isBareSiteName(fold(claim.value), seen.names)) return []
    const isSite = (part: string) => isSiteName(part, seen.names)
    const one = witness(
      claim,
      withoutSite(claim.value, isSite, (part) => sections.includes(part)),
    )
    const place = `${claim.from === 'meta' ? claim.key : claim.from} ${one.fold}`
    return one.fold === '' || heard.size === heard.add(place).size ? [] : [one]
  })
}

function editorsFirst(claims: readonly Witness[], headline: string | undefined): readonly Witness[] {
  if (!claims.some(({ claim, fold: key }) => claim.from === 'title-element' && key === headline))
    return claims
  return claims.map((one) => {
    const alone = !claims.some(({ claim, fold: key }) => claim.key === 'twitter:title' && key === one.fold)
    const card = one.claim.key === 'og:title' && alone ? EDITORS.card : 1
    return { ...one, weight: one.weight * (isHeadlineOfData(one.claim) ? EDITORS.data : card) }
  })
}

/** Blocks of the article among which a heading nobody repeats still counts. */
const INTO = 3

/**
 * What is printed as the headline, likeliest first, what the page claims as well before all else: lines read as a title, blocks judged one, headings of the first level
 * near the start, headings that a claim of the page repeats.
 */
function printedTitles(seen: Witnesses, claimed: readonly Witness[]): Witness[] {
  const { from, to, several } = seen.input
  const claims = seen.claims('title').map((claim) => fold(claim.value))
  const isClaimed = ({ text }: Block) => {
    const key = fold(text)
    // a small heading inside the text may repeat a word of the title; the title itself is most of it
    return key.length > 3 && claims.some((claim) => claim.includes(key) && key.length * 2.5 > claim.length)
  }
  const rank = ({ level, at }: Block) => (level === 1 ? Math.abs(at - from) : 1e6)
  const headings = seen.blocks
    .slice(several ? Math.max(0, from - INTO) : 0, to + 1)
    .filter((block) => block.level !== undefined && block.text.length <= LONGEST)
    .filter((block) => isClaimed(block) || (block.level === 1 && block.at <= from + INTO))
    .sort((a, b) => rank(a) - rank(b))
  const lines = [
    ...joined(seen),
    ...seen
      .lines('title')
      .map((claim) => ({ ...claim, value: oneLine(claim.value, seen.blocks[claim.at ?? -1]) })),
    ...seen.inRole('title').map((block) => asClaim(block, 'title')),
    ...headings.map((block) => asClaim(block, `h${block.level}`)),
    // old pages break title, date and text by line ends only
    ...seen.blocks
      .slice(Math.max(0, from - INTO), from + 1)
      .filter(({ level, text }) => level === undefined && text.indexOf('\n') >= 10)
      .map((block) => ({ ...block, text: block.text.split('\n', 1)[0]! }))
      .filter((block) => isClaimed(block))
      .map((block) => asClaim(block, 'first line')),
  ]
  // a heading that opens with a colon has lost its first half to some other element
  const whole = lines.filter(({ value }) => value.length <= LONGEST && !/^[:：,;.…)\]]/.test(value))
  const named = whole.filter(
    ({ value }) => fold(value).length > 1 && !isBareSiteName(fold(value), seen.names),
  )
  const isSaid = ({ value }: Claim) =>
    claimed.some(({ fold: key, text }) => key === fold(value) || isPartOf(fold(value), text))
  return [...named.filter(isSaid), ...named.filter((claim) => !isSaid(claim))].map((claim, at) =>
    witness(claim, claim.value, FURTHER ** at),
  )
}

function asClaim(block: Block, key: string): Claim {
  return { field: 'title', value: oneLine(block.text, undefined), from: 'line', key, at: block.at }
}

/** A headline of two parts, each printed as a heading of the first level. */
function joined(seen: Witnesses): Claim[] {
  const first = new Set(seen.blocks.filter(({ level }) => level === 1).map(({ text }) => fold(text)))
  const both = seen.claims('title').find(({ value }) => {
    const parts = value.split(': ')
    return parts.length === 2 && parts.every((part) => first.has(fold(part)))
  })
  return both ? [{ ...both, from: 'line', key: 'title' }] : []
}

/** A heading may be broken over lines; of another block with several the first is the title. Documentation ends headings with a mark. */
function oneLine(text: string, block: Block | undefined): string {
  const end = block === undefined || block.level !== undefined ? -1 : text.indexOf('\n')
  return (end < 10 ? text : text.slice(0, end))
    .split('\n')
    .map((line) => line.trim())
    .join(' ')
    .replace(/\s?[¶§#]$/, '')
}
