import type { Block } from '../../core/block.ts'
import { bareNames } from '../../facts/byline.ts'
import { namesByDay } from '../../facts/line.ts'
import { reads } from '../../words/whole-lines.ts'
import { fold } from './fold.ts'
import type { Found } from './found.ts'
import { isBareSiteName } from './site-names.ts'
import type { Witnesses } from './witnesses.ts'

const LONGEST = 160
const ENDS = /[.!?…](?=\s|$)|[。！？؟।]/g
/** Headlines ask and exclaim. */
const ASKS = /[?!？！؟]["”»』」]?$/u
/** Lines above the text that may be its headline. */
const ABOVE = 6
/** How heavy one is, in Latin-equivalent characters: anywhere, and right above a byline or a day. */
const LIGHTEST = 10
const LIGHTEST_HEAD = 4
/** What standing there is worth, in the same characters, and what being a person's name costs. */
const HEAD = 20
const NAME = 40

/** Lists of whole lines that head no text. */
const CHROME = [
  ...(['menu', 'share', 'interface', 'login', 'paging', 'skip', 'back', 'search', 'legal'] as const),
  ...(['related', 'read-more', 'comment-heading', 'comment-action', 'advertisement'] as const),
]

/** A title nobody names: the text's first heading, the likeliest line above it, or, where no line can be one, its first sentence. */
export function inferredTitle(seen: Witnesses): (Found<string> & { readonly inferred: true }) | undefined {
  const { from, to, verdicts } = seen.input
  const kept = seen.blocks
    .slice(from, Math.min(to, from + 10) + 1)
    .filter(({ at }) => verdicts[at]?.kept !== false)
  const first = kept[0]
  if (first === undefined) return undefined
  const line = first.kind === 'heading' ? first : lineAbove(seen, first)
  const block = line ?? kept.find(({ text }) => /\p{L}/u.test(text)) ?? first
  const text = line || block.kind === 'heading' ? block.text : firstSentence(block.text)
  const place = line ? 'line above the text' : 'text'
  return {
    value: text
      .split('\n')
      .map((line) => line.trim())
      .join(' '),
    inferred: true,
    evidence: { from: place, raw: block.text.slice(0, 500) },
  }
}

/** The line above the text that is no byline, no time, no sentence, no menu's and no name of the site: the heaviest, and best above a byline. */
function lineAbove(seen: Witnesses, first: Block): Block | undefined {
  const { blocks, names } = seen
  const { from, facts, page } = seen.input
  const isVerse = first.whole !== undefined && page.wholes[first.whole]?.kind === 'verse'
  // a short line at the top of the text may be kept with it; the first line of a verse or a list is none
  const above = blocks.slice(Math.max(0, from - ABOVE), first.whole === undefined ? from + 1 : from)
  const scored = above.flatMap((block) => {
    const { text, at, kind } = block
    const fact = facts[at]
    if (fact === undefined || (fact.line !== undefined && !namesByDay(text, fact.line)) || kind === 'caption')
      return []
    if (fact.endsSentence && (at >= from || !ASKS.test(text))) return []
    // a word or two above a byline are a label or a place; a poem may have no longer title
    const below = facts[at + 1]?.line
    const heads = below !== undefined && (fact.words > 2 || (isVerse && (below.authors?.length ?? 0) > 0))
    if (fact.mass < (heads ? LIGHTEST_HEAD : LIGHTEST) || fact.digits * 3 > fact.letters) return []
    if (text.length > LONGEST || /\n|^\[.*\]$/.test(text) || fact.separators > 1 || fact.repeats > 1)
      return []
    if (CHROME.some((list) => reads(fact, list)) || isBareSiteName(fold(text), names)) return []
    return [{ block, score: fact.mass + (heads ? HEAD : 0) - (bareNames(text).length > 0 ? NAME : 0) }]
  })
  return scored.sort((a, b) => b.score - a.score)[0]?.block
}

function firstSentence(text: string): string {
  const head = text.slice(0, LONGEST + 1)
  for (const end of head.matchAll(ENDS)) {
    const length = end.index + end[0].length
    if (length >= 10) return head.slice(0, length)
  }
  if (text.length <= LONGEST) return text
  const space = head.lastIndexOf(' ')
  return head.slice(0, space > LONGEST / 2 ? space : LONGEST)
}
