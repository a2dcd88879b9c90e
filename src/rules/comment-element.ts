import { rule } from '../core/rule.ts'
import { blockNamed } from './shapes/names.ts'

const NAMES =
  /(?:^|[\s_-])(?:comments?|comment-?(?:list|body|content|text|author|meta|form|respond|reply|count|item|thread|wrapper|area|section|box)|disqus|replies|respond|coral|livefyre|spotim|fb-comments|cmt)(?:[\s_-]|$)/

export default rule({
  id: 'comment-element',
  role: 'comment',
  doc: 'Stands in an element named after comments.',
  weight: 2.8,
  evidence: 'name',
  door: 'html',
  examples: [
    {
      name: 'an element so named, and prose in one',
      html: `<article><p>The keeper of Anglin Rock received a visitor in March, and by summer there were hundreds of them.</p></article>
        <div class="comment-body"><p>✗ They came for the birds, she says, and stayed for the soup, which she makes from what is left, and from what the visitors bring, which is mostly too much of everything but salt. In winter she is alone again.</p></div>
        <div class="commentary"><p>The commentary on the match was written by a poet.</p></div>`,
    },
  ],
  seeBlock: (block) => blockNamed(block, NAMES),
})
