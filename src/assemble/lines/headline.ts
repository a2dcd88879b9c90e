import type { Facts, PageFacts } from '../../core/facts.ts'
import { foldKey } from '../../core/fold.ts'
import { slugWords, spelledIn } from '../../facts/title/echo.ts'
import { titleParts } from '../metadata/title-parts.ts'

/** Fewest words of a headline that an address spells out, and the share of them that it does. */
const WORDS = 4
const SPELLED = 0.6
/** What stands between a headline and a site's name. */
const JOINTS = [' | ', ' ｜ ', ' - ', ' – ', ' — ']

/** Readers of feeds and mail print what the line is. */
const LABEL =
  /^(?:title|titel|titre|título|titolo|headline|subject|标题|標題|题目|タイトル|제목|заголовок)\s?[:：]\s+(?=\S)/iu

export interface TitleLine {
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
export function headlineOf(line: TitleLine): string {
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
