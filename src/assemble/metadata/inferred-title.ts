import type { Block } from '../../core/block.ts'
import type { LineReading } from '../../core/line-reading.ts'
import { bareNames } from '../../facts/byline.ts'
import { hasCredits, isDateLine, namesByDay } from '../../facts/line.ts'
import { openingText, share, telling, wordsOf } from '../../facts/title/echo.ts'
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
/** What standing there is worth, in the same characters, and being taken up by the first sentence. */
const HEAD = 20
const TAKEN_UP = 20
/** What being a person's name costs, and a field with its label (`Version: 2.x`). */
const NAME = 40
const FIELD = 40
const LABELLED = /^\p{L}[\p{L} ]{1,20}: ?(?!.*\p{L}{2})\S.{0,20}$/u
/** How often a title is said at most: a menu, the entry open on it, and its own place. */
const SAID = 3

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
  const isVerse =
    (first.whole !== undefined && page.wholes[first.whole]?.kind === 'verse') || isLineOfVerse(seen, from)
  const sentence = blocks.slice(from, from + SENTENCE).find(({ at }) => facts[at]?.endsSentence)
  const opening = openingText(sentence === undefined ? [] : [sentence], 0)
  // a short line at the top of the text may be kept with it; the first line of a verse or a list is none
  const above = blocks.slice(Math.max(0, from - ABOVE), first.whole === undefined ? from + 1 : from)
  const scored = above.flatMap((block) => {
    const { text, at, kind } = block
    const fact = facts[at]
    if (fact === undefined || (fact.line !== undefined && !namesByDay(text, fact.line)) || kind === 'caption')
      return []
    if (fact.endsSentence && (at >= from || !ASKS.test(text))) return []
    // a word or two above a byline are a label or a place; a poem may have no longer title, a menu names its page again
    const below = facts[at + 1]?.line
    const isAgain = at === from - 1 && fact.repeats > 1
    const isUnderDay = at >= from - 1 && saysDay(facts[at - 1]?.line)
    const isOver = below !== undefined && (hasCredits(below) || saysDay(below))
    const heads = isAgain || isUnderDay || (isOver && (fact.words > 2 || (isVerse && hasCredits(below))))
    if (fact.mass < (heads ? LIGHTEST_HEAD : LIGHTEST) || fact.digits * 3 > fact.letters) return []
    if (text.length > LONGEST || /\n|^\[.*\]$|[,，、;]$/.test(text) || fact.separators > 1) return []
    if (fact.repeats > (heads ? SAID : 1)) return []
    if (CHROME.some((list) => reads(fact, list)) || isBareSiteName(fold(text), names)) return []
    const words = at < (sentence?.at ?? 0) ? telling(wordsOf(block)) : []
    const takenUp = words.length > 0 && share(words, opening) === 1
    const cost = (bareNames(text).length > 0 ? NAME : 0) + (LABELLED.test(text) ? FIELD : 0)
    return [{ block, score: fact.mass + (heads ? HEAD : 0) + (takenUp ? TAKEN_UP : 0) - cost }]
  })
  const under = blocks.slice(Math.max(0, from - ABOVE), from + 2)
  const by = isVerse ? under.find(({ at }) => (facts[at]?.line?.authors?.length ?? 0) > 0)?.at : undefined
  const best = scored.sort((a, b) => b.score - a.score)
  // the lines of a poem stand under its poet
  return (best.find(({ block }) => by !== undefined && block.at === by - 1) ?? best[0])?.block
}

const saysDay = (reading: LineReading | undefined): boolean =>
  reading !== undefined && isDateLine(reading) && reading.dates!.some(({ iso }) => iso.length >= DAY)
/** Characters of a day in ISO 8601. */
const DAY = 10

/** Lines the first sentence of a text is looked for in, and the heaviest line of verse. */
const SENTENCE = 4
const VERSE_LINE = 60

/** The text's first lines are short, and most of them end in the middle of a sentence. */
function isLineOfVerse({ input: { facts } }: Witnesses, from: number): boolean {
  const lines = facts.slice(from, from + SENTENCE)
  const open = lines.filter(({ endsSentence }) => !endsSentence).length
  return lines.length === SENTENCE && open > 1 && lines.every(({ mass }) => mass <= VERSE_LINE)
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
