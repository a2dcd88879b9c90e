import type { ExplainedBlock, Outcome } from '../../src/core/article.ts'
import type { Role } from '../../src/core/role.ts'
import type { Clean } from '../../src/samples/check.ts'

/** Stands in for the pipeline: a line is a block; one that begins with `[role]` is dropped as that role. */
export const lineClean: Clean = async ({ bytes, path }, { explain = false } = {}) => {
  const lines = new TextDecoder().decode(bytes).split('\n')
  const blocks = lines.flatMap((line, at) => (line.trim() === '' ? [] : [blockOf(line, at)]))
  return record(blocks, { explain, ...(path !== undefined && { path }), bytes: bytes?.length ?? 0 })
}

function blockOf(line: string, at: number): ExplainedBlock {
  const [, role, rest] = /^\[([\w-]+)\](.*)$/.exec(line) ?? []
  const weight = role === undefined ? 2 : -2
  return {
    at,
    kind: 'paragraph',
    role: (role ?? 'body') as Role,
    kept: role === undefined,
    text: (rest ?? line).trim(),
    lines: [at + 1, at + 1],
    score: weight,
    votes: [
      { rule: 'mark', role: (role ?? 'body') as Role, weight, because: `is marked ${role ?? 'by nothing'}` },
    ],
  }
}

interface Known {
  readonly explain: boolean
  readonly path?: string
  readonly bytes: number
}

function record(blocks: readonly ExplainedBlock[], { explain, path, bytes }: Known): Outcome {
  const kept = blocks.filter((block) => block.kept)
  const text = kept.map((block) => block.text).join('\n\n')
  const status = text === '' ? 'rejected' : 'clean'
  return {
    id: path ?? 'page',
    input: { path: path ?? null, url: null, kind: 'text', charset: 'utf-8', charsetFrom: 'stub', bytes },
    status,
    reason: status === 'clean' ? null : { code: 'empty', message: 'nothing was left' },
    articles:
      status === 'clean'
        ? [
            {
              title: kept[0]!.text,
              language: 'en-GB',
              text,
              markdown: text,
              wordCount: text.split(' ').length,
              confidence: 1,
              evidence: { title: { from: 'line title', raw: kept[0]!.text } },
            },
          ]
        : [],
    dropped: { blocks: 0, chars: 0, byRole: {}, byRule: {} },
    ...(explain && { blocks }),
  }
}
