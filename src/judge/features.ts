import type { Block } from '../core/block.ts'
import { ROLES, type Role } from '../core/role.ts'
import type { View } from '../core/rule.ts'
import { proseMass } from '../facts/densest.ts'
import { KINDS } from '../words/page-types.ts'
import { type Containers, containers } from './containers.ts'
import { type Above, above, ELEMENT_FEATURES } from './element-features.ts'
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
  readonly massBefore: Float64Array
  readonly shortRun: Float64Array
  readonly since: Readonly<Record<Tail, Float64Array>>
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
  ({ view }, at) => {
    const evidence = view.blocks[at]?.dom
    return evidence === undefined ? UNKNOWN : read(evidence)
  }
const layout =
  (read: (evidence: NonNullable<Block['layout']>) => number): Feature =>
  ({ view }, at) => {
    const evidence = view.blocks[at]?.layout
    return evidence === undefined ? UNKNOWN : read(evidence)
  }
const beside =
  (feature: Feature, step: number): Feature =>
  (asked, at) => {
    const other = at + step
    return other < 0 || other >= asked.view.blocks.length ? UNKNOWN : feature(asked, other)
  }
const mass: Feature = ({ view }, at) => Math.log1p(view.facts[at]!.mass)
const prose: Feature = ({ prose }, at) => prose[at]!
const hand: Feature = ({ hand }, at) => hand[at]!
const ends: Feature = ({ view }, at) => flag(view.facts[at]!.endsSentence)
const readable = dom(({ readable }) => readable ?? UNKNOWN)
const readableStrict = dom(({ readableStrict }) => readableStrict ?? UNKNOWN)
const linkShare = dom((evidence) => evidence.linkShare)
const heading: Feature = ({ view }, at) => flag(view.blocks[at]!.kind === 'heading')

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
type Tail = (typeof TAILS)[number]

