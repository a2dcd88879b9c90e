import type { Claim } from '../core/claim.ts'
import { type Note, type Page, page as pageOf } from '../core/page.ts'
import { count } from '../facts/count.ts'
import { canCompare } from '../facts/spam/score.ts'
import { spamStretches } from '../facts/spam/stretches.ts'
import type { Survey } from '../facts/spam/survey.ts'
import { isSuspect } from '../facts/spam/survey.ts'
import { keptRanges } from './divide.ts'

const FIELDS: ReadonlySet<Claim['field']> = new Set(['title', 'subtitle', 'description'])
/** Characters of a claim looked at. */
const LONGEST = 1_000
/** What joins the parts of a title, left over where one of them went. */
const EDGES = /^[\s|｜_·•»:–—,，-]{1,20}|[\s|｜_·•»:–—,，-]{1,20}$/g

/**
 * Takes spam out of what the page claims as its title or summary, where hacked pages carry it: the longest clean run
 * stays, and what was cut is noted. A claim that is spam altogether is left out, and that is noted too.
 */
export function cleanClaims(page: Page, survey: Survey): Page {
  const { claims } = page
  const cleaned = claims.map((claim) => cleanClaim(claim, survey))
  const notes = [
    ...claims.filter((_, i) => cleaned[i] === undefined).map(leftOut),
    ...survey.unsure.map(leftIn),
  ]
  if (notes.length === 0 && cleaned.every((claim, i) => claim === claims[i])) return page
  return pageOf({
    ...page,
    claims: cleaned.filter((claim) => claim !== undefined),
    notes: notes.length > 0 ? [...(page.notes ?? []), ...notes] : page.notes,
  })
}

function leftOut({ field, key, value }: Claim): Note {
  return {
    kind: 'spam-claim',
    message: `the ${field} of ${key} is spam and was left out: "${value.slice(0, 200)}"`,
  }
}

function leftIn(text: string): Note {
  return {
    kind: 'spam-left',
    message: `reads like spam and stays, because it has no bound of a sentence: "${text.slice(0, 200)}"`,
  }
}

function cleanClaim(claim: Claim, survey: Survey): Claim | undefined {
  const { field, value } = claim
  if (!FIELDS.has(field) || value.length < 12 || value.length > LONGEST) return claim
  if (!isSuspect(value, count(value), survey.main)) return claim
  const { speech } = survey
  if (!canCompare(speech)) return claim
  const found = spamStretches(value, speech, field !== 'description').stretches
  if (found.length === 0) return claim
  const rest = keptRanges(value.length, found).map(([from, to]) => value.slice(from, to))
  const left = rest.map((part) => part.replace(EDGES, '')).sort((a, b) => b.length - a.length)[0]!
  if (!/\p{L}{2}/u.test(left)) return undefined
  return { ...claim, value: left, cut: found.map((stretch) => value.slice(stretch.from, stretch.to)) }
}
