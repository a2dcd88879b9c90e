import type { Block, Zone } from '../core/block.ts'
import { rule, type View } from '../core/rule.ts'
import { elementsAround } from '../facts/elements.ts'
import { isStory } from '../facts/page-type.ts'
import { isCommentHeading } from './shapes/comment-headings.ts'
import { isLinked } from './shapes/line.ts'
import { headline } from './shapes/place.ts'
import { isRelatedHeading } from './shapes/related-headings.ts'

export default rule({
  id: 'under-headline',
  role: 'body',
  hearing: 'neighbours',
  door: 'html',
  doc: 'Stands below the headline in the innermost element that holds it and some text, where most of that text is being lost or it is short, and the page has no longer one.',
  weight: 2.2,
  options: {
    mass: {
      default: 40,
      min: 0,
      doc: 'Least text below the headline in its element, in Latin-equivalent characters.',
    },
    brief: {
      default: 800,
      min: 0,
      doc: 'Text up to which its lists and sentences are lifted where the rest of it is kept, in the same unit.',
    },
    doubt: { default: 1.2, min: 0, doc: 'Leaning below zero up to which they are, in log-odds.' },
  },
  examples: [
    {
      name: 'a brief beside longer teasers',
      html: `<title>Ferry late</title><div><div><h1>Ferry late</h1><p>✗- The ferry of Orm was an hour late on Monday, because of a swan.</p><p>✗- It is well.</p><p><a href="/s">- All ferries</a></p></div>
        <div><h2><a href="/a">- Night bus gets a piano</a></h2><p>- The night bus of Orm has a piano since Monday, and the last passengers do not get off any more.</p></div></div>`,
    },
    {
      name: 'a deck beside its headline, over the story',
      html: `<title>Ferry late</title><div><header><h1>Ferry late</h1><p>- A swan, an hour, and two hundred passengers who could see the other side.</p></header>
        <div><p>+ The ferry of Orm was an hour late on Monday, because a swan would not leave the slip before it had been fed.</p></div></div>`,
    },
  ],
  *see(view, { mass, brief, doubt }) {
    const { blocks, facts, leaning, whole: page } = view
    // goods and links below a headline are what a shop or an index is made of
    if (!isStory(page, ARTICLE)) return
    const title = leaning && headline(view)
    if (title === undefined) return
    const element = elementsAround(title)
      .slice(1, -1)
      .find((number) => massOf(textIn(view, number, title)) >= mass)
    if (element === undefined) return
    const own = textIn(view, element, title)
    const owned = new Set(own)
    const kept = blocks.filter(({ at }) => leaning![at]! > 0)
    const elsewhere = kept.filter((block) => !owned.has(block) && isText(view, block))
    if (massOf(elsewhere) >= massOf(own)) return
    const lost = massOf(kept.filter((block) => isBelow(title, element, block))) < massOf(own) / 2
    if (!lost && massOf(own) > brief) return
    for (const { at, whole } of own) {
      if (leaning![at]! > UNSURE || leaning![at]! < (lost ? -LOST : -doubt)) continue
      if (lost || whole !== undefined || facts[at]!.endsSentence)
        yield { at, because: 'stands in the element of the headline, which has the most to say' }
    }

    function massOf(texts: readonly Block[]): number {
      return texts.reduce((sum, { at }) => sum + facts[at]!.mass, 0)
    }
  },
})

/** What leans in by less may yet be taken for what nothing is kept of, as a label is. */
const UNSURE = 0.5

/** How likely the page must be an article. */
const ARTICLE = 0.3

/** The same where nearly nothing of the text is kept. */
const LOST = 2.2

/** The text of the element below the headline, up to a heading over comments or other pages. */
function textIn(view: View, element: number, title: Block): readonly Block[] {
  const { blocks, facts } = view
  const inside = blocks.filter((block) => isBelow(title, element, block))
  const turn = inside.findIndex(({ at }) => isRelatedHeading(facts[at]!) || isCommentHeading(facts[at]!))
  return inside.slice(0, turn < 0 ? undefined : turn).filter((block) => isText(view, block))
}

function isBelow(title: Block, element: number, { at, dom }: Block): boolean {
  return at > title.at && dom!.above.includes(element)
}

/** What stands in these is no text of the story. */
const FURNITURE: ReadonlySet<Zone> = new Set<Zone>(['nav', 'footer', 'form', 'dialog'])

function isText({ facts, named }: View, block: Block): boolean {
  const { hidden, zone } = block.dom!
  return (
    named?.[block.at] !== 1 &&
    facts[block.at]!.mass > 0 &&
    !isLinked(block) &&
    hidden === undefined &&
    (zone === undefined || !FURNITURE.has(zone))
  )
}
