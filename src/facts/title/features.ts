import type { Block } from '../../core/block.ts'
import { opensLower } from '../../core/character.ts'
import type { Facts, PageFacts } from '../../core/facts.ts'
import { bareNames } from '../byline.ts'
import { type Haystack, mayContain } from '../haystack.ts'
import { countsBack, hasCredits, isDateLine } from '../line.ts'
import { share, telling, wordsOf } from './echo.ts'

/** What is computed once for all candidates of one article. */
export interface Scene {
  readonly blocks: readonly Block[]
  readonly facts: readonly Facts[]
  readonly whole: PageFacts
  /** First block of the article's text. */
  readonly body: number
  /** Words of the page's address, of the text's first lines, and of the trail above the text. */
  readonly slug: ReadonlySet<string>
  readonly opening: Haystack
  readonly trailEnd: string
  /** Keys of the short lines from this article's first on, one after another. */
  readonly keys: Haystack
  /** What the lines looked at are of a header, as they are asked: several candidates stand near each. */
  readonly headers: Map<number, Header>
}

type Header = 'byline' | 'date' | 'trail' | undefined

/** Features of a candidate, in the order of the weights. Each is 0 or 1, or a number of about that size. */
export const TITLE_FEATURES = [
  'claimed',
  'claimed-part',
  'heading-1',
  'heading',
  'tiny',
  'short',
  'usual',
  'long',
  'huge',
  'sentence',
  'trails',
  'listy',
  'said-twice',
  'within-others',
  'item',
  'linked',
  'distance',
  'adjacent',
  'in-text',
  'above-byline',
  'near-byline',
  'above-date',
  'near-date',
  'under-trail',
  'ends-trail',
  'menu',
  'slug',
  'slug-part',
  'slug-own',
  'prose-below',
  'opening',
  'opening-none',
  'page-top',
  'next-longer',
  'many-words',
  'lower-case',
  'inside',
  'interface',
] as const
export type TitleFeature = (typeof TITLE_FEATURES)[number]

/** Every feature; 0 where it does not speak. */
export type Evidence = Record<TitleFeature, number>
const SILENT = Object.fromEntries(TITLE_FEATURES.map((name) => [name, 0])) as Evidence

export function titleEvidence(scene: Scene, at: number): Evidence {
  const out = { ...SILENT }
  ofClaims(scene, at, out)
  ofShape(scene, at, out)
  ofRepeats(scene, at, out)
  ofPlace(scene, at, out)
  ofEchoes(scene, at, out)
  return out
}

function ofClaims({ facts, whole }: Scene, at: number, out: Evidence): void {
  const { key } = facts[at]!
  if (whole.titleKeys.has(key)) out.claimed = 1
  else if (key.length >= 10)
    for (const title of whole.titleKeys)
      if (title.includes(key) || key.includes(title)) out['claimed-part'] = 1
}

