import { BOT_CHECK_OPENINGS, BOT_CHECK_TITLES } from '../words/bot-checks.ts'
import { bodyMass, type GateView, gate } from './gate.ts'
import { foldPhrase, titleSegments } from './titles.ts'

const TITLES: ReadonlySet<string> = new Set(BOT_CHECK_TITLES)
/** Longest line still read as a check's own words rather than a sentence about one. */
const LONGEST_LINE = 240
const FIRST = 60

export default gate({
  id: 'captcha',
  doc: 'Rejects a short page that only asks its reader to prove to be human, or to switch on scripts and cookies.',
  options: {
    maxMass: { default: 500, min: 0, doc: 'Most kept text, in Latin-equivalent characters.' },
    maxPageMass: {
      default: 2_000,
      min: 0,
      doc: 'Most text on the whole page; a check has no menus and no news.',
    },
  },
  judge(view, { maxMass, maxPageMass }) {
    if (view.whole.mass > maxPageMass || bodyMass(view) > maxMass) return undefined
    const line = checkLine(view)
    if (line !== undefined) return `the page is a check for robots: "${line}"`
    const title =
      view.whole.mass < maxMass ? [...titleSegments(view)].find((segment) => TITLES.has(segment)) : undefined
    return title && `the page is a check for robots, titled "${title}"`
  },
})

function checkLine({ page }: GateView): string | undefined {
  for (const { text } of page.blocks.slice(0, FIRST)) {
    if (text.length > LONGEST_LINE) continue
    const folded = foldPhrase(text)
    if (BOT_CHECK_OPENINGS.some((opening) => folded.startsWith(opening))) return text
  }
  return undefined
}
