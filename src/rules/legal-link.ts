import { rule } from '../core/rule.ts'
import { lineReading } from './shapes/phrase-lines.ts'

export default rule({
  id: 'legal-link',
  role: 'footer',
  doc: 'A link at the foot of a site: terms, privacy, imprint, about.',
  weight: 3.6,
  evidence: 'name',
  examples: [
    {
      name: 'links at the foot',
      page: `
        ✗ Privacy Policy
        ✗ Impressum
        ✗ 关于我们
        ✗ Политика конфиденциальности
        Press.
        The privacy policy of the library fits on a postcard, and it has never been changed.`,
    },
  ],
  // a label has no full stop: "Press." is a sentence
  seeBlock: (block, fact) => (fact.endsSentence ? undefined : lineReading(block, fact, 'legal')),
})
