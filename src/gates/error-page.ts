import { ERROR_PHRASES } from '../words/error-pages.ts'
import { bodyMass, type GateView, gate } from './gate.ts'
import { foldPhrase, titleSegments } from './titles.ts'

const PHRASES: ReadonlySet<string> = new Set(Object.values(ERROR_PHRASES).flat().map(foldPhrase))
/** Blocks looked at when no title says so: the message stands at the top, after the menu. */
const FIRST = 80
const LONGEST_LINE = 160

export default gate({
  id: 'error-page',
  doc: 'Rejects a short page whose title, or a whole line, is an error message such as "Page not found".',
  options: {
    maxMass: {
      default: 600,
      min: 0,
      doc: 'Most kept text where a title says so, in Latin-equivalent characters.',
    },
    maxMassOfLine: { default: 300, min: 0, doc: 'The same where only a line of the page says so.' },
  },
  judge(view, { maxMass, maxMassOfLine }) {
    const mass = bodyMass(view)
    if (mass > Math.max(maxMass, maxMassOfLine)) return undefined
    const title =
      mass <= maxMass ? [...titleSegments(view)].find((segment) => PHRASES.has(segment)) : undefined
    if (title !== undefined) return `the page calls itself "${title}" and holds little else`
    const line = mass <= maxMassOfLine ? errorLine(view) : undefined
    return line && `the page says "${line}" and holds little else`
  },
})

/** The first line that is an error message from its beginning to its end, or in its first sentence. */
function errorLine({ page }: GateView): string | undefined {
  for (const { text } of page.blocks.slice(0, FIRST)) {
    if (text.length > LONGEST_LINE || text.length < 6) continue
    const sentence = text.split(/[.!?。！？]/, 1)[0]!
    if (PHRASES.has(foldPhrase(text)) || PHRASES.has(foldPhrase(sentence))) return text
  }
  return undefined
}
