import { rule, type View } from '../core/rule.ts'
import { COMMENT_HEADING } from '../words/comments.ts'
import { phraseBook } from '../words/phrases.ts'
import { isInside } from './shapes/place.ts'
import { turnedBy } from './shapes/turned.ts'

const PHRASES = phraseBook(COMMENT_HEADING)

export default rule({
  id: 'comment-heading',
  role: 'comment',
  doc: 'A heading over readers’ comments, and what follows it after the story.',
  weight: 3.2,
  examples: [
    {
      name: 'comments to the end of the page',
      page: `
        The lock keepers voted for a strike on Friday, for the first time since the canal was dug.
        It will begin on Monday at six, and nobody expects it to last beyond the week.
        ✗ Comments (2)
        ✗ tidewatcher
        ✗ They should have done it years ago, if you ask me.`,
    },
    {
      name: 'several languages',
      page: `
        ✗ Leave a comment
        ✗ 网友评论
        ✗ Kommentare
        ✗ 12 комментариев
        His comments on the strike were printed in three papers, with a different word missing in each.`,
    },
  ],
  *see(view) {
    const found = headings(view)
    for (const at of found)
      yield { at, because: `reads "${view.blocks[at]!.text}", as headings of comments do` }
    const turning = found.filter((at) => !isInside(view, at))
    for (const { at, heading } of turnedBy(view, turning))
      yield { at, strength: 0.7, because: `follows "${view.blocks[heading]!.text}"` }
  },
})

function headings({ blocks, facts }: View): readonly number[] {
  const found: number[] = []
  for (const { at } of blocks) {
    const fact = facts[at]!
    if (fact.mass <= 60 && fact.sentences <= 1 && PHRASES.has(withoutCount(fact.key, fact.digits)))
      found.push(at)
  }
  return found
}

/** `Comments (12)` and `12 comments` are headings too. */
function withoutCount(key: string, digits: number): string {
  return digits > 0 && digits <= 5 ? key.replace(/^\d{1,5}|\d{1,5}$/g, '') : key
}
