import type { Block, Run } from '../core/block.ts'

/**
 * Puts what was cut out of a block, and kept nevertheless, back to where it stood; what stands alone stays a block of
 * its own.
 */
export function rejoin(blocks: readonly Block[]): readonly Block[] {
  if (blocks.every(({ cutFrom }) => cutFrom === undefined)) return blocks
  const whole: Block[] = []
  const pieces: Block[] = []
  const flush = (): void => {
    // from the last to the first, so that places before stay true
    for (const piece of pieces.splice(0).reverse()) whole[whole.length - 1] = inserted(whole.at(-1)!, piece)
  }
  for (const block of blocks) {
    const host = whole.at(-1)
    if (block.cutFrom !== undefined && host?.at === block.cutFrom.at) pieces.push(block)
    else {
      flush()
      whole.push(block)
    }
  }
  flush()
  return whole
}

function inserted(host: Block, piece: Block): Block {
  const { offset, raw } = piece.cutFrom!
  const text = host.text.slice(0, offset) + raw + host.text.slice(offset)
  if (host.runs === undefined && piece.runs === undefined) return { ...host, text }
  const runs = host.runs ?? [{ text: host.text }]
  const lead = raw.indexOf(piece.text)
  const own: Run[] = [
    { text: raw.slice(0, lead) },
    ...(piece.runs ?? [{ text: piece.text }]),
    { text: raw.slice(lead + piece.text.length) },
  ]
  const [before, after] = splitAt(runs, offset)
  return { ...host, text, runs: [...before, ...own.filter((run) => run.text !== '' || run.image), ...after] }
}

function splitAt(runs: readonly Run[], at: number): readonly [Run[], Run[]] {
  const before: Run[] = []
  const after: Run[] = []
  let start = 0
  for (const run of runs) {
    const cut = Math.max(0, Math.min(run.text.length, at - start))
    if (cut > 0 || (run.text === '' && start < at)) before.push({ ...run, text: run.text.slice(0, cut) })
    if (cut < run.text.length || (run.text === '' && start >= at))
      after.push({ ...run, text: run.text.slice(cut) })
    start += run.text.length
  }
  return [before, after]
}
