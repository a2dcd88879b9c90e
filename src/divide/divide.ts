import { type Block, block as blockOf, type Run, run as runOf } from '../core/block.ts'
import type { Claim } from '../core/claim.ts'
import { type Note, type Page, page as pageOf } from '../core/page.ts'
import { count } from '../facts/count.ts'
import { canCompare } from '../facts/spam/score.ts'
import { type Stretch, spamStretches } from '../facts/spam/stretches.ts'
import { isSuspect, type Survey } from '../facts/spam/survey.ts'

/** Kinds of blocks something may be cut out of. */
const DIVISIBLE: ReadonlySet<Block['kind']> = new Set(['paragraph', 'item', 'quote', 'heading', 'caption'])

/**
 * Cuts spam glued into a block out of it: the block keeps the rest, each cut stretch becomes a block of its own right
 * behind it, which knows where it stood. A page without such blocks is given back as it is.
 */
export function divide(page: Page, { stretches }: Survey): Page {
  const parted = page.blocks.filter((block) => isParted(block, stretches.get(block.at)))
  if (parted.length === 0) return page
  const places = new Set(parted.map(({ at }) => at))
  const numbers = new Map<number, number>()
  const blocks: Block[] = []
  for (const block of page.blocks) {
    numbers.set(block.at, blocks.length)
    if (!places.has(block.at)) blocks.push(blockOf({ ...block, at: blocks.length }))
    else for (const part of parts(block, stretches.get(block.at)!, blocks.length)) blocks.push(blockOf(part))
  }
  const claims = page.claims.map((claim) =>
    claim.at === undefined ? claim : { ...claim, at: numbers.get(claim.at) ?? claim.at },
  )
  const pictures = page.pictures.map((picture) => ({
    ...picture,
    at: numbers.get(picture.at) ?? blocks.length,
  }))
  return pageOf({ ...page, blocks, claims, pictures })
}

/** Something is spam in it, and something is left of it. */
function isParted(block: Block, found: readonly Stretch[] | undefined): boolean {
  if (found === undefined || !DIVISIBLE.has(block.kind)) return false
  const taken = found.reduce((sum, { from, to }) => sum + to - from, 0)
  return (
    block.text.length - taken >= LEFT &&
    /\p{L}/u.test(textOf(block.text, keptRanges(block.text.length, found)))
  )
}
const LEFT = 8

/** A stretch with the white space that goes with it, so that what is left stays as it was printed. */
interface Cut {
  readonly from: number
  readonly to: number
}

function cutOf(text: string, { from, to }: Stretch): Cut {
  let [start, end] = [from, to]
  while (end < text.length && /\s/.test(text[end]!)) end++
  const closes = end === text.length || /[,.;:!?，。、；：！？)）]/.test(text[end]!)
  if (closes) while (start > 0 && /\s/.test(text[start - 1]!)) start--
  return { from: start, to: end }
}

function parts(block: Block, found: readonly Stretch[], at: number): Block[] {
  const cuts = found.map((stretch) => cutOf(block.text, stretch))
  const rest: Block = { ...withText(block, keptRanges(block.text.length, cuts)), at }
  let offset = 0
  let end = 0
  const pieces = cuts.map(({ from, to }, i): Block => {
    offset += from - end
    end = to
    const { dom, layout, place, kind, whole } = block
    const plain = { at: at + 1 + i, kind: kind === 'quote' ? kind : ('paragraph' as const), place, whole }
    const piece = withText({ ...plain, text: block.text, ...(block.runs && { runs: block.runs }) }, [
      [found[i]!.from, found[i]!.to],
    ])
    return {
      ...piece,
      ...(dom && { dom: { ...dom, links: linksOf(piece), linkShare: linkShareOf(piece) } }),
      ...(layout && { layout: { ...layout, cut: true } }),
      cutFrom: { at, offset, raw: block.text.slice(from, to) },
    }
  })
  return [rest, ...pieces]
}

type Range = readonly [from: number, to: number]

