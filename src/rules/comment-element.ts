import { rule, type View } from '../core/rule.ts'
import type { Sighting } from '../core/vote.ts'
import { holdsStory, namedElements } from './shapes/named-elements.ts'
import { blockNamed } from './shapes/names.ts'

const NAMES =
  /(?:^|[\s_-])(?:comments?|comment-?(?:list|body|content|text|author|meta|form|respond|reply|count|item|thread|wrapper|area|section|box)|guest-?book|condolences|disqus|replies|respond|coral|livefyre|spotim|fb-comments|cmt)(?:[\s_-]|$)/
/** Names of elements that hold all comments of a page. */
const AROUND =
  /^(?:the-?|post-?|article-?|user-?|reader-?|view-?|all-?)?comments?(?:[_-]?(?:\d+|list|area|section|box|wrapper?|container|holder|thread|block|content|inner|item|body))*$|^guest-?book|^condolences|^comment_?list$|^commentlist$|^(?:disqus|livefyre|spotim|fb-comments|respond)/
/** An element that holds more of the page's paragraphs than this is not that of its comments alone. */
const MOST = 0.7

export default rule({
  id: 'comment-element',
  role: 'comment',
  doc: 'Stands in an element named after comments, however deep.',
  weight: 2.8,
  evidence: 'proof',
  door: 'html',
  examples: [
    {
      name: 'an element so named, and prose in one',
      html: `<article><p>The keeper of Anglin Rock received a visitor in March, and by summer there were hundreds of them.</p></article>
        <div class="comment-body"><p>✗ They came for the birds, she says, and stayed for the soup, which she makes from what is left, and from what the visitors bring, which is mostly too much of everything but salt. In winter she is alone again.</p></div>
        <div class="commentary"><p>The commentary on the match was written by a poet.</p></div>`,
    },
    {
      name: 'on a page of nothing else they are the page',
      html: `<h1>The soup is cold</h1><div class="comment-body"><p>The soup on Anglin Rock was cold in March, and it was cold again in May, as everybody who rowed there can tell.</p></div>
        <div class="comment-body"><p>It was not cold but summer soup, which is meant to be cold, and there is a note about it on the door.</p></div>`,
    },
    {
      name: 'deep below the list of comments',
      html: `<h1>Soup on Anglin Rock</h1><article><p>The keeper of Anglin Rock received a visitor in March, and by summer there were hundreds of them, all for the birds.</p></article>
        <dl id="comment_list"><dd class="entry"><div class="txt"><div><p>✗ I was there and the soup was cold.</p></div></div></dd></dl>`,
    },
    {
      name: 'a name around the whole page says nothing',
      html: `<div class="comments-enabled" id="comments"><div><section><h1>Soup on Anglin Rock</h1><p>The keeper of Anglin Rock received a visitor in March, and by summer there were hundreds of them, all for the birds.</p></section></div></div>`,
    },
  ],
  *see(view) {
    const around = namedElements(AROUND, holdsStory(view, MOST))
    const found: Sighting[] = []
    for (const block of view.blocks) {
      const element = around(block)
      const because =
        element === undefined ? blockNamed(block, NAMES) : `stands in an element named "${element.label}"`
      if (because !== undefined) found.push({ at: block.at, because })
    }
    if (!isThread(found, view)) yield* found
  },
})

/** Where next to all paragraphs are comments, as on a page of an issue or a request, they are what the page is there for. */
function isThread(found: readonly Sighting[], { blocks, facts }: View): boolean {
  const prose = (at: number) => (facts[at]!.endsSentence ? facts[at]!.mass : 0)
  // every page has a foot
  const all = blocks.reduce((sum, { at, dom }) => sum + (dom?.zone === 'footer' ? 0 : prose(at)), 0)
  const inside = found.reduce((sum, { at }) => sum + prose(at), 0)
  return found.length > 1 && inside > all * THREAD
}
const THREAD = 0.92
