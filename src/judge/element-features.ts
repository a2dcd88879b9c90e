import type { View } from '../core/rule.ts'

/** What stands below an element, by sums: so many numbers an element, in this order. */
const SUM = {
  mass: 0,
  linked: 1,
  prose: 2,
  long: 3,
  readable: 4,
  blocks: 5,
  headings: 6,
  images: 7,
  prices: 8,
} as const
const SUMS = 9
type Sum = keyof typeof SUM

/** The elements that hold a page's blocks, each once, parents before children; a number is a place in these arrays. */
interface Elements {
  readonly parent: Int32Array
  readonly depth: Int32Array
  /** Equal for elements with equal names from the root on, but for digits: what a template repeats. */
  readonly chain: Int32Array
  /** As it stands in a path (`div.card`). */
  readonly labels: readonly string[]
  /** {@link SUMS} numbers an element. */
  readonly below: Float64Array
  /** Per block: the element it is the text of. */
  readonly owner: Int32Array
}

const PARAGRAPH = 150
const LONGEST_PRICE = 60
const PRICE = /[$€£¥₹₽]\s?\d|\d\s?[$€£¥₹₽]|\b(?:usd|eur|gbp|inr)\b|\d\s?(?:kr|zł|руб)\.?$/i

function addSums(into: Float64Array, at: number, from: Float64Array, other: number): void {
  for (let i = 0; i < SUMS; i++) into[at * SUMS + i]! += from[other * SUMS + i]!
}

/** The tree above the blocks of an HTML page. */
function elements(view: View): Elements {
  const { parent, depth, chain, labels, owner } = tree(view)
  const below = new Float64Array(parent.length * SUMS)
  for (const { at, text, kind, dom } of view.blocks) {
    const fact = view.facts[at]!
    const own = owner[at]! * SUMS
    const { linkShare, images, readable = 0 } = dom!
    if (fact.digits > 0 && fact.chars < LONGEST_PRICE && PRICE.test(text)) below[own + SUM.prices]!++
    below[own + SUM.mass]! += fact.mass
    below[own + SUM.linked]! += fact.mass * linkShare
    below[own + SUM.readable]! += fact.mass * readable
    below[own + SUM.images]! += images
    below[own + SUM.blocks]!++
    if (kind === 'heading') below[own + SUM.headings]!++
    if (!fact.endsSentence) continue
    below[own + SUM.prose]! += fact.mass * (1 - linkShare)
    if (fact.mass >= PARAGRAPH) below[own + SUM.long]! += fact.mass
  }
  // parents come first, so that the way back carries every sum to the root
  for (let e = parent.length - 1; e > 0; e--) if (parent[e]! >= 0) addSums(below, parent[e]!, below, e)
  return {
    parent: Int32Array.from(parent),
    depth: Int32Array.from(depth),
    chain: Int32Array.from(chain),
    labels,
    below,
    owner,
  }
}

function tree({ blocks }: View) {
  const places = new Map<number, number>()
  const chains = new Map<string, number>()
  const [parent, depth, chain]: [number[], number[], number[]] = [[], [], []]
  const labels: string[] = []
  const owner = new Int32Array(blocks.length)
  const add = (label: string, up: number): number => {
    const key = `${up < 0 ? -1 : chain[up]!} ${stem(label)}`
    const number = chains.get(key) ?? chains.size
    chains.set(key, number)
    parent.push(up)
    depth.push(up < 0 ? 0 : depth[up]! + 1)
    chain.push(number)
    labels.push(label)
    return parent.length - 1
  }
  for (const { at, dom, place } of blocks) {
    const { above, number } = dom!
    let level = -1
    let up = places.get(number) ?? -1
    // climbs to the nearest element already known, and comes down again
    while (up < 0 && ++level < above.length) up = places.get(above[level]!) ?? -1
    const path = 'path' in place ? place.path : ''
    let start = 0
    for (let known = above.length - level; known > 0; known--) start = behindStep(path, start)
    for (let i = level - 1; i >= -1; i--) {
      const end = behindStep(path, start)
      up = add(path.slice(start, end - 1), up)
      places.set(i < 0 ? number : above[i]!, up)
      start = end
    }
    owner[at] = up
  }
  return { parent, depth, chain, labels, owner }
}

/** Where the step after the one that starts here starts; behind the end where there is none. */
function behindStep(path: string, start: number): number {
  const mark = path.indexOf('>', start)
  return (mark < 0 ? path.length : mark) + 1
}

/** Siblings often differ by a number in their id or class. */
function stem(label: string): string {
  return /\d/.test(label) ? label.replace(/\d+/g, '') : label
}

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

/** What elements are named for. Far ancestors lie, so it is told how far the nearest so named stands. */
const NAMED = {
  footer: /foot|copyright|legal/,
  nav: /nav|menu|header|topbar/,
  modal: /modal|popup|drawer|cart|overlay|dialog|offcanvas|tooltip|flyout/,
  caption: /caption|credit|figure|image|media|gallery|photo|video/,
  review: /review|rating|testimonial|star/,
  related: /related|upsell|cross-|recommend|also|similar|trending|popular/,
  comment: /comment|discuss/,
  rich: /markdown|wysiwyg|rich-?_?text|\brte\b|bb(?:wrapper|code)|(?:post|message|comment|article|user)[-_]?(?:content|body|text)|cooked|prose/,
} as const
type NamedFor = keyof typeof NAMED

const NAMED_FOR = Object.keys(NAMED) as NamedFor[]

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

const PATTERNS = Object.values(NAMED)
/** Elements farther up say nothing of a block. */
const FARTHEST_NAME = 8
const LONGEST = 200

