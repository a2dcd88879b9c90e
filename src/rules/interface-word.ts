import { rule } from '../core/rule.ts'
import { lineReading } from './shapes/phrase-lines.ts'

export default rule({
  id: 'interface-word',
  role: 'interface',
  doc: 'A word on one of the page’s own controls: font size, print, play, close.',
  weight: 3.2,
  evidence: 'name',
  examples: [
    {
      name: 'controls',
      page: `
        ✗ Print
        ✗ 字号
        ✗ Listen to this article
        ✗ Schließen
        The print of the lost photograph was found in a shoe box.`,
    },
  ],
  seeBlock: (block, fact) => lineReading(block, fact, 'interface'),
})
