import type { Block } from '../../core/block.ts'
import type { Facts, Script } from '../../core/facts.ts'

/** Share of function words from which a text of this script reads like sentences; menus stay well below. */
const GRAMMAR: Partial<Record<Script, number>> = {
  Han: 0.02,
  Kana: 0.15,
  Hangul: 0.02,
  Thai: 0.3,
  Arabic: 0.08,
}
const GRAMMAR_ELSEWHERE = 0.12

/** Has function words like running text; true where that cannot be known. */
export function isGrammatical(fact: Facts): boolean {
  return fact.functionShare === undefined || fact.functionShare >= (GRAMMAR[fact.script] ?? GRAMMAR_ELSEWHERE)
}

/** Reads like at least one whole sentence. */
export function isProse(fact: Facts): boolean {
  return (
    fact.mass >= 50 &&
    !fact.trails &&
    isGrammatical(fact) &&
    (fact.endsSentence || (fact.mass >= 140 && fact.commas > 0))
  )
}

/** A short line that does not end like a sentence: buttons, menu entries, names, headings. */
export function isLabel(fact: Facts, mass = 60): boolean {
  return fact.mass <= mass && !fact.endsSentence && fact.letters > 0 && !isClause(fact)
}

/** Almost all of the block is link text; undefined where links cannot be known. */
export function isLinked(block: Block): boolean | undefined {
  return block.dom && block.dom.links > 0 && block.dom.linkShare >= 0.8
}

/** Long and grammatical enough for a verse or half a sentence. */
function isClause(fact: Facts): boolean {
  return fact.words >= 6 && fact.script !== 'Han' && (fact.functionShare ?? 0) >= 0.4
}

/** Whether most of the text of several blocks, such as the items of a list, stands in links: menus more often than parts of the story. */
export function areLinks(blocks: readonly Block[]): boolean {
  let [linked, all] = [0, 0]
  for (const { text, dom } of blocks) {
    all += text.length
    linked += text.length * (dom?.linkShare ?? 0)
  }
  return linked > all * MOSTLY
}
const MOSTLY = 0.6

/** A formula set apart, whatever number stands beside it. */
export const isFormula = ({ runs = [] }: Pick<Block, 'runs'>): boolean =>
  runs.some(({ math }) => math === 'display')
