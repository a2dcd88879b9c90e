import type { Article, Evidence } from '../core/article.ts'
import type { Claim, ClaimField } from '../core/claim.ts'
import type { Role } from '../core/role.ts'
import { authors } from './metadata/authors.ts'
import { dates } from './metadata/dates.ts'
import { fold } from './metadata/fold.ts'
import { evidence, type Found, foundIn } from './metadata/found.ts'
import { pageType } from './metadata/page-type.ts'
import { namesIn } from './metadata/person-name.ts'
import { isSiteName } from './metadata/site-names.ts'
import { title } from './metadata/title.ts'
import { titleParts } from './metadata/title-parts.ts'
import { type MetadataInput, type Witnesses, witnesses } from './metadata/witnesses.ts'

export type { MetadataInput } from './metadata/witnesses.ts'

export interface Metadata {
  readonly fields: Partial<Article>
  /** By field; every field of `fields` that was read off the page has its entry. */
  readonly evidence: Record<string, Evidence>
}

/**
 * Weighs what the page says of itself against what it prints and against its address, field by field. A field nobody
 * supports is absent.
 */
export function metadata(input: MetadataInput): Metadata {
  const seen = witnesses(input)
  const headline = title(seen)
  const trail = breadcrumb(seen, headline?.value)
  const type = pageType(seen)
  const found: Record<string, Found<unknown> | undefined> = {
    title: headline,
    ...printedFields(seen, headline?.value),
    ...authors(seen, type),
    editors: editors(seen),
    source: source(seen),
    site: site(seen),
    ...dates(seen, type),
    section: section(seen, trail?.value),
    breadcrumb: trail,
    description: description(seen, headline?.value),
    tags: tags(seen),
    canonicalUrl: canonicalUrl(seen),
    image: image(seen),
    license: license(seen),
    paywalled: paywalled(seen),
    pageType: type,
  }
  const kept = Object.entries(found).filter(
    (entry): entry is [string, Found<unknown>] => entry[1] !== undefined,
  )
  const fields = Object.fromEntries(
    kept.map(([name, { value }]) => [name, plainly(value)]),
  ) as Partial<Article>
  return {
    fields: {
      ...fields,
      ...(headline?.inferred && { titleInferred: true }),
      ...(type && { pageTypeConfidence: type.chance }),
    },
    evidence: Object.fromEntries(kept.map(([name, { evidence }]) => [name, evidence])),
  }
}

/** Controls, and marks that turn the direction of what follows: in a title or a name they only disguise it. */
const CONTROLS = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu

function withoutControls(text: string): string {
  const plain = text.replace(CONTROLS, (found) => (/\s/.test(found) ? ' ' : ''))
  return plain === text ? text : plain.trim()
}

function plainly(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plainly)
  return typeof value === 'string' ? withoutControls(value) : value
}

/** The page's own summary, unless it only repeats the title. */
function description(seen: Witnesses, title: string | undefined): Found<string> | undefined {
  const claims = seen.claims('description')
  const own = title === undefined ? '' : fold(title)
  const claim = claims.find(({ value }) => value.length >= 20 && fold(value) !== own)
  return foundIn(claim, claims)
}

/** The picture the page shows for the article, as an absolute address. */
function image(seen: Witnesses): Found<string> | undefined {
  const claims = seen.claims('image')
  return foundIn(claims.find((claim) => claim.from === 'opengraph') ?? claims[0], claims)
}

/** The address the page wants to be known by. */
function canonicalUrl(seen: Witnesses): Found<string> | undefined {
  const claims = seen.claims('canonicalUrl')
  return foundIn(claims.find((claim) => claim.from === 'link') ?? claims[0], claims)
}

/** Terms the page names for its text. */
function license(seen: Witnesses): Found<string> | undefined {
  const claims = seen.claims('license')
  return foundIn(claims[0], claims)
}

/** Whether the page says that its text is for subscribers. */
function paywalled(seen: Witnesses): Found<boolean> | undefined {
  const claims = seen.claims('paywalled')
  const claim = claims.find(({ value }) => value === 'true') ?? claims[0]
  return claim && { value: claim.value === 'true', evidence: evidence(claim) }
}

/** The editors the page names, printed lines before markup. */
function editors(seen: Witnesses): Found<readonly string[]> | undefined {
  const labelled = seen.labelled('editor')
  const claims = [...seen.lines('editor'), ...labelled, ...seen.claims('editor')]
  for (const claim of claims) {
    const group = claims.filter((other) => other.key === claim.key && other.from === claim.from)
    const names = group.flatMap(({ value }) => namesIn(value)).map((name) => name.text)
    const unique = names.filter(
      (name, index) => names.findIndex((other) => fold(other) === fold(name)) === index,
    )
    if (unique.length > 0) return { value: unique.slice(0, 8), evidence: evidence(claim, claims) }
  }
  return undefined
}

