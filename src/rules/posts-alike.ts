import type { Block } from '../core/block.ts'
import type { Facts } from '../core/facts.ts'
import { rule } from '../core/rule.ts'
import { likeliestType } from '../facts/page-type.ts'

export default rule({
  id: 'posts-alike',
  role: 'body',
  hearing: 'neighbours',
  door: 'html',
  doc: 'On a thread, what stands in an element like the one a sentence of another post is kept in: a post may be two words long.',
  weight: 2.6,
  options: {
    doubt: { default: 2.6, min: 0, doc: 'Leaning below zero that counts as slight, in log-odds.' },
  },
  examples: [
    {
      name: 'a short answer',
      html: `<html><head><meta property="og:type" content="forum"><script type="application/ld+json">{"@type":"DiscussionForumPosting"}</script></head><body><h1>- Thin soup</h1>
        <div class="post"><p>+ The soup on the rock has been thin since March, and nobody can tell me why it is.</p><span>- Reply</span></div>
        <div class="post"><p>+ It is summer soup, and there is a note about it on the door of the kitchen.</p><span>- Reply</span></div>
        <div class="post"><p>✗- More salt.</p><span>- Reply</span></div></body></html>`,
    },
    {
      name: 'a story is no thread',
      html: `<article><h1>- Thin soup</h1><p>+ The soup on the rock has been thin since March, and nobody can tell why it is.</p><p>- More salt.</p></article>`,
    },
  ],
  *see({ blocks, facts, leaning, named, whole }, { doubt }) {
    if (leaning === undefined || whole.kinds === undefined || likeliestType(whole.kinds).type !== 'forum')
      return
    const shapes = new Set<number>()
    // one post has an id of its own, another a class more
    const paths = new Set<string>()
    for (const block of blocks) {
      if (leaning[block.at]! <= 0 || !isPost(block, facts[block.at]!)) continue
      shapes.add(block.dom!.shape)
      paths.add(pathOf(block))
    }
    for (const block of blocks) {
      const { at, dom, kind } = block
      const slight = leaning[at]! <= 0 && leaning[at]! >= -doubt && named?.[at] !== 1
      if (
        slight &&
        kind !== 'heading' &&
        dom!.linkShare < LINKED &&
        facts[at]!.letters > 0 &&
        (shapes.has(dom!.shape) || paths.has(pathOf(block)))
      )
        yield { at, because: 'stands in an element like that of posts that are kept' }
    }
  },
})

/** Share of a text in links from which it is no post. */
const LINKED = 0.5

function isPost({ dom, kind }: Block, { endsSentence }: Facts): boolean {
  return endsSentence && kind !== 'heading' && dom!.linkShare < LINKED
}

const pathOf = ({ place }: Block): string => ('path' in place ? place.path : '')
