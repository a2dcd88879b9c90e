import type { Claim } from '../../core/claim.ts'
import type { Facts, PageFacts } from '../../core/facts.ts'
import { foldKey } from '../../core/fold.ts'
import { bareNames } from '../../facts/byline.ts'
import { hasCredits, isDateLine } from '../../facts/line.ts'
import { slugWords, spelledIn } from '../../facts/title/echo.ts'
import { titleParts } from '../metadata/title-parts.ts'
import { claim, type Surroundings } from './claims.ts'

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

const BY = /\s(?:by|von|par|por|door|av|af)$/

/** The title as a page that says it again spells it out: with the colon that a line break stood for, none at its end. */
function spelled({ blocks, facts }: Surroundings, title: number): string {
  const { key, repeats } = facts[title]!
  const bare = (text: string) => text.replace(/\s?[:：]$/u, '')
  const below = blocks[title + 1]?.text ?? ''
  // extractors that end a line at every inline element leave the by-word with the title
  const text = bare(bareNames(below).length > 0 ? blocks[title]!.text.replace(BY, '') : blocks[title]!.text)
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

/** Fewest words of a headline that an address spells out, and the share of them that it does. */
const WORDS = 4
const SPELLED = 0.6
/** What stands between a headline and a site's name. */
const JOINTS = [' | ', ' ｜ ', ' - ', ' – ', ' — ']

/** Readers of feeds and mail print what the line is. */
const LABEL =
  /^(?:title|titel|titre|título|titolo|headline|subject|标题|標題|题目|タイトル|제목|заголовок)\s?[:：]\s+(?=\S)/i

interface TitleLine {
  readonly text: string
  readonly facts: readonly Facts[]
  readonly whole: PageFacts
  readonly url?: string | undefined
}

/**
 * The headline of a printed title that carries more: a site's name behind a bar or a dash, where the part before it
 * stands alone on another line, or a kicker before a colon of which the address says nothing while it spells out the rest. Where the
 * markup claims a title, that is the better witness, and the line is left as it is.
 */
function headlineOf(line: TitleLine): string {
  const text = line.text.replace(LABEL, '')
  if (line.whole.titleKeys.size > 0) return text
  return beforeSite({ ...line, text }) ?? afterKicker({ ...line, text }) ?? text
}

function beforeSite({ text, facts }: TitleLine): string | undefined {
  const joint = lastJoint(text)
  if (joint * 2 < text.length) return undefined
  const front = text.slice(0, joint).trim()
  const key = foldKey(front)
  return facts.some((fact) => fact.key === key) ? front : undefined
}

function afterKicker({ text, url }: TitleLine): string | undefined {
  const slug = slugWords(url)
  const second = titleParts(text)[1]
  if (slug.size < WORDS || second === undefined || !/[:：–—]\s*$/u.test(text.slice(0, second.from)))
    return undefined
  const [kicker, headline] = [text.slice(0, second.from), text.slice(second.from).trim()]
  const [above, below] = [spelledIn(slug, kicker), spelledIn(slug, headline)]
  const spelled = below.words >= WORDS && below.said >= below.words * SPELLED
  return above.words > 0 && above.said === 0 && spelled ? headline : undefined
}

/** Where the last bar or dash between spaces stands; -1 where there is none. */
function lastJoint(text: string): number {
  return Math.max(...JOINTS.map((joint) => text.lastIndexOf(joint)))
}
