import { rule } from '../core/rule.ts'
import { isEntryRow } from '../facts/glued-menu.ts'

export default rule({
  id: 'button-row',
  role: 'interface',
  hearing: 'neighbours',
  door: 'text',
  doc: 'Several words of menus, buttons and share bars on one line, and nothing else.',
  weight: 3,
  evidence: 'proof',
  options: { maxMass: { default: 120, min: 10, doc: 'Longest line taken, in Latin-equivalent characters.' } },
  examples: [
    {
      name: 'buttons behind one another, glued or not',
      page: `
        + The keeper of Anglin Rock received a visitor in March, and by summer there were hundreds of them.
        ✗+ Share Tweet Pin Mail Comments (14)
        ✗+ KommentareDrucken
        ✗+ Responder Denunciar
        ✗+ [zurück] [Seite drucken] [nach oben]
        + Share Tweets With Care
        + Print, she says, and she will come home.`,
    },
  ],
  *see({ blocks, facts, leaning }, { maxMass }) {
    if (leaning === undefined) return
    for (const { at, text, kind } of blocks) {
      const { mass, endsSentence } = facts[at]!
      if (leaning[at]! <= 0 || mass > maxMass || endsSentence || kind === 'code' || kind === 'cell') continue
      if (isEntryRow(text)) yield { at, because: `reads "${text}", words of buttons and nothing else` }
    }
  },
})
