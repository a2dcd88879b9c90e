import type { Article, ExplainedBlock, Outcome } from '../../src/core/article.ts'
import type { Role } from '../../src/core/role.ts'
import type { Vote } from '../../src/core/vote.ts'

/** A vote: against the article unless its role is `body`. */
export const vote = (rule: string, weight: number, role: Role = weight > 0 ? 'body' : 'related'): Vote => ({
  rule,
  role,
  weight,
  because: `was seen by ${rule}`,
})

/** Blocks of lines and votes; the votes decide. */
export function blocksOf(lines: readonly (readonly [text: string, ...votes: Vote[]])[]): ExplainedBlock[] {
  return lines.map(([text, ...votes], at) => {
    const score = votes.reduce((sum, { weight }) => sum + weight, 0)
    const role = score > 0 ? 'body' : (votes.find(({ weight }) => weight < 0)?.role ?? 'boilerplate')
    return { at, kind: 'paragraph', role, kept: score > 0, text, lines: [at + 1, at + 1], score, votes }
  })
}

/** A record; without blocks, its article holds `text`. */
export function record(id: string, blocks: readonly ExplainedBlock[], more: Partial<Article> = {}): Outcome {
  const text = blocks.filter(({ kept }) => kept).map((block) => block.text)
  const article = {
    text: text.join('\n\n'),
    markdown: '',
    wordCount: 1,
    confidence: 1,
    evidence: {},
    ...more,
  }
  return {
    id,
    input: { path: null, url: null, kind: 'text', charset: 'utf-8', charsetFrom: 'valid', bytes: 1 },
    status: 'clean',
    reason: null,
    articles: text.length > 0 ? [article] : [],
    dropped: { blocks: blocks.length - text.length, chars: 0, byRole: {}, byRule: {} },
    blocks,
  }
}

export async function* stream(...pages: Outcome[]): AsyncGenerator<Outcome> {
  yield* pages
}
