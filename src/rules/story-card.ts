import { rule } from '../core/rule.ts'

export default rule({
  id: 'story-card',
  role: 'related',
  doc: 'One of several cards, each an element with a linked headline and a few words on that other page.',
  weight: 2.6,
  evidence: 'name',
  door: 'html',
  examples: [
    {
      name: 'two cards beside the story',
      html: `<article><h1>The last ice merchant</h1><p>Every February three men saw the lake into blocks, and nobody in the village knows who buys them.</p></article>
        <div class="r"><div class="t"><h3><a href="/a">✗ Night bus gets a piano</a></h3><p>✗ It is tuned at the terminus. Passengers may play until midnight.</p></div>
        <div class="t"><h3><a href="/b">✗ Who insures a mill?</a></h3><p>✗ Nobody does, say four brokers. We asked a fifth.</p></div></div>`,
    },
    {
      name: 'three cards whose headlines are linked lines',
      html: `<article><h1>The last ice merchant</h1><p>Every February three men saw the lake into blocks, and nobody in the village knows who buys them.</p></article>
        <div class="r"><div><a href="/a">✗ Night bus gets a piano</a><p>✗ It is tuned at the terminus.</p></div><div><a href="/b">✗ Who insures a mill?</a><p>✗ Nobody does.</p></div>
        <div><a href="/c">✗ A harbour for sale</a><p>✗ It comes with a gull.</p></div></div>`,
    },
    {
      name: 'parts of one story whose headings are linked, in one element',
      html: `<article><h1>Three lamps, tried</h1><h2><a href="/lamps/1">The Brass</a></h2><p>It is heavy, and it stays where it is put. In the wind it went out once.</p>
        <h2><a href="/lamps/2">The Tin</a></h2><p>It weighs nothing, and it walks. In the wind it went out at once.</p></article>`,
    },
  ],
  *see({ whole }) {
    for (const { kind, from, to, among } of whole.stories)
      for (let at = from; kind === 'card' && at <= to; at++)
        yield { at, because: `is part of one of ${among} cards that lead to other pages` }
  },
})
