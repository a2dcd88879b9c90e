import type { Picture } from '../core/page.ts'
import type { Attributes } from './attributes.ts'
import { attributesOf, type DomElement, ELEMENT } from './dom.ts'
import type { Frame } from './frame.ts'
import { aboveOf } from './frame.ts'
import { declarations } from './hidden.ts'

/** A picture as its element tells of it. */
export interface Drawn {
  /** As printed. */
  readonly src: string
  readonly alt: string
  readonly width: number | undefined
  readonly height: number | undefined
  readonly names: string
  /** Selectors of rules that fit an element around it. */
  readonly selected?: readonly string[] | undefined
}

/** Attributes that scripts read a picture's address from once it is scrolled into view, best first. */
const LAZY = [
  'data-src',
  'data-original',
  'data-lazy-src',
  'data-lazy',
  'data-orig-file',
  'data-url',
  'data-image',
  'data-img-src',
  'data-hi-res-src',
  'data-large-file',
]
const LAZY_SETS = ['data-srcset', 'data-lazy-srcset', 'data-original-set']
const IS_ADDRESS = /^[^\s{}<>"]{1,4000}$/
const IS_IMAGE_FILE = /\.(?:jpe?g|png|webp|gif|avif|svg)(?:[?#]|$)/i
/** Files that stand for a picture until it is there. */
const IS_STAND_IN =
  /(?:^|[/_.-])(?:placeholder|blank|spacer|transparent|pixel|loading|loader|lazy|grey|gray|clear|1x1)(?:[_.-][^/?#]*)?\.(?:gif|png|svg|jpe?g|webp)(?:[?#]|$)/i
/** Words that name what belongs to the page rather than to what it tells. */
const FURNITURE =
  /(?:^|[^a-z])(?:icons?|ico|favicon|avatars?|gravatar|userpic|logos?|logotype|sprite|spacer|pixel|tracker|beacon)(?:[^a-z]|$)/
const FURNITURE_ALT = /(?:^|[^\p{L}])(?:icon|avatar|logo)(?:[^\p{L}]|$)/iu
/** Pixels up to which a picture is an icon, and from which it is none, whatever its name says. */
const ICON = 48
const LARGE = 200
/** Pictures that count visits are this large at most. */
const TRACKER = 2

const IS_EMOJI =
  /^(?:[\p{Extended_Pictographic}\p{Regional_Indicator}]\p{EMod}?\ufe0f?\u20e3?\u200d?){1,10}$/u
const SMILEY = /(?:^|[^a-z])(?:emoji|smil(?:ey|ie|ies)|emoticon)(?:[^a-z]|$)/
const LONGEST_SMILEY = 8

/** A picture of an emoji, or one named for a smiley, stands for the characters it is described with. */
export function isCharacter({ alt, classes }: Attributes): boolean {
  if (alt === '' || alt.length > 40) return false
  return IS_EMOJI.test(alt) || (alt.length <= LONGEST_SMILEY && SMILEY.test(classes))
}

/**
 * What an image element shows; undefined where it shows nothing of the story: what counts visits, icons, portraits beside
 * bylines, logos, and stand-ins without an address of the real one.
 */
export function drawn(element: DomElement, attributes: Attributes, frame: Frame): Drawn | undefined {
  const said = new Map<string, string>()
  for (const { name, value } of attributesOf(element)) said.set(name, value.trim())
  if (isUnseen(attributes, frame)) return undefined
  const src = addressOf(said, attributes.above?.tag === 'picture' ? element : undefined)
  if (src === undefined) return undefined
  const style = attributes.style === undefined ? undefined : declarations(attributes.style)
  const width = pixels(said.get('width')) ?? pixels(style?.get('width'))
  const height = pixels(said.get('height')) ?? pixels(style?.get('height'))
  const { above } = attributes
  const names = [attributes.classes, attributes.id, above?.classes, above?.id]
    .filter(Boolean)
    .join(' ')
    .toLowerCase()
  const found = { src, alt: attributes.alt.replace(/\s+/g, ' ').trim(), width, height, names }
  return isFurniture(found, attributes, frame) ? undefined : found
}

/** Hidden by its own attributes; a fallback for browsers without scripts, or one hidden from screen readers, is not. */
function isUnseen({ hidden, style }: Attributes, frame: Frame): boolean {
  if (hidden || (style !== undefined && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style)))
    return true
  return frame.hidden !== undefined && frame.hidden !== 'noscript' && frame.hidden !== 'aria'
}

function isFurniture({ src, alt, width, height }: Drawn, attributes: Attributes, frame: Frame): boolean {
  const smallest = Math.min(width ?? Number.POSITIVE_INFINITY, height ?? Number.POSITIVE_INFINITY)
  const largest = Math.max(width ?? 0, height ?? 0)
  if (smallest <= TRACKER) return true
  if (alt === '' && largest > 0 && largest <= ICON) return true
  if (isFallbackOfNothing(src, alt, frame)) return true
  const { above } = attributes
  const wrapper = above !== undefined && /^(?:a|span|div|picture|button)$/.test(above.tag) ? above : undefined
  const own = `${attributes.classes} ${attributes.id} ${wrapper?.classes ?? ''} ${wrapper?.id ?? ''}`
  if (FURNITURE.test(own.toLowerCase()) && largest < LARGE) return true
  if (largest >= LARGE || frame.zone === 'figure') return false
  const path = src.replace(/[?#].*/s, '').toLowerCase()
  if (FURNITURE.test(path.slice(path.lastIndexOf('/') + 1)) || /\/g?r?avatars?\//.test(path)) return true
  return alt.length <= 40 && FURNITURE_ALT.test(alt)
}

/** In a `noscript` of its own, an address that names no picture is one that counts visits. */
function isFallbackOfNothing(src: string, alt: string, frame: Frame): boolean {
  if (frame.hidden !== 'noscript') return false
  return frame.up?.tag === 'body' || (alt === '' && !IS_IMAGE_FILE.test(src))
}

/**
 * The largest copy a browser is offered: what scripts would put in, the first source of a `picture` that all browsers
 * show, its set, its one address. Small ones stand in `src` for browsers that know no sets.
 *
 * @param pictured the element, where it is the fallback of a `picture`.
 */
function addressOf(said: ReadonlyMap<string, string>, pictured: DomElement | undefined): string | undefined {
  const set = (names: readonly string[], sized: boolean) => largestAmong(names, said, sized)
  const src = said.get('src')
  return (
    set(LAZY_SETS, true) ??
    LAZY.map((name) => said.get(name)).find(isUsable) ??
    (pictured && sourceBeside(pictured, true)) ??
    set(['srcset'], true) ??
    (isUsable(src) ? src : undefined) ??
    set([...LAZY_SETS, 'srcset'], false) ??
    [...said].find(
      ([name, value]) => name.startsWith('data-') && isUsable(value) && IS_IMAGE_FILE.test(value),
    )?.[1] ??
    (pictured && sourceBeside(pictured, false))
  )
}

/** @param sized only of sets that say widths: others repeat the one address for screens of more pixels. */
function largestAmong(
  names: readonly string[],
  said: ReadonlyMap<string, string>,
  sized: boolean,
): string | undefined {
  for (const name of names) {
    const set = said.get(name)
    if (set === undefined || (sized && !/\s\d+w\s*(?:,|$)/.test(set.slice(0, LONGEST_SET)))) continue
    const best = largestOf(set)
    if (best !== undefined) return best
  }
  return undefined
}

/** @param sized without sources for some screens only, and those in formats not everything reads. */
function sourceBeside(image: DomElement, sized: boolean): string | undefined {
  for (let node = image.parentNode?.firstChild ?? null; node !== null; node = node.nextSibling) {
    if (node.nodeType !== ELEMENT || node.localName !== 'source') continue
    const said = new Map<string, string>()
    for (const { name, value } of attributesOf(node as DomElement)) said.set(name, value)
    if (sized && (said.has('media') || /avif|jxl|heic/.test(said.get('type') ?? ''))) continue
    const best = largestAmong([...LAZY_SETS, 'srcset'], said, sized)
    if (best !== undefined) return best
  }
  return undefined
}

function isUsable(address: string | undefined): address is string {
  if (address === undefined || address.startsWith('data:')) return false
  if (!IS_ADDRESS.test(address) || address.startsWith('#')) return false
  const scheme = /^([a-z][a-z0-9+.-]{0,20}):/i.exec(address)?.[1]?.toLowerCase()
  return (scheme === undefined || scheme === 'http' || scheme === 'https') && !IS_STAND_IN.test(address)
}

/** The candidate of a `srcset` with the largest width or density, read as the standard reads it (4.8.4.3.10). */
function largestOf(srcset: string): string | undefined {
  let best: string | undefined
  let most = -1
  const words = srcset.slice(0, LONGEST_SET).split(/\s+/)
  for (let i = 0; i < words.length; i++) {
    const address = words[i]!.replace(/^,+/, '')
    if (address === '') continue
    // a comma at the end of the address ends the candidate, one inside it is part of it
    const bare = address.endsWith(',')
    const [said = '1', next] = bare ? [] : (words[i + 1] ?? '').split(/,(.*)/s, 2)
    if (next) words[i + 1] = next
    else if (!bare) i++
    const size = Number.parseFloat(said || '1')
    if (!(size > most) || !isUsable(bare ? address.slice(0, -1) : address)) continue
    best = bare ? address.slice(0, -1) : address
    most = size
  }
  return best
}
const LONGEST_SET = 8_000

function pixels(length: string | undefined): number | undefined {
  const digits = length === undefined ? null : /^(\d{1,5})(?:\.\d+)?(?:px)?$/.exec(length)
  return digits === null ? undefined : Number(digits[1])
}

/** Larger than what stands in a line of text. */
export function isLarge({ width, height }: Drawn): boolean {
  return (height ?? 0) > ICON || (width ?? 0) > 2 * ICON
}

/** A picture between blocks, and whether it is the copy for browsers without scripts. */
export interface Placed {
  readonly picture: Picture
  readonly frame: Frame
}

export function place(
  { alt, width, height, names, selected }: Drawn,
  src: string,
  href: string | undefined,
  frame: Frame,
  at: number,
  whole: number | undefined,
): Placed {
  const above = [frame.number, ...aboveOf(frame)]
  const about = { width, height, names: names || undefined, selected }
  return { picture: { src, alt, at, whole, href, above, ...about }, frame }
}

/** How many elements up a picture and its copy have one in common. */
const NEAR = 3

/**
 * Whether a picture repeats the one before: nothing stands between them, and they have one address, or one of them is
 * the copy in a `noscript` for browsers that run no scripts.
 */
export function repeats(next: Placed, last: Placed | undefined): boolean {
  if (last === undefined || last.picture.at !== next.picture.at) return false
  if (last.picture.src === next.picture.src) return true
  return isCopyOf(next, last) || isCopyOf(last, next)
}

function isCopyOf(copy: Placed, { picture }: Placed): boolean {
  let { frame } = copy
  if (frame.hidden !== 'noscript') return false
  while (frame.tag !== 'noscript' && frame.up !== undefined) frame = frame.up
  return frame.up !== undefined && picture.above!.slice(0, NEAR).includes(frame.up.number)
}
