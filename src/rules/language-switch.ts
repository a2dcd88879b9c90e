import { rule } from '../core/rule.ts'
import { lineReading } from './shapes/phrase-lines.ts'

export default rule({
  id: 'language-switch',
  role: 'navigation',
  doc: 'The name of a language or an edition on its own line.',
  weight: 3.4,
  evidence: { html: 'name', text: 'proof' },
  examples: [
    {
      name: 'names of languages',
      page: `
        ✗ English
        ✗ 中文
        ✗ Français
        English was her fourth language, and the first one she wrote in.`,
    },
  ],
  seeBlock: (block, fact) => lineReading(block, fact, 'languages'),
})
