import { contentOf } from '../content/content.ts'
import { storyPictures } from '../content/pictures.ts'
import { ARTICLE_FIELDS, type Article } from '../core/article.ts'
import type { Block } from '../core/block.ts'
import { characterClass, IDEOGRAPH, WORD } from '../core/character.ts'
import type { Facts } from '../core/facts.ts'
import { hashPair, type Spans } from '../core/hash.ts'
import type { Page } from '../core/page.ts'
import type { Pipeline } from '../core/pipeline.ts'
import type { View } from '../core/rule.ts'
import type { Verdict } from '../core/vote.ts'
import { dateOrder } from '../facts/date.ts'
import { directionOf, languagesOf } from '../facts/language.ts'
import { renderMarkdown } from '../render/markdown.ts'
import { renderText } from '../render/text.ts'
import { lineClaims } from './lines.ts'
import { metadata } from './metadata.ts'
import { postsOf } from './posts.ts'
import { rejoin } from './rejoin.ts'

export interface AssembleInput {
  readonly view: View
  readonly verdicts: readonly Verdict[]
  readonly pipeline: Pipeline
  /** ISO 8601 moment of retrieval. */
  readonly retrieved?: string | undefined
}

/** Turns verdicts into articles: several where the dump holds several, none where nothing was kept. */
export function assemble(input: AssembleInput): readonly Article[] {
  const { view, verdicts, pipeline } = input
  const ranges = pipeline.split === 'never' ? [wholeOf(view)] : splitArticles(view, verdicts)
  return ranges.flatMap((range) => article(input, range, ranges.length > 1) ?? [])
}

function wholeOf(view: View): Range {
  return [0, view.blocks.length - 1]
}

function article(input: AssembleInput, [first, last]: Range, several: boolean): Article | undefined {
  const { view, verdicts, pipeline, retrieved } = input
  const inside = verdicts.slice(first, last + 1)
  const kept = inside.filter((verdict) => verdict.kept)
  if (kept.length === 0) return undefined
  const body = rejoin(kept.map(({ at }) => view.blocks[at]!))
  const { page } = view
  const pictures = storyPictures({ page, verdicts, first, last })
  const content = contentOf({ blocks: body, wholes: page.wholes, pictures }, pipeline.markdown)
  const text = renderText(content)
  if (text === '') return undefined
  const from = kept[0]!.at
  const to = kept.at(-1)!.at
  const languages = languagesIn(prose(body, view), view.page)
  const language = languages[0]?.language
  const texts = view.blocks.slice(Math.max(0, from - 60), to + 30).map((block) => block.text)
  const order = dateOrder(inCountry(language, view.page), texts)
  const lines = lineClaims({
    order,
    blocks: view.blocks,
    facts: view.facts,
    whole: view.whole,
    verdicts,
    from,
    to,
    ...(several && { previous: first - 1, next: last + 1 }),
    ...(!several && view.page.url !== undefined && { url: view.page.url }),
  })
  const found = metadata({
    page: view.page,
    facts: view.facts,
    whole: view.whole,
    verdicts,
    from,
    to,
    lineClaims: lines,
    several,
    order,
    ...(retrieved !== undefined && { retrieved }),
    ...(language !== undefined && { language }),
  })
  const captions = inside
    .filter(({ role, kept, at }) => role === 'caption' || (kept && view.blocks[at]!.kind === 'caption'))
    .map(({ at }) => view.blocks[at]!.text)
  const posts = several ? [] : postsOf(view, body)
  const { fields } = found
  const host = hostOf(fields.canonicalUrl) ?? hostOf(view.page.url)
  return ordered({
    ...fields,
    ...(language !== undefined && { language, languages, direction: directionOf(language) }),
    ...(view.page.url !== undefined && { url: view.page.url }),
    ...(host !== undefined && { hostname: host }),
    text,
    markdown: renderMarkdown(content),
    ...(pipeline.content && { content }),
    ...(captions.length > 0 && { captions }),
    ...(posts.length > 0 && { posts }),
    wordCount: kept.reduce((words, { at }) => words + view.facts[at]!.words, 0),
    fingerprint: fingerprintOf(text),
    confidence: confidence(inside, view.facts, view.whole.kinds?.[0]),
    evidence: { ...found.evidence, ...bodyEvidence(body) },
  })
}

