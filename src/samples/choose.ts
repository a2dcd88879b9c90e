import type { Article, ExplainedBlock, Outcome } from '../core/article.ts'
import { ROLES } from '../core/role.ts'
import { place } from './failure.ts'
import { type BlockIndex, findPhrase, fold, indexBlocks } from './phrase.ts'

/** A phrase for one of the lists, with a remark for the person who confirms or flips it. */
export interface ChosenPhrase {
  readonly phrase: string
  /** What a dropped block must be taken for, where that says more than that it was dropped. */
  readonly role?: string
  readonly note: string
}
/** What a `want.yaml` could expect of a page. */
export interface Choice {
  /** What the page should become; a page of which something should be kept is a clean one. */
  readonly status: Outcome['status']
  /** How many articles are expected; undefined where one is, or none of a page that is not clean. */
  readonly articles: number | undefined
  readonly keep: readonly ChosenPhrase[]
  readonly drop: readonly ChosenPhrase[]
  /** One entry an article. */
  readonly meta: readonly Readonly<Record<string, unknown>>[]
}
/** What is needed of a record to choose. */
export type Choosable = Pick<Outcome, 'status' | 'blocks'> & {
  readonly articles: readonly Omit<Article, 'markdown' | 'content'>[]
}

const MOST_KEEP = 8
const MOST_DROP = 12
const MOST_OF_A_ROLE = 2
/** Characters of a phrase in Latin script; half as many for scripts written without spaces. */
const PHRASE_LENGTH = 80
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/u

/** Phrases that hold today, and those of the blocks whose verdict a person flipped, each in the list where it should be. */
export function choosePhrases(outcome: Choosable, flips: ReadonlySet<number> = new Set()): Choice {
  const index = indexBlocks(outcome.blocks ?? [])
  const texts = outcome.articles.map((article) => fold(article.text))
  const isKept = (block: ExplainedBlock) => texts.some((text) => text.includes(phraseOf(block.text)))
  const flipped = index.blocks.filter((block) => flips.has(block.at))
  const turned = new Set(flipped.map((block) => phraseOf(block.text)))
  const holds = (block: ExplainedBlock) => !turned.has(phraseOf(block.text))
  const keep = proposeKeep(index).filter((block) => holds(block) && isKept(block))
  const drop = proposeDrop(index).filter((block) => holds(block) && !isKept(block))
  const rescued = outcome.status !== 'clean' && flipped.some((block) => !block.kept)
  const status = rescued ? 'clean' : outcome.status
  const count = outcome.articles.length
  return {
    status,
    articles: rescued || count === (status === 'clean' ? 1 : 0) ? undefined : count,
    keep: [
      ...flipped.filter((block) => !block.kept).map((block) => chosen(block, 'dropped today')),
      ...keep.map((block) => chosen(block)),
    ],
    drop: [
      ...flipped.filter((block) => block.kept).map((block) => chosen(block, 'kept today')),
      ...drop.map((block) => ({
        ...chosen(block),
        ...(isTellingRole(block.role) && { role: block.role }),
      })),
    ],
    meta: outcome.articles.map(proposeMeta),
  }
}

/** A record somebody else wrote may name any role. */
const isTellingRole = (role: string) => role !== 'boilerplate' && (ROLES as readonly string[]).includes(role)

function chosen(block: ExplainedBlock, said?: string): ChosenPhrase {
  const verdict = `${place(block)}, ${block.role}, score ${block.score.toFixed(2)}`
  return { phrase: phraseOf(block.text), note: fold(said === undefined ? verdict : `${said}: ${verdict}`) }
}

/** First and last block of the text, and between them those the judge was least sure of, in reading order. */
function proposeKeep(index: BlockIndex): readonly ExplainedBlock[] {
  const body = index.blocks.filter((block) => block.kept && block.role === 'body' && isTelling(index, block))
  const ends = new Set([body[0], body.at(-1)].filter((block) => block !== undefined))
  const doubtful = body.filter((block) => !ends.has(block)).sort((a, b) => a.score - b.score)
  return inOrder([...ends, ...doubtful.slice(0, MOST_KEEP - ends.size)])
}

/** The two blocks of each role that came closest to being kept, in reading order. */
function proposeDrop(index: BlockIndex): readonly ExplainedBlock[] {
  const perRole = new Map<string, number>()
  const dropped = index.blocks.filter((block) => !block.kept && isTelling(index, block))
  const chosen = dropped
    .sort((a, b) => b.score - a.score)
    .filter((block) => {
      const seen = perRole.get(block.role) ?? 0
      perRole.set(block.role, seen + 1)
      return seen < MOST_OF_A_ROLE
    })
  return inOrder(chosen.slice(0, MOST_DROP))
}

const inOrder = (blocks: readonly ExplainedBlock[]) => [...blocks].sort((a, b) => a.at - b.at)

/** Long enough to mean something, and standing nowhere else on the page. */
function isTelling(index: BlockIndex, block: ExplainedBlock): boolean {
  const phrase = phraseOf(block.text)
  return phrase.length >= (UNSPACED.test(phrase) ? 4 : 8) && findPhrase(index, phrase).length === 1
}

/** The beginning of a text, cut at a mark or between words. */
export function phraseOf(text: string): string {
  const folded = fold(text)
  const limit = UNSPACED.test(folded.slice(0, PHRASE_LENGTH)) ? PHRASE_LENGTH / 2 : PHRASE_LENGTH
  if (folded.length <= limit) return folded
  const head = folded.slice(0, limit)
  const cut = Math.max(...['. ', ', ', '。', '，', '、', '؛', '، '].map((mark) => head.lastIndexOf(mark)))
  if (cut > limit / 3) return head.slice(0, cut)
  const space = head.lastIndexOf(' ')
  return space > limit / 3 ? head.slice(0, space) : wholeCharacters(head)
}

/** Drops half of a surrogate pair at the end. */
const wholeCharacters = (text: string) => (/[\uD800-\uDBFF]$/.test(text) ? text.slice(0, -1) : text)

const FIELDS = [
  'title',
  'titleInferred',
  'subtitle',
  'authors',
  'editors',
  'source',
  'site',
  'published',
  'modified',
  'dateline',
  'printPage',
  'language',
  'breadcrumb',
] as const satisfies readonly (keyof Omit<Article, 'markdown' | 'content'>)[]

function proposeMeta(article: Omit<Article, 'markdown' | 'content'>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    FIELDS.flatMap((field) => (article[field] === undefined ? [] : [[field, article[field]]])),
  )
}
