import type { ExplainedBlock } from '../core/article.ts'
import { fold } from './phrase.ts'

/** What kind of expectation was not met; `sample` where the sample itself is broken. */
export type Expectation =
  | 'sample'
  | 'page'
  | 'status'
  | 'articles'
  | 'keep'
  | 'drop'
  | 'role'
  | 'meta'
  | 'text'

/** One expectation that was not met, with all a person needs to find out why. */
export interface Failure {
  /** Which kind. */
  readonly expectation: Expectation
  /** One line: what was wanted and what came. */
  readonly message: string
  /** The phrase it is about; absent where it is about none. */
  readonly phrase?: string
  /** Of `meta`: the field. */
  readonly field?: string
  /** Of `meta`: which article, from 0. */
  readonly article?: number
  /** The blocks that hold the phrase, with their votes. */
  readonly blocks?: readonly ExplainedBlock[]
  /** Further lines. */
  readonly details?: readonly string[]
}

const MOST_BLOCKS = 3
const MOST_VOTES = 4
const MOST_AGAINST = 3

/** A failure as lines to read: the message, then where the phrase stands and which votes carried its verdict. */
export function describeFailure(failure: Failure): readonly string[] {
  const blocks = failure.blocks ?? []
  const shown = blocks.slice(0, MOST_BLOCKS).flatMap(describeBlock)
  const more = blocks.length > MOST_BLOCKS ? [`and in ${blocks.length - MOST_BLOCKS} more blocks`] : []
  return [failure.message, ...[...shown, ...more, ...(failure.details ?? [])].map((line) => `  ${line}`)]
}

/** A block, its verdict and its votes. */
export function describeBlock(block: ExplainedBlock): readonly string[] {
  const verdict = `${block.kept ? 'kept' : 'dropped'} as ${block.role}, score ${signed(block.score)}`
  return [
    `${place(block)}: ${block.kind} ${verdict}: ${excerpt(block.text)}`,
    ...carrying(block).map(
      (vote) => `  ${signed(vote.weight)} ${vote.role} (${vote.rule}) because it ${vote.because}`,
    ),
  ]
}

/** Where a block stands: its lines in a text dump, its path in HTML. */
export function place(block: Pick<ExplainedBlock, 'lines' | 'path' | 'at'>): string {
  if (block.path !== undefined) return block.path
  if (block.lines === undefined) return `block ${block.at}`
  const [from, to] = block.lines
  return from === to ? `line ${from}` : `lines ${from} to ${to}`
}

/** The strongest votes of each side, those that carried the verdict first: the others are what there is to build on. */
function carrying(block: ExplainedBlock): ExplainedBlock['votes'] {
  const side = block.kept ? 1 : -1
  const votes = [...block.votes].sort((a, b) => side * (b.weight - a.weight))
  const won = votes.filter((vote) => vote.weight * side > 0)
  const lost = votes.slice(won.length)
  return [...won.slice(0, MOST_VOTES), ...lost.slice(-MOST_AGAINST)]
}

const signed = (value: number) => `${value < 0 ? '-' : '+'}${Math.abs(value).toFixed(2)}`

function excerpt(text: string): string {
  const folded = fold(text)
  return `"${folded.length > 90 ? `${folded.slice(0, 87)}...` : folded}"`
}
