import type { Block } from '../core/block.ts'
import type { Door } from '../core/page.ts'
import { ROLES, type Role } from '../core/role.ts'
import type { View } from '../core/rule.ts'
import { proseMass } from '../facts/densest.ts'
import { KINDS } from '../words/page-types.ts'
import { type Containers, containers } from './containers.ts'
import { type Above, above, ELEMENT_FEATURES, TREE_FEATURES } from './element-features.ts'
import { type PageFeatures, pageFeatures } from './page-features.ts'
import { type Sections, sections } from './sections.ts'
import { STRETCH_FEATURES, type Stretches, shortRuns, stretches } from './stretches.ts'
import { sum, type Votes } from './votes.ts'

/** What one feature is asked with: the page, worked out once. */
interface Asked {
  readonly view: View
  readonly votes: Votes
  readonly hand: Float64Array
  readonly prose: Float64Array
  readonly mass: Float64Array
  readonly massBefore: Float64Array
  readonly shortRun: Float64Array
  readonly weights: ReadonlyMap<Role, Float64Array>
  readonly since: Since
  readonly containers: Containers | undefined
  readonly above: Above | undefined
  readonly sections: Sections
  readonly stretches: Stretches
  readonly page: PageFeatures
}
type Feature = (asked: Asked, at: number) => number

const UNKNOWN = Number.NaN
const flag = (value: boolean) => (value ? 1 : 0)
const dom =
  (read: (evidence: NonNullable<Block['dom']>) => number): Feature =>
  ({ view }, at) =>
    read(view.blocks[at]!.dom!)
const inContainers =
  (read: (containers: Containers, at: number) => number): Feature =>
  ({ containers }, at) =>
    read(containers!, at)
const layout =
  (read: (evidence: NonNullable<Block['layout']>) => number): Feature =>
  ({ view }, at) => {
    const evidence = view.blocks[at]!.layout
    return evidence === undefined ? UNKNOWN : read(evidence)
  }
const beside =
  (feature: Feature, step: number): Feature =>
  (asked, at) => {
    const other = at + step
    return other < 0 || other >= asked.view.blocks.length ? UNKNOWN : feature(asked, other)
  }
const mass: Feature = ({ mass }, at) => mass[at]!
const prose: Feature = ({ prose }, at) => prose[at]!
const hand: Feature = ({ hand }, at) => hand[at]!
const ends: Feature = ({ view }, at) => flag(view.facts[at]!.endsSentence)
const readable = dom(({ readable }) => readable ?? UNKNOWN)
const readableStrict = dom(({ readableStrict }) => readableStrict ?? UNKNOWN)
const linkShare = dom((evidence) => evidence.linkShare)
const heading: Feature = ({ view }, at) => flag(view.blocks[at]!.kind === 'heading')

const endsInColon = (text: string) => text.endsWith(':') || text.endsWith('：')

/** Roles whose headings turn what follows them. */
const TAILS = [
  'related',
  'comment',
  'footer',
  'share',
  'newsletter',
  'author-box',
  'tags',
  'byline',
  'title',
] as const

type PageFeature = (asked: Asked) => number

