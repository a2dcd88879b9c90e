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
        The privacy policy of the library fits on a postcard, and it has never been changed.`,
    },
  ],
  seeBlock: (block, fact) => lineReading(block, fact, 'legal'),
})
