import { type Block, leadsElsewhere } from '../core/block.ts'
import { rule, type View } from '../core/rule.ts'
import { isStory } from '../facts/page-type.ts'

export default rule({
  id: 'lone-link',
  role: 'related',
  hearing: 'neighbours',
  door: 'html',
  doc: 'A short paragraph that is all one link to another page, between paragraphs of a story; no row of them, which is a list.',
  weight: 2.5,
  options: {
    mass: { default: 110, min: 10, doc: 'Longest paragraph taken, in Latin-equivalent characters.' },
  },
  examples: [
    {
      name: 'a pointer between paragraphs, and a row of sources',
      html: `<article><p>+ The keeper of Anglin Rock received a visitor in March, and by summer there were hundreds of them.</p><p><a href="/soup">✗+ Her soup, course by course</a></p>
        <p>+ They came for the birds, she says, and stayed for the soup.</p><p><a href="/a">+ Birds of the rock, a list</a></p><p><a href="/b">+ Tides of the rock, a table</a></p></article>`,
    },
  ],
  *see(view, { mass }) {
    if (!isStory(view.whole)) return
    const lone = view.blocks.map((block) => isPointer(view, block, mass))
    for (const { at } of view.blocks)
      if (lone[at] && !lone[at - 1] && !lone[at + 1])
        yield { at, because: 'is nothing but a link to another page' }
  },
})

function isPointer({ facts, leaning }: View, block: Block, mass: number): boolean {
  const { at, kind, whole, text } = block
  // an address that is printed is what the story wants to show
  if (/^(?:https?:|www\.)/i.test(text)) return false
  if (kind !== 'paragraph' || whole !== undefined || facts[at]!.mass > mass || facts[at]!.words < 3)
    return false
  return (leaning?.[at] ?? 0) > -1 && leadsElsewhere(block)
}
