import type { Facts } from '../core/facts.ts'
import { rule } from '../core/rule.ts'
import { isCommentHeading } from './shapes/comment-headings.ts'
import { isInside } from './shapes/place.ts'
import { isRelatedHeading } from './shapes/related-headings.ts'
import { turnedBy } from './shapes/turned.ts'

export default rule({
  id: 'comment-heading',
  role: 'comment',
  doc: 'A heading over readers’ comments, and what follows it after the story.',
  weight: 3.2,
  evidence: 'proof',
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
    for (const { at, text } of view.blocks) {
      if (isCommentHeading(view.facts[at]!))
        yield { at, because: `reads "${text}", as headings of comments do` }
    }
    const turns = (fact: Facts, at: number) => isCommentHeading(fact) && !isInside(view, at)
    for (const { at, heading } of turnedBy(view, turns, isRelatedHeading))
      yield { at, strength: 0.7, because: `follows "${view.blocks[heading]!.text}"` }
  },
})