const TABLE: Readonly<Record<string, Feature>> = {
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
  colon: ({ view }, at) => flag(/[:：]$/.test(view.blocks[at]!.text)),
  // where it stands
  position: ({ view }, at) => at / Math.max(1, view.blocks.length - 1),
  blocks: ({ view }) => view.blocks.length,
  pageMass: ({ view }) => Math.log1p(view.whole.mass),
  massBefore: ({ massBefore, view }, at) => massBefore[at]! / Math.max(1, view.whole.mass),
  toDensest: ({ view }, at) => stepsToDensest(view, at),
  massToDensest: ({ massBefore, view }, at) => massToDensest(view, massBefore, at),
  densestMass: ({ massBefore, view }) =>
    view.whole.densest === undefined
      ? 0
      : (massBefore[view.whole.densest[1] + 1]! - massBefore[view.whole.densest[0]]!) /
        Math.max(1, view.whole.mass),
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
  shapeMass: ({ containers }, at) => containers?.shapeMass(at) ?? UNKNOWN,
  shapeReadable: ({ containers }, at) => containers?.shapeReadable(at) ?? UNKNOWN,
  shapeCount: ({ containers }, at) => containers?.shapeCount(at) ?? UNKNOWN,
  parentMass: ({ containers }, at) => containers?.parentMass(at) ?? UNKNOWN,
  parentReadable: ({ containers }, at) => containers?.parentReadable(at) ?? UNKNOWN,
  parentLinkShare: ({ containers }, at) => containers?.parentLinkShare(at) ?? UNKNOWN,
  mainParent: ({ containers }, at) => containers?.inMain(at) ?? UNKNOWN,
  stepsToMain: ({ containers }, at) => containers?.stepsToMain(at) ?? UNKNOWN,
  goodNames: ({ containers }, at) => containers?.goodNames(at) ?? UNKNOWN,
  badNames: ({ containers }, at) => containers?.badNames(at) ?? UNKNOWN,
  ...Object.fromEntries(
    [2, 3, 5].flatMap((level): [string, Feature][] => [
      [`mass^${level}`, ({ containers }, at) => containers?.belowMass(at, level) ?? UNKNOWN],
      [`readable^${level}`, ({ containers }, at) => containers?.belowReadable(at, level) ?? UNKNOWN],
      [`linkShare^${level}`, ({ containers }, at) => containers?.belowLinkShare(at, level) ?? UNKNOWN],
      [`prose^${level}`, ({ containers }, at) => containers?.belowProse(at, level) ?? UNKNOWN],
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(ELEMENT_FEATURES).map(([name, read]): [string, Feature] => [
      name,
      ({ above }, at) => (above === undefined ? UNKNOWN : read(above, at)),
    ]),
  ),
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
  pageReadable: ({ page }) => page.readable,
  pageLinks: ({ page }) => page.linked,
  pageProse: ({ page }) => page.prose,
  pageHeadings: ({ page }) => page.headings,
  saysArticle: ({ page }) => page.saysArticle,
  saysOther: ({ page }) => page.saysOther,
  // the dump
  indent: layout(({ indent }) => indent),
  blankBefore: layout(({ blankBefore }) => blankBefore),
  blankAfter: layout(({ blankAfter }) => blankAfter),
  bullet: layout(({ bullet }) => flag(bullet !== undefined)),
  cut: layout(({ cut }) => flag(cut === true)),
  // what the rules saw
  hand,
  handPrevious: beside(hand, -1),
  handNext: beside(hand, 1),
  handPrevious2: beside(hand, -2),
  handNext2: beside(hand, 2),
  handBefore5: ({ hand }, at) => around(hand, at, -5),
  handAfter5: ({ hand }, at) => around(hand, at, 5),
  ...Object.fromEntries(
    ROLES.map((role): [string, Feature] => [`votes:${role}`, ({ votes }, at) => roleWeight(votes, at, role)]),
  ),
  ...Object.fromEntries(
    TAILS.map((role): [string, Feature] => [`since:${role}`, ({ since }, at) => since[role][at]!]),
  ),
  // what type of page it is likely to be
  ...Object.fromEntries(
    KINDS.map((kind, i): [string, Feature] => [
      `kind:${kind}`,
      ({ view }) => view.whole.kinds?.[i] ?? UNKNOWN,
    ]),
  ),
}

/** Names of all features a model may ask for. */
export const FEATURES: readonly string[] = Object.keys(TABLE)

/** One row of the named features a block, row after row; NaN is unknown. */
export function features(view: View, votes: Votes, names: readonly string[] = FEATURES): Float64Array {
  const asked = ask(view, votes)
  const width = names.length
  const rows = new Float64Array(view.blocks.length * width)
  // Feature by feature, not block by block: the same few instructions over and over.
  for (let i = 0; i < width; i++) {
    const compute = TABLE[names[i]!]!
    for (let at = 0; at < view.blocks.length; at++) rows[at * width + i] = compute(asked, at)
  }
  return rows
}

function ask(view: View, votes: Votes): Asked {
  const { blocks, facts } = view
  const massBefore = new Float64Array(blocks.length + 1)
  for (let at = 0; at < blocks.length; at++) massBefore[at + 1] = massBefore[at]! + facts[at]!.mass
  const hand = Float64Array.from(votes, sum)
  const prose = Float64Array.from(blocks, (block, at) => Math.max(0, proseMass(block, facts[at]!)))
  return {
    view,
    votes,
    hand,
    sections: sections(view, hand),
    stretches: stretches(view, hand, prose),
    page: pageFeatures(view),
    prose,
    massBefore,
    shortRun: shortRuns(view),
    since: Object.fromEntries(TAILS.map((role) => [role, distances(votes, role)])) as Record<
      Tail,
      Float64Array
    >,
    containers: blocks[0]?.dom === undefined ? undefined : containers(view),
    above: blocks[0]?.dom === undefined ? undefined : above(view, massBefore),
  }
}

function roleWeight(votes: Votes, at: number, role: Role): number {
  let weight = 0
  for (const vote of votes[at]!) if (vote.role === role) weight += Math.abs(vote.weight)
  return weight
}

/** Sum over the next (or previous) blocks. */
function around(values: Float64Array, at: number, reach: number): number {
  let total = 0
  const step = Math.sign(reach)
  for (let i = at + step; i !== at + reach + step && i >= 0 && i < values.length; i += step)
    total += values[i]!
  return total
}

/** Blocks since a block was last seen in this role; capped, and the cap where there was none. */
function distances(votes: Votes, role: Role): Float64Array {
  const FAR = 60
  const out = new Float64Array(votes.length)
  let since = FAR
  for (let at = 0; at < votes.length; at++) {
    since = votes[at]!.some((vote) => vote.role === role) ? 0 : Math.min(FAR, since + 1)
    out[at] = since
  }
  return out
}

function stepsToDensest({ whole }: View, at: number): number {
  if (whole.densest === undefined) return UNKNOWN
  const [from, to] = whole.densest
  return at < from ? at - from : at > to ? at - to : 0
}

function massToDensest({ whole }: View, massBefore: Float64Array, at: number): number {
  if (whole.densest === undefined) return UNKNOWN
  const [from, to] = whole.densest
  if (at < from) return -(massBefore[from]! - massBefore[at + 1]!) / Math.max(1, whole.mass)
  return at > to ? (massBefore[at]! - massBefore[to + 1]!) / Math.max(1, whole.mass) : 0
}
