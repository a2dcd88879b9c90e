import type { Article, ExplainedBlock, Outcome } from '../core/article.ts'
import type { Vote } from '../core/vote.ts'
import type { WholeKind } from '../core/whole.ts'

/**
 * A page's record as it lies in the report: blocks in columns, a line of an article's text told by the number of the
 * block that reads the same. Unpacks to what went in, but for `markdown`, `content` and digits nobody is shown.
 */
export interface PackedPage {
  readonly outcome: Omit<Outcome, 'articles' | 'blocks'>
  readonly articles: readonly PackedArticle[]
  readonly blocks?: PackedBlocks
}
type PackedArticle = Omit<ReviewArticle, 'text'> & { readonly text: readonly (number | string)[] }

/** An article and a page as the report knows them. */
export type ReviewArticle = Omit<Article, 'markdown' | 'content'>
export type ReviewPage = Omit<Outcome, 'articles'> & { readonly articles: readonly ReviewArticle[] }

export function packPage(page: Outcome): PackedPage {
  const { articles, blocks, ...outcome } = page
  const at = new Map((blocks ?? []).map((block, i) => [block.text, i]))
  return {
    outcome,
    articles: articles.map(({ text, markdown, content, ...rest }) => ({
      ...rest,
      text: text.split('\n').map((line) => at.get(line) ?? line),
    })),
    ...(blocks && { blocks: packBlocks(blocks) }),
  }
}

export function unpackPage({ outcome, articles, blocks }: PackedPage): ReviewPage {
  const unpacked = blocks && unpackBlocks(blocks)
  return {
    ...outcome,
    articles: articles.map(({ text, ...rest }) => ({
      ...rest,
      text: text.map((line) => (typeof line === 'number' ? unpacked![line]!.text : line)).join('\n'),
    })),
    ...(unpacked && { blocks: unpacked }),
  }
}

/** Blocks in columns: like stands beside like, which packs to a third of what a list of records does. */
interface PackedBlocks {
  readonly kinds: readonly string[]
  readonly roles: readonly string[]
  readonly kind: readonly number[]
  readonly role: readonly number[]
  readonly kept: readonly number[]
  /** In hundredths. */
  readonly score: readonly number[]
  readonly text: readonly string[]
  readonly lines?: readonly (readonly [number, number])[]
  /** Characters shared with the path before, and the rest. */
  readonly paths?: readonly (readonly [shared: number, rest: string])[]
  /** What several blocks are one of, with its first and last block. */
  readonly wholes?: readonly (readonly [kind: string, from: number, to: number])[]
  /** Every vote there is, without its reason; `null` for a weight that is what the others leave of the score. */
  readonly ballots: readonly (readonly [
    rule: string,
    role: string,
    weight: number | null,
    evidence?: NonNullable<Vote['evidence']>,
  ])[]
  /** Each block's votes, as places in `ballots`. */
  readonly votes: readonly (readonly number[])[]
  /** Reasons by rule, in order; {@link OWN_TEXT} stands for the block's text. */
  readonly because: Readonly<Record<string, readonly string[]>>
}

const OWN_TEXT = '\u0001'
/** Shortest text worth a mark in a reason. */
const SHORTEST = 6
/** Weights are rounded; votes that sum to the score within this do sum to it. */
const ROUNDING = 0.005

function packBlocks(blocks: readonly ExplainedBlock[]): PackedBlocks {
  const [kinds, roles, ballots] = [numbering(), numbering(), numbering()]
  const because: Record<string, string[]> = {}
  const columns = {
    kind: blocks.map((block) => kinds.of(block.kind)),
    role: blocks.map((block) => roles.of(block.role)),
    kept: blocks.map((block) => Number(block.kept)),
    score: blocks.map((block) => Math.round(block.score * 100)),
    text: blocks.map((block) => block.text),
    ...(blocks[0]?.lines && { lines: blocks.map((block) => block.lines ?? ([0, 0] as const)) }),
    ...(blocks[0]?.path !== undefined && { paths: shareStarts(blocks.map((block) => block.path ?? '')) }),
    ...(blocks.some((block) => block.whole) && { wholes: wholesOf(blocks) }),
    votes: blocks.map((block) => {
      const rest = remainder(block)
      return block.votes.map((vote) => {
        because[vote.rule] ??= []
        because[vote.rule]!.push(marked(vote.because, block.text))
        const weight = vote === rest ? null : thousandths(vote.weight)
        const evidence = vote.evidence === undefined ? [] : [vote.evidence]
        return ballots.of(JSON.stringify([vote.rule, vote.role, weight, ...evidence]))
      })
    }),
  }
  const cast = ballots.all().map((ballot) => JSON.parse(ballot) as PackedBlocks['ballots'][number])
  return { kinds: kinds.all(), roles: roles.all(), ...columns, ballots: cast, because }
}

