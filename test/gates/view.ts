import type { Article } from '../../src/core/article.ts'
import type { Block } from '../../src/core/block.ts'
import type { Claim } from '../../src/core/claim.ts'
import type { Role } from '../../src/core/role.ts'
import { measure } from '../../src/facts/measure.ts'
import { GATES } from '../../src/gates/all.ts'
import type { GateView } from '../../src/gates/gate.ts'

export interface Sketch {
  /** The page's title element. */
  readonly title?: string
  /** One block a line; `# ` makes a heading, `- ` a dropped line, `-role: ` one dropped as that role, `+role: ` one kept that was named so. */
  readonly lines: readonly string[]
  readonly article?: Partial<Article>
}

/** A page after judging, drawn with a few lines. */
export function viewOf({ title, lines, article }: Sketch): GateView {
  const drawn = lines.map(draw)
  const claims: Claim[] = title ? [{ field: 'title', value: title, from: 'title-element', key: 'title' }] : []
  const page = {
    door: 'html' as const,
    blocks: drawn.map(({ block }, at) => ({ ...block, at })),
    wholes: [],
    pictures: [],
    claims,
    limits: [],
  }
  const kept = drawn.filter((one) => one.kept).map((one) => one.block.text)
  return {
    page,
    ...measure(page),
    verdicts: drawn.map(({ role, kept }, at) => ({
      at,
      role: kept ? 'body' : role,
      kept,
      score: kept ? 2 : -2,
      votes: kept && role !== 'body' ? [{ rule: role, role, weight: -1, because: 'is named so' }] : [],
    })),
    articles: kept.length === 0 ? [] : [articleOf(kept.join('\n\n'), article)],
  }
}

function draw(line: string): { block: Block; role: Role; kept: boolean } {
  const marked = /^(?:-|\+(?=\w))(\w[\w-]*:)? /.exec(line)
  const kept = marked === null || line.startsWith('+')
  const role = (marked ? (marked[1]?.slice(0, -1) ?? 'navigation') : 'body') as Role
  const text = marked ? line.slice(marked[0].length) : line.replace(/^# /, '')
  const kind = line.startsWith('# ') ? ('heading' as const) : ('paragraph' as const)
  const block: Block = {
    at: 0,
    kind,
    text,
    place: { lines: [1, 1] },
    ...(kind === 'heading' && { level: 1 }),
  }
  return { block, role, kept }
}

function articleOf(text: string, article: Partial<Article> = {}): Article {
  return {
    text,
    markdown: text,
    wordCount: text.split(' ').length,
    confidence: 0.9,
    evidence: {},
    ...article,
  }
}

/** What a gate says with its defaults, or with some options set. */
export function judge(
  id: string,
  sketch: Sketch,
  options: Readonly<Record<string, unknown>> = {},
): string | undefined {
  const gate = GATES.find((one) => one.id === id)!
  const defaults = Object.fromEntries(
    Object.entries(gate.options).map(([name, spec]) => [name, spec.default]),
  )
  return gate.judge(viewOf(sketch), { ...defaults, ...options })
}
