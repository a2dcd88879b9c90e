import { rule } from '../core/rule.ts'
import { BACK, BACK_OPENING } from '../words/navigation.ts'
import { phraseBook } from '../words/phrases.ts'

const WHOLE = phraseBook(BACK)
const OPENING = phraseBook(BACK_OPENING)

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
      if (WHOLE.has(fact.key) || OPENING.opens(block.text, fact.key) > 0)
        yield { at: block.at, because: `leads back: "${block.text}"` }
    }
  },
})
