import { rule } from '../core/rule.ts'
import { opening } from '../words/openings.ts'
import { reads } from '../words/whole-lines.ts'

export default rule({
  id: 'back-link',
  role: 'navigation',
  doc: 'Leads back: to the top, to the start page, to a list.',
  weight: 3.8,
  evidence: 'proof',
  examples: [
    {
      name: 'ways back',
      page: `
        ✗ Back to top
        ✗ 返回首页
        ✗ 返回海岛频道
        ✗ Zurück zur Übersicht
        ✗ Наверх
        She came back to the island after thirty years.
        返回家乡的渔民说，今年的收成比去年好得多。`,
    },
    {
      name: 'a heading of a part',
      html: '<h2>Back to basics: the oar</h2><p><a href="/">✗ Back to the paper</a></p>',
    },
  ],
  seeBlock({ text, kind, dom }, fact) {
    if (fact.mass > 40 || fact.endsSentence) return undefined
    // a heading that begins so heads a part: "Back to basics"
    const heads = kind === 'heading' && dom !== undefined && dom.links === 0
    return reads(fact, 'back') || (!heads && opening(fact, 'back') > 0) ? `leads back: "${text}"` : undefined
  },
})
