import type { View } from '../core/rule.ts'
import { type Elements, elements, SUM, SUMS, type Sum } from './elements.ts'
import { NAMED_FOR, namesAbove } from './names-above.ts'
import { type Series, series } from './series.ts'
import { type TitlePlace, titlePlace } from './title-place.ts'

/** What the tree above the blocks tells of them. HTML only. */
export interface Above {
  readonly view: View
  readonly massBefore: Float64Array
  readonly tree: Elements
  readonly series: Series
  readonly title: TitlePlace
  readonly names: readonly Uint8Array[]
  readonly zones: Int32Array
  readonly articles: number
}
type Read = (above: Above, at: number) => number
type ReadPage = (above: Above) => number

const UNKNOWN = Number.NaN
const ZONES = { footer: 1, nav: 2, dl: 4 } as const

export function above(view: View, massBefore: Float64Array): Above {
  const tree = elements(view)
  const zones = new Int32Array(tree.parent.length)
  let articles = 0
  for (let e = 0; e < zones.length; e++) {
    const tag = tagOf(tree.labels[e]!)
    if (tag === 'article') articles++
    const up = tree.parent[e]!
    zones[e] = (up < 0 ? 0 : zones[up]!) | (ZONES[tag as keyof typeof ZONES] ?? 0)
  }
  return {
    view,
    massBefore,
    tree,
    series: series(tree),
    title: titlePlace(view, tree),
    names: namesAbove(view, tree),
    zones,
    articles,
  }
}

/** A label is a name, with the first class or the id behind it. */
function tagOf(label: string): string {
  const end = label.search(/[^a-z]/)
  return end < 0 ? label : label.slice(0, end)
}

const share = (part: number, whole: number) => part / Math.max(1, whole)
const sum = (of: Float64Array, at: number, part: Sum) => of[at * SUMS + SUM[part]]!

/** Asked of the items a block's series is made of; unknown for a block in none. */
const ofSeries =
  (which: 'item' | 'card', read: (above: Above, chain: number, item: number, at: number) => number): Read =>
  (above, at) => {
    const item = above.series[which][at]!
    return item < 0 ? UNKNOWN : read(above, above.tree.chain[item]!, item, at)
  }
const held = (which: 'item' | 'card', part: Sum): Read =>
  ofSeries(which, ({ series: { held } }, of) => share(sum(held, of, part), sum(held, of, 'mass')))
const each = (which: 'item' | 'card', part: Sum): Read =>
  ofSeries(which, ({ series: { held, count } }, of) => sum(held, of, part) / count[of]!)

function seriesFeatures(name: string, which: 'item' | 'card'): [string, Read][] {
  return [
    [`${name}Count`, ofSeries(which, ({ series }, of) => series.count[of]!)],
    [
      `${name}Mass`,
      ofSeries(which, ({ series, view }, of) => share(sum(series.held, of, 'mass'), view.whole.mass)),
    ],
    [
      `${name}Mean`,
      ofSeries(which, ({ series: { held, count } }, of) => Math.log1p(sum(held, of, 'mass') / count[of]!)),
    ],
    [`${name}Spread`, ofSeries(which, ({ series }, of) => series.spread(of))],
    [`${name}Links`, held(which, 'linked')],
    [`${name}Prose`, held(which, 'prose')],
    [`${name}Readable`, held(which, 'readable')],
    [`${name}Blocks`, each(which, 'blocks')],
    [`${name}Images`, each(which, 'images')],
    [`${name}Headings`, each(which, 'headings')],
    // how many of the items have a block in this one's place
    [
      `${name}Presence`,
      ofSeries(
        which,
        ({ series, tree }, of, _, at) => series.count[tree.chain[tree.owner[at]!]!]! / series.count[of]!,
      ),
    ],
  ]
}

/** Asked of the element so many steps above the block's own. */
const ofElement =
  (steps: number, read: (tree: Elements, e: number) => number): Read =>
  ({ tree }, at) => {
    let e = tree.owner[at]!
    for (let i = 0; i < steps && tree.parent[e]! >= 0; i++) e = tree.parent[e]!
    return read(tree, e)
  }

/** Asked of the element a block has in common with the title. */
const withTitle =
  (read: (above: Above, shared: number, at: number) => number): Read =>
  (above, at) => {
    const shared = above.title.shared(at)
    return shared < 0 ? UNKNOWN : read(above, shared, at)
  }

export const ELEMENT_FEATURES: Readonly<Record<string, Read>> = {
  ...Object.fromEntries([...seriesFeatures('series', 'item'), ...seriesFeatures('card', 'card')]),
  seriesRank: ofSeries('item', ({ series }, of) => series.rank.get(of)!),
  // where the title stands
  titleSteps: withTitle(({ title }, _, at) => title.steps(at)),
  titleMass: withTitle(({ tree, view }, shared) => share(sum(tree.below, shared, 'mass'), view.whole.mass)),
  titleLinks: withTitle(({ tree }, shared) =>
    share(sum(tree.below, shared, 'linked'), sum(tree.below, shared, 'mass')),
  ),
  titleDepth: withTitle(({ tree }, shared) => tree.depth[shared]!),
  massFromTitle: withTitle(({ massBefore, view, title }, _, at) =>
    share(massBefore[at]! - massBefore[title.at]!, view.whole.mass),
  ),
  blocksFromTitle: withTitle(({ title }, _, at) => at - title.at),
  massAfter: ({ massBefore, view }, at) => 1 - share(massBefore[at + 1]!, view.whole.mass),
  ...Object.fromEntries(
    Object.entries(ZONES).map(([zone, bit]): [string, Read] => [
      `under:${zone}`,
      ({ zones, tree }, at) => ((zones[tree.owner[at]!]! & bit) > 0 ? 1 : 0),
    ]),
  ),
  ...Object.fromEntries(
    NAMED_FOR.map((name, i): [string, Read] => [`named:${name}`, ({ names }, at) => names[i]![at]!]),
  ),
  'long^2': ofElement(2, ({ below }, e) => share(sum(below, e, 'long'), sum(below, e, 'mass'))),
  'headings^4': ofElement(4, ({ below }, e) => Math.log1p(sum(below, e, 'headings'))),
  'images^4': ofElement(4, ({ below }, e) => Math.log1p(sum(below, e, 'images'))),
}

/** Asked of the heaviest series of the page. */
const ofMain =
  (read: (series: Series, main: number) => number): ReadPage =>
  ({ series }) =>
    series.main < 0 ? UNKNOWN : read(series, series.main)

/** The same for all blocks of a page. */
export const TREE_FEATURES: Readonly<Record<string, ReadPage>> = {
  mainSeriesMass: ({ series, view }) =>
    series.main < 0 ? 0 : share(sum(series.held, series.main, 'mass'), view.whole.mass),
  mainSeriesCount: ofMain(({ count }, main) => count[main]!),
  mainSeriesMean: ofMain(({ count, held }, main) => Math.log1p(sum(held, main, 'mass') / count[main]!)),
  mainSeriesPrices: ofMain(({ count, held }, main) => sum(held, main, 'prices') / count[main]!),
  mainSeriesLinks: ofMain(({ held }, main) => share(sum(held, main, 'linked'), sum(held, main, 'mass'))),
  prices: ({ tree }) => Math.log1p(sum(tree.below, 0, 'prices')),
  articles: ({ articles }) => articles,
}
