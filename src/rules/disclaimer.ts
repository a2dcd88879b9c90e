import { rule } from '../core/rule.ts'
import { isFeedSignature } from '../words/footer.ts'
import { opening } from '../words/openings.ts'
import { isLabelled } from './shapes/phrase-lines.ts'
import { isInside } from './shapes/place.ts'

/** Folded length from which an opening is clear enough inside the story. */
const CLEAR = 20

/** What a page says of its links to shops, anywhere in a short note. */
const COMMISSION =
  /\b(?:earns?|receives?|get) (?:us )?(?:a |an )?(?:small |affiliate )?commissions?\b|\baffiliate(?:n)?[- ]?links?\b|\bliens affiliés\b|\benlaces de afiliad[oa]s?\b|\blink di affiliazione\b/i
/** Who says it: others' links and commissions may be what the text is about. */
const OWN =
  /\b(?:we|us|our|i|my|(?:this|the following|these) (?:\p{L}+ )?(?:posts?|articles?|pages?|sites?|website|blog|story|guide|reviews?|links?|content|may)|disclosures?|editorial|contains?|enthält|enthalten|wir|unsere?n?|mit \*|nous|notre|nos|cet article|contient|este (?:artículo|artigo)|contiene|contém|nuestros?|nostri|questo articolo)\b/iu
/** The same of what it is paid for them, beside a word for what is bought there. */
const PAID =
  /\b(?:may|might|could|can|will|do) (?:also )?(?:earn|receive|get|collect|make|be paid|be compensated)\b.{0,60}\b(?:compensation|commissions?|revenue|fee|money|share of (?:the )?sales|by)\b/i
const BOUGHT = /\b(?:links?|purchas\w+|buy|bought|products?|shop\w*|retailers?|advertis\w+|partners?)\b/i
/** Says where it stood first; the story may go on behind it in a paragraph heavier than this, in Latin-equivalent characters. */
const FIRST = /^(?:first|originally) (?:published|appeared)/i
const WHENCE = 160
/** Folded length of a single short word. */
const WORD = 8
/** What is looked for first, in a folded text: nearly no line has it. */
const MENTIONED = /commission|affil|afili|compensat|mayearn|earnrevenue|makemoney|shareof/
/** Longest such note, in Latin-equivalent characters. */
const AFFILIATE = 300

export default rule({
  id: 'disclaimer',
  role: 'boilerplate',
  doc: 'A notice after the story: whose opinion it is, where it first stood, what may be copied.',
  weight: 3,
  evidence: 'proof',
  options: {
    maxMass: { default: 600, min: 40, doc: 'Longest notice taken, in Latin-equivalent characters.' },
  },
  examples: [
    {
      name: 'notices under the story',
      page: `
        The council met on Tuesday, as it has done since the flood, and decided nothing, as it has done since.
        The next meeting is due in a week, and the agenda is the same, with the exception of the date.
        Imprint
        ✗ Disclaimer: opinions are the author’s own
        ✗ Our editors choose every lamp. We may earn a commission if you buy from a link.
        Shops earn a commission when a keeper buys a lamp by an affiliate link, says Holm.
        ✗ 本文仅代表作者个人观点`,
    },
    {
      name: 'a label inside the story',
      page: `
        渡口的老船工今年七十一岁，每天早晨五点起床，先到江边看水位，再回家生火做饭。
        ✗ 免责声明：本文转自网友投稿，仅代表投稿人的看法，与本刊无关。
        他说，等大桥修好，渡船就不再开了，可是他还会每天到江边来看一看，看看江水是不是还往东流。`,
    },
    {
      name: 'the signature of a feed',
      page: `
        ✗ The post A ferry without a rope appeared first on Tolm Gazette.
        ✗ Der Beitrag Die Fähre ohne Seil erschien zuerst auf Tolmer Bote.
        The post office of Tolm stands on no map before 1871.`,
    },
    {
      name: 'a sentence in the story stays',
      page: `
        The views expressed in the letter were those of the whole crew, with the exception of the cook.
        He had written one of his own, in verse, and pinned it to the mast, where everybody could read it.`,
    },
  ],
  seeBlock({ at, text }, fact, { maxMass }, view) {
    if (fact.mass <= maxMass && isFeedSignature(text))
      return `says where it stood first: "${text.slice(0, 40)}"`
    if (
      fact.mass <= AFFILIATE &&
      MENTIONED.test(fact.key) &&
      OWN.test(text) &&
      (COMMISSION.test(text) || (PAID.test(text) && BOUGHT.test(text)))
    )
      return 'says that links may earn a commission'
    const length = opening(fact, 'disclaimer')
    if (length === 0 || fact.mass > maxMass || fact.letters === 0) return undefined
    if (fact.mass > WHENCE && FIRST.test(text)) return undefined
    // "text" opens notices in Swedish, and lines of all kinds elsewhere
    if (fact.script === 'Latin' && length < WORD && !isLabelled(text, length)) return undefined
    return length >= CLEAR || isLabelled(text, length) || !isInside(view, at)
      ? `opens like a notice: "${text.slice(0, 40)}"`
      : undefined
  },
})
