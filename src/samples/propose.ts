import { Document, type YAMLSeq } from 'yaml'
import type { Article, ExplainedBlock, Outcome } from '../core/article.ts'
import { place } from './failure.ts'
import { type BlockIndex, findPhrase, fold, indexBlocks } from './phrase.ts'

export interface ProposeOptions {
  readonly why: string
  readonly pipeline?: string
  readonly url?: string
  /** Path of the JSON schema, as seen from the sample's folder. */
  readonly schema?: string
}

const MOST_KEEP = 8
const MOST_DROP = 12
const MOST_OF_A_ROLE = 2
/** Characters of a phrase in Latin script; half as many for scripts written without spaces. */
const PHRASE_LENGTH = 80
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/u

/** A `want.yaml` that expects what came out today, for a person to confirm or to flip line by line. */
export function proposeWant(outcome: Outcome, options: ProposeOptions): string {
  const { why, pipeline, url, schema } = options
  const index = indexBlocks(outcome.blocks ?? [])
  const meta = outcome.articles.map(proposeMeta)
  const [only, ...others] = meta
  const doc = new Document({
    why,
    ...(url !== undefined && { url }),
    ...(pipeline !== undefined && { pipeline }),
    ...(outcome.status !== 'clean' && { status: outcome.status }),
    ...(outcome.articles.length !== 1 && { articles: outcome.articles.length }),
    keep: [],
    drop: [],
    ...(only !== undefined && { meta: others.length > 0 ? meta : only }),
  })
  if (schema !== undefined) doc.commentBefore = ` yaml-language-server: $schema=${schema}`
  const texts = outcome.articles.map((article) => fold(article.text))
  for (const block of proposeKeep(index)) {
    const phrase = phraseOf(block.text)
    if (texts.some((text) => text.includes(phrase))) add(doc, 'keep', phrase, block)
  }
  for (const block of proposeDrop(index)) {
    const phrase = phraseOf(block.text)
    if (texts.some((text) => text.includes(phrase))) continue
    // "boilerplate" says no more than that it was dropped
    const plain = block.role === 'boilerplate'
    add(doc, 'drop', plain ? phrase : { text: phrase, role: block.role }, block)
  }
  for (const list of ['keep', 'drop']) if ((doc.get(list) as YAMLSeq).items.length === 0) doc.delete(list)
  return doc.toString({ lineWidth: 0 })
}

function add(doc: Document, list: 'keep' | 'drop', value: unknown, block: ExplainedBlock): void {
  const node = doc.createNode(value, { flow: true })
  node.comment = ` ${place(block)}, ${block.role}, score ${block.score.toFixed(2)}`
  ;(doc.get(list) as YAMLSeq).add(node)
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
] as const satisfies readonly (keyof Article)[]

function proposeMeta(article: Article): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    FIELDS.flatMap((field) => (article[field] === undefined ? [] : [[field, article[field]]])),
  )
}