/** The same for all blocks of a page. */
const OF_PAGE: Readonly<Record<string, PageFeature>> = {
  blocks: ({ view }) => view.blocks.length,
  pageMass: ({ view }) => Math.log1p(view.whole.mass),
  densestMass: ({ massBefore, view }) =>
    view.whole.densest === undefined
      ? 0
      : (massBefore[view.whole.densest[1] + 1]! - massBefore[view.whole.densest[0]]!) /
        Math.max(1, view.whole.mass),
  pageReadable: ({ page }) => page.readable,
  pageLinks: ({ page }) => page.linked,
  pageProse: ({ page }) => page.prose,
  pageHeadings: ({ page }) => page.headings,
  saysArticle: ({ page }) => page.saysArticle,
  saysOther: ({ page }) => page.saysOther,
  // what type of page it is likely to be
  ...Object.fromEntries(
    KINDS.map((kind, i): [string, PageFeature] => [
      `kind:${kind}`,
      ({ view }) => view.whole.kinds?.[i] ?? UNKNOWN,
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(TREE_FEATURES).map(([name, read]): [string, PageFeature] => [
      name,
      ({ above }) => (above === undefined ? UNKNOWN : read(above)),
    ]),
  ),
}

/** What only a document tells; unknown of a text dump. */
const OF_DOCUMENT: Readonly<Record<string, Feature>> = {
  // the document
  linkShare,
  linkSharePrevious: beside(linkShare, -1),
  linkShareNext: beside(linkShare, 1),
  links: dom(({ links }) => links),
  images: dom(({ images }) => images),
  depth: dom(({ depth }) => depth),
  hidden: dom(({ hidden }) => flag(hidden !== undefined)),
  inNav: dom(({ zone }) => flag(zone === 'nav')),
  inHeader: dom(({ zone }) => flag(zone === 'header')),
  inFooter: dom(({ zone }) => flag(zone === 'footer')),
  inAside: dom(({ zone }) => flag(zone === 'aside')),
  inForm: dom(({ zone }) => flag(zone === 'form' || zone === 'dialog')),
  inArticle: dom(({ zone }) => flag(zone === 'article')),
  inMain: dom(({ zone }) => flag(zone === 'main')),
  inFigure: dom(({ zone }) => flag(zone === 'figure')),
  isP: dom(({ tag }) => flag(tag === 'p')),
  isDiv: dom(({ tag }) => flag(tag === 'div' || tag === 'section')),
  isButton: dom(({ tag }) => flag(tag === 'button' || tag === 'legend' || tag === 'summary')),
  readable,
  readableStrict,
  readablePrevious: beside(readable, -1),
  readableNext: beside(readable, 1),
  readablePrevious2: beside(readable, -2),
  readableNext2: beside(readable, 2),
  shapeMass: inContainers(({ shapeMass }, at) => shapeMass(at)),
  shapeReadable: inContainers(({ shapeReadable }, at) => shapeReadable(at)),
  shapeCount: inContainers(({ shapeCount }, at) => shapeCount(at)),
  parentMass: inContainers(({ parentMass }, at) => parentMass(at)),
  parentReadable: inContainers(({ parentReadable }, at) => parentReadable(at)),
  parentLinkShare: inContainers(({ parentLinkShare }, at) => parentLinkShare(at)),
  mainParent: inContainers(({ inMain }, at) => inMain(at)),
  stepsToMain: inContainers(({ stepsToMain }, at) => stepsToMain(at)),
  goodNames: inContainers(({ goodNames }, at) => goodNames(at)),
  badNames: inContainers(({ badNames }, at) => badNames(at)),
  ...Object.fromEntries(
    [2, 3, 5].flatMap((level): [string, Feature][] => [
      [`mass^${level}`, inContainers(({ belowMass }, at) => belowMass(at, level))],
      [`readable^${level}`, inContainers(({ belowReadable }, at) => belowReadable(at, level))],
      [`linkShare^${level}`, inContainers(({ belowLinkShare }, at) => belowLinkShare(at, level))],
      [`prose^${level}`, inContainers(({ belowProse }, at) => belowProse(at, level))],
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(ELEMENT_FEATURES).map(([name, read]): [string, Feature] => [
      name,
      ({ above }, at) => read(above!, at),
    ]),
  ),
}

/** What only a dump tells; unknown of a document. */
const OF_DUMP: Readonly<Record<string, Feature>> = {
  indent: layout(({ indent }) => indent),
  blankBefore: layout(({ blankBefore }) => blankBefore),
  blankAfter: layout(({ blankAfter }) => blankAfter),
  bullet: layout(({ bullet }) => flag(bullet !== undefined)),
  cut: layout(({ cut }) => flag(cut === true)),
}

const OF_BLOCK: Readonly<Record<string, Feature>> = {
  mass,
  words: ({ view }, at) => view.facts[at]!.words,
  sentences: ({ view }, at) => view.facts[at]!.sentences,
  endsSentence: ends,
  trails: ({ view }, at) => flag(view.facts[at]!.trails),
  commaShare: ({ view }, at) => view.facts[at]!.commas / Math.max(1, view.facts[at]!.words),
  capitals: ({ view }, at) => view.facts[at]!.upper / Math.max(1, view.facts[at]!.letters),
  upperShare: ({ view }, at) => view.facts[at]!.upper / Math.max(1, view.facts[at]!.words),
  digitShare: ({ view }, at) => view.facts[at]!.digits / Math.max(1, view.facts[at]!.chars),
  separators: ({ view }, at) => view.facts[at]!.separators,
  functionShare: ({ view }, at) => view.facts[at]!.functionShare ?? UNKNOWN,
  sameScript: ({ view }, at) =>
    view.facts[at]!.script === 'None' ? UNKNOWN : flag(view.facts[at]!.script === view.whole.script),
  repeats: ({ view }, at) => view.facts[at]!.repeats,
  titleEcho: ({ view }, at) => flag(view.whole.titleKeys.has(view.facts[at]!.key)),
  heading,
  level: ({ view }, at) => view.blocks[at]!.level ?? UNKNOWN,
  item: ({ view }, at) => flag(view.blocks[at]!.kind === 'item'),
  listDepth: ({ view }, at) => view.blocks[at]!.depth ?? 0,
  quote: ({ view }, at) => flag(view.blocks[at]!.kind === 'quote'),
  code: ({ view }, at) => flag(view.blocks[at]!.kind === 'code'),
  cell: ({ view }, at) => flag(view.blocks[at]!.kind === 'cell'),
  caption: ({ view }, at) => flag(view.blocks[at]!.kind === 'caption'),
  colon: ({ view }, at) => flag(endsInColon(view.blocks[at]!.text)),
  // where it stands
  position: ({ view }, at) => at / Math.max(1, view.blocks.length - 1),
  massBefore: ({ massBefore, view }, at) => massBefore[at]! / Math.max(1, view.whole.mass),
  toDensest: ({ view }, at) => stepsToDensest(view, at),
  massToDensest: ({ massBefore, view }, at) => massToDensest(view, massBefore, at),
  shortRun: ({ shortRun }, at) => shortRun[at]!,
  // its neighbours
  massPrevious: beside(mass, -1),
  massNext: beside(mass, 1),
  massPrevious2: beside(mass, -2),
  massNext2: beside(mass, 2),
  endsPrevious: beside(ends, -1),
  endsNext: beside(ends, 1),
  headingPrevious: beside(heading, -1),
  headingNext: beside(heading, 1),
  prosePrevious3: ({ prose }, at) => around(prose, at, -3),
  proseNext3: ({ prose }, at) => around(prose, at, 3),
  prosePrevious8: ({ prose }, at) => around(prose, at, -8),
  proseNext8: ({ prose }, at) => around(prose, at, 8),
  prose,
  // its section and the page
  sinceHeading: ({ sections }, at) => sections.since[at]!,
  sectionMass: ({ sections }, at) => sections.mass[at]!,
  sectionProse: ({ sections }, at) => sections.prose[at]!,
  sectionLinks: ({ sections }, at) => sections.linked[at]!,
  sectionHand: ({ sections }, at) => sections.hand[at]!,
  headingHand: ({ sections }, at) => sections.headingHand[at]!,
  ...Object.fromEntries(
    STRETCH_FEATURES.map((name): [string, Feature] => [name, ({ stretches }, at) => stretches[name][at]!]),
  ),
  claimedBody: ({ page }, at) => page.claimed(at),
  // what the rules saw
  hand,
  handPrevious: beside(hand, -1),
  handNext: beside(hand, 1),
  handPrevious2: beside(hand, -2),
  handNext2: beside(hand, 2),
  handBefore5: ({ hand }, at) => around(hand, at, -5),
  handAfter5: ({ hand }, at) => around(hand, at, 5),
  ...Object.fromEntries(
    ROLES.map((role): [string, Feature] => [
      `votes:${role}`,
      ({ weights }, at) => weights.get(role)?.[at] ?? 0,
    ]),
  ),
  ...Object.fromEntries(
    TAILS.map((role): [string, Feature] => [`since:${role}`, ({ since }, at) => since[role][at]!]),
  ),
}

/** Names of all features a model may ask for, by what they are known of. */
export const FEATURES_OF: Readonly<Record<string, readonly string[]>> = {
  page: Object.keys(OF_PAGE),
  document: Object.keys(OF_DOCUMENT),
  dump: Object.keys(OF_DUMP),
  block: Object.keys(OF_BLOCK),
}
export const FEATURES: readonly string[] = Object.values(FEATURES_OF).flat()

/** One row of the named features a block, row after row; NaN is unknown. */
export function features(view: View, votes: Votes, names: readonly string[] = FEATURES): Float64Array {
  return featureTable(view, votes, names).rows
}

export interface FeatureTable {
  readonly rows: Float64Array
  /** Per feature, 1 where it is sure to be the same in all rows. */
  readonly same: Uint8Array
}

export function featureTable(view: View, votes: Votes, names: readonly string[]): FeatureTable {
  const asked = ask(view, votes)
  const width = names.length
  const rows = new Float64Array(view.blocks.length * width)
  const { ofPage, ofBlock, same } = planOf(names, asked.above === undefined ? 'text' : 'html')
  for (const [column, compute] of ofPage) {
    const value = compute(asked)
    for (let cell = column; cell < rows.length; cell += width) rows[cell] = value
  }
  // Feature by feature, not block by block: the same few instructions over and over.
  for (const [column, compute] of ofBlock) fill(rows, column, width, compute, asked)
  return { rows, same }
}

function fill(rows: Float64Array, column: number, width: number, compute: Feature, asked: Asked): void {
  const { length } = rows
  for (let at = 0, cell = column; cell < length; at++, cell += width) rows[cell] = compute(asked, at)
}

/** How the columns of a table are filled, at one door. */
interface Plan {
  readonly ofPage: readonly (readonly [column: number, compute: PageFeature])[]
  readonly ofBlock: readonly (readonly [column: number, compute: Feature])[]
  readonly same: Uint8Array
}

const plans = new WeakMap<readonly string[], Partial<Record<Door, Plan>>>()

/** Worked out once for a list of names. */
function planOf(names: readonly string[], door: Door): Plan {
  const known = plans.get(names) ?? {}
  plans.set(names, known)
  known[door] ??= newPlan(names, door === 'text' ? OF_DOCUMENT : OF_DUMP)
  return known[door]
}

function newPlan(names: readonly string[], missing: Readonly<Record<string, Feature>>): Plan {
  const ofPage: [number, PageFeature][] = []
  const ofBlock: [number, Feature][] = []
  const same = new Uint8Array(names.length)
  for (const [column, name] of names.entries()) {
    const page = name in missing ? () => UNKNOWN : OF_PAGE[name]
    if (page === undefined) ofBlock.push([column, OF_BLOCK[name] ?? OF_DOCUMENT[name] ?? OF_DUMP[name]!])
    else {
      ofPage.push([column, page])
      same[column] = 1
    }
  }
  return { ofPage, ofBlock, same }
}

function ask(view: View, votes: Votes): Asked {
  const { blocks, facts } = view
  const massBefore = new Float64Array(blocks.length + 1)
  for (let at = 0; at < blocks.length; at++) massBefore[at + 1] = massBefore[at]! + facts[at]!.mass
  const hand = new Float64Array(blocks.length)
  const prose = new Float64Array(blocks.length)
  const mass = new Float64Array(blocks.length)
  for (let at = 0; at < blocks.length; at++) {
    hand[at] = sum(votes[at]!)
    prose[at] = Math.max(0, proseMass(blocks[at]!, facts[at]!))
    mass[at] = Math.log1p(facts[at]!.mass)
  }
  return {
    view,
    votes,
    hand,
    sections: sections(view, hand),
    stretches: stretches(view, hand, prose),
    page: pageFeatures(view),
    prose,
    mass,
    massBefore,
    shortRun: shortRuns(view),
    weights: roleWeights(votes),
    since: sinceTails(votes),
    containers: blocks[0]?.dom === undefined ? undefined : containers(view),
    above: blocks[0]?.dom === undefined ? undefined : above(view, massBefore),
  }
}

/** By role, how much the votes for or against each block weigh; roles nobody voted for are left out. */
function roleWeights(votes: Votes): ReadonlyMap<Role, Float64Array> {
  const weights = new Map<Role, Float64Array>()
  for (let at = 0; at < votes.length; at++)
    for (const { role, weight } of votes[at]!) {
      let column = weights.get(role)
      if (column === undefined) {
        column = new Float64Array(votes.length)
        weights.set(role, column)
      }
      column[at]! += Math.abs(weight)
    }
  return weights
}

/** Sum over the next (or previous) blocks. */
function around(values: Float64Array, at: number, reach: number): number {
  let total = 0
  const step = Math.sign(reach)
  for (let i = at + step; i !== at + reach + step && i >= 0 && i < values.length; i += step)
    total += values[i]!
  return total
}

/** Blocks from the densest run of prose: below 0 before it, 0 inside; unknown on a page without prose. */
function stepsToDensest({ whole }: View, at: number): number {
  if (whole.densest === undefined) return Number.NaN
  const [from, to] = whole.densest
  return at < from ? at - from : at > to ? at - to : 0
}

/** The same in shares of the page's mass. */
function massToDensest({ whole }: View, massBefore: Float64Array, at: number): number {
  if (whole.densest === undefined) return Number.NaN
  const [from, to] = whole.densest
  if (at < from) return -(massBefore[from]! - massBefore[at + 1]!) / Math.max(1, whole.mass)
  return at > to ? (massBefore[at]! - massBefore[to + 1]!) / Math.max(1, whole.mass) : 0
}

type Tail = (typeof TAILS)[number]
type Since = Readonly<Record<Tail, Float64Array>>

/** As far as it gets. */
const FAR = 60

/** By role, the blocks since one was last seen in it; capped, and the cap where there was none. */
function sinceTails(votes: Votes): Since {
  const out = Object.fromEntries(TAILS.map((role) => [role, new Float64Array(votes.length)])) as Since
  const columns = TAILS.map((role) => out[role])
  const since = TAILS.map(() => FAR)
  for (let at = 0; at < votes.length; at++) {
    for (let i = 0; i < since.length; i++) since[i] = Math.min(FAR, since[i]! + 1)
    for (const { role } of votes[at]!) {
      const tail = TAIL_AT.get(role)
      if (tail !== undefined) since[tail] = 0
    }
    for (let i = 0; i < since.length; i++) columns[i]![at] = since[i]!
  }
  return out
}

const TAIL_AT: ReadonlyMap<Role, number> = new Map(TAILS.map((role, i) => [role, i]))
