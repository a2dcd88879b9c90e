import type { Block } from '../core/block.ts'
import type { Facts, PageFacts } from '../core/facts.ts'
import { foldKey } from '../core/fold.ts'
import { reads } from '../words/whole-lines.ts'
import { endsInCredit, isCredit } from './byline/credit.ts'
import { haystack } from './haystack.ts'
import { labelledHead } from './labelled-head.ts'
import { hasCredits, isDateLine, namesByDay } from './line.ts'
import { openingText, slugWords } from './title/echo.ts'
import {
  type Evidence,
  type Scene,
  TITLE_FEATURES,
  type TitleFeature,
  titleEvidence,
} from './title/features.ts'
import { TITLE_WEIGHTS } from './title/weights.ts'

export interface TitleView {
  readonly blocks: readonly Block[]
  readonly facts: readonly Facts[]
  readonly whole: PageFacts
  /** Address of the page, whose last part often spells the title. */
  readonly url?: string | undefined
  /** First block of the article's text. */
  readonly body: number
  /** First block that may belong to this article: the end of the one before, plus one. */
  readonly after?: number
}

export interface TitleCandidate {
  readonly at: number
  /** Points; comparable between candidates of all pages. */
  readonly score: number
  readonly evidence: Evidence
}

/** Blocks above the text among which a title is looked for. */
const ABOVE = 70
/** Blocks into the text among which one is, where a teaser or a notice above it was taken for its start. */
const INTO = 15
/** Lightest and heaviest title, in Latin-equivalent characters. */
const LIGHTEST = 8
const HEAVIEST = 330
/** Below this score nothing stands there that is a title: the fitted score of "none of them". */
export const TITLE_FLOOR = 1.9

/** By page: candidates by the place asked about, which is often the same before and after judging. */
const perPage = new WeakMap<PageFacts, Map<string, readonly TitleCandidate[]>>()

/** Every line at the top of an article that could be its title, best first. */
export function titleCandidates(view: TitleView): readonly TitleCandidate[] {
  const { whole, url = '', body, after = 0 } = view
  const known = perPage.get(whole) ?? new Map<string, readonly TitleCandidate[]>()
  const asked = `${after} ${body} ${url}`
  const found = known.get(asked) ?? findCandidates(view)
  perPage.set(whole, known.set(asked, found))
  return found
}

function findCandidates(view: TitleView): readonly TitleCandidate[] {
  const { blocks, facts, body, after = 0 } = view
  const scene = sceneOf(view)
  const found: TitleCandidate[] = []
  const fields = labelledHead(blocks).at(-1)?.at ?? -1
  for (
    let at = Math.max(after, body - ABOVE, fields + 1);
    at < Math.min(blocks.length, body + 1 + INTO);
    at++
  ) {
    if (!mayHead(blocks[at]!, facts[at]!, at >= body)) continue
    const evidence = titleEvidence(scene, at)
    if (at > body && !stands(evidence)) continue
    found.push({ at, score: points(evidence), evidence })
  }
  return headFirst(
    found.sort((a, b) => b.score - a.score || b.at - a.at),
    facts,
  )
}

/** A line that heads the line below it has three words, and at most so many points less. */
const HEAD_WORDS = 3
const HEAD_GAP = 2.5

/** Of a title and the longer second line under it, which stands nearer to the byline, the upper one is the title. */
function headFirst(found: readonly TitleCandidate[], facts: readonly Facts[]): readonly TitleCandidate[] {
  const best = found[0]
  const above = best && found.find(({ at }) => at === best.at - 1)
  if (best === undefined || above === undefined || above.score < Math.max(TITLE_FLOOR, best.score - HEAD_GAP))
    return found
  const [upper, lower] = [facts[above.at]!, facts[best.at]!]
  const spoken = upper.words >= HEAD_WORDS && upper.mass >= 18 && upper.mass < lower.mass
  if (!spoken || lower.repeats > upper.repeats || best.evidence.slug > 0 || best.evidence.claimed > 0)
    return found
  return [above, ...found.filter((candidate) => candidate !== above)]
}

const STANDS: readonly TitleFeature[] = [
  'claimed',
  'slug',
  'above-byline',
  'above-date',
  'said-twice',
  'heading-1',
]

/** Inside the text a heading is a section's, unless more speaks for it than its look. */
function stands(evidence: Evidence): boolean {
  return STANDS.some((name) => evidence[name] > 0)
}

function sceneOf({ blocks, facts, whole, url, body, after = 0 }: TitleView): Scene {
  return {
    blocks,
    facts,
    whole,
    body,
    slug: slugWords(url),
    opening: openingText(blocks, body),
    trailEnd: trailEnd(facts, Math.max(after, body - ABOVE), body),
    keys: haystack(keysFrom(facts, after), KEY_RUN),
    headers: new Map(),
  }
}

/** Characters of other lines' keys a title is looked for in: all of an ordinary page, a part of an endless one. */
const KEYS = 12_000
/** Units of the runs they are looked up by: keys are asked for from eight on. */
const KEY_RUN = 8

function keysFrom(facts: readonly Facts[], after: number): string {
  let keys = ''
  for (let at = after; at < facts.length && keys.length < KEYS; at++) {
    const { mass, key } = facts[at]!
    if (mass >= 18 && mass <= HEAVIEST) keys += `${key}\n`
  }
  return keys
}

function trailEnd(facts: readonly Facts[], from: number, to: number): string {
  for (let at = to - 1; at >= from; at--) {
    const trail = facts[at]!.line?.breadcrumb
    if (trail !== undefined) return foldKey(trail.at(-1)!)
  }
  return ''
}

