import { soleLink } from '../../core/block.ts'
import type { Claim } from '../../core/claim.ts'
import { parseByline } from '../../facts/byline.ts'
import { fold } from './fold.ts'
import { evidence, type Found } from './found.ts'
import { isNoText, type LikelyType } from './page-type.ts'
import { type Name, namesIn } from './person-name.ts'
import { printedAuthors } from './printed-authors.ts'
import { isSiteName, type SiteNames } from './site-names.ts'
import type { Witnesses } from './witnesses.ts'

const MOST = 15

/** What one place on the page says of who wrote the article. */
interface Testimony {
  readonly claims: readonly Claim[]
  readonly names: readonly Name[]
}

/**
 * Who wrote the article: the first of markup, signatures, bylines and names beside the title that names a person, then the
 * first that names anybody.
 */
export function authors(
  seen: Witnesses,
  type: LikelyType | undefined,
): { authors?: Found<readonly string[]> } {
  if (isNoText(type)) return {}
  const isText = type === undefined || type.value === 'article'
  const lines = group(seen.lines('author').filter((claim) => !isBareLine([claim]) || isAlone(claim, seen)))
  const testimonies = [
    ...group(seen.claims('author')),
    ...(type?.value === 'forum' ? group(firstPoster(seen)) : []),
    ...lines.filter(([claim]) => claim!.key === 'byline'),
    ...group(printedAuthors(seen)),
    ...lines.filter(([claim]) => claim!.key !== 'byline'),
    ...group(bylines(seen)),
  ]
    .map((claims) => ({ claims, names: namesOf(claims, seen) }))
    .filter(({ names, claims }) => names.length > 0 && (isText || !isBareLine(claims)))
    .filter(({ names, claims }) => !isUnannounced(claims) || names.some(({ kind }) => kind === 'person'))
  const said = testimonies.filter(({ claims }) => !isBareLine(claims))
  const isSomebody = type?.value === 'forum' ? () => true : hasPerson
  const first =
    said.find(isSomebody) ??
    (isText ? testimonies.find(isSomebody) : undefined) ??
    testimonies.find(isShown(seen))
  if (first === undefined) return {}
  const chosen = printedRather(first, testimonies, seen)
  const best = isPrintedSo(chosen, lines) ? chosen : fuller(chosen, testimonies)
  const names = best.names.slice(0, MOST).map((name) => name.text)
  const claim = best.claims[0]!
  const others = testimonies
    .flatMap((testimony) => testimony.claims)
    .filter((other) => !best.claims.includes(other))
  const raw = best.claims.map(({ value }) => value).join('; ')
  return { authors: { value: names, evidence: evidence(claim, others, raw) } }
}

/** Who wrote the first post of a thread, as its markup marks him. */
function firstPoster({ blocks }: Witnesses): Claim[] {
  const post = blocks.find(({ dom }) => dom?.postAuthor !== undefined)
  return post === undefined
    ? []
    : [{ field: 'author', value: post.dom!.postAuthor!, from: 'html', key: 'first post', at: post.at }]
}

/** How far above the text, and into it, a desk or a site must sign for its text. */
const HEADER = 8

/** Where the name of a site leads that stands over every page of it. */
const HOME = /^(?:https?:\/\/[^/]+)?\/?$/

/** A site or a desk that markup names wrote the text where the page signs with it, else it only published it. */
function isShown({ blocks, input: { from } }: Witnesses): (testimony: Testimony) => boolean {
  const header = blocks
    .slice(Math.max(0, from - HEADER), from + 3)
    .filter((block) => !HOME.test(soleLink(block) ?? '-'))
    .map(({ text }) => fold(text.slice(0, 100)))
  return ({ names, claims }) => {
    const [{ from: origin, key }] = [claims[0]!]
    // papers sign for what their desks write
    const markup =
      origin !== 'line' &&
      !key.startsWith('NewsArticle') &&
      names.every(({ kind }) => kind === 'organisation')
    // what is said of the page as such names who runs the site
    const isShown =
      !key.startsWith('WebPage') && names.some(({ text }) => header.some((line) => line.includes(fold(text))))
    return !markup || isShown
  }
}

/** A byline in the header, where markup names somebody the page does not show anywhere. */
function printedRather(chosen: Testimony, all: readonly Testimony[], { blocks }: Witnesses): Testimony {
  const [claim] = chosen.claims
  if (claim!.from === 'line') return chosen
  const byline = all.find((one) => one.claims[0]!.key === 'byline' && hasPerson(one))
  if (byline === undefined) return chosen
  const keys = chosen.names.map(({ text }) => fold(text))
  const isPrinted = blocks.some(({ text }) => {
    const line = fold(text)
    return keys.some((key) => line.includes(key))
  })
  return isPrinted ? chosen : byline
}

/** A name alone near the title says least. */
function isBareLine([claim]: readonly Claim[]): boolean {
  return claim?.key === 'name-line'
}

/** Nothing but its place says that a name alone, or beside a date, is the writer's. */
function isUnannounced(claims: readonly Claim[]): boolean {
  return isBareLine(claims) || claims[0]?.key === 'dateline'
}

