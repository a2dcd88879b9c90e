import type { Script } from '../core/facts.ts'
import { rule } from '../core/rule.ts'

/** Scripts that stand together in one language's text. */
const FAMILY: Partial<Record<Script, string>> = {
  Han: 'East Asian',
  Kana: 'East Asian',
  Hangul: 'East Asian',
}

export default rule({
  id: 'foreign-script',
  role: 'foreign',
  doc: 'Written in another script than the densest run of prose.',
  weight: 1.8,
  options: { minMass: { default: 12, min: 1, doc: 'Shortest text taken, in Latin-equivalent characters.' } },
  examples: [
    {
      name: 'an English story in a Chinese page',
      page: `
        ✗ 海岛新闻
        ✗ 港口频道
        The ferry to Tolm was cancelled again on Friday, and the islanders wrote their third letter to the ministry.
        It asks for nothing more than a timetable that is kept, or a reason, when it is not.
        Tolm Ferry Company
        ✗ 版权声明和联系方式`,
    },
    {
      name: 'Latin names in a Chinese story stay',
      page: '渡轮公司的新船名叫Tolm Star，船长名叫Ole，船上只有一个厨师。\nTolm Star',
    },
  ],
  *see({ blocks, facts, whole }, { minMass }) {
    if (whole.script === 'None' || whole.script === 'Other') return
    const own = FAMILY[whole.script] ?? whole.script
    for (const { at } of blocks) {
      const fact = facts[at]!
      if (
        fact.mass < minMass ||
        fact.letters < 3 ||
        fact.scriptShare < 0.6 ||
        fact.script === 'None' ||
        fact.script === 'Other'
      )
        continue
      if (fact.script === 'Latin' || (FAMILY[fact.script] ?? fact.script) === own) continue
      yield {
        at,
        strength: Math.min(1, 0.6 + fact.mass / 100),
        because: `is written in ${fact.script}, the story in ${whole.script}`,
      }
    }
  },
})
