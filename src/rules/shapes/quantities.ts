import type { Block } from '../../core/block.ts'
import type { Facts } from '../../core/facts.ts'
import type { View } from '../../core/rule.ts'
import { runsOf } from './runs.ts'
import { isTimeLine } from './timed-series.ts'

/** Fewest lines in a row, and the longest of them, in characters. */
const LINES = 3
const LONGEST = 60
/** `500 g flour`, `½ onion`, `2 carrots`. */
const AMOUNT = /^(?:\d{1,4}(?:[.,/]\d{1,3})?|[½¼¾⅓⅔⅛])(?:\s?[½¼¾⅓⅔⅛])?\s?\p{L}{1,}/u
/** `Adult 8.50`, `Day ticket: €12`. */
const PRICE =
  /^\p{L}.{0,50}[\s:：](?:[$€£¥₩]\s?\d[\d.,]{0,12}|\d{1,6}[.,]\d{2}(?:\s?(?:[$€£¥₩]|[A-Z]{3}|kr|zł|Kč|元|円|원))?|\d{1,6}\s?[$€£¥₩元円원])$/u
/** Numbers of a ranking or of sections: each is one more than the one above. */
const COUNT = /^\d{1,3}/

const known = new WeakMap<readonly Facts[], Uint8Array>()

/**
 * 1 for lines that say how much of what: ingredients, fares. They stand in rows of three at least; menus and polls have
 * no amounts, and rankings count up. Computed once per page.
 */
export function quantities(view: View): Uint8Array {
  let found = known.get(view.facts)
  if (found === undefined) {
    found = new Uint8Array(view.blocks.length)
    for (const says of [AMOUNT, PRICE])
      for (const [from, to] of runsOf(view, LINES, (block, fact) => isOne(block, fact, says)))
        if (!countsUp(view.blocks, from, to)) found.fill(1, from, to + 1)
    known.set(view.facts, found)
  }
  return found
}

function isOne({ text, kind }: Block, fact: Facts, says: RegExp): boolean {
  if (text.length > LONGEST || fact.endsSentence || kind === 'cell' || kind === 'code') return false
  return says.test(text) && !isTimeLine(text, fact)
}

function countsUp(blocks: readonly Block[], from: number, to: number): boolean {
  for (let at = from + 1; at <= to; at++) {
    const [above, here] = [blocks[at - 1]!.text, blocks[at]!.text].map((text) =>
      Number(COUNT.exec(text)?.[0]),
    )
    if (here !== above! + 1) return false
  }
  return true
}