/** Lines that are metadata, credits or sentences of the text itself are no titles. */
function mayHead(block: Block, fact: Facts, inText: boolean): boolean {
  if (fact.letters < 2 || fact.mass < LIGHTEST || fact.mass > HEAVIEST || block.kind === 'code') return false
  if (ADDRESS.test(block.text) || FORM.test(block.text) || endsInCredit(block.text)) return false
  if (inText && fact.endsSentence && !/[?!？！]["”»』」]?$/u.test(block.text)) return false
  if (BUTTONS.some((list) => reads(fact, list)) || isPaged(block.text)) return false
  if (isFields(block.text) || isFirm(block.text)) return false
  if (fact.words >= ANNOUNCES && /[:：]$/u.test(block.text)) return false
  const reading = fact.line
  if (reading?.breadcrumb !== undefined || isTrail(block.text)) return false
  if (reading?.dates?.some(({ precision }) => precision === 'minute' || precision === 'second')) return false
  return (
    !(
      reading !== undefined &&
      (hasCredits(reading) || (isDateLine(reading) && !namesByDay(block.text, reading)))
    ) && !isCredit(block.text)
  )
}

/** Lists of whole lines that no story is called. */
const BUTTONS = ['share', 'skip', 'back', 'paging', 'login', 'comment-action'] as const

// Expressions with letters of all scripts are long once they are compiled, and asked of few lines.

/** Which of how many pages or posts this is: `3 posts • Page 1 of 1`. */
const isPaged = (text: string): boolean => /\d$/.test(text) && PAGED.test(text)
const PAGED = /^[^\p{L}]*(?:\p{L}+[ \d•·|,:-]{1,8})?\p{L}{3,9} \d+ (?:of|von|sur|de|di|из|z|van) \d+$/iu
/** Who sends a release, by the form of the firm. */
const isFirm = (text: string): boolean =>
  /(?:GmbH|AG|SE|KG|Inc\.?|Ltd\.?|LLC|PLC|A\.?|V\.)$/.test(text) && FIRM.test(text)
const FIRM =
  /^(?:\p{Lu}[\p{L}\d.&-]* ){1,4}(?:GmbH|AG|SE|KG|Inc\.?|Ltd\.?|LLC|PLC|S\.p\.A\.|S\.?A\.|B\.V\.|e\.V\.)$/u
/** Two fields with their labels: `Dir: Ann Lee. With: Bo Ray`. */
const isFields = (text: string): boolean => /: [^:]+: /.test(text) && FIELDS.test(text)
const FIELDS = /^\p{L}{2,14}: [^:]{2,60}[.;|,] ?\p{L}{2,14}: \S/u
/** A line of so many words that ends in a colon announces what stands below it. */
const ANNOUNCES = 8

/** An address alone, as dumpers print where a page or a picture was. */
const ADDRESS = /^(?:https?:\/\/|www\.)\S{1,2000}$/i

/** Fields and buttons of a form as text browsers draw them. */
const FORM = /^\[[\s_]*\]|^(?:\[[^\]]{1,20}\]\s*)+$/

/** Steps of a way through the site, complete or not. */
function isTrail(text: string): boolean {
  return /[^\s-][ ]?[›＞>] ?[^\s]/u.test(text) || text.split(' / ').length > 2
}

/** In the order of the features, which is that of the evidence. */
const WEIGHTS = TITLE_FEATURES.map((name) => TITLE_WEIGHTS[name])

function points(evidence: Evidence): number {
  let sum = 0
  const values = Object.values(evidence)
  for (let i = 0; i < values.length; i++) sum += values[i]! * WEIGHTS[i]!
  return sum
}

/** What speaks for a candidate, strongest first, for a person. */
export function titleReasons({ evidence }: TitleCandidate, most = 3): string[] {
  return TITLE_FEATURES.filter(
    (name) => evidence[name] > 0 && TITLE_REASONS[name] !== undefined && TITLE_WEIGHTS[name] > 0,
  )
    .sort((a, b) => TITLE_WEIGHTS[b] - TITLE_WEIGHTS[a])
    .slice(0, most)
    .map((name) => TITLE_REASONS[name]!)
}

/** The likeliest title of a page by its densest run of prose, before anybody judged; undefined where none stands out. */
export function pageTitle(view: {
  readonly page: { readonly url?: string | undefined }
  readonly blocks: readonly Block[]
  readonly facts: readonly Facts[]
  readonly whole: PageFacts
}): TitleCandidate | undefined {
  const { page, blocks, facts, whole } = view
  const body = whole.densest?.[0]
  if (body === undefined) return undefined
  const best = titleCandidates({ blocks, facts, whole, url: page.url, body })[0]
  return best === undefined || best.score < TITLE_FLOOR ? undefined : best
}

/** What a feature that speaks for a title says to a person. */
const TITLE_REASONS: Partial<Record<TitleFeature, string>> = {
  claimed: 'says what the page gives as its title',
  'claimed-part': 'says part of the title the page gives',
  'heading-1': 'is a heading of the first level',
  heading: 'is a heading',
  usual: 'is as long as titles are',
  'said-twice': 'is said more than once on the page',
  'within-others': 'stands within other lines of the page',
  adjacent: 'stands right above the text',
  'above-byline': 'stands above a byline',
  'near-byline': 'stands above a byline',
  'above-date': 'stands above a date',
  'near-date': 'stands above a date',
  'under-trail': 'stands under a breadcrumb',
  'ends-trail': 'ends the breadcrumb',
  slug: 'is spelled in the address',
  'slug-part': 'is spelled in the address in part',
  opening: 'is taken up by the first lines',
}
