import { rule } from '../core/rule.ts'
import { isForeign } from './shapes/extent.ts'

export default rule({
  id: 'foreign-script',
  role: 'foreign',
  doc: 'Written in another script than the densest run of prose.',
  weight: 2,
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
  seeBlock(_, fact, { minMass }, { whole }) {
    if (fact.mass < minMass || fact.letters < 3 || fact.scriptShare < 0.6) return undefined
    if (!isForeign(fact.script, whole.script)) return undefined
    return {
      strength: Math.min(1, 0.6 + fact.mass / 100),
      because: `is written in ${fact.script}, the story in ${whole.script}`,
    }
  },
})
