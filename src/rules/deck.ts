import type { Block } from '../core/block.ts'
import type { Facts } from '../core/facts.ts'
import { rule } from '../core/rule.ts'
import { isStory } from '../facts/page-type.ts'
import { pageTitle } from '../facts/title.ts'
import { isNamed } from './shapes/names.ts'
import { holdsTitle } from './shapes/place.ts'

export default rule({
  id: 'deck',
  role: 'body',
  hearing: 'neighbours',
  doc: 'The deck or standfirst: a line or sentence directly below the page’s title and above the text. It opens the text; "off" leaves it to the subtitle alone.',
  weight: 4,
  door: 'html',
  options: {
    least: { default: 25, min: 1, doc: 'Shortest deck, in Latin-equivalent characters.' },
    most: { default: 600, min: 20, doc: 'Longest deck, in Latin-equivalent characters.' },
    reach: { default: 16, min: 1, doc: 'Blocks below within which the text must begin.' },
  },
  examples: [
    {
      name: 'between the title and the story',
      html: `<title>The last ice merchant</title><header><h1>- The last ice merchant</h1>
        <p>✗- Every February three men saw the lake into blocks, and nobody knows who buys them.</p><p>- By Ruth Adler</p></header>
        <p>+ The saw is older than the men, and it was made for oaks, so that it takes two of them to pull it back out of the ice.</p>
        <p>+ The third one counts the blocks and writes them down, in a book that has been wet more often than it has been dry.</p>`,
    },
    {
      name: 'a page that begins at once',
      html: `<title>The last ice merchant</title><h1>- The last ice merchant</h1>
        <p>+ The saw is older than the men, and it was made for oaks, so that it takes two of them to pull it back out of the ice.</p>`,
    },
  ],
  *see(view, { least, most, reach }) {
    const { blocks, facts, leaning, named } = view
    const title = pageTitle(view)
    if (title === undefined || leaning === undefined) return
    const text = blocks.findIndex(
      ({ at }) => at > title.at + 1 && leaning[at]! > 1 && facts[at]!.endsSentence && facts[at]!.mass > TEXT,
    )
    if (text < 0 || text > title.at + 1 + reach) return
    const above = blocks.slice(title.at + 1, text)
    const titleKey = facts[title.at]!.key
    const isDeck = (block: Block) => {
      const { mass, repeats, key } = facts[block.at]!
      return (
        leaning[block.at]! <= 0 &&
        named?.[block.at] !== 1 &&
        mass >= least &&
        mass <= most &&
        repeats === 1 &&
        key !== titleKey &&
        block.dom!.linkShare <= LINKED &&
        /^(?:paragraph|heading)$/.test(block.kind) &&
        !isNamed(block, BYLINES) &&
        !tellsWhen(facts[block.at]!) &&
        !holdsTitle(key, view)
      )
    }
    // any line directly below the title, and a sentence with nothing but lines above it
    const sentence = above.find(({ at }) => facts[at]!.endsSentence && named?.[at] !== 1)
    const deck = [above[0], isStory(view.whole) ? sentence : undefined].find(
      (block) => block !== undefined && isDeck(block),
    )
    if (deck !== undefined) yield { at: deck.at, because: 'stands between the title and the text' }
  },
})

/** Lightest sentence the text begins with, in Latin-equivalent characters. */
const TEXT = 80
/** A deck is no link, as a share of its text. */
const LINKED = 0.3

/** Names of elements that say by whom and when. */
const BYLINES =
  /(?:^|[\s_-])(?:by-?lines?|authors?|attribution|contributors?|dateline|time-?stamp)(?:[\s_-]|$)/

/** A day and a year, or a day and a time. */
const DIGITS = 6

function tellsWhen({ line, digits, endsSentence }: Facts): boolean {
  return !endsSentence && (digits >= DIGITS || (line?.dates?.length ?? 0) > 0)
}
