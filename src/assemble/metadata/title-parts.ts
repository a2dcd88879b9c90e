import { fold } from './fold.ts'

/** A title cut at everything that may join it to a site's or a section's name. */
export interface TitlePart {
  /** Where the part begins and ends in the title, in UTF-16 units. */
  readonly from: number
  readonly to: number
  readonly fold: string
}

/**
 * Marks between a title and a site's name: bars, spaced dashes, bullets, guillemets and colons, and the underscores
 * and double dashes of Chinese portals.
 */
const JOINT =
  /\s*[|｜¦∣ㅣ︱]+\s*|\s+(?:[-–—―−:•·»«›‹>/~]|::|->)\s+|\s*(?:--+|__?|——|—{2,}|::)\s*|\s+[-–—](?=\S)|(?<=\p{Script=Han}|\p{Script=Hangul})-(?=\p{Script=Han}|\p{Script=Hangul})|:\s+|：/gu

export function titleParts(title: string): TitlePart[] {
  const parts: TitlePart[] = []
  let from = 0
  const add = (to: number) => {
    const text = title.slice(from, to)
    if (text.trim() !== '') parts.push({ from, to, fold: fold(text) })
  }
  for (const joint of title.matchAll(JOINT)) {
    add(joint.index)
    from = joint.index + joint[0].length
  }
  add(title.length)
  return parts
}

/** Shortest part that is a headline itself, in letters, and its share of the whole title. */
const SHORTEST = 12
const SHARE = 0.4
/** Longest word or two the layout glues before a headline (`Opinion What the harbour needs`), in letters. */
const GLUED = 12

/**
 * Whether a folded wording is the title without what is set off from it at its ends: site, section, kicker. Not where a
 * colon follows, as the rest of a headline does.
 */
export function isPartOf(wording: string, title: string): boolean {
  const whole = fold(title)
  const extra = whole.length - wording.length
  if (extra <= 0 || !whole.includes(wording)) return false
  if (whole.endsWith(wording) && extra <= GLUED && wording.length > 2 * extra) return true
  if (wording.length < SHORTEST || wording.length < SHARE * whole.length) return false
  const parts = titleParts(title).slice(0, 12)
  return parts.some(({ from }, first) =>
    parts
      .slice(first)
      .some(({ to }) => !/^\s*[:：]/.test(title.slice(to)) && fold(title.slice(from, to)) === wording),
  )
}

/** What stays of a title when the site's own names, and sections next to them, are taken off both ends. */
export function withoutSite(
  title: string,
  isSite: (fold: string) => boolean,
  isSection: (fold: string) => boolean,
): string {
  const parts = titleParts(title)
  let first = 0
  let last = parts.length - 1
  let site = -1
  for (let i = Math.max(1, last - 3); i <= last; i++) {
    if (isSite(parts[i]!.fold)) {
      site = i
      break
    }
  }
  // whatever follows the site's name belongs to it: `Title - Site › Section`
  if (site > 0) last = site - 1
  while (last > first && (isSite(parts[last]!.fold) || (site > 0 && isSection(parts[last]!.fold)))) last--
  if (last > first && isSite(parts[first]!.fold)) first++
  return parts.length === 0 ? title.trim() : title.slice(parts[first]!.from, parts[last]!.to).trim()
}
