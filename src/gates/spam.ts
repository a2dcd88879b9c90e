import { isQuoted, makesDeal, reportsIn } from '../facts/spam/evidence.ts'
import { countOffers, countTopics } from '../words/spam-counters.ts'
import { bodyMass, type GateView, gate } from './gate.ts'

/** Characters of an article looked at. */
const SEEN = 6_000
/** Words of report a text may have that is an offer all the same. */
const REPORTS = 1
/** Share of a text that must be words of goods and offers where it names no price and nobody to turn to. */
const CROWDED = 0.25

export default gate({
  id: 'spam',
  doc: 'Rejects a page on which spam outweighs the article, where the article is not long, and a page whose text is one long offer of unwanted goods: it names them, offers them, says what they cost or where they are had or little else, quotes nobody and reports nothing.',
  options: {
    article: {
      default: 900,
      min: 0,
      doc: 'Kept text from which an article is let through however much spam stands beside it, in Latin-equivalent characters; its confidence says so.',
    },
    topics: { default: 6, min: 1, doc: 'Fewest different words of one family in a text that is an offer.' },
    share: {
      default: 0.07,
      min: 0,
      max: 1,
      doc: 'Least share of such a text that names what is offered; the voice of an offer must take as much.',
    },
  },
  judge(view, { article, topics, share }) {
    const kept = bodyMass(view)
    const spam = spamMass(view)
    if (spam > kept && spam > 100 && kept < article)
      return `spam outweighs what else stands on the page: ${Math.round((100 * spam) / (spam + kept))} % of it`
    for (const { text } of view.articles) {
      const seen = text.slice(0, SEEN)
      const found = countTopics(seen, SEEN)
      if (found === undefined || found.words < topics) continue
      const offered = countOffers(seen, SEEN)
      const least = Math.max(1, seen.length) * share
      if (found.length < least || offered === undefined || offered.length < least) continue
      if (reportsIn(seen) > REPORTS || isQuoted(seen)) continue
      if (!makesDeal(seen) && found.length + offered.length < seen.length * CROWDED) continue
      return `the text is an offer: ${found.words} words of ${found.family}, in the voice of an offer`
    }
    return undefined
  },
})

function spamMass({ verdicts, facts }: GateView): number {
  let mass = 0
  for (const { at, role } of verdicts) if (role === 'spam') mass += facts[at]?.mass ?? 0
  return mass
}
