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

/**
 * The run of parts of `title` that is exactly what another place prints as a title, longest first; undefined where
 * none is, or the whole is.
 */
export function confirmedRun(title: string, folds: ReadonlySet<string>): string | undefined {
  const parts = titleParts(title).slice(0, 12)
  let best = ''
  for (let first = 0; first < parts.length; first++) {
    for (let last = first; last < parts.length; last++) {
      const text = title.slice(parts[first]!.from, parts[last]!.to).trim()
      const whole = first === 0 && last === parts.length - 1
      // what follows a colon is the rest of the headline, not a site's name
      const open = /^\s*[:：]/.test(title.slice(parts[last]!.to))
      if (!whole && !open && text.length > best.length && folds.has(fold(text))) best = text
    }
  }
  return best === '' ? undefined : best
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
