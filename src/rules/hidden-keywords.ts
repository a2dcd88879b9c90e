import { isHidden } from '../core/block.ts'
import { rule } from '../core/rule.ts'
import { hiddenShare } from './shapes/hidden-share.ts'

export default rule({
  id: 'hidden-keywords',
  role: 'hidden',
  doc: 'Words without grammar, or a bunch of links, that the page hides from its readers but not from crawlers.',
  weight: 6,
  evidence: 'name',
  door: 'html',
  options: {
    most: { default: 0.4, min: 0, max: 1, doc: 'Share of the page’s sentences that may be hidden.' },
    grammar: {
      default: 0.2,
      min: 0,
      max: 1,
      doc: 'Share of function words below which words are no sentence.',
    },
  },
  examples: [
    {
      name: 'keywords off the screen, links in a box without height',
      html: `<p>The bell foundry of Corrin cast its last bell in the spring, and the furnace has been cold ever since.</p>
        <p>Its chimney still stands above the yard, because nobody can agree on what it would cost to take it down.</p>
        <div style="position:absolute;left:-9999px">✗ cheap trainers outlet designer bags discount watches fast loans bonus codes</div>
        <div style="height:0;overflow:hidden">✗ <a href="https://a.example/1">bonus</a> and <a href="https://b.example/2">loans</a> and <a href="https://c.example/3">pills</a></div>
        <p style="display:none">The founder’s grandson keeps the pattern of every bell in a loft above the stables.</p>`,
    },
  ],
  *see(view, { most, grammar }) {
    if (hiddenShare(view) > most) return
    for (const block of view.blocks) {
      if (!isHidden(block)) continue
      const { at, dom } = block
      const { functionShare, words } = view.facts[at]!
      if (dom !== undefined && dom.links >= 3) yield { at, because: `hides ${dom.links} links` }
      else if (words >= 6 && functionShare !== undefined && functionShare < grammar)
        yield { at, because: `hides ${words} words, hardly one of them a function word` }
    }
  },
})
