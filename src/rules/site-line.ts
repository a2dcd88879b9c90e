import { type OtherPages, rule, type View } from '../core/rule.ts'
import { KINDS } from '../words/page-types.ts'

/** Log-odds a vote has at most; what follows is in log-odds too. */
const MOST = 6
/** What it tells that the line stands on other pages at all, where the page is an article. */
const ON_ARTICLES = 2
/** What it tells that the line stands on all of them. */
const ON_ALL = 4
/** What it tells less on pages of shops, whose goods have lines in common. */
const ON_GOODS = 2
/** The share of it that is news where a document tells as much by its elements. */
const IN_MARKUP = 0.25
/** Blocks from here on, in Latin-equivalent characters, are prose. */
const PROSE = 60
/** Longest run of such lines that would tear a hole, in blocks. */
const HOLE = 3
/** Less of what leans in than this must not be left. */
const LEAST_LEFT = 0.1

const ARTICLE = KINDS.indexOf('article')
const GOODS = [KINDS.indexOf('product'), KINDS.indexOf('collection')]

export default rule({
  id: 'site-line',
  role: 'boilerplate',
  hearing: 'neighbours',
  doc: 'A line that stands on other pages of the site as well; needs their counts (`--sites`). Its weight is for a line on all of them.',
  weight: MOST,
  examples: [
    {
      name: 'what every page of the paper ends with',
      page: `
        + The keeper of Anglin Rock received a visitor in March, and by summer there were hundreds of them.
        + They came for the birds, she says, and stayed for the soup, which she makes from what is left.
        + The council now wants to build a pier, and the keeper has not been asked.
        ✗+ The Anglin Courier is printed in the old mill and read on both banks of the river.
        ✗+ Write to the editor, who answers every letter.`,
      others: { pages: 11, on: [0, 0, 0, 11, 7] },
    },
    {
      name: 'no hole between lines of its own',
      page: `
        + The keeper of Anglin Rock received a visitor in March, and by summer there were hundreds of them.
        + Read our series about the river.
        + They came for the birds, she says, and stayed for the soup, which she makes from what is left.
        ✗+ Write to the editor, who answers every letter.`,
      others: { pages: 11, on: [0, 4, 0, 7] },
    },
    {
      name: 'a page that was counted twice',
      page: `
        + The keeper of Anglin Rock received a visitor in March, and by summer there were hundreds of them.
        + They came for the birds, she says, and stayed for the soup, which she makes from what is left.
        + Write to the editor, who answers every letter.`,
      others: { pages: 11, on: [1, 1, 1] },
    },
  ],
  *see(view) {
    const { others, leaning } = view
    if (others === undefined || leaning === undefined) return
    const certainty = votesOf(view, others)
    spareProse(view, others, certainty)
    spareHoles(leaning, certainty)
    if (leavesNothing(view, leaning, certainty)) return
    for (const [at, logOdds] of certainty.entries())
      if (logOdds > 0) yield { at, strength: logOdds / MOST, because: reason(others.on[at]!, others.pages) }
  },
})

const reason = (on: number, pages: number): string =>
  `stands on ${on} of ${pages} other ${pages === 1 ? 'page' : 'pages'} of this site`

/**
 * Per block, the log-odds against it. The constants were chosen by hand for the best F1 of tokens on pages of 95 sites with
 * known answers, beside what the model says; all of these sites were looked at while choosing.
 * In an HTML page, those are a quarter, and only articles are spoken of.
 */
function votesOf({ page, whole }: View, { pages, on }: OtherPages): Float64Array {
  const votes = new Float64Array(page.blocks.length)
  const chance = (kind: number): number => whole.kinds?.[kind] ?? 0
  const article = chance(ARTICLE)
  if (page.door === 'html' && article <= 0.5) return votes
  const known = ON_ARTICLES * article - ON_GOODS * (chance(GOODS[0]!) + chance(GOODS[1]!))
  for (let at = 0; at < votes.length; at++) {
    if (on[at]! === 0) continue
    const logOdds = Math.min(MOST, known + ON_ALL * Math.min(1, on[at]! / pages))
    votes[at] = Math.max(0, page.door === 'html' ? IN_MARKUP * logOdds : logOdds)
  }
  return votes
}

/** Where the densest run itself stands elsewhere, the page was counted twice or tells what others do: the run stays, and other prose with it. */
function spareProse({ blocks, facts, whole }: View, { on }: OtherPages, votes: Float64Array): void {
  if (whole.densest === undefined) return
  const [from, to] = whole.densest
  const isProse = (at: number): boolean => facts[at]!.mass >= PROSE
  let alone = 0
  let shared = 0
  for (let at = from; at <= to; at++) {
    if (!isProse(at)) continue
    if (on[at]! > 0) shared += facts[at]!.mass
    else alone += facts[at]!.mass
  }
  if (shared <= alone) return
  for (const { at } of blocks) if (isProse(at) || (at >= from && at <= to)) votes[at] = 0
}

/** A few such lines between two that lean in and stand nowhere else are a part of the text. */
function spareHoles(leaning: ArrayLike<number>, votes: Float64Array): void {
  const isOwn = (at: number): boolean => leaning[at]! > 0 && votes[at] === 0
  for (let at = 1; at < votes.length; at++) {
    if (votes[at] === 0 || !isOwn(at - 1)) continue
    let end = at
    while (end < votes.length && votes[end]! > 0 && leaning[end]! > 0) end++
    if (end - at <= HOLE && end < votes.length && isOwn(end)) votes.fill(0, at, end)
    at = Math.max(at, end - 1)
  }
}

function leavesNothing({ facts }: View, leaning: ArrayLike<number>, votes: Float64Array): boolean {
  let before = 0
  let after = 0
  for (let at = 0; at < votes.length; at++) {
    if (leaning[at]! <= 0) continue
    before += facts[at]!.mass
    if (leaning[at]! > votes[at]!) after += facts[at]!.mass
  }
  return after < LEAST_LEFT * before || after === 0
}
