import { rule } from '../core/rule.ts'
import { isNamed } from './shapes/names.ts'

const NAMES =
  /(?:^|[\s_-])(?:caption|figcaption|wp-caption|wp-caption-text|image-?caption|photo-?caption|img-?caption|credit|image-?credit|photo-?credit|copyright|legend|legende|bildunterschrift)(?:[\s_-]|$)/

export default rule({
  id: 'caption-block',
  role: 'caption',
  doc: 'Belongs to a picture: a caption element, a figure, or an element named after one.',
  weight: 3.6,
  evidence: 'name',
  door: 'html',
  examples: [
    {
      name: 'a figure and its caption',
      html: `<figure><img src="a.jpg" alt=""><figcaption>✗ The lock at low water.</figcaption></figure>
        <p>The figure of the lock keeper stands on the market square, and children hang their caps on it.</p>`,
    },
    { name: 'a text dump has no such element', page: 'The lock at low water.' },
  ],
  seeBlock(block, fact) {
    if (block.kind === 'caption' || block.kind === 'figure' || block.dom?.zone === 'figure')
      return 'belongs to a picture'
    return fact.mass < 300 && isNamed(block, NAMES)
      ? `stands in an element named "${block.dom!.names}"`
      : undefined
  },
})