const SITE_ORDER = ['og:site_name', 'NewsArticle.publisher', 'Article.publisher', 'WebSite.name']

/** The site's name as it calls itself; where it does not, the part of the page's title that its address repeats. */
function site(seen: Witnesses): Found<string> | undefined {
  const said = [...seen.names.said].sort((a, b) => place(a.key) - place(b.key))
  const claim = said[0]
  if (claim !== undefined) return { value: claim.value, evidence: evidence(claim, said) }
  return fromTitle(seen)
}

function place(key: string): number {
  const at = SITE_ORDER.indexOf(key)
  return at < 0 ? SITE_ORDER.length : at
}

function fromTitle(seen: Witnesses): Found<string> | undefined {
  if (seen.names.labels.length === 0) return undefined
  for (const claim of seen.claims('title')) {
    const parts = titleParts(claim.value)
    const part = parts.length > 1 ? parts.findLast((p) => isSiteName(p.fold, seen.names)) : undefined
    if (part === undefined) continue
    const value = claim.value.slice(part.from, part.to).trim()
    if (fold(value) !== '') return { value, evidence: evidence({ ...claim, value }, [], claim.value) }
  }
  return undefined
}

const LONGEST_OUTLET = 60
const SOURCE_LABEL =
  /^(?:稿件|文章|信息|内容|新闻|消息)?(?:来源|來源|出处|转自|源自|source|quelle|fuente|fonte|источник|출처)(?:于|自)?\s*[:：]\s*/i

/** A portal's service for accounts (某某号·政务): whose account it is says more. */
const SERVICE = /\p{Script=Han}{2}号(?:[·•]|$)/u

/** The outlet the page credits with the article: as printed, else as its markup names it. */
function source(seen: Witnesses): Found<string> | undefined {
  const labelled = seen.labelled('source')
  const claims = [...seen.lines('source'), ...labelled, ...seen.claims('source')]
  const outlets = claims.flatMap((claim) => {
    const value = outlet(claim)
    return value === undefined ? [] : [{ ...claim, value, raw: claim.value }]
  })
  const best = outlets.find(({ value }) => !SERVICE.test(value)) ?? outlets[0]
  return best && { value: best.value, evidence: evidence(best, claims, best.raw) }
}

function outlet(claim: Claim): string | undefined {
  const text = claim.value.replace(SOURCE_LABEL, '').trim()
  const isOutlet =
    text !== '' &&
    text.length <= LONGEST_OUTLET &&
    /\p{L}/u.test(text) &&
    !/^(?:https?:|www\.|\/)|[{}<>=]|^(?:default|null|undefined|none)$/i.test(text)
  return isOutlet ? text : undefined
}

const MOST = 30
const LONGEST_TAG = 60
const BETWEEN = /\s*[,;，；、|\n]\s*/u
const TAGS_LABEL =
  /^(?:tag(?:s|ged)?|topics?|keywords?|filed under|posted in|more on|schlagw[oö]rter|themen|mots[- ]cl[ée]s|etiquetas|关键词|关键字|标签|タグ|キーワード|태그|теги)\s*[:：]\s*/i

/** Subjects the page files the article under: its list of tags, else its keywords, else the printed tag line. */
function tags(seen: Witnesses): Found<readonly string[]> | undefined {
  const claims = seen.claims('tag')
  const first = claims.find((claim) => claim.key === 'article:tag') ?? claims[0]
  const block = seen.inRole('tags')[0]
  const chosen =
    first !== undefined
      ? claims.filter((claim) => claim.key === first.key)
      : block
        ? [
            {
              field: 'tag' as const,
              value: block.text.replace(TAGS_LABEL, ''),
              from: 'line' as const,
              key: 'tags',
              at: block.at,
            },
          ]
        : []
  const values: string[] = []
  const known = new Set<string>()
  for (const tag of chosen
    .flatMap(({ value }) => value.slice(0, 2000).split(BETWEEN))
    .map((text) => text.trim())) {
    const key = fold(tag)
    if (key === '' || tag.length > LONGEST_TAG || known.has(key)) continue
    known.add(key)
    values.push(tag)
  }
  if (values.length === 0) return undefined
  return {
    value: values.slice(0, MOST),
    evidence: evidence(chosen[0]!, [], chosen.map(({ value }) => value).join(', ')),
  }
}