/** What lies between the cuts, which come in order; a range may be empty. */
function keptRanges(length: number, cuts: readonly Cut[]): Range[] {
  const ranges: Range[] = []
  let from = 0
  for (const cut of cuts) {
    ranges.push([from, cut.from])
    from = cut.to
  }
  return [...ranges, [from, length]]
}

function textOf(text: string, ranges: readonly Range[]): string {
  return ranges.map(([from, to]) => text.slice(from, to)).join('')
}

/** The block with some ranges of its text only. */
function withText(block: Block, ranges: readonly Range[]): Block {
  const text = textOf(block.text, ranges)
  if (block.runs === undefined) return { ...block, text }
  return { ...block, text, runs: ranges.flatMap((range) => runsIn(block.runs!, range)) }
}

/** The runs of a range; an image goes where its place is. */
function runsIn(runs: readonly Run[], [from, to]: Range): Run[] {
  const out: Run[] = []
  let start = 0
  for (const run of runs) {
    const end = start + run.text.length
    const text = run.text.slice(Math.max(0, from - start), Math.max(0, to - start))
    const empty = run.text === '' && start >= from && start < to
    if (text !== '' || empty) out.push(runOf({ ...run, text }))
    start = end
  }
  return out
}

function linksOf({ runs = [] }: Block): number {
  return new Set(runs.flatMap(({ href }) => href ?? [])).size
}

function linkShareOf({ runs = [], text }: Block): number {
  const linked = runs.reduce((sum, run) => sum + (run.href === undefined ? 0 : run.text.length), 0)
  return text.length === 0 ? 0 : Math.min(1, linked / text.length)
}

const FIELDS: ReadonlySet<Claim['field']> = new Set(['title', 'subtitle', 'description'])
/** Characters of a claim looked at. */
const LONGEST = 1_000
/** What joins the parts of a title, left over where one of them went. */
const EDGES = /^[\s|｜_·•»:–—,，-]{1,20}|[\s|｜_·•»:–—,，-]{1,20}$/g

/**
 * Takes spam out of what the page claims as its title or summary, where hacked pages carry it: the longest clean run
 * stays, and what was cut is noted. A claim that is spam altogether is left out, and that is noted too.
 */
export function cleanClaims(page: Page, survey: Survey): Page {
  const { claims } = page
  const cleaned = claims.map((claim) => cleanClaim(claim, survey))
  const notes = [
    ...claims.filter((_, i) => cleaned[i] === undefined).map(leftOut),
    ...survey.unsure.map(leftIn),
  ]
  if (notes.length === 0 && cleaned.every((claim, i) => claim === claims[i])) return page
  return pageOf({
    ...page,
    claims: cleaned.filter((claim) => claim !== undefined),
    notes: notes.length > 0 ? [...(page.notes ?? []), ...notes] : page.notes,
  })
}

function leftOut({ field, key, value }: Claim): Note {
  return {
    kind: 'spam-claim',
    message: `the ${field} of ${key} is spam and was left out: "${value.slice(0, 200)}"`,
  }
}

function leftIn(text: string): Note {
  return {
    kind: 'spam-left',
    message: `reads like spam and stays, because it has no bound of a sentence: "${text.slice(0, 200)}"`,
  }
}

function cleanClaim(claim: Claim, survey: Survey): Claim | undefined {
  const { field, value } = claim
  if (!FIELDS.has(field) || value.length < 12 || value.length > LONGEST) return claim
  if (!isSuspect(value, count(value), survey.main)) return claim
  const { speech } = survey
  if (!canCompare(speech)) return claim
  const found = spamStretches(value, speech, field !== 'description').stretches
  if (found.length === 0) return claim
  const rest = keptRanges(value.length, found).map(([from, to]) => value.slice(from, to))
  const left = rest.map((part) => part.replace(EDGES, '')).sort((a, b) => b.length - a.length)[0]!
  if (!/\p{L}{2}/u.test(left)) return undefined
  return { ...claim, value: left, cut: found.map((stretch) => value.slice(stretch.from, stretch.to)) }
}
