import { rule, type View } from '../core/rule.ts'
import { isStory } from '../facts/page-type.ts'
import { elementsAround } from './shapes/elements-around.ts'
import { headline } from './shapes/place.ts'
import { CARD, storyCards } from './shapes/story-cards.ts'

export default rule({
  id: 'other-story',
  role: 'related',
  hearing: 'neighbours',
  doc: 'A card that leads to another story, outside the element that holds the headline and the sentences below it.',
  weight: 2.6,
  evidence: 'proof',
  door: 'html',
  options: CARD,
  examples: [
    {
      name: 'cards beside the element of a short story, and in it',
      html: `<title>The last ice merchant</title><main><article><h1>- The last ice merchant</h1><p>+ Every February three men saw the lake into blocks, and nobody in the village knows who buys them.</p></article>
        <div class="t"><h3><a href="/a">✗+ Night bus gets a piano</a></h3><p>✗+ It is tuned at the terminus. Passengers may play until midnight.</p></div>
        <div class="t"><h3><a href="/b">✗+ Who insures a mill?</a></h3><p>✗+ Nobody does, say four brokers. We asked a fifth.</p></div></main>`,
    },
    {
      name: 'cards that are what the page is there for',
      html: `<title>Lamps</title><main><h1>- Lamps</h1><p>+ Three lamps were carried through a gale, and two of them came back.</p>
        <div class="t"><h3><a href="/a">+ The Brass, by Holm</a></h3><p>+ It is heavy, and it stays where it is put.</p></div>
        <div class="t"><h3><a href="/b">+ The Tin, by nobody</a></h3><p>+ It weighs nothing, and it walks.</p></div></main>`,
    },
  ],
  *see(view, limits) {
    const story = isStory(view.whole) ? storyElement(view) : undefined
    if (story === undefined) return
    for (const { at, because } of storyCards(view, { ...limits, heading: HEADING }))
      if (!view.blocks[at]!.dom!.above.includes(story)) yield { at, because: `${because}, outside the story` }
  },
})

/** Lightest heading of a card, in Latin-equivalent characters. */
const HEADING = 5

/** Shorter sentences are lines, in Latin-equivalent characters. */
const SENTENCE = 50

/** The smallest element that holds the headline and a sentence below it. */
function storyElement(view: View): number | undefined {
  const title = headline(view)
  if (title === undefined) return undefined
  const tells = view.blocks.filter(({ at, dom }) => {
    const { endsSentence, mass } = view.facts[at]!
    return at > title.at && endsSentence && mass > SENTENCE && dom!.linkShare < LINKED
  })
  return elementsAround(title).find((element) => tells.some(({ dom }) => dom!.above.includes(element)))
}
const LINKED = 0.5
