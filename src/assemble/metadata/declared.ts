import { fold } from './fold.ts'
import { evidence, type Found, foundIn } from './found.ts'
import type { Witnesses } from './witnesses.ts'

/** The page's own summary, unless it only repeats the title. */
export function description(seen: Witnesses, title: string | undefined): Found<string> | undefined {
  const claims = seen.claims('description')
  const own = title === undefined ? '' : fold(title)
  const claim = claims.find(({ value }) => value.length >= 20 && fold(value) !== own)
  return foundIn(claim, claims)
}

/** The picture the page shows for the article, as an absolute address. */
export function image(seen: Witnesses): Found<string> | undefined {
  const claims = seen.claims('image')
  return foundIn(claims.find((claim) => claim.from === 'opengraph') ?? claims[0], claims)
}

/** The address the page wants to be known by. */
export function canonicalUrl(seen: Witnesses): Found<string> | undefined {
  const claims = seen.claims('canonicalUrl')
  return foundIn(claims.find((claim) => claim.from === 'link') ?? claims[0], claims)
}

/** Terms the page names for its text. */
export function license(seen: Witnesses): Found<string> | undefined {
  const claims = seen.claims('license')
  return foundIn(claims[0], claims)
}

/** Whether the page says that its text is for subscribers. */
export function paywalled(seen: Witnesses): Found<boolean> | undefined {
  const claims = seen.claims('paywalled')
  const claim = claims.find(({ value }) => value === 'true') ?? claims[0]
  return claim && { value: claim.value === 'true', evidence: evidence(claim) }
}
