import type { Block } from '../../core/block.ts'
import type { Facts, PageFacts, Script } from '../../core/facts.ts'
import type { View } from '../../core/rule.ts'
import { opening } from '../../words/openings.ts'
import { reads } from '../../words/whole-lines.ts'
import { isCommentHeading } from './comment-headings.ts'
import { isProse } from './line.ts'
import { isPointer, isRelatedHeading } from './related-headings.ts'
import { entriesBelow, timedSeries } from './timed-series.ts'

/** First and last block of the story, inclusive. */
export type Extent = readonly [from: number, to: number]

/** A paragraph longer than this counts no more. */
const LONGEST = 400
/** In Latin-equivalent characters of prose. Own choice, on dumps with known answers. */
const COST = {
  end: 220,
  notice: 200,
  strange: 60,
  linked: 45,
  series: 40,
  time: 25,
  label: 14,
  text: 6,
  plain: 1,
}

/** Prose that makes a story, so that a heading of comments below it is where the story ends. */
const STORY = 400
/** What prose below that heading still counts: readers write in sentences too. */
const BELOW_COMMENTS = 0.3

const known = new WeakMap<readonly Facts[], Extent | 'none'>()

/**
 * The story with its lists and short sections: the maximum-sum run over the mass of prose, where short lines cost
 * little and the headings at which stories end, notices and lists with dates cost much. Wider than the densest run,
 * and never holding prose in another script. Undefined on a page without prose. Computed once per page.
 */
export function extent(view: View): Extent | undefined {
  let found = known.get(view.facts)
  if (found === undefined) {
    found =
      findExtent(view, isProse) ??
      (view.page.door === 'text' ? findExtent(view, isSentence) : undefined) ??
      'none'
    known.set(view.facts, found)
  }
  return found === 'none' ? undefined : found
}

/** What stands for prose on a page without any. */
const isSentence = ({ endsSentence, mass, trails }: Facts) => endsSentence && !trails && mass >= SENTENCE
/** Shortest sentence, in Latin-equivalent characters: a button asks more briefly. */
const SENTENCE = 20

function findExtent(view: View, tells: (fact: Facts) => boolean): Extent | undefined {
  const serial = new Uint8Array(view.blocks.length)
  for (const { from, to } of timedSeries(view)) serial.fill(1, from, to + 1)
  let best = 0
  let comments = false
  let run: Extent | undefined
  let sum = 0
  let start = 0
  for (const block of view.blocks) {
    if (sum <= 0) {
      sum = 0
      start = block.at
    }
    const fact = view.facts[block.at]!
    if (block.layout !== undefined && isRelatedHeading(fact))
      serial.fill(1, block.at + 1, entriesBelow(view, block.at) + 1)
    if (sum > STORY && isCommentHeading(fact)) {
      comments = true
      sum = 0
      continue
    }
    const gain = serial[block.at] === 1 ? -COST.series : worth(block, fact, view.whole, tells)
    sum += gain > 0 && comments ? gain * BELOW_COMMENTS : gain
    if (sum > best) {
      best = sum
      run = [start, block.at]
    }
  }
  return run
}

function worth(block: Block, fact: Facts, whole: PageFacts, tells: (fact: Facts) => boolean): number {
  const linked = block.dom?.linkShare ?? 0
  if (linked > 0.6) return -COST.linked
  if (tells(fact)) {
    if (fact.repeats > 1 && fact.repeat + 1 < fact.repeats) return 0
    if (isForeign(fact.script, whole.script)) return -COST.linked
    if (fact.mass < 900 && opening(fact, 'notice') > 0) return -COST.notice
    return Math.min(fact.mass * (1 - linked), LONGEST)
  }
  if (fact.mass <= 80) {
    if (isRelatedHeading(fact)) return isPointer(block) ? -COST.strange : -COST.end
    if (isStrange(fact)) return -COST.strange
  }
  if (block.kind === 'code' || block.kind === 'cell' || block.kind === 'quote') return -COST.plain
  if (fact.letters <= fact.digits) return -COST.time
  return fact.mass <= 60 ? -COST.label : -COST.text
}

/** Lines that seldom stand in stories. */
function isStrange(fact: Facts): boolean {
  return reads(fact, 'share') || reads(fact, 'legal') || reads(fact, 'login')
}

/** Han, Kana and Hangul stand together; Latin words stand in every text. */
export function isForeign(script: Script, own: Script): boolean {
  if (script === own || script === 'Latin' || script === 'None' || script === 'Other') return false
  return own !== 'None' && own !== 'Other' && !(isEastAsian(script) && isEastAsian(own))
}

function isEastAsian(script: Script): boolean {
  return script === 'Han' || script === 'Kana' || script === 'Hangul'
}
