import type { Claim } from '../../core/claim.ts'
import { fold } from './fold.ts'
import { evidence, type Found } from './found.ts'
import { inferredTitle } from './inferred-title.ts'
import { printedTitles } from './printed-title.ts'
import { isSiteName } from './site-names.ts'
import { confirmedRun, withoutSite } from './title-parts.ts'
import type { Witnesses } from './witnesses.ts'

/** One wording of the title, with the site's name taken off. */
interface Wording {
  readonly text: string
  readonly fold: string
  readonly claim: Claim
}

const LONGEST = 300

/** The article's title: the printed one where a claim agrees with it, else what most of the page's claims agree on. */
export function title(seen: Witnesses): (Found<string> & { readonly inferred?: true }) | undefined {
  const printed = printedTitles(seen)
  const claimed = wordings(seen, printed)
  const chosen = choose(
    printed.map((claim) => plainWording(claim)),
    claimed,
  )
  if (chosen === undefined) return inferredTitle(seen)
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
    if (whole === '' || isSite(whole)) return []
    const run = headings.has(whole) ? undefined : confirmedRun(claim.value, headings)
    const text = run ?? withoutSite(claim.value, isSite, (part) => sections.has(part))
    return [{ text, fold: fold(text), claim }]
  })
}

function choose(printed: readonly Wording[], claimed: readonly Wording[]): Wording | undefined {
  const by = (test: (claim: Claim) => boolean) => claimed.find(({ claim }) => test(claim))
  const ld = by((claim) => claim.from === 'json-ld' && !claim.key.startsWith('WebPage.'))
  const og = by((claim) => claim.key === 'og:title')
  const element = by((claim) => claim.from === 'title-element')
  const heading = printed.find((h) => claimed.some((c) => c.fold === h.fold)) ?? printed[0]
  const same = (a: Wording | undefined, b: Wording | undefined) => a !== undefined && a.fold === b?.fold
  if (heading === undefined) return ld ?? og ?? claimed[0]
  // the newsroom's own headline beside one rewritten everywhere else
  if (ld && !same(ld, heading) && same(og, heading) && same(element, heading)) return ld
  // every claim against a heading of other words: `Blog`, a slogan, the rubric
  if (og && same(ld ?? og, og) && same(og, element) && !same(heading, og)) {
    return ld || !agrees(heading, og) ? og : heading
  }
  const twitter = by((claim) => claim.key === 'twitter:title')
  // the mirror image: one wording for search engines everywhere, and the editors' own for readers elsewhere
  if (og && ld && same(ld, heading) && same(element, heading) && !same(og, heading) && !same(og, twitter))
    return og
  return claimed.some((c) => c.fold === heading.fold) ||
    claimed.length === 0 ||
    claimed.some((c) => agrees(heading, c))
    ? heading
    : (ld ?? og ?? claimed[0])
}

/** Two wordings of one headline: half of the shorter one's words stand in the other. */
function agrees(a: Wording, b: Wording): boolean {
  const [short, long] = [words(a.text), words(b.text)].sort((x, y) => x.size - y.size) as [
    Set<string>,
    Set<string>,
  ]
  let shared = 0
  for (const word of short) if (long.has(word)) shared++
  return short.size > 0 && shared * 2 >= short.size
}

function words(text: string): Set<string> {
  const folded = text.normalize('NFKC').toLowerCase()
  return new Set(
    folded.match(
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{M}\p{N}]{2,60}/gu,
    ),
  )
}
