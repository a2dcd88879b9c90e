import { rule } from '../core/rule.ts'
import { opening } from '../words/openings.ts'
import { reads } from '../words/whole-lines.ts'

export default rule({
  id: 'back-link',
  role: 'navigation',
  doc: 'Leads back: to the top, to the start page, to a list.',
  weight: 3.8,
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
  *see({ blocks, facts }) {
    for (const block of blocks) {
      const fact = facts[block.at]!
      if (fact.mass > 40 || fact.endsSentence) continue
      if (reads(fact, 'back') || opening(fact, 'back') > 0)
        yield { at: block.at, because: `leads back: "${block.text}"` }
    }
  },
})
