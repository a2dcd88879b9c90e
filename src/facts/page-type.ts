import type { PageType } from '../core/article.ts'
import type { Claim } from '../core/claim.ts'
import type { Facts, PageFacts } from '../core/facts.ts'
import type { Page } from '../core/page.ts'
import { KIND_WORDS, KINDS } from '../words/page-types.ts'
import { addBlocks } from './page-type/blocks.ts'
import { PAGE_TYPE_BIAS, PAGE_TYPE_WEIGHTS } from './page-type/weights.ts'

/** A type less likely than this is not said: the page is something else. */
const LEAST = 0.3
/** Further than so many standard deviations from the mean, evidence counts no more. */
export const FARTHEST = 4

/** Everything a page's type is told by, by name; NaN is unknown. Address, markup and make-up of the text, no wording. */
export function pageEvidence(
  page: Page,
  facts: readonly Facts[],
  whole: Pick<PageFacts, 'mass' | 'densest'>,
): Record<string, number> {
  const out: Record<string, number> = {}
  addAddress(page.url, out)
  addHints(page.claims, out)
  addBlocks(page.blocks, facts, whole, out)
  return out
}

const WEIGHTS = Object.entries(PAGE_TYPE_WEIGHTS).map(([name, [mean, deviation, ...weights]]) => ({
  name,
  mean,
  deviation,
  weights,
}))

/** How likely the page is of each type, in the order of {@link KINDS}; the chances sum to 1. Unknown evidence says nothing. */
export function typeChances(evidence: Readonly<Record<string, number>>): readonly number[] {
  const scores = [...PAGE_TYPE_BIAS]
  for (const { name, mean, deviation, weights } of WEIGHTS) {
    const value = evidence[name] ?? Number.NaN
    if (Number.isNaN(value)) continue
    const far = Math.max(-FARTHEST, Math.min(FARTHEST, (value - mean) / deviation))
    for (let i = 0; i < scores.length; i++) scores[i]! += weights[i]! * far
  }
  const most = Math.max(...scores)
  const powers = scores.map((score) => Math.exp(score - most))
  const sum = powers.reduce((total, power) => total + power, 0)
  return powers.map((power) => power / sum)
}

/** The likeliest type with its chance; `other` where no type is likely. */
export function likeliestType(chances: readonly number[]): {
  readonly type: PageType
  readonly chance: number
} {
  const chance = Math.max(...chances)
  const type = KINDS[chances.indexOf(chance)]
  return type === undefined || chance < LEAST ? { type: 'other', chance: 1 - chance } : { type, chance }
}

const STEPS = 8
const LONGEST = 300

const KIND_NAMES = KINDS.map((kind) => ({ kind, name: `address:${kind}` }))

/** Adds what the address says of the kind of page; every value unknown (NaN) where there is none. */
function addAddress(url: string | undefined, out: Record<string, number>): void {
  const parts = url === undefined ? undefined : partsOf(url.slice(0, LONGEST))
  const unknown = Number.NaN
  const slug = parts?.steps.at(-1) ?? ''
  const is = (test: boolean) => (parts === undefined ? unknown : test ? 1 : 0)
  out['address:steps'] = parts?.steps.length ?? unknown
  out['address:root'] = is(parts?.steps.length === 0)
  out['address:dated'] = is(/\/(?:19|20)\d\d[/-]?\d\d?(?:\/|-|$)/.test(parts?.path ?? ''))
  out['address:page'] = is(/\.(?:s?html?|php|aspx?|jsp)$/.test(slug))
  out['address:hyphens'] = parts === undefined ? unknown : Math.min(10, slug.split('-').length - 1)
  out['address:digits'] = parts === undefined ? unknown : Math.min(10, slug.replace(/\D/g, '').length)
  out['address:query'] = is(parts?.query === true)
  out['address:slash'] = is(parts?.path.endsWith('/') === true)
  const before = parts === undefined ? [] : [...parts.labels, ...parts.steps]
  for (const { kind, name } of KIND_NAMES)
    out[name] = is(before.some((step) => KIND_WORDS[kind].address.test(step)))
}

function partsOf(url: string) {
  const parts = /^[a-z]{2,8}:\/\/([^/?#]{1,100})([^?#]*)(\?)?/.exec(url.toLowerCase())
  if (parts === null) return undefined
  const path = parts[2]!
  return {
    path,
    labels: parts[1]!.split('.').slice(0, -2).slice(0, 3),
    steps: path.split('/').filter(Boolean).slice(0, STEPS),
    query: parts[3] !== undefined,
  }
}

const LONGEST_CLAIM = 600

const KIND_HINTS = KINDS.map((kind) => ({
  words: KIND_WORDS[kind],
  hint: `hint:${kind}`,
  names: `names:${kind}`,
  title: `title:${kind}`,
}))

/** Adds what the page's markup says of its kind, apart from its text: types, software, names, and which fields it claims at all. */
function addHints(claims: readonly Claim[], out: Record<string, number>): void {
  const said = { main: '', types: '', names: '', title: '' }
  const fields = new Set<string>()
  for (const { field, value, from, key } of claims) {
    if (field === 'pageType') said[from === 'json-ld' ? 'main' : 'types'] += ` ${value}`
    else if (field === 'hint') said[from === 'html' || from === 'meta' ? 'names' : 'types'] += ` ${value}`
    else if (field === 'title') said.title ||= value
    fields.add(field)
    if (field === 'author' && from === 'json-ld' && key.includes('Organization')) fields.add('desk')
  }
  const [main, types, names, title] = [said.main, said.types, said.names, said.title].map((text) =>
    text.slice(0, LONGEST_CLAIM).toLowerCase(),
  ) as [string, string, string, string]
  const flag = (test: boolean) => (test ? 1 : 0)
  out['claims:website'] = flag(/\bwebsite\b/.test(types))
  out['claims:article'] = flag(/\barticle\b/.test(types))
  out['claims:news'] = flag(/newsarticle/.test(main))
  out['claims:posting'] = flag(/blogposting/.test(main))
  out['claims:recipe'] = flag(/recipe|howto/.test(types))
  out['claims:person'] = flag(/\bperson\b/.test(types))
  out['claims:trail'] = flag(fields.has('breadcrumb'))
  out['claims:author'] = flag(fields.has('author'))
  out['claims:published'] = flag(fields.has('published'))
  out['claims:modified'] = flag(fields.has('modified'))
  out['claims:section'] = flag(fields.has('section'))
  out['claims:tag'] = flag(fields.has('tag'))
  out['claims:body'] = flag(fields.has('body'))
  out['claims:nothing'] = flag(types === '' && main === '')
  out['title:words'] = Math.min(20, title.split(' ').length)
  for (const kind of KIND_HINTS) {
    out[kind.hint] = flag(kind.words.hint.test(types) || kind.words.hint.test(main))
    out[kind.names] = flag(kind.words.hint.test(names))
    out[kind.title] = flag(kind.words.title.test(title))
  }
}