/** Each once: blocks of one whole stand together. */
function wholesOf(blocks: readonly ExplainedBlock[]): NonNullable<PackedBlocks['wholes']> {
  const found = new Map<string, readonly [string, number, number]>()
  for (const { whole } of blocks)
    if (whole) found.set(`${whole.from} ${whole.to}`, [whole.kind, whole.from, whole.to])
  return [...found.values()]
}

/** The vote that need not be told because it makes up the rest of the score: the model's. */
function remainder({ votes, score }: ExplainedBlock): Vote | undefined {
  const total = votes.reduce((sum, vote) => sum + vote.weight, 0)
  return Math.abs(total - score) < ROUNDING ? votes.find((vote) => vote.rule === 'model') : undefined
}

function marked(reason: string, text: string): string {
  const plain = reason.replaceAll(OWN_TEXT, ' ')
  return text.length < SHORTEST ? plain : plain.replaceAll(text, OWN_TEXT)
}

const thousandths = (value: number) => Math.round(value * 1000) / 1000

function numbering() {
  const known = new Map<string, number>()
  const of = (word: string) => {
    const number = known.get(word) ?? known.size
    known.set(word, number)
    return number
  }
  return { of, all: () => [...known.keys()] }
}

function shareStarts(paths: readonly string[]): (readonly [number, string])[] {
  return paths.map((path, i) => {
    const before = paths[i - 1] ?? ''
    let shared = 0
    while (shared < path.length && path[shared] === before[shared]) shared++
    return [shared, path.slice(shared)]
  })
}

function unpackBlocks(packed: PackedBlocks): ExplainedBlock[] {
  const { kinds, roles, lines, paths, wholes = [] } = packed
  const around = new Map<number, ExplainedBlock['whole']>()
  for (const [kind, from, to] of wholes)
    for (let at = from; at <= to; at++) around.set(at, { kind: kind as WholeKind, from, to })
  const told = new Map<string, number>()
  let path = ''
  return packed.text.map((text, at) => {
    if (paths) path = path.slice(0, paths[at]![0]) + paths[at]![1]
    const score = packed.score[at]! / 100
    return {
      at,
      kind: kinds[packed.kind[at]!] as ExplainedBlock['kind'],
      role: roles[packed.role[at]!] as ExplainedBlock['role'],
      kept: packed.kept[at] === 1,
      text,
      ...(lines && { lines: lines[at]! }),
      ...(paths && { path }),
      ...(around.has(at) && { whole: around.get(at)! }),
      score,
      votes: unpackVotes(packed, at, score, told),
    }
  })
}

function unpackVotes(packed: PackedBlocks, at: number, score: number, told: Map<string, number>): Vote[] {
  const cast = packed.votes[at]!.map((ballot) => packed.ballots[ballot]!)
  const known = cast.reduce((sum, [, , weight]) => sum + (weight ?? 0), 0)
  return cast.map(([rule, role, weight, evidence]) => {
    const nth = told.get(rule) ?? 0
    told.set(rule, nth + 1)
    const because = packed.because[rule]![nth]!.replaceAll(OWN_TEXT, () => packed.text[at]!)
    const vote = { rule, role: role as Vote['role'], weight: weight ?? thousandths(score - known), because }
    return evidence === undefined ? vote : { ...vote, evidence }
  })
}
