import type { Claim } from '../../core/claim.ts'
import type { Facts } from '../../core/facts.ts'
import { bareNames } from '../../facts/byline.ts'
import { hasCredits, isDateLine } from '../../facts/line.ts'
import type { Surroundings } from './claims.ts'
import { claim } from './claims.ts'
import { headlineOf } from './headline.ts'

/** Heaviest second line of a title, in Latin-equivalent characters. */
const HEAVIEST = 260

const COLON = /\p{L}[:：] ?\p{L}/u

/** The title, and the line right under it that is neither byline nor text. */
export function titleLines(around: Surroundings): Claim[] {
  const { blocks, verdicts, title } = around
  if (title === undefined) return []
  const { facts, whole, url } = around
  const text = headlineOf({ text: spelled(around, title), facts, whole, url })
  const claims = [claim('title', text, 'title', title)]
  const subtitle = subtitleAt(around, title)
  if (subtitle !== undefined) claims.push(claim('subtitle', blocks[subtitle]!.text, 'subtitle', subtitle))
  if (title > 0 && verdicts[title - 1]?.role === 'kicker')
    claims.push(claim('kicker', blocks[title - 1]!.text, 'kicker', title - 1))
  return claims
}

/** The title as a page that says it again spells it out: with the colon that a line break stood for, none at its end. */
function spelled({ blocks, facts }: Surroundings, title: number): string {
  const { key, repeats } = facts[title]!
  const bare = (text: string) => text.replace(/\s?[:：]$/u, '')
  const text = bare(blocks[title]!.text)
  if (repeats === 1 || COLON.test(text)) return text
  const again = blocks.find(({ at, text: other }) => facts[at]!.key === key && COLON.test(bare(other)))
  return again === undefined ? text : bare(again.text)
}

function subtitleAt(around: Surroundings, title: number): number | undefined {
  const { blocks, facts, verdicts, body } = around
  const at = title + 1
  const [fact, below] = [facts[at], facts[at + 1]]
  if (verdicts[at]?.kept && verdicts[at].votes.some(({ rule }) => rule === 'deck')) return at
  if (at > body || fact === undefined || below === undefined) return undefined
  if (verdicts[at]?.role === 'subtitle') return at
  if (fact.mass < 30 || fact.mass > HEAVIEST || fact.key === facts[title]!.key) return undefined
  if (fact.line !== undefined || fact.sentences > SENTENCES || blocks[at]!.kind === 'figure') return undefined
  if (saysWhoOrWhen(below)) return at
  // a name alone stands between it and the day
  const named = facts[at + 2] !== undefined && below.mass <= NAME && !below.endsSentence
  return named && saysWhoOrWhen(facts[at + 2]!) && bareNames(blocks[at + 1]!.text).length > 0 ? at : undefined
}

/** Sentences a subtitle has at most, and the heaviest name. */
const SENTENCES = 2
const NAME = 40

const saysWhoOrWhen = ({ line }: Facts): boolean =>
  line !== undefined && (hasCredits(line) || isDateLine(line))
