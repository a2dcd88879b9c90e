import type { Image, Paragraph } from 'mdast'
import type { Block } from '../core/block.ts'
import type { Page, Picture } from '../core/page.ts'
import { METADATA_ROLES, type Role } from '../core/role.ts'
import type { Verdict } from '../core/vote.ts'
import type { Whole } from '../core/whole.ts'
import { linkAddress, pictureAddress } from './address.ts'
import { type ContentOptions, line } from './inline.ts'

/** A picture of the story, with what is printed under it. */
export interface StoryPicture {
  readonly picture: Picture
  readonly caption: string
}

/** Pixels below which a picture is an ornament or counts visits. */
const SMALL = 48

/** What pictures are called that are of the page and not of the story. */
const OF_THE_PAGE = /\b(?:avatar|gravatar|logo|icon|emoji|sprite|pixel|tracking|spacer)s?\b/
/** Files that show nothing and only keep room. */
const EMPTY_FILE = /[/_-](?:clear-?dot|spacer|blank|clear|transparent|pixel|1x1)\.(?:gif|png)(?:[?#]|$)/i

interface Placed {
  readonly page: Page
  readonly verdicts: readonly Verdict[]
  /** First and last block of the article. */
  readonly first: number
  readonly last: number
}

/**
 * The pictures that stand where their surroundings are kept: in a figure with kept text or a caption, between kept
 * blocks, between the title and the first paragraph, or, if it is a figure or beside a kept block, in an element of
 * which most is kept. Captions and other metadata between them and the text are passed over.
 */
export function storyPictures(placed: Placed): StoryPicture[] {
  const { page, verdicts, first, last } = placed
  const seen = new Set<string>()
  return [...page.pictures, ...figureBlocks(page, verdicts)]
    .filter(({ at }) => at >= first && at <= last + 1)
    .sort((a, b) => a.at - b.at)
    .flatMap((picture) => {
      if (!isOfStory(picture) || seen.has(picture.src)) return []
      const figure = figureAround(picture, page.wholes)
      const inside = figure === undefined ? [] : verdicts.slice(figure.from, figure.to + 1)
      const shown =
        inside.some(({ kept, role }) => kept || role === 'caption') ||
        isBetween(picture, placed, figure !== undefined)
      if (!shown) return []
      seen.add(picture.src)
      const captions = figure === undefined ? captionBelow(picture, placed) : inside.filter(isCaption)
      return [{ picture, caption: line(captions.map(({ at }) => page.blocks[at]!.text).join(' ')) }]
    })
}

/** A caption that is no text of the article: one that was kept stands in the text already. */
function isCaption({ kept, role }: Verdict): boolean {
  return role === 'caption' && !kept
}

function isOfStory({ src, width, height, names }: Picture): boolean {
  if (pictureAddress(src) === undefined || EMPTY_FILE.test(src)) return false
  if (Math.max(width ?? 0, height ?? 0) < SMALL && (width ?? height) !== undefined) return false
  if (Math.min(width ?? SMALL, height ?? SMALL) <= 2) return false
  return names === undefined || !OF_THE_PAGE.test(names)
}

function figureAround({ whole }: Picture, wholes: readonly Whole[]): Whole | undefined {
  for (let i = whole; i !== undefined; i = wholes[i]!.parent)
    if (wholes[i]!.kind === 'figure') return wholes[i]
  return undefined
}

const PASSED: ReadonlySet<Role> = new Set<Role>([
  ...METADATA_ROLES.filter((role) => role !== 'title'),
  'hidden',
])

/** A figure may also stand between boxes that were dropped, in an element of which most is kept. */
function isBetween(picture: Picture, placed: Placed, isFigure: boolean): boolean {
  const { at } = picture
  const { page, verdicts } = placed
  const passes = (i: number): boolean => {
    const verdict = verdicts[i]
    return verdict !== undefined && !verdict.kept && (PASSED.has(verdict.role) || isPicture(page.blocks[i]!))
  }
  let before = at - 1
  while (passes(before)) before--
  let after = at
  while (passes(after)) after++
  const follows = (verdicts[before]?.kept || verdicts[before]?.role === 'title') === true
  const leads = verdicts[after]?.kept === true
  return (follows && leads) || ((follows || leads || isFigure) && isAmongKept(picture, placed))
}

/** Blocks that are looked at on each side of a picture. */
const LOOK = 200

/** Whether most of the text in the smallest element around it that holds some was kept. */
function isAmongKept({ at, above = [] }: Picture, { page, verdicts }: Placed): boolean {
  for (const element of above) {
    const isInside = (i: number): boolean => {
      const dom = page.blocks[i]?.dom
      return dom !== undefined && (dom.number === element || dom.above.includes(element))
    }
    let kept = 0
    let dropped = 0
    const count = (i: number): void => {
      const { kept: isKept, role } = verdicts[i]!
      const { text } = page.blocks[i]!
      if (isKept) kept += text.length
      // a caption, or the mark of a note, is not what an element is there for
      else if (role !== 'caption' && /\p{L}/u.test(text)) dropped += text.length
    }
    for (let i = at - 1; i >= at - LOOK && isInside(i); i--) count(i)
    for (let i = at; i < at + LOOK && isInside(i); i++) count(i)
    if (kept + dropped > 0) return kept > dropped
  }
  return false
}

const isPicture = ({ kind }: Block): boolean => kind === 'figure'

/** A block that is a picture's description; the picture is one of the page's like any other. */
function figureBlocks({ blocks }: Page, verdicts: readonly Verdict[]): Picture[] {
  return blocks.flatMap(({ at, kind, runs = [], whole, dom }) => {
    if (kind !== 'figure' || verdicts[at]!.kept) return []
    return runs.flatMap(({ image, alt = '', href }) =>
      image === undefined ? [] : [{ src: image, alt, at, whole, href, names: dom?.names }],
    )
  })
}

function captionBelow({ at }: Picture, { page, verdicts }: Placed): Verdict[] {
  let i = at
  while (i < verdicts.length && isPicture(page.blocks[i]!)) i++
  const below = verdicts[i]
  return below !== undefined && isCaption(below) ? [below] : []
}

/** A picture in a paragraph of its own, its caption as the title. */
export function pictureNode({ picture, caption }: StoryPicture, { links }: ContentOptions): Paragraph[] {
  const url = pictureAddress(picture.src)
  if (url === undefined) return []
  const image: Image = {
    type: 'image',
    title: caption === '' || caption === line(picture.alt) ? null : caption,
    url,
    alt: line(picture.alt),
  }
  const href = links && picture.href !== undefined ? linkAddress(picture.href) : undefined
  if (href === undefined) return [{ type: 'paragraph', children: [image] }]
  return [{ type: 'paragraph', children: [{ type: 'link', title: null, url: href, children: [image] }] }]
}