function ofShape({ blocks, facts }: Scene, at: number, out: Evidence): void {
  const block = blocks[at]!
  const { mass, endsSentence, trails, commas, words, chars } = facts[at]!
  if (block.level !== undefined) out[block.level === 1 ? 'heading-1' : 'heading'] = 1
  out[mass < 14 ? 'tiny' : mass < 24 ? 'short' : mass <= 160 ? 'usual' : mass <= 220 ? 'long' : 'huge'] = 1
  if (endsSentence && !trails && !/[?!？！]["”»』」)]?$/u.test(block.text)) out.sentence = 1
  if (trails) out.trails = 1
  if (commas > 3) out.listy = 1
  if (opensLower(block.text)) out['lower-case'] = 1
  if (block.kind === 'item') out.item = 1
  if (words >= 5 && chars >= 12) out['many-words'] = 1
  if (isInterface(block.text)) out.interface = 1
  if ((block.dom?.linkShare ?? 0) > 0.9 && block.level === undefined) out.linked = 1
}

function ofRepeats({ facts, keys }: Scene, at: number, out: Evidence): void {
  const { repeats, key, mass } = facts[at]!
  if (repeats > 4 || mass < 18) return
  if (repeats > 1) out['said-twice'] = 1
  if (key.length < 8 || !mayContain(keys, key, repeats + 1)) return
  const { text } = keys
  let times = 0
  for (let i = text.indexOf(key); i >= 0 && times < 6; i = text.indexOf(key, i + key.length)) times++
  if (times > repeats) out['within-others'] = 1
}

/** Lines below a title among which its byline or date stands. */
const NEAR = 4

function ofPlace(scene: Scene, at: number, out: Evidence): void {
  const { blocks, facts, body } = scene
  const below = body - at
  out.distance = Math.log1p(Math.max(0, below))
  if (below > 0 && below <= 3) out.adjacent = 1
  out['prose-below'] = proseBetween(scene, at, body)
  if (below <= 0) out['in-text'] = 1
  if (below < 0) out.inside = Math.log1p(-below)
  for (let next = at + 1; next <= at + NEAR && next < blocks.length && next <= body + 1; next++) {
    const kind = header(scene, next)
    if (kind === undefined || kind === 'trail') continue
    out[next === at + 1 ? (`above-${kind}` as const) : (`near-${kind}` as const)] = 1
    break
  }
  const above = at > 0 ? header(scene, at - 1) : undefined
  if (above === 'trail') out['under-trail'] = 1
  if (isMenu(facts, at)) out.menu = 1
  if (at < 2) out['page-top'] = 1
  const after = facts[at + 1]
  if (after !== undefined && below > 1 && after.mass > facts[at]!.mass * 1.3 && after.mass < 330)
    out['next-longer'] = 1
}

/** Sentences of some length between the title and its text are of something else. */
function proseBetween({ facts }: Scene, at: number, body: number): number {
  let count = 0
  for (let next = at + 1; next < body; next++)
    if (facts[next]!.endsSentence && facts[next]!.mass >= 80) count++
  return Math.log1p(count)
}

const INTERFACE =
  /\b(?:share|subscri|sign (?:in|up)|log ?in|newsletter|cookie|menu|search|skip|copyright|all rights|advert|comments?\b|read (?:more|also|next)|related|follow us|download|app store|abonn|anmelden|teilen|suche|registr|inscri|connexion|partag|compart|suscri|condivid|iscriviti|delen|subscrev|поделиться|подпис|войти|реклама)|©|登录|注册|分享|下载|扫一扫|二维码|字号|评论|收藏|关注|会員|ログイン|シェア|로그인|공유|댓글|구독/i

function isInterface(text: string): boolean {
  return text.length < 200 && INTERFACE.test(text)
}

function header(scene: Scene, at: number): Header {
  const { headers } = scene
  if (!headers.has(at)) headers.set(at, headerOf(scene, at))
  return headers.get(at)
}

function headerOf(scene: Scene, at: number): Header {
  const reading = scene.facts[at]!.line
  if (reading === undefined) return ofTimeLine(scene, at)
  if (reading.breadcrumb !== undefined) return 'trail'
  if (hasCredits(reading)) return 'byline'
  return isDateLine(reading) ? 'date' : undefined
}

/** A line that counts back from now, and a name alone over that or over a date. */
function ofTimeLine({ blocks, facts }: Scene, at: number): 'byline' | 'date' | undefined {
  if (countsBack(blocks[at]!.text, facts[at]!.signs)) return 'date'
  const [below, fact] = [blocks[at + 1], facts[at + 1]]
  if (below === undefined || fact === undefined) return undefined
  const tells = countsBack(below.text, fact.signs) || (fact.line !== undefined && isDateLine(fact.line))
  if (!tells) return undefined
  return bareNames(blocks[at]!.text).length > 0 ? 'byline' : undefined
}

/** A short line between short lines is a menu's. */
function isMenu(facts: readonly Facts[], at: number): boolean {
  const [before, own, after] = [facts[at - 1], facts[at]!, facts[at + 1]]
  return own.mass < 30 && (before?.mass ?? 99) < 30 && (after?.mass ?? 99) < 30
}

function ofEchoes({ blocks, facts, slug, opening, trailEnd }: Scene, at: number, out: Evidence): void {
  const own = wordsOf(blocks[at]!)
  const { key } = facts[at]!
  if (key.length > 5 && trailEnd !== '' && (trailEnd === key || trailEnd.startsWith(key)))
    out['ends-trail'] = 1
  if (slug.size >= 2 && own.length > 0) {
    const said = own.filter((word) => slug.has(word)).length
    const part = said / Math.max(3, Math.min(own.length, slug.size))
    out['slug-part'] = said / Math.max(3, slug.size)
    out['slug-own'] = said / Math.max(3, own.length)
    if (part >= 0.75) out.slug = 1
  }
  const senses = telling(own)
  if (senses.length >= 2) {
    const taken = share(senses, opening)
    if (taken === 0) out['opening-none'] = 1
    else out.opening = taken
  }
}
