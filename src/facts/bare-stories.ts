import type { Block } from '../core/block.ts'
import type { Facts } from '../core/facts.ts'

/** Fewest pairs of headline and text in a row that make a list of stories. */
const PAIRS = 4
/** Mass of a headline and of the one paragraph under it, in Latin-equivalent characters. */
const HEADLINE = { least: 20, most: 200 }
const TEXT = 200
/** Share of the page's running text that must stand in the pairs. */
const COVERED = 0.85
/** A term in so large a share of the texts is what one article is about. */
const SHARED = 0.5
/** Share of the headlines that must say something of their own text, and of no other. */
const OWN = 0.6
const LONGEST = 4_000

/**
 * Headlines of a list of stories without dates: headline and paragraph in strict turn, at least four times, where each
 * headline speaks of its own paragraph and no word returns in half of the paragraphs, as it does in the sections of
 * one article. Empty on any doubt.
 */
export function bareHeadlines(blocks: readonly Block[], facts: readonly Facts[]): readonly number[] {
  const run = longestRun(blocks, facts)
  if (run.length < PAIRS || !covers(run, facts)) return []
  const texts = run.map((at) => termsOf(blocks[at + 1]!.text))
  const count = new Map<string, number>()
  for (const text of texts) for (const term of text) count.set(term, (count.get(term) ?? 0) + 1)
  for (const [, times] of count) if (times > Math.max(2, SHARED * run.length)) return []
  const own = run.filter((at, i) => {
    const said = [...termsOf(blocks[at]!.text)].filter((term) => texts[i]!.has(term))
    return said.some((term) => count.get(term) === 1)
  })
  return own.length >= OWN * run.length ? run : []
}

/** The most pairs of headline and text that follow each other without anything between. */
function longestRun(blocks: readonly Block[], facts: readonly Facts[]): readonly number[] {
  let best: number[] = []
  let run: number[] = []
  for (let at = 0; at + 1 < blocks.length; at++) {
    if (isHeadline(blocks[at]!, facts[at]!) && isText(facts[at + 1])) {
      run.push(at)
      if (run.length > best.length) best = run
      at++
    } else run = []
  }
  return best
}

function isHeadline({ layout, kind }: Block, fact: Facts): boolean {
  if (layout?.bullet !== undefined || kind === 'item' || kind === 'code') return false
  if (fact.mass < HEADLINE.least || fact.mass > HEADLINE.most || fact.repeats > 1) return false
  return fact.letters > fact.digits && (!fact.endsSentence || fact.sentences <= 1)
}

function isText(fact: Facts | undefined): boolean {
  return fact !== undefined && fact.mass >= TEXT && fact.sentences >= 2
}

function covers(run: readonly number[], facts: readonly Facts[]): boolean {
  let inside = 0
  let all = 0
  const texts = new Set(run.map((at) => at + 1))
  facts.forEach((fact, at) => {
    if (!fact.endsSentence && fact.mass < TEXT) return
    all += fact.mass
    if (texts.has(at)) inside += fact.mass
  })
  return inside >= COVERED * all
}

const TERM = /\p{Script=Han}{3,}|[\p{Script=Katakana}ー]{3,}|\p{L}{6,}/gu

/** Words of some length; of Chinese every three characters in a row. */
function termsOf(text: string): Set<string> {
  const terms = new Set<string>()
  for (const [run] of text.slice(0, LONGEST).toLowerCase().matchAll(TERM)) {
    if (!/^\p{Script=Han}/u.test(run)) terms.add(run)
    else for (let i = 0; i + 3 <= run.length; i++) terms.add(run.slice(i, i + 3))
  }
  return terms
}
