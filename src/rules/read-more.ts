import { rule } from '../core/rule.ts'
import { lineReading } from './shapes/phrase-lines.ts'

export default rule({
  id: 'read-more',
  role: 'related',
  doc: 'The link under a cut-off summary, or one that loads more of a list.',
  weight: 3.6,
  evidence: 'proof',
  examples: [
    {
      name: 'links to the rest',
      page: `
        ✗ Read more
        ✗ 加载更多
        ✗ Weiterlesen
        ✗ Lire la suite
        He had read more books than the librarian.`,
    },
  ],
  seeBlock: (block, fact) => lineReading(block, fact, 'read-more'),
})
