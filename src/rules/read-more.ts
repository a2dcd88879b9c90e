import { rule } from '../core/rule.ts'
import { phraseBook } from '../words/phrases.ts'
import { READ_MORE } from '../words/related.ts'
import { linesReading } from './shapes/phrase-lines.ts'

const PHRASES = phraseBook(READ_MORE)

export default rule({
  id: 'read-more',
  role: 'related',
  doc: 'The link under a cut-off summary, or one that loads more of a list.',
  weight: 3.6,
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
  see: (view) => linesReading(view, PHRASES),
})
