import { rule } from '../core/rule.ts'
import { isLinked } from './shapes/line.ts'
import { lineReading } from './shapes/phrase-lines.ts'
import { isInside } from './shapes/place.ts'

export default rule({
  id: 'legal-link',
  role: 'footer',
  doc: 'A link at the foot of a site: terms, privacy, imprint, about.',
  weight: 3.6,
  evidence: 'name',
  examples: [
    {
      name: 'links at the foot',
      page: `
        ✗ Privacy Policy
        ✗ Impressum
        ✗ 关于我们
        ✗ Политика конфиденциальности
        Press.
        The privacy policy of the library fits on a postcard, and it has never been changed.`,
    },
    {
      name: 'a heading of the story stays',
      html: `<article><p>The library lends lamps since spring, and nobody has brought one back broken, which surprises its keeper every week.</p><h2>Delivery</h2>
        <p>A boy with a sledge brings them to the door, in winter only, and takes the old one with him, whether it burns or not.</p></article><footer><a href="/d">✗ Delivery</a></footer>`,
    },
  ],
  // a label has no full stop: "Press." is a sentence; a heading inside the story heads a part of it
  seeBlock: (block, fact, _, view) =>
    fact.endsSentence || (block.kind === 'heading' && !isLinked(block) && isInside(view, block.at))
      ? undefined
      : lineReading(block, fact, 'legal'),
})
