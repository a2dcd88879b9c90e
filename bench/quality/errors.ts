import type { Block } from '../../src/core/block.ts'
import type { Verdict, Vote } from '../../src/core/vote.ts'
import type { BlockLabel } from '../labels.ts'
import type { Overlap } from '../score/words.ts'

/** A block judged against its label. */
export interface BlockError {
  readonly at: number
  readonly wrong: 'lost' | 'kept'
  /** Share of its tokens in the gold. */
  readonly keep: number
  readonly mass: number
  readonly role: string
  readonly kind: string
  readonly tag?: string
  readonly score: number
  readonly votes: readonly Vote[]
  readonly text: string
}

/** What the report needs of a scored page or dump. */
export interface Reported {
  readonly id: string
  readonly type: string
  readonly lang: string
  readonly status: string
  readonly words: Overlap
  readonly errors?: readonly BlockError[]
}

const SHOWN_TEXT = 110
const SHOWN_VOTES = 7
const SHOWN_BLOCKS = 8

/** Blocks that were lost or kept wrongly, the heaviest first; blocks without a clear label are left out. */
export function blockErrors(
  blocks: readonly Block[],
  verdicts: readonly Verdict[],
  labels: readonly BlockLabel[],
): BlockError[] {
  const errors = verdicts.flatMap((verdict): BlockError[] => {
    const { keep, mass } = labels[verdict.at]!
    if (keep === undefined || verdict.kept === keep > 0.5) return []
    const { text, kind, dom } = blocks[verdict.at]!
    const { at, role, score, votes } = verdict
    const tag = dom ? { tag: dom.tag } : {}
    return [
      {
        at,
        wrong: verdict.kept ? 'kept' : 'lost',
        keep,
        mass,
        role,
        kind,
        ...tag,
        score,
        votes,
        text: text.slice(0, 200),
      },
    ]
  })
  return errors.sort((a, b) => b.mass - a.mass)
}

function voteText({ rule, weight }: Vote): string {
  return `${rule} ${weight > 0 ? '+' : ''}${weight.toFixed(1)}`
}

function errorLines(error: BlockError): string[] {
  const votes = [...error.votes].sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight)).slice(0, SHOWN_VOTES)
  const head = `  ${error.wrong === 'lost' ? 'LOST ' : 'KEPT '} #${error.at} ${error.tag ?? error.kind} ${error.role}`
  return [
    `${head} ${error.score.toFixed(1)} (${error.mass} words, ${error.keep.toFixed(2)} in gold) ${error.text.slice(0, SHOWN_TEXT)}`,
    `         ${votes.map(voteText).join(', ') || 'no votes'}`,
  ]
}

/** The worst pages, each with its heaviest wrong blocks and the votes that decided them. */
export function errorReport(pages: readonly Reported[], count: number): string {
  const worst = [...pages].sort((a, b) => a.words.f1 - b.words.f1).slice(0, count)
  const lines = worst.flatMap(({ id, type, lang, status, words, errors = [] }) => [
    `${id} [${type} ${lang} ${status}] F1 ${words.f1.toFixed(3)} P ${words.precision.toFixed(3)} R ${words.recall.toFixed(3)}`,
    ...(['lost', 'kept'] as const).flatMap((wrong) =>
      errors
        .filter((error) => error.wrong === wrong)
        .slice(0, SHOWN_BLOCKS)
        .flatMap(errorLines),
    ),
  ])
  return lines.join('\n')
}
