import type { Block } from '../core/block.ts'
import { foldKey } from '../core/fold.ts'
import { rule } from '../core/rule.ts'
import { opening } from '../words/openings.ts'
import { partReads } from '../words/whole-lines.ts'

/** The mark behind the words; a full stop only where they are set in capitals. */
const COLON = /^.{2,40}?(?:[:：»>|–—▶►]|-\s)|^\p{Lu}{2,12}(?: \p{Lu}{2,12}){0,3}\./u

/** Share of the line that is the link to the other page, at least. */
const LINKED = 0.4
/** Words that say as much only before a link, which is nearly the whole line. */
const SHORT = /^(?:see|more|also|also read|plus|read|siehe|mehr|voir|ver|vea|leggi|zie|смотрите)\s?[:»–—-]\s/i
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
        ✗ LIRE AUSSI. Un moulin sans ailes
        The miller has since opened an inn, where he tells the story to whoever pays for the wine.`,
    },
    {
      name: 'in a document the other page is linked',
      html: `<article><p>The mill of Darrow burned for three days, and on the fourth it rained, which helped nobody.</p><p>✗ Read also: <a href="/m">Who insures a mill?</a></p><p>Next up: the inn, which has none of its own.</p><p>✗ More: <a href="/t">Two maps of one moor</a></p><div><span>✗ READ ALSO</span><a href="/w"><b>The wheel</b></a></div><p>See: the map has <a href="/t">a legend</a>.</p><p><em>✗ More from the moor: <a href="/i">An inn without a mill</a></em></p></article>`,
    },
    {
      name: 'a sentence stays',
      page: `
        Read more than one map before you cross the moor: none of them agrees with the others, or with the moor.
        Next to the mill stands a tree.`,
    },
  ],
  seeBlock(block, fact, { maxMass }) {
    const { text, kind, dom } = block
    if (kind !== 'code' && fact.mass <= maxMass && labelsLink(block)) return 'labels a link to another page'
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

/** Words that stand over lists of other pages, and behind them nothing but a link, without a sign between. */
function labelsLink({ runs = [], dom }: Block): boolean {
  if (dom === undefined || dom.links === 0 || dom.linkShare < LINKED) return false
  const link = runs.findIndex(({ href }) => href !== undefined)
  if (link < 1 || runs.slice(link).some(({ href, text }) => href === undefined && text.trim() !== ''))
    return false
  return partReads(
    foldKey(
      runs
        .slice(0, link)
        .map(({ text }) => text)
        .join(''),
    ),
    'related',
  )
}
