import { HOME_WORDS, TRAIL_LEADS } from '../../words/breadcrumb.ts'

/** A trail fits on a line. */
const LONGEST = 250
const LONGEST_PART = 60
/** Strong marks make a trail by themselves; weak ones stand in prose too and need the first page at the start. */
const STRONG = /\s*[>›»＞→▸▶❯]+\s*|\s+::\s+/u
const WEAK = /\s+[/|·•\\–-]\s+|\s*／\s*/u

/**
 * The parts of a trail of links to a page, first page first: `首页> 国际频道> 国际要闻 > 正文`, `Home / China / Xi's Visits`.
 * Undefined for anything else: a path, a ratio, alternatives in prose.
 */
export function parseBreadcrumb(text: string): string[] | undefined {
  if (text.length > LONGEST || text.length < 6) return undefined
  const { rest, led } = withoutLead(text)
  const strong = parts(rest, STRONG)
  if (strong.length >= 2 && (strong.length >= 3 || led || startsHome(strong)) && areShort(strong))
    return strong
  const weak = parts(rest, WEAK)
  if (
    weak.length >= 2 &&
    (led || startsHome(weak)) &&
    (weak.length >= 3 || /\s\/\s/.test(rest)) &&
    areShort(weak)
  )
    return weak
  return undefined
}

export function isHomeWord(text: string): boolean {
  return HOME_WORDS.has(text.toLowerCase())
}

/** Cuts `You are here:`, `当前位置：`. */
function withoutLead(text: string): { readonly rest: string; readonly led: boolean } {
  const lower = text.slice(0, 40).toLowerCase()
  for (const lead of TRAIL_LEADS) {
    if (lower.startsWith(lead))
      return { rest: text.slice(lead.length).replace(/^[\s:：是]+/u, ''), led: true }
  }
  return { rest: text, led: false }
}

function parts(text: string, separator: RegExp): string[] {
  return text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

function startsHome(list: readonly string[]): boolean {
  return isHomeWord(list[0]!)
}

/** Every part but the last, which may be the title, is a few words with a letter in it. */
function areShort(list: readonly string[]): boolean {
  if (list.length > 8) return false
  return list.every((part, i) => {
    const last = i === list.length - 1
    return (
      /\p{L}/u.test(part) &&
      part.length <= (last ? 160 : LONGEST_PART) &&
      (last || !/[.!?。！？]$/u.test(part))
    )
  })
}
