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
  ],
  seeBlock({ text }, fact) {
    if (fact.mass > 40 || fact.endsSentence) return undefined
    return reads(fact, 'back') || opening(fact, 'back') > 0 ? `leads back: "${text}"` : undefined
  },
})