/** Host of an address of the web, lower case, without `www.`. */
function hostOf(address: string | undefined): string | undefined {
  return /^https?:\/\/(?:[^/?#@]*@)?(?:www\.)?([^/?#:@]+)/i.exec(address ?? '')?.[1]?.toLowerCase()
}

/** Says where the text was read when the document showed none and a script's claim stood in. */
function bodyEvidence(body: readonly Block[]): Article['evidence'] {
  const claimed = body.find(({ dom }) => dom?.tag === 'script')
  if (claimed === undefined || !('path' in claimed.place)) return {}
  return { text: { from: claimed.place.path, raw: claimed.text.slice(0, 500) } }
}

/** Language is asked of prose; a page of short lines is asked as it is. */
function prose(body: readonly Block[], view: View): string[] {
  const sentences = body.filter(({ at, kind }) => kind !== 'code' && view.facts[at]!.endsSentence)
  return (sentences.length > 0 ? sentences : body).map((block) => block.text)
}

/** Characters of prose below which what else the page prints settles what near kin leave open. */
const BRIEF = 400

function languagesIn(texts: readonly string[], page: Page): ReturnType<typeof languagesOf> {
  const declared = declaredLanguage(page)
  const isBrief = texts.reduce((length, text) => length + text.length, 0) < BRIEF
  if (declared !== undefined || !isBrief) return languagesOf(texts, declared)
  return languagesOf(texts, languagesOf(page.blocks.map(({ text }) => text))[0]?.language)
}

function declaredLanguage(page: Page): string | undefined {
  return page.claims.find((claim) => claim.field === 'language')?.value
}

/** The text's language with the country the page declares for it. */
function inCountry(language: string | undefined, page: Page): string | undefined {
  const declared = declaredLanguage(page)?.replace('_', '-')
  return declared !== undefined && (language === undefined || declared.startsWith(`${language}-`))
    ? declared
    : language
}

/** Keys in the order of the contract, whatever order they were found in. */
function ordered(article: Article): Article {
  return Object.fromEntries(
    ARTICLE_FIELDS.flatMap((key) => (article[key] === undefined ? [] : [[key, article[key]]])),
  ) as unknown as Article
}

/**
 * How sure the judge was: the mean probability that a verdict is right, over the blocks kept and those nearly kept,
 * weighed by their text; spam beside them takes away up to half, and a page that is hardly an article some more.
 * 0 where nothing was kept.
 *
 * @param article chance that the page is an article; undefined where nobody asked.
 */
function confidence(
  verdicts: readonly Verdict[],
  facts: readonly Facts[],
  article: number | undefined,
): number {
  let sure = 0
  let mass = 0
  let kept = false
  let [body, spam] = [0, 0]
  for (const { at, score, role, kept: keeps } of verdicts) {
    if (keeps) body += facts[at]!.mass
    else if (role === 'spam') spam += facts[at]!.mass
    if (!keeps && score < NEARLY) continue
    kept ||= keeps
    sure += facts[at]!.mass / (1 + Math.exp(-Math.abs(score)))
    mass += facts[at]!.mass
  }
  const doubt = OTHERWISE * (1 - (article ?? 1))
  const trust = (1 - doubt) * (1 - spam / Math.max(1, spam + body) / 2)
  return kept && mass > 0 ? Math.round((sure / mass) * trust * 1000) / 1000 : 0
}

/** Log-odds above which a dropped block was a close call: one in five. */
const NEARLY = -1.4

/** What a page that is certainly no article loses: what to keep of a shop or a list is a matter of taste. */
const OTHERWISE = 0.4

/** Blocks of one article, `at` inclusive. */
type Range = readonly [from: number, to: number]

/**
 * Splits a page that holds several stories at their headers; a header under which nothing was kept opens no article.
 * A page with fewer than two such headers is one article.
 */
function splitArticles({ blocks, whole: page }: View, verdicts: readonly Verdict[]): readonly Range[] {
  const whole: Range = [0, blocks.length - 1]
  const full = page.stories.filter(({ kind }) => kind === 'full')
  const ranges = full.map(({ headline, to }, i): Range => [i === 0 ? 0 : headline, to])
  const held = ranges.filter(([from, to]) => verdicts.slice(from, to + 1).some((verdict) => verdict.kept))
  return held.length < 2 ? [whole] : held
}

/** Words of a shingle. */
const WORDS = 3

/**
 * SimHash (Charikar 2002) of 64 bits over the shingles of three words of a text, as 16 hexadecimal digits. Texts that share
 * nearly all of their words have fingerprints that differ in few bits (Manku, Jain, Das Sarma 2007: at most three).
 */
function fingerprintOf(text: string): string {
  const folded = text.normalize('NFKC').toLowerCase()
  const [starts, ends]: [number[], number[]] = [[], []]
  findWords(folded, starts, ends)
  const words: Spans = { starts, ends }
  const count = starts.length
  const shingles = Math.max(1, count - WORDS + 1)
  const [high, low] = [new Int32Array(PLANES), new Int32Array(PLANES)]
  for (let at = 0; at < shingles; at++) {
    const hash = hashPair(folded, words, at, Math.min(at + WORDS, count))
    countBits(high, hash[0])
    countBits(low, hash[1])
  }
  return mostlySet(high, shingles) + mostlySet(low, shingles)
}

const UNDERSCORE = 95

/** Where words begin and end, and single characters of scripts that part no words. */
function findWords(text: string, starts: number[], ends: number[]): void {
  const { length } = text
  for (let at = 0; at < length; ) {
    const start = at
    const unit = text.charCodeAt(at++)
    if ((characterClass(unit) & IDEOGRAPH) !== 0) {
      if (isSurrogate(unit)) at++
    } else if (!isInWord(unit)) continue
    else while (at < length && isInWord(text.charCodeAt(at))) at++
    starts.push(start)
    ends.push(at)
  }
}

const isSurrogate = (unit: number): boolean => unit >= 0xd800 && unit < 0xdc00

function isInWord(unit: number): boolean {
  return (characterClass(unit) & WORD) !== 0 && unit !== UNDERSCORE
}

/** Enough to count the shingles of the longest text there can be. */
const PLANES = 30

/**
 * Counts the bits of a word, all 32 places at once: plane k holds bit k of every place's count, and what overflows is
 * carried on to the next (as in bit-sliced adders).
 */
function countBits(planes: Int32Array, word: number): void {
  for (let k = 0, carry = word; carry !== 0; k++) {
    const plane = planes[k]!
    planes[k] = plane ^ carry
    carry &= plane
  }
}

/** The places set in more than half of the words, as eight hexadecimal digits. */
function mostlySet(planes: Int32Array, words: number): string {
  let bits = 0
  for (let bit = 0; bit < 32; bit++) {
    let times = 0
    for (let k = 0; k < planes.length; k++) times += ((planes[k]! >>> bit) & 1) << k
    if (times * 2 > words) bits |= 1 << bit
  }
  return (bits >>> 0).toString(16).padStart(8, '0')
}
