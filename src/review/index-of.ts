import type { Outcome } from '../core/article.ts'

/** What the list shows and the filters ask of a page, without opening it. */
export interface IndexEntry {
  readonly id: string
  readonly title?: string
  readonly url?: string
  readonly status: Outcome['status']
  /** Code and message of the reason why it is not clean. */
  readonly reason?: string
  readonly message?: string
  readonly language?: string
  readonly confidence?: number
  readonly articles: number
  readonly kept: number
  readonly dropped: number
  /** Roles of its blocks, and rules that voted on one; places in {@link ReportIndex.words}. */
  readonly roles: readonly number[]
  readonly rules: readonly number[]
  readonly change?: ChangeSize
}

/** How much of a page is another in the second of two runs. */
export interface ChangeSize {
  readonly lost: number
  readonly gained: number
  readonly fields: number
  /** What it was, where its status changed. */
  readonly before?: Outcome['status']
}

export interface ReportIndex {
  readonly words: readonly string[]
  readonly pages: readonly IndexEntry[]
  /** Of `--serve`: accepted samples can be handed in. */
  readonly live: boolean
}

export interface IndexWriter {
  add(page: Outcome, change?: ChangeSize): void
  done(live: boolean): ReportIndex
}

/** Collects the index page by page; each role and rule is named once for all pages. */
export function indexWriter(): IndexWriter {
  const words = new Map<string, number>()
  const pages: IndexEntry[] = []
  const number = (word: string) => {
    const known = words.get(word) ?? words.size
    words.set(word, known)
    return known
  }
  return {
    add(page, change) {
      const blocks = page.blocks ?? []
      const rules = new Set(blocks.flatMap((block) => block.votes.map((vote) => vote.rule)))
      const roles = new Set(blocks.map((block) => block.role))
      const said = blocks.length > 0 ? [...rules] : Object.keys(page.dropped?.byRule ?? {})
      const are = blocks.length > 0 ? [...roles] : Object.keys(page.dropped?.byRole ?? {})
      pages.push({
        ...headOf(page),
        roles: are.map(number),
        rules: said.map(number),
        ...(change && { change }),
      })
    },
    done: (live) => ({ words: [...words.keys()], pages, live }),
  }
}

function headOf({ id, input, status, reason, articles, blocks, dropped }: Outcome) {
  const [first] = articles
  const title = first?.titleInferred ? undefined : first?.title
  return {
    id,
    ...(title !== undefined && { title }),
    ...(typeof input?.url === 'string' && { url: input.url }),
    status,
    ...(reason && { reason: reason.code, message: reason.message }),
    ...(first?.language !== undefined && { language: first.language }),
    ...(first !== undefined && { confidence: first.confidence }),
    articles: articles.length,
    kept: blocks?.filter((block) => block.kept).length ?? 0,
    dropped: dropped?.blocks ?? 0,
  }
}
