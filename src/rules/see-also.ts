import { rule } from '../core/rule.ts'
import { opening } from '../words/openings.ts'

const COLON = /^.{2,40}?(?:[:：»>|–—▶►]|-\s)/

/** Share of the line that is the link to the other page, at least. */
const LINKED = 0.4
/** Words that say as much only before a link, which is nearly the whole line. */
const SHORT =
  /^(?:see|more|also|also read|plus|read|siehe|mehr|voir|ver|vea|leggi|zie|смотрите)\s?[:»–—-]\s/iu
const MOSTLY_LINKED = 0.7
/** Longest label before the colon. */
const LABEL = 30

export default rule({
  id: 'see-also',
  role: 'related',
  doc: 'A line that points at one other page: "Read also: ..." or 相关阅读：….',
  weight: 3,
  evidence: 'proof',
  options: { maxMass: { default: 220, min: 40, doc: 'Longest line taken, in Latin-equivalent characters.' } },
  examples: [
    {
      name: 'pointers inside the story',
      page: `
        The mill of Darrow burned for three days, and on the fourth it rained, which helped nobody.
        ✗ Read also: Who insures a mill?
        ✗ Baca juga: Kincir angin terakhir di pulau ini
        ✗ 相关阅读：磨坊的历史
        The miller has since opened an inn, where he tells the story to whoever pays for the wine.`,
    },
    {
      name: 'in a document the other page is linked',
      html: `<article><p>The mill of Darrow burned for three days, and on the fourth it rained, which helped nobody.</p><p>✗ Read also: <a href="/m">Who insures a mill?</a></p><p>Next up: the inn, which has none of its own.</p><p>✗ More: <a href="/t">Two maps of one moor</a></p><p>See: the map has <a href="/t">a legend</a>.</p><p><em>✗ More from the moor: <a href="/i">An inn without a mill</a></em></p></article>`,
    },
    {
      name: 'a sentence stays',
      page: `
        Read more than one map before you cross the moor: none of them agrees with the others, or with the moor.
        Next to the mill stands a tree.`,
    },
  ],
  seeBlock({ text, kind, dom }, fact, { maxMass }) {
    // "Also on the Courier: ..." names the section, and so more than its opening
    const named = opening(fact, 'related')
    const short =
      dom !== undefined && dom.linkShare >= MOSTLY_LINKED ? (SHORT.exec(text)?.[0].length ?? 0) : 0
    const length = named > 0 && dom !== undefined ? LABEL : Math.max(short, opening(fact, 'see-also'))
    if (length === 0 || length === fact.key.length) return undefined
    if (fact.mass > maxMass || fact.letters === 0 || kind === 'code') return undefined
    if (dom !== undefined && dom.linkShare < LINKED) return undefined
    const cue = COLON.exec(text)?.[0]
    return cue !== undefined && cue.length <= length * 1.25 + 3
      ? `points at another page: "${cue}"`
      : undefined
  },
})