const BUTTON =
  /(?:^|\s)(?:now|article|copy|url|print|leave|partner|content|video|comments?|newsletter|sign|share|shop|book|buy|center|centre|guides?|department|tools?|program|date|link|more)(?:\s|$)/i

/** Is no button, and no part of the title or of the address, where sections and wares stand. */
function isAlone({ value, at }: Claim, { url = '', claims, lines, blocks }: Witnesses): boolean {
  if (BUTTON.test(value)) return false
  // in markup capitals are a button's or a section's, in dumps a byline's as well
  const capitals = /\s/.test(value) && !/\p{Ll}/u.test(value) && /\p{Lu}/u.test(value)
  if (capitals && at !== undefined && blocks[at]?.dom !== undefined) return false
  const name = fold(value)
  const said = [
    url.replace(/^https?:\/\/[^/]*/, ''),
    ...[...claims('title'), ...lines('title')].map((claim) => claim.value),
  ]
  return !said.some((text) => fold(text).includes(name))
}

/** The names in lines that are bylines as a whole. */
function bylines(seen: Witnesses): Claim[] {
  return seen.lines('byline').flatMap((claim) => {
    const names = parseByline(claim.value)?.authors ?? []
    return names.map((value): Claim => ({ ...claim, field: 'author', value }))
  })
}

/** Claims of one key make one testimony; the marks of JSON-LD organisations belong to the same list. */
function group(claims: readonly Claim[]): Claim[][] {
  const groups = new Map<string, Claim[]>()
  for (const claim of claims) {
    const key = `${claim.from} ${claim.key.replace('[Organization]', '')}`
    groups.set(key, [...(groups.get(key) ?? []), claim])
  }
  return [...groups.values()]
}

/** A user's handle (`ann.lee`) is a name only where nobody gives a better one. */
function hasPerson({ names }: Testimony): boolean {
  return names.some((name) => name.kind === 'person' && !/^[\p{Ll}\d._-]+$/u.test(name.text))
}

function namesOf(claims: readonly Claim[], { names: site, input }: Witnesses): Name[] {
  const names: Name[] = []
  for (const claim of claims) {
    if (/^(?:https?:)?\/\/|^[@/]/.test(claim.value.trim())) continue
    for (const name of namesIn(
      inOrder(claim),
      claim.from !== 'json-ld' && !input.language?.startsWith('ja'),
    )) {
      const kind = isOrganisation(claim, name, site) ? 'organisation' : name.kind
      if (!names.some((known) => fold(known.text) === fold(name.text))) names.push({ text: name.text, kind })
    }
  }
  // the site or its desk signs only where nobody else does
  const others = names.filter((name) => name.kind !== 'organisation')
  return others.some((name) => name.kind === 'person')
    ? others
    : names.length > 0 && others.length > 0
      ? others
      : names.slice(0, 2)
}

/** Libraries put the family name first: `Lee, Ann`. */
function inOrder({ key, value }: Claim): string {
  const parts = /citation|dc\.|dcterms/.test(key) ? /^([^,;]{2,40}),\s*([^,;]{1,40})$/.exec(value) : null
  return parts ? `${parts[2]} ${parts[1]}` : value
}

/** Towns, offices and universities: bodies that publish, in two capitalised words as people have them. */
const BODY =
  /^(?:Stadt|Gemeinde|Landkreis|Landratsamt|Ministerium|Universität|Hochschule|Ville|Mairie|Commune|Ministère|Université|Comune|Ministero|Ayuntamiento|Ministerio|Universidad|Prefeitura|Câmara|Universidade|Gemeente|Kommun|(?:City|Town|County|Ministry|University|Department|Office) of)\s/u

function isOrganisation(claim: Claim, name: Name, site: SiteNames): boolean {
  if (name.kind === 'agency') return false
  if (isSiteName(fold(name.text), site) || BODY.test(name.text)) return true
  return claim.key.endsWith('[Organization]') && !looksLikePerson(name.text)
}

/** Two to four capitalised words: many sites mark their people as organisations. */
function looksLikePerson(text: string): boolean {
  return /^(?:\p{Lu}[\p{L}\p{M}.'’-]{1,20}\s){1,3}\p{Lu}[\p{L}\p{M}.'’-]{1,20}$/u.test(text)
}

/** Whether the page's byline names just these people: markup that names more has them from other stories. */
function isPrintedSo({ names }: Testimony, lines: readonly (readonly Claim[])[]): boolean {
  const byline = lines.find(([claim]) => claim!.key === 'byline')
  const printed = new Set(byline?.map(({ value }) => fold(value)))
  return printed.size === names.length && names.every(({ text }) => printed.has(fold(text)))
}

/** Another place may name the same people and more. */
function fuller(chosen: Testimony, all: readonly Testimony[]): Testimony {
  const keys = chosen.names.map((name) => fold(name.text))
  const holds = (other: Testimony) => {
    const known = new Set(other.names.filter((name) => name.kind === 'person').map((name) => fold(name.text)))
    return (
      other.claims[0]!.from !== 'line' &&
      known.size > keys.length &&
      known.size <= keys.length + 4 &&
      keys.every((key) => known.has(key))
    )
  }
  return all.find((other) => other !== chosen && holds(other)) ?? chosen
}
