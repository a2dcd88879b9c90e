import type { Facts } from '../core/facts.ts'
import { rule, type View } from '../core/rule.ts'
import { timedSeries } from './shapes/timed-series.ts'

export default rule({
  id: 'teaser-series',
  role: 'related',
  doc: 'Titles or summaries that alternate with dates or times: a list of other pages.',
  weight: 3,
  evidence: 'name',
  options: { minTimes: { default: 3, min: 3, doc: 'Fewest times that make a series.' } },
  examples: [
    {
      name: 'sentences with a time under each',
      page: `
        ✗ A second lighthouse is to be built on the reef before the winter storms begin.
        ✗ 2031-03-04 09:45
        ✗ The ferry line has ordered two boats that run on hydrogen.
        ✗ 2031-03-04 09:40
        ✗ Fishermen ask for a later opening of the lock.
        ✗ 3 hours ago`,
    },
    {
      name: 'entries of one story lead nowhere',
      html: `<article><h1>Storm on the sound</h1><p>A storm crosses the sound tonight, and we report until the morning.</p>
        <div><time>21:40</time><h3>Bridge closed</h3><p>No lorry may pass.</p></div><div><time>21:15</time><h3>An elm down</h3><p>Nobody was there.</p></div>
        <div><time>20:55</time><h3>Force nine</h3><p>So says the lighthouse.</p></div></article>`,
    },
    {
      name: 'entries that are all a dump tells, each under its time',
      page: `
        Storm on the sound: as it happens
        21:40
        Bridge closed
        No lorry may pass, say the wardens of the bridge.
        21:15
        An elm lies across the coast road, and nobody was near it.
        20:55
        Force nine at the lighthouse, and rising, says its keeper.`,
    },
    {
      name: 'one date over one story is no series, nor are prices',
      page: `
        The lighthouse of Anglin Rock
        4 March 2031
        The keeper has lived alone on the rock for eleven years, and she does not mind.
        $29.99
        A lamp
        $12.50
        A rope
        $3.20`,
    },
  ],
  *see(view, { minTimes }) {
    for (const { from, to, times } of timedSeries(view)) {
      if (times < minTimes || !leads(view, from, to, times)) continue
      for (let at = from; at <= to; at++) yield { at, because: `is part of a list with ${times} dates` }
    }
  },
})

/** In a document, half of the entries at least hold a link to the other page; in a dump nobody can know. */
function leads(view: View, from: number, to: number, times: number): boolean {
  const { page, blocks } = view
  if (page.door === 'text') return isBesideStory(view, from, to)
  return blocks.slice(from, to + 1).filter(({ dom }) => dom!.links > 0).length >= times / 2
}

/** Hours of a day that stand over all sentences of the page are those of a report, as it went on. */
function isBesideStory({ blocks, facts }: View, from: number, to: number): boolean {
  if (blocks.slice(from, to + 1).filter(({ text }) => HOUR.test(text)).length < HOURS) return true
  const tells = ({ endsSentence, mass }: Facts) => endsSentence && mass >= SENTENCE
  if (!facts.slice(from, to + 1).some(tells)) return true
  return facts.some((fact, at) => (at < from || at > to + LAST_ENTRY) && tells(fact))
}
/** Shortest sentence, in Latin-equivalent characters; blocks of the entry under the last time. */
const SENTENCE = 30
const LAST_ENTRY = 3
const HOUR = /^\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?$/i
const HOURS = 3