const LONGEST_SECTION = 60
/** Steps of a trail that name no section: the way in, and the article itself. Folded. */
const GENERIC = new Set(
  (
    'home homepage start startseite accueil inicio início home page index 首页 首頁 主页 正文 正文内容 文章 详情 内容 ホーム トップ 홈 главная ' +
    'anasayfa beranda trangchủ strona główna hem forside news article articles blog'
  ).split(' '),
)
const STEPS = /\s*(?:[>›»→＞]|\s\/\s|\s::\s|\s\|\s)\s*/u

/** The trail from the site's front to the article, without the article's own title. */
function breadcrumb(seen: Witnesses, title: string | undefined): Found<readonly string[]> | undefined {
  const lines = seen.lines('breadcrumb')
  const ofMarkup = seen.claims('breadcrumb')
  const origin = ofMarkup.length > 1 ? ofMarkup.filter((claim) => claim.from === ofMarkup[0]!.from) : []
  const block = seen.inRole('breadcrumb')[0]
  const claims =
    origin.length > 0
      ? origin
      : lines.length > 0
        ? lines
        : block
          ? [{ field: 'breadcrumb' as const, value: block.text, from: 'line' as const, key: 'breadcrumb' }]
          : []
  const steps = (claims.length === 1 ? claims[0]!.value.split(STEPS) : claims.map((claim) => claim.value))
    .map((step) => step.trim())
    .filter((step) => step !== '' && step.length <= LONGEST_SECTION * 2)
  const own = title === undefined ? '' : fold(title)
  const trail = steps.filter((step, index) => index < steps.length - 1 || fold(step) !== own)
  if (trail.length < 2 || claims[0] === undefined) return undefined
  return {
    value: trail.slice(0, 10),
    evidence: evidence(claims[0], [], claims.map(({ value }) => value).join(' > ')),
  }
}

/** The section the page files the article under: said by its markup, else the trail's last telling step. */
function section(seen: Witnesses, trail: readonly string[] | undefined): Found<string> | undefined {
  const claims = seen
    .claims('section')
    .filter(({ value }) => value.length <= LONGEST_SECTION && !/^https?:|^\d+$/.test(value))
  const claim = seen.lines('section')[0] ?? claims[0]
  if (claim !== undefined) return { value: claim.value, evidence: evidence(claim, claims) }
  const step = trail?.findLast(
    (name, index) => index > 0 && name.length <= LONGEST_SECTION && !GENERIC.has(fold(name)),
  )
  return step === undefined ? undefined : { value: step, evidence: { from: 'breadcrumb', raw: step } }
}

const LONGEST_PRINTED = 500

/** Fields only a printed line gives: second line of the title, rubric, byline, place, page of the printed edition. */
function printedFields(
  seen: Witnesses,
  title: string | undefined,
): Record<'subtitle' | 'kicker' | 'byline' | 'dateline' | 'printPage', Found<string> | undefined> {
  return {
    subtitle: unlessTitle(printed(seen, 'subtitle', 'subtitle') ?? markupSubtitle(seen, title), title),
    kicker: unlessTitle(printed(seen, 'kicker', 'kicker'), title),
    byline: printed(seen, 'byline', 'byline'),
    dateline: printed(seen, 'dateline'),
    printPage: printed(seen, 'printPage'),
  }
}

function printed(seen: Witnesses, field: ClaimField, role?: Role): Found<string> | undefined {
  const block = role && seen.inRole(role).find(({ text }) => text.length <= LONGEST_PRINTED)
  const line = seen.lines(field)[0]
  const claim: Claim | undefined =
    line ?? (block && { field, value: block.text, from: 'line', key: role ?? field, at: block.at })
  return foundIn(claim, seen.lines(field))
}

/** A subtitle of the markup counts where the page prints it. */
function markupSubtitle(seen: Witnesses, title: string | undefined): Found<string> | undefined {
  const { from } = seen.input
  const claims = seen.claims('subtitle')
  if (claims.length === 0 || title === undefined) return undefined
  const near = seen.blocks.slice(Math.max(0, from - 10), from + 3).map((block) => fold(block.text))
  return foundIn(
    claims.find(({ value }) => near.includes(fold(value))),
    claims,
  )
}

function unlessTitle(found: Found<string> | undefined, title: string | undefined): Found<string> | undefined {
  return found && title !== undefined && fold(found.value) === fold(title) ? undefined : found
}
