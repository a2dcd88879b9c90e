import type { Block } from '../src/core/block.ts'
import { isShort } from './align/candidates.ts'
import { cover } from './align/cover.ts'
import { foldedWords } from './tokens.ts'

/** What a block should become. */
export interface BlockLabel {
  /** Share of the block's tokens that belong to the article, 0 to 1; undefined where the gold does not tell. */
  readonly keep: number | undefined
  /** Tokens of the block. */
  readonly mass: number
}

/** The gold may have moved parts of the page; so many passes over what is left find them. */
const PASSES = 3
/** A short block that half fits is a chance hit as often as not. */
const UNCLEAR = [0.3, 0.7] as const

/**
 * Per piece, how many of its tokens the gold holds. What the first chain leaves of the gold is tried again with the
 * pieces it left, long ones only: out of order, only length is proof.
 */
function coveredInGold(pieces: readonly string[][], gold: readonly string[]): number[] {
  const totals: number[] = pieces.map(() => 0)
  let left = pieces.map((_, at) => at)
  let rest = gold
  for (let pass = 0; pass < PASSES && left.length && rest.length; pass++) {
    const { covered, spans } = cover(
      left.map((at) => pieces[at]!),
      rest,
    )
    const used = new Uint8Array(rest.length)
    left.forEach((at, i) => {
      const span = spans[i]
      if (!span) return
      totals[at] = covered[i]!
      used.fill(1, span[0], span[1])
    })
    left = left.filter((at) => !totals[at] && !isShort(pieces[at]!) && pieces[at]!.length >= 8)
    rest = rest.filter((_, i) => !used[i])
  }
  return totals
}

function label(mass: number, covered: number, saidElsewhere: boolean): BlockLabel {
  if (!mass) return { keep: undefined, mass }
  const keep = Math.min(1, covered / mass)
  // Said twice, kept once: which of the two the gold means is a toss-up.
  if (keep < 0.5 && saidElsewhere) return { keep: undefined, mass }
  if (mass < 8 && keep > UNCLEAR[0] && keep < UNCLEAR[1]) return { keep: undefined, mass }
  return { keep, mass }
}

/** Labels of blocks by how much of each lies in the gold text, in order. */
export function labelsFromGold(blocks: readonly Block[], gold: string): BlockLabel[] {
  // A picture's description comes out as no text: were it laid onto the gold, the name printed under it would seem wrong.
  const pieces = blocks.map(({ kind, text }) => (kind === 'figure' ? [] : foldedWords(text)))
  const covered = coveredInGold(pieces, foldedWords(gold))
  const keptTexts = new Set(
    pieces.flatMap((piece, at) => (covered[at]! > piece.length / 2 ? [piece.join(' ')] : [])),
  )
  // some golds open with the headline, others leave it out: it tells nothing of either
  const opening = foldedWords(gold.trimStart().split('\n', 1)[0]!).join(' ')
  const isHeadline = (at: number) => blocks[at]!.kind === 'heading' && pieces[at]!.join(' ') === opening
  return pieces.map((piece, at) =>
    isHeadline(at)
      ? { keep: undefined, mass: piece.length }
      : label(piece.length, covered[at]!, !isShort(piece) && keptTexts.has(piece.join(' '))),
  )
}

/** Share of K among the K and D tokens of the lines a block was read from; undefined where there are only others. */
function lineShare(
  sizes: readonly number[],
  labels: string,
  [from, to]: readonly [number, number],
): number | undefined {
  let [keep, drop] = [0, 0]
  for (let line = from - 1; line < to; line++) {
    if (labels[line] === 'K') keep += sizes[line] ?? 0
    else if (labels[line] === 'D') drop += sizes[line] ?? 0
  }
  return keep + drop ? keep / (keep + drop) : undefined
}

/** Labels of a text dump's blocks by the labels of their lines; blocks cut out of one line are laid onto the gold. */
export function labelsFromLines(
  blocks: readonly Block[],
  dump: { readonly text: string; readonly labels: string; readonly gold: string },
): BlockLabel[] {
  const sizes = dump.text.split('\n').map((line) => foldedWords(line).length)
  const byGold = blocks.some((block) => block.layout?.cut) ? labelsFromGold(blocks, dump.gold) : []
  return blocks.map((block, at) => {
    if (block.layout?.cut || !('lines' in block.place)) return byGold[at] ?? { keep: undefined, mass: 0 }
    return { keep: lineShare(sizes, dump.labels, block.place.lines), mass: foldedWords(block.text).length }
  })
}

/** Labels of a page's blocks, by lines where the page has line labels, else by the gold text. */
export function labelsOf(
  blocks: readonly Block[],
  page: { readonly text?: string; readonly labels?: string; readonly gold: { readonly text: string } },
): BlockLabel[] {
  const { text, labels, gold } = page
  if (text === undefined || labels === undefined) return labelsFromGold(blocks, gold.text)
  return labelsFromLines(blocks, { text, labels, gold: gold.text })
}
