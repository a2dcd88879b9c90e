import type { Article, Outcome } from '../core/article.ts'

/** What became of a page, without its articles and blocks: all that must be read to put a run together. */
export interface Card extends Omit<Outcome, 'articles' | 'blocks'> {
  /** Where the page was found. */
  readonly place: string
  /** Digest of its content; null where it could not be had. */
  readonly content: string | null
  /** Languages of its articles. */
  readonly articles: readonly (string | null)[]
  /** Whether a line with its blocks follows. */
  readonly blocks: boolean
}

/**
 * A page's record as it lies in a shard: its card, then its articles, then its blocks, a line of JSON each. The lines
 * are made once, where the page is cleaned, and copied from there on.
 */
export interface PageRecord {
  readonly card: Card
  readonly articles: readonly Buffer[]
  readonly blocks?: Buffer
}

const LF = 10

export function recordOf(outcome: Outcome, place: string, content: string | null): Buffer {
  const { articles, blocks, ...rest } = outcome
  const card: Card = {
    place,
    content,
    ...rest,
    articles: articles.map(({ language }) => language ?? null),
    blocks: blocks !== undefined,
  }
  return Buffer.from(
    [card, ...articles, ...(blocks ? [blocks] : [])].map((part) => `${JSON.stringify(part)}\n`).join(''),
  )
}

/** The records in the bytes of a shard, or of one page. */
export function* readRecords(bytes: Buffer): Generator<PageRecord> {
  let at = 0
  const line = (): Buffer => {
    const end = bytes.indexOf(LF, at)
    const found = bytes.subarray(at, end)
    at = end + 1
    return found
  }
  while (at < bytes.length) {
    const card = JSON.parse(line().toString()) as Card
    const articles = card.articles.map(line)
    yield { card, articles, ...(card.blocks && { blocks: line() }) }
  }
}

export const readRecord = (bytes: Buffer): PageRecord => readRecords(bytes).next().value!

export const articleOf = (line: Buffer): Article => JSON.parse(line.toString()) as Article

/** The whole record as one line of JSON, keys in the order of {@link Outcome}. */
export function lineOf({ card, articles, blocks }: PageRecord): string {
  const { id, input, status, reason, dropped, limits, notes } = card
  const front = JSON.stringify({ id, input, status, reason }).slice(0, -1)
  const back = JSON.stringify({ dropped, limits, notes }).slice(1, -1)
  return `${front},"articles":[${articles.join(',')}],${back}${blocks ? `,"blocks":${blocks}` : ''}}\n`
}

export const outcomeOf = (record: PageRecord): Outcome => JSON.parse(lineOf(record)) as Outcome
