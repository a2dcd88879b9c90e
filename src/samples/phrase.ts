import type { ExplainedBlock } from '../core/article.ts'
import { streamSafe } from '../core/fold.ts'

/** White space folded to single spaces and trimmed: how phrases and texts are compared. */
export function fold(text: string): string {
  return text.replace(/[\s\u200B\uFEFF]+/g, ' ').trim()
}

/** Letters and digits only, lower case, compatibility forms unified: finds a phrase that was typed a little wrong. */
export function loosen(text: string): string {
  return streamSafe(text)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
}

/** The blocks' texts, folded and joined, with where each begins. Made once a page, searched for every phrase. */
export interface BlockIndex {
  readonly text: string
  readonly blocks: readonly ExplainedBlock[]
  readonly starts: readonly number[]
}

export function indexBlocks(blocks: readonly ExplainedBlock[]): BlockIndex {
  const starts: number[] = []
  const texts: string[] = []
  let length = 0
  for (const block of blocks) {
    const text = fold(block.text)
    starts.push(length)
    texts.push(text)
    length += text.length + 1
  }
  return { text: texts.join(' '), blocks, starts }
}

/** The blocks of every occurrence of a phrase; an occurrence may run over several. */
export function findPhrase(index: BlockIndex, phrase: string): readonly ExplainedBlock[] {
  const wanted = fold(phrase)
  const found = new Set<ExplainedBlock>()
  let from = index.text.indexOf(wanted)
  while (from >= 0) {
    for (let at = blockAt(index, from); at < index.blocks.length; at++) {
      if (index.starts[at]! >= from + wanted.length) break
      found.add(index.blocks[at]!)
    }
    from = index.text.indexOf(wanted, from + wanted.length)
  }
  return [...found]
}

/** Last block that begins at or before an offset. */
function blockAt(index: BlockIndex, offset: number): number {
  let low = 0
  let high = index.starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (index.starts[middle]! <= offset) low = middle
    else high = middle - 1
  }
  return low
}
