import { rule, type View } from '../core/rule.ts'
import { isStory } from '../facts/page-type.ts'
import { pageTitle, titleReasons } from '../facts/title.ts'
import { holdsTitle, isAfter, isInside } from './shapes/place.ts'

/** Score at which the rule is as sure as it gets. */
const CERTAIN = 6
const TEXT = `
        The bridge over the river Tolm opened to traffic again on Saturday, two years after the flood damaged its piers.
        Engineers replaced four of the seven arches, and the town paid half of the bill, the mayor said at the ceremony.`

export default rule({
  id: 'title',
  role: 'title',
  doc: 'The line that heads the article: it says what the page gives as its title, is said twice, stands above a byline or a date, or is spelled in the address. At most one line, the best, and headings that print what the page claims; none where nothing is like a title.',
  weight: 3,
  evidence: 'proof',
  examples: [
    {
      name: 'the line above a byline',
      page: `
        Weather
        Sport
        ✗ Bridge over the Tolm reopens after two years of repairs
        By Ann Lee | The Harbour Daily | 14 June 2025${TEXT}`,
    },
    { name: 'a text without a title', page: TEXT },
    {
      name: 'menu words are no title',
      page: `
        Home
        Sport
        Culture${TEXT}`,
    },
    {
      name: 'a Chinese title over its source line',
      page: `
        首页
        ✗ 托姆河大桥修复两年后重新通车
        来源：海港日报 2025-06-14 07:22
        托姆河大桥周六重新通车，距离洪水冲毁桥墩已经过去两年，沿河居民纷纷前来观看通车仪式。
        工程师更换了七个桥拱中的四个，市长在仪式上表示，全部费用由镇政府和州政府各承担一半。`,
    },
    {
      name: 'in a breadcrumb, and in a heading with its kicker',
      html: `<title>Bridge over the Tolm reopens after two years</title><div>✗ Bridge over the Tolm reopens after two years</div><h2>✗ Repairs: Bridge over the Tolm reopens after two years</h2>
        <p>The bridge over the river Tolm opened to traffic again on Saturday, two years after the flood damaged its piers.</p>
        <p>Engineers replaced four of the seven arches, and the town paid half of the bill, the mayor said at the ceremony.</p>`,
    },
    {
      name: 'the heading of a page',
      html: `<nav><a href="/">Home</a></nav><h1>✗ Bridge over the Tolm reopens after two years of repairs</h1>
        <p>The bridge over the river Tolm opened to traffic again on Saturday, two years after the flood damaged its piers.</p>
        <p>Engineers replaced four of the seven arches, and the town paid half of the bill, the mayor said at the ceremony.</p>`,
    },
  ],
  *see(view) {
    const best = pageTitle(view)
    if (best === undefined) return
    const strength = Math.min(1, best.score / CERTAIN)
    const because = titleReasons(best).join(', ') || 'heads the text'
    yield isPart(view, best.at)
      ? { at: best.at, because, strength, evidence: 'name' }
      : { at: best.at, because, strength }
    if (!isStory(view.whole)) return
    // a breadcrumb ends with the title, and the heading follows
    for (const { at, kind } of view.blocks) {
      if (isInside(view, at) || isAfter(view, at)) return
      if (kind === 'heading' && at !== best.at && printsTitle(view, at))
        yield { at, because: 'prints the title the page claims' }
    }
  },
})

/** Not what the page says its title is, though another line is, or inside the text: it may head a part of it. */
function isPart(view: View, at: number): boolean {
  if (printsTitle(view, at)) return false
  return view.whole.headline !== undefined || isInside(view, at)
}

function printsTitle(view: View, at: number): boolean {
  const { key } = view.facts[at]!
  if (view.whole.headline === at || view.whole.titleKeys.has(key)) return true
  return holdsTitle(key, view, key.length * MOSTLY)
}
/** Share of a heading a title takes that stands beside a kicker. */
const MOSTLY = 0.6
