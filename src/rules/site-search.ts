import { rule } from '../core/rule.ts'
import { lineReading } from './shapes/phrase-lines.ts'

export default rule({
  id: 'site-search',
  role: 'navigation',
  doc: 'The label of a search box, or what stands in it.',
  weight: 3.6,
  evidence: { html: 'name', text: 'proof' },
  examples: [
    {
      name: 'search boxes',
      page: `
        ✗ Search
        ✗ 请输入关键词
        ✗ Suchbegriff eingeben
        The search for the missing boat was called off at dusk.
        搜索工作在傍晚停止。`,
    },
  ],
  seeBlock: (block, fact) => lineReading(block, fact, 'search'),
})
