import type { Claim } from '../../core/claim.ts'
import { fold } from './fold.ts'
import { evidence, type Found } from './found.ts'
import { inferredTitle, printedTitles } from './printed-title.ts'

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

const LONGEST = 300

/**
 * The article's title. Every place that gives one is a witness: headlines printed, and headlines claimed by markup. Each
 * wording is worth what its witnesses weigh together, of those who say nearly the same a part; the heaviest is the title.
 * Where there is no witness, a title is inferred from the text.
 */
export function title(seen: Witnesses): (Found<string> & { readonly inferred?: true }) | undefined {
  const claims = claimed(seen)
  const headlines = printed(seen, claims)
  const witnesses = [...headlines, ...editorsFirst(claims, headlines[0]?.fold)]
  if (witnesses.length === 0) return inferredTitle(seen)
  const best = heaviest(witnesses, ({ fold: wording }) => {
    const longer = new Set(witnesses.filter(({ text }) => isPartOf(wording, text)).map((one) => one.fold))
    const share = ({ fold: said }: Witness) =>
      said === wording ? 1 : longer.has(said) || isCut(said, wording) ? PART : 0
    return total(witnesses, (other) => other.weight * share(other))
  })
  // one wording may be spelled in several ways: quotes, colons, capitals
  const alike = witnesses.filter((one) => one.fold === best.fold)
  const { text, claim } = heaviest(alike, (one) =>
    total(alike, (other) => (other.text === one.text ? other.weight : 0)),
  )
  const others = [...witnesses]
    .sort((a, b) => b.weight - a.weight)
    .map((one) => ({ ...one.claim, value: one.text }))
  return { value: text, evidence: evidence({ ...claim, value: text }, others, claim.value) }
}

/** What a headline weighs by where it stands; fitted on 700 pages with known titles. */
const PRINTED: Readonly<Record<string, number>> = { title: 2, h1: 3 }
const OTHER_PRINTED = 1.5
/** Each further printed line weighs so much less. */
const FURTHER = 0.8
const CLAIMED: readonly (readonly [test: (claim: Claim) => boolean, weight: number])[] = [
  [(claim) => isHeadlineOfData(claim), 3],
  [({ from, key }) => from === 'json-ld' || key === 'og:title', 2.5],
  [({ from }) => from === 'microdata', 1.5],
  [({ from }) => from === 'title-element', 1],
]
const OTHER_CLAIMED = 0.5
/**
 * Where the title element repeats the printed headline, that is often the wording for search engines: what the data, or the
 * card for readers elsewhere alone, say otherwise is the editors' own.
 */
const EDITORS = { data: 4, card: 8 }

/** Not the film beside the text, or the thing it reviews. */
function isHeadlineOfData({ from, key }: Claim): boolean {
  const other = /^(?:WebPage|Product|VideoObject|SoftwareApplication|Course|Event|Book)\./
  return from === 'json-ld' && !other.test(key)
}

/** Those that markup repeats first. */
function printed(seen: Witnesses, claims: readonly Witness[]): Witness[] {
  const lines = printedTitles(seen).map((claim) => ({ claim, text: claim.value, fold: fold(claim.value) }))
  const isClaimed = (line: { readonly fold: string }) =>
    claims.some(({ fold: key, text }) => key === line.fold || isPartOf(line.fold, text))
  const ordered = [...lines.filter(isClaimed), ...lines.filter((line) => !isClaimed(line))]
  return ordered.map((line, rank) => {
    const weight = (PRINTED[line.claim.key] ?? OTHER_PRINTED) * FURTHER ** rank
    return { ...line, weight }
  })
}

function claimed(seen: Witnesses): Witness[] {
  const sections = new Set(
    [...seen.claims('section'), ...seen.claims('breadcrumb')].map((claim) => fold(claim.value)),
  )
  const isSite = (part: string) => isSiteName(part, seen.names)
  const heard = new Set<string>()
  return seen.claims('title').flatMap((claim): Witness[] => {
    if (claim.value.length > LONGEST || isBareSiteName(fold(claim.value), seen.names)) return []
    const text = withoutSite(claim.value, isSite, (part) => sections.has(part))
    const key = fold(text)
    const place = `${claim.from === 'meta' ? claim.key : claim.from} ${key}`
    if (key === '' || heard.has(place)) return []
    heard.add(place)
    const weight = CLAIMED.find(([test]) => test(claim))?.[1] ?? OTHER_CLAIMED
    return [{ text, fold: key, claim, weight }]
  })
}

function editorsFirst(claims: readonly Witness[], headline: string | undefined): readonly Witness[] {
  const repeats = claims.some(({ claim, fold: key }) => claim.from === 'title-element' && key === headline)
  return repeats ? claims.map((one) => ({ ...one, weight: one.weight * editors(one, claims) })) : claims
}

function editors({ claim, fold: key }: Witness, found: readonly Witness[]): number {
  if (isHeadlineOfData(claim)) return EDITORS.data
  const alone = !found.some((other) => other.claim.key === 'twitter:title' && other.fold === key)
  return claim.key === 'og:title' && alone ? EDITORS.card : 1
}

/** What a witness lends a wording that is his without site, section or kicker, or where he breaks off. */
const PART = 0.6

/** An attribute may break off at a quotation mark. */
function isCut(short: string, long: string): boolean {
  return short.length >= 20 && short !== long && long.startsWith(short)
}

function heaviest(witnesses: readonly Witness[], weigh: (one: Witness) => number): Witness {
  let [best, most] = [witnesses[0]!, -1]
  for (const one of witnesses) {
    const weight = weigh(one)
    if (weight > most) [best, most] = [one, weight]
  }
  return best
}

function total(witnesses: readonly Witness[], weigh: (one: Witness) => number): number {
  return witnesses.reduce((sum, one) => sum + weigh(one), 0)
}
