import { rule } from '../core/rule.ts'
import { isStory } from '../facts/page-type.ts'

export default rule({
  id: 'other-story',
  role: 'related',
  hearing: 'neighbours',
  doc: 'Another story beside this one: an article element with a headline of its own, or a card that leads to it, outside what holds the page’s own story.',
  weight: 4,
  evidence: 'proof',
  door: 'html',
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
    {
      name: 'a second article with its own headline',
      html: `<title>The ferry will run every hour</title>
        <article><h1>+ The ferry will run every hour</h1><p>+ From May the ferry over the strait will run every hour, the harbour office said on Monday, and on Sundays it will wait for the last bus from the north of the island.</p>
        <p>+ The second boat was bought in autumn, painted in winter, and named after the keeper of the old lighthouse, who had asked for it in every one of her letters to the council for thirty years.</p></article>
        <article><h1>✗+ Herring is back in the bay</h1><p>✗+ The herring came back this spring, and nobody had expected it.</p></article>`,
    },
    {
      name: 'a list of articles, none of which is the page’s',
      html: `<title>All stories</title>
        <article><h1>+ The ferry will run every hour</h1><p>+ From May the ferry over the strait will run every hour.</p></article>
        <article><h1>+ Herring is back in the bay</h1><p>+ The herring came back this spring, and nobody had expected it.</p></article>`,
    },
    {
      name: 'a list in the story whose items are linked, below a deck',
      html: `<title>Ten letters worth a stamp</title><main><div><h1>- Ten letters worth a stamp</h1><p>+ Who reads them also writes them, mostly at night and mostly at sea.</p></div>
        <div><p>+ We asked nine keepers which letters they wait for, and a tenth one told us without being asked.</p><p>+ Here they are, in the order in which they came by boat.</p>
        <ol><li><a href="https://a.example/">+ The Lamp Letter</a><p>+ Holm tells how oil is bought, and from whom it is not.</p></li>
        <li><a href="https://b.example/">+ Notes on Fog</a><p>+ Nobody has written more about it, or seen less of it.</p></li>
        <li><a href="https://c.example/">+ The Night Boat</a><p>+ It comes out when the boat does, which is seldom.</p></li></ol></div></main>`,
    },
  ],
  *see({ blocks, whole }) {
    const own = whole.stories.find(({ kind }) => kind === 'page')
    const container = own?.container
    for (const { kind, from, to, headline } of whole.stories) {
      const isCard = kind === 'card' && isStory(whole) && container !== undefined
      if (!isCard && kind !== 'article') continue
      const because = `is part of another story, "${blocks[headline]!.text.slice(0, 60)}"`
      for (let at = from; at <= to; at++)
        if (!isCard) yield { at, because }
        else if (!blocks[at]!.dom!.above.includes(container)) yield { at, because, strength: CARD }
    }
  },
})

/** How sure a card is where a page may be no story. */
const CARD = 0.65
