import { rule } from '../core/rule.ts'
import { isStory } from '../facts/page-type.ts'

export default rule({
  id: 'picture-caption',
  role: 'caption',
  doc: 'The only text in a small element that holds a picture: what is printed under it.',
  weight: 2.4,
  evidence: 'name',
  door: 'html',
  options: {
    reach: { default: 3, min: 1, doc: 'Elements above the picture that may hold the caption.' },
    mass: { default: 300, min: 20, doc: 'Most text of a caption, in Latin-equivalent characters.' },
  },
  examples: [
    {
      name: 'a line in the element of its picture',
      html: `<article><p>The lock was built in a year without rain, and nobody believed that it would ever hold water.</p>
        <div class="media"><div><img src="/lock.jpg" width="600" height="400" alt=""></div><div class="m-2">✗ The lock at low water, in August</div></div>
        <p>When it rained at last, the whole town came to watch, and the lock keeper sold lemonade.</p></article>`,
    },
    {
      name: 'a teaser is a link',
      html: `<p>The lock was built in a year without rain, and nobody believed that it would ever hold water.</p>
        <div class="card"><img src="/mill.jpg" width="300" height="200" alt=""><a href="/mill">Who insures a mill?</a></div>`,
    },
  ],
  *see({ page, blocks, facts, whole }, { reach, mass }) {
    if (page.pictures.length === 0) return
    // goods and steps of instructions stand beside their pictures, too
    const evidence = isStory(whole) ? 'name' : 'hint'
    const inside = new Map<number, number[]>()
    for (const { at, dom } of blocks)
      for (const number of [dom!.number, ...dom!.above.slice(0, reach)]) {
        const held = inside.get(number)
        if (held === undefined) inside.set(number, [at])
        else held.push(at)
      }
    for (const { above = [] } of page.pictures) {
      const held = above
        .slice(0, reach)
        .map((number) => inside.get(number))
        .find((own) => own !== undefined)
      if (held === undefined || held.length > 3) continue
      const sizes = held.reduce((sum, at) => sum + facts[at]!.mass, 0)
      const other = held.some((at) => blocks[at]!.kind === 'heading' || blocks[at]!.dom!.linkShare > 0.5)
      if (sizes > mass || other) continue
      for (const at of held)
        if (blocks[at]!.kind === 'paragraph')
          yield {
            at,
            because: 'is all the text beside a picture',
            evidence: NUMBERED.test(blocks[at]!.text) ? 'hint' : evidence,
          }
    }
  },
})

/** Heads a part, however it is set. */
const NUMBERED = /^\d{1,3}[.)] /
