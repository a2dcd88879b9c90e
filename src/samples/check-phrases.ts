import type { ExplainedBlock, Outcome } from '../core/article.ts'
import type { Failure } from './failure.ts'
import type { Sample } from './folder.ts'
import { nearMiss, pageText } from './page-text.ts'
import { type BlockIndex, findPhrase, fold, indexBlocks } from './phrase.ts'
import { type WantedDrop, wantedDrops } from './want.ts'

/** What the phrases of one sample are looked up in; made once a page. */
interface Lookup {
  readonly texts: readonly string[]
  readonly index: BlockIndex
  readonly explained: boolean
  /** Blocks that hold the phrase, or undefined where the page does not hold it at all. */
  readonly find: (phrase: string) => readonly ExplainedBlock[] | undefined
}

/** Every phrase to keep must be in the text of some article, every phrase to drop in that of none. */
export function checkPhrases(sample: Sample, outcome: Outcome): readonly Failure[] {
  const lookup = lookupOf(sample, outcome)
  return [
    ...(sample.want.keep ?? []).flatMap((phrase) => checkKeep(phrase, lookup)),
    ...wantedDrops(sample.want).flatMap((drop) => checkDrop(drop, lookup)),
  ]
}

function lookupOf(sample: Sample, outcome: Outcome): Lookup {
  const index = indexBlocks(outcome.blocks ?? [])
  let whole: string | undefined
  const find = (phrase: string) => {
    const blocks = findPhrase(index, phrase)
    if (blocks.length > 0) return blocks
    // costly, and needed only for what no block holds
    whole ??= pageText(sample, outcome.input.charset)
    return whole.includes(fold(phrase)) ? [] : undefined
  }
  const texts = outcome.articles.map((article) => fold(article.text))
  return { texts, index, explained: outcome.blocks !== undefined, find }
}

function checkKeep(phrase: string, lookup: Lookup): readonly Failure[] {
  const blocks = lookup.find(phrase)
  if (blocks === undefined) return [notOnPage('keep', phrase, lookup)]
  if (lookup.texts.some((text) => text.includes(fold(phrase)))) return []
  // of several places the likeliest first: an entry in a table of contents explains little
  const dropped = blocks.filter((block) => !block.kept).sort((a, b) => b.score - a.score)
  const message = `keep: "${phrase}" is in no article`
  if (dropped.length > 0) return [{ expectation: 'keep', phrase, message, blocks: dropped }]
  return [{ expectation: 'keep', phrase, message, blocks, details: [lost(blocks, lookup)] }]
}

function lost(blocks: readonly ExplainedBlock[], { explained }: Lookup): string {
  if (!explained) return 'the blocks were not explained, so nothing is known of its verdict'
  if (blocks.length === 0) return 'it stands on the page, but the reader made no block of it'
  return 'its block was kept, yet the text of no article holds the phrase'
}

function checkDrop({ text: phrase, roles }: WantedDrop, lookup: Lookup): readonly Failure[] {
  const blocks = lookup.find(phrase)
  if (blocks === undefined) return [notOnPage('drop', phrase, lookup)]
  if (lookup.texts.some((text) => text.includes(fold(phrase)))) {
    const kept = blocks.filter((block) => block.kept)
    const shown = kept.length > 0 ? kept : blocks
    return [{ expectation: 'drop', phrase, message: `drop: "${phrase}" is in an article`, blocks: shown }]
  }
  if (roles.length === 0 || !lookup.explained || blocks.some((block) => roles.includes(block.role))) return []
  const wanted = `want "${phrase}" dropped as ${roles.join(' or ')}`
  const got =
    blocks.length === 0 ? 'no block holds it' : `it is ${blocks.map((block) => block.role).join(', ')}`
  return [{ expectation: 'role', phrase, message: `role: ${wanted}, ${got}`, blocks }]
}

function notOnPage(list: 'keep' | 'drop', phrase: string, lookup: Lookup): Failure {
  const similar = nearMiss(
    lookup.index.blocks.map((block) => block.text),
    phrase,
  )
  return {
    expectation: 'page',
    phrase,
    message: `${list}: "${phrase}" is not on the page`,
    ...(similar !== undefined && { details: [`but this is: "${similar}"`] }),
  }
}