/** Per kind of name and block: steps up to the nearest element so named, 0 for the block's own; the cap where there is none. */
function namesAbove({ blocks }: View, tree: Elements): readonly Uint8Array[] {
  const known = new Map<string, number>()
  const bitsOf = (label: string): number => {
    let bits = known.get(label)
    if (bits !== undefined) return bits
    bits = 0
    const name = label.slice(0, LONGEST).toLowerCase()
    for (let i = 0; i < PATTERNS.length; i++) if (PATTERNS[i]!.test(name)) bits |= 1 << i
    known.set(label, bits)
    return bits
  }
  const own = tree.labels.map((label) => {
    const name = label.search(/[.#]/)
    return name < 0 ? 0 : bitsOf(label.slice(name))
  })
  const steps = NAMED_FOR.map(() => new Uint8Array(blocks.length).fill(FARTHEST_NAME))
  for (const { at, dom } of blocks) {
    const near = dom!.names === '' ? 0 : bitsOf(dom!.names)
    let e = tree.owner[at]!
    for (let up = 0; e >= 0 && up < FARTHEST_NAME; up++, e = tree.parent[e]!) {
      // the block's names are all of its element's and its parent's, a label holds the first only
      const bits = own[e]! | (up === 1 ? near : 0)
      for (let i = 0; bits >> i > 0; i++)
        if (((bits >> i) & 1) === 1 && steps[i]![at]! > up) steps[i]![at] = up
    }
  }
  return steps
}

/** Elements a template repeats, taken together: the cards of a list, the posts of a thread, the rows of a menu. */
interface Series {
  /** Number of its items, by chain; and what they hold together, {@link SUMS} numbers a chain. */
  readonly count: Int32Array
  readonly held: Float64Array
  /** How unlike its items are: deviation of their mass over its mean. */
  readonly spread: (chain: number) => number
  /** Per block, the item it stands in, -1 for none: where the number of equals falls most on the way up. */
  readonly item: Int32Array
  /** Per block, the innermost item that holds more than this block. */
  readonly card: Int32Array
  /** Place of a series among the page's, by mass, 0 for the heaviest. */
  readonly rank: ReadonlyMap<number, number>
  /** Chain of the heaviest series whose items hold several blocks; -1 where there is none. */
  readonly main: number
}

/** Fewer equals are no series. */
const FEWEST = 3

function series(tree: Elements): Series {
  const { chain, parent, below, owner } = tree
  let chains = 0
  for (const number of chain) if (number >= chains) chains = number + 1
  const count = new Int32Array(chains)
  const squares = new Float64Array(chains)
  const held = new Float64Array(chains * SUMS)
  for (let e = 0; e < chain.length; e++) {
    const of = chain[e]!
    count[of]!++
    squares[of]! += below[e * SUMS + SUM.mass]! ** 2
    addSums(held, of, below, e)
  }
  const item = new Int32Array(owner.length).fill(-1)
  const card = new Int32Array(owner.length).fill(-1)
  const masses = new Map<number, number>()
  for (let at = 0; at < owner.length; at++) {
    let steepest = 0
    for (let e = owner[at]!; e >= 0; e = parent[e]!) {
      const equals = count[chain[e]!]!
      if (equals < FEWEST) break
      if (card[at]! < 0 && below[e * SUMS + SUM.blocks]! >= 2) card[at] = e
      const up = parent[e]!
      const fall = equals / (up < 0 ? 1 : count[chain[up]!]!)
      if (fall <= 1 || fall < steepest) continue
      steepest = fall
      item[at] = e
    }
    const of = item[at]! < 0 ? -1 : chain[item[at]!]!
    if (of >= 0 && !masses.has(of)) masses.set(of, held[of * SUMS + SUM.mass]!)
  }
  const ranked = [...masses].sort((a, b) => b[1] - a[1] || a[0] - b[0])
  return {
    count,
    held,
    spread(of) {
      const mean = held[of * SUMS + SUM.mass]! / count[of]!
      return mean === 0 ? 0 : Math.sqrt(Math.max(0, squares[of]! / count[of]! - mean ** 2)) / mean
    },
    item,
    card,
    rank: new Map(ranked.map(([of], rank) => [of, rank])),
    main: ranked.find(([of]) => held[of * SUMS + SUM.blocks]! >= 2 * count[of]!)?.[0] ?? -1,
  }
}

/** Where the page's title stands in the document, and each block against it. */
interface TitlePlace {
  /** The heading that says the title, or the first of level 1; -1 where there is none. */
  readonly at: number
  /** The innermost element that holds both the block and the title; -1 where there is none. */
  readonly shared: (at: number) => number
  /** Steps from that element down to the title. */
  readonly steps: (at: number) => number
}

function titlePlace({ blocks, facts, whole }: View, tree: Elements): TitlePlace {
  const headings = blocks.filter(({ kind }) => kind === 'heading')
  const title =
    headings.find(({ at }) => whole.titleKeys.has(facts[at]!.key)) ??
    headings.find(({ level }) => level === 1)
  const above = new Map<number, number>()
  if (title !== undefined)
    for (let e = tree.owner[title.at]!; e >= 0; e = tree.parent[e]!) above.set(e, above.size)
  const shared = new Int32Array(blocks.length).fill(-1)
  if (title !== undefined)
    for (const { at } of blocks) {
      let e = tree.owner[at]!
      while (e >= 0 && !above.has(e)) e = tree.parent[e]!
      shared[at] = e
    }
  return {
    at: title?.at ?? -1,
    shared: (at) => shared[at]!,
    steps: (at) => above.get(shared[at]!) ?? Number.NaN,
  }
}
