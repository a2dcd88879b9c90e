import type { Facts } from '../core/facts.ts'
import { rule, type View } from '../core/rule.ts'
import { isEntryRow } from '../facts/glued-menu.ts'
import { opening } from '../words/openings.ts'
import { reads } from '../words/whole-lines.ts'
import { isLinked } from './shapes/line.ts'

export default rule({
  id: 'run-to-the-end',
  role: 'body',
  hearing: 'neighbours',
  doc: 'Near the end of a text dump that ends with its prose: what leans out there has no foot or list after it to belong to.',
  weight: 4.5,
  door: 'text',
  options: {
    doubt: { default: 1.2, min: 0, doc: 'Leaning below zero that counts as slight, in log-odds.' },
    gap: { default: 6, min: 1, doc: 'Blocks above among which one must clearly be the article’s.' },
    bare: {
      default: 4,
      min: 0,
      doc: 'The same leaning where no line from the first paragraph on is named for something else.',
    },
    footed: {
      default: 1.6,
      min: 0,
      doc: 'The same where only lines named for something else follow the last sentence.',
    },
  },
  examples: [
    {
      name: 'the last lines of a dump',
      page: `
        + The keeper looked at the letter for a long time before she answered the postman’s question, which was a simple one.
        ✗- What the island lost
        ✗- The boats never came back to the harbour, and the nets were sold to a museum on the mainland.`,
    },
    {
      name: 'a dump that is nothing but text: a list, and the paragraph below it',
      page: `
        - Almanac
        + The keeper of Anglin Rock wrote down the name of every ship that passed, and what she carried.
        ✗- Albatross, with coal
        ✗- Good Hope, with salt
        ✗- Three Brothers, with nothing
        ✗- The last of the three came back every year, on the same day, and never took anything on board.`,
    },
    {
      name: 'a foot comes after it',
      page: `
        + The keeper looked at the letter for a long time before she answered the postman’s question, which was a simple one.
        - The boats never came back to the harbour, and the nets were sold to a museum on the mainland.
        - Home
        - Contact
        - Imprint`,
    },
    {
      name: 'the last sentence below an advertisement, and above a row of buttons',
      page: `
        + The keeper looked at the letter for a long time before she answered the postman’s question, which was a simple one.
        = Advertisement
        ✗- He left on Monday.
        - [Print] [Back]
        - Harbour Daily`,
    },
    {
      name: 'questions and answers, with nothing but named lines below',
      page: `
        + The keeper of Anglin Rock has kept the lamp for forty years, and never asked anybody why.
        + Who brings the oil?
        + A boat, in May, if there is one.
        ✗- And the bread?
        ✗- I bake it.
        = Share
        = Read more`,
    },
  ],
  *see(view, { doubt, gap, bare, footed }) {
    const { blocks, whole, leaning, named } = view
    if (leaning === undefined || whole.densest === undefined) return
    const lift = (at: number) => ({
      at,
      strength: Math.min(1, (LIFTED - leaning[at]!) / MOST),
      because: 'ends a dump that ends with its prose',
    })
    const tail = tailOf(view)
    if (tail !== undefined) {
      const most = tail.to === blocks.length - 1 ? bare : footed
      for (let at = tail.from; at <= tail.to; at++) {
        if (leaning[at]! <= 0 && leaning[at]! >= -most && !isOther(view, at)) yield lift(at)
      }
      return
    }
    const [from, to] = whole.densest
    if (to < blocks.length - 1) return
    let sure = Number.NEGATIVE_INFINITY
    for (let at = from; at <= to; at++) {
      if (leaning[at]! >= 1) sure = at
      if (leaning[at]! > 0 || leaning[at]! < -doubt || at - sure > gap || named?.[at] === 1) continue
      yield lift(at)
    }
  },
})

/** Where a lifted block comes out, and the farthest it is lifted, in log-odds. */
const LIFTED = 0.3
const MOST = 4.5
/** A paragraph, in Latin-equivalent characters, and the share of what follows the first that must read like sentences. */
const PARAGRAPH = 50
const PROSE = 0.4

/**
 * The first and last block of the text of a dump that has nothing but text from its first paragraph to its last sentence,
 * below which a line named for something else stands, or nothing. Inside, only advertisements and pointers at other pages
 * interrupt it: a call to give or to share ends a text.
 */
function tailOf(view: View): { from: number; to: number } | undefined {
  const { blocks, facts, leaning } = view
  const to = lastSentence(view)
  if (to < 0) return undefined
  const from = facts.findIndex(
    ({ endsSentence, mass }, at) => endsSentence && mass >= PARAGRAPH && leaning![at]! > -1,
  )
  let [all, prose] = [0, 0]
  for (let at = from; at >= 0 && at <= to; at++) {
    if (interrupts(facts[at]!)) continue
    if (isLinked(blocks[at]!) || isOther(view, at)) return undefined
    all += facts[at]!.mass
    if (facts[at]!.endsSentence) prose += facts[at]!.mass
  }
  return all > 0 && prose >= all * PROSE ? { from, to } : undefined
}

const interrupts = (fact: Facts): boolean => reads(fact, 'advertisement') || opening(fact, 'see-also') > 0

/** The last finished sentence that is named for nothing, where what follows begins with a line that is, and -1 else. */
function lastSentence(view: View): number {
  const { blocks, facts } = view
  let to = blocks.length - 1
  while (to >= 0 && (isOther(view, to) || !ends(blocks[to]!.text, facts[to]!))) to--
  return to < 0 || to === blocks.length - 1 || isOther(view, to + 1) ? to : -1
}

const ends = (text: string, { endsSentence }: Facts): boolean => endsSentence || isSpeech(text)

function isOther({ blocks, facts, named }: View, at: number): boolean {
  if (named?.[at] === 1) return true
  const { endsSentence, mass } = facts[at]!
  return !endsSentence && mass <= ROW && isEntryRow(blocks[at]!.text)
}
/** Longest row of buttons, in Latin-equivalent characters. */
const ROW = 300

/** Japanese sets no stop before the bracket that closes speech. */
const isSpeech = (text: string): boolean => /^[「『].*[」』]$/u.test(text)
