import type { Facts } from '../core/facts.ts'
import { rule, type View } from '../core/rule.ts'
import type { Sighting } from '../core/vote.ts'
import { isCommentHeading } from './shapes/comment-headings.ts'
import { isLinked } from './shapes/line.ts'
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
      name: 'comments in the element of the story',
      html: `<td><h3>The lock</h3><p>The lock keepers voted for a strike on Friday, for the first time since the canal was dug, and nobody expects it to last.</p><p>It will begin on Monday at six.</p>
        <b>✗ Comments</b><p>✗ They should have done it years ago, if you ask me, and most of those who dug it would say the same if one could ask them.</p></td>`,
    },
    {
      name: 'the answers to a question',
      page: `
        The lock sings at night, one note, and oil on the hinges does not help against it, whatever the keeper says.
        I have asked at the yard, and they told me that all locks sing, and that I should learn to sleep. What else can be done?
        ✗ Add a comment
        2 Answers
        asked in May
        Put a cork in it.`,
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
    for (const { at, heading } of turnedBy(view, turns, endsComments))
      yield { at, strength: 0.7, because: `follows "${view.blocks[heading]!.text}"` }
    yield* beside(view)
  },
})

/** Under a question, its comments stand above the answers. */
const endsComments = (fact: Facts, _: number, text: string): boolean =>
  isRelatedHeading(fact) || (fact.digits > 0 && ANSWERS.test(text))
const ANSWERS =
  /^\d{1,4} (?:answers?|antworten?|réponses?|respuestas?|respostas?|rispost[ae]|ответ(?:а|ов)?|antwoord(?:en)?|svar|odpowied[źz]i?|件の回答|个回答)$/i

/** Less told above it makes a heading the entry to a page of comments, in Latin-equivalent characters. */
const TOLD = 60

/** In a document the story does not go on beside the comments, though they may read as densely: all below it in its element. */
function* beside(view: View): Iterable<Sighting> {
  const { blocks, facts } = view
  let told = 0
  for (const block of blocks) {
    const { at, dom, text } = block
    if (facts[at]!.endsSentence) told += facts[at]!.mass
    if (dom === undefined || dom.tag === 'button' || told < TOLD || isLinked(block)) continue
    if (!isCommentHeading(facts[at]!) || !isInside(view, at)) continue
    for (const below of blocks.slice(at + 1)) {
      if (!below.dom!.above.includes(dom.parent)) break
      yield { at: below.at, strength: 0.7, because: `follows "${text}"` }
    }
  }
}
