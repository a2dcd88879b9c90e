import { rule } from '../core/rule.ts'
import { lineReading } from './shapes/phrase-lines.ts'

export default rule({
  id: 'skip-link',
  role: 'navigation',
  doc: 'Jumps over the navigation, for screen readers.',
  weight: 4,
  evidence: 'proof',
  examples: [
    {
      name: 'jumps',
      page: `
        ✗ Skip to main content
        ✗ Zum Inhalt springen
        ✗ 本文へスキップ
        Readers who skip to the last page of a crime novel are more common than publishers think.`,
    },
    {
      name: 'two of them in one line',
      html: '<div>✗ <a href="#nav">Jump to navigation</a><a href="#find">Skip to search</a></div>',
    },
  ],
  seeBlock: (block, fact) => lineReading(block, fact, 'skip'),
})
