import { findDates } from '../../facts/date.ts'
import { footEdges, menuEnd } from '../../facts/glued-menu.ts'
import { columns, isDigit, isLower, isUpper, isWhite, isWide } from './characters.ts'
import { flatList, type Piece } from './flat-list.ts'
import { fold } from './fold.ts'
import { isCloser, isFullStop, isStop, sentenceEnd, sentenceEnds } from './sentences.ts'

/** Columns below which no line is worth a look. */
export const SHORT = 100
/** Columns from which a line may be a whole page glued together. */
const LONG = 600
/** The same of a line that is all of the dump. */
const PAGE = 300
/** A glued piece longer than this is cut at its sentences. */
const LONG_PIECE = 1200
/** Scripts without spaces show no seams; no newspaper sets a paragraph of more than a thousand such characters. */
const LONG_WIDE = 2000

/**
 * The pieces of one line (or joined paragraph), folded; a single piece where it stays whole. `alone`: the line is all of
 * the dump, or nearly so.
 */
export function cutLine(
  raw: string,
  width: number,
  kind: 'item' | 'paragraph',
  folded: boolean,
  alone = false,
): Piece[] {
  const opened = folded ? [] : openingsOf(raw)
  const glued = width > LONG ? seams(raw) : []
  const openings = alone && opened.length + glued.length === 0 && width > PAGE ? framesOf(raw) : opened
  if (openings.length === 0 && glued.length === 0) return cutPart(folded ? raw : fold(raw), kind, false)
  const parts = split(raw, merge(openings, glued))
  return parts.flatMap((part) => cutPart(fold(part), kind, glued.length > 0))
}

function cutPart(text: string, kind: 'item' | 'paragraph', glued: boolean): Piece[] {
  if (text.length === 0) return []
  return flatList(text) ?? cutSentences(text, glued).map((sentence) => ({ kind, text: sentence }))
}

function cutSentences(text: string, glued: boolean): string[] {
  if (text.length < LONG_WIDE / 2) return [text]
  let width = 0
  let wide = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    width += columns(code)
    if (isWide(code)) wide++
  }
  if (!(glued && width > LONG_PIECE) && !(wide * 3 > text.length && width > LONG_WIDE)) return [text]
  return split(text, sentenceEnds(text).slice(0, -1)).map((part) => part.trim())
}

/**
 * Two full-width spaces inside a line open a paragraph, where a sentence is over before them. Where two paragraphs are
 * opened so, the line is a page: what stands above the first one is its header, with a sentence in it or without.
 */
function openingsOf(raw: string): number[] {
  const found: number[] = []
  let first: number | undefined
  for (let at = raw.indexOf('\u3000\u3000'); at >= 0; at = raw.indexOf('\u3000\u3000', at)) {
    let before = at - 1
    while (before > 0 && at - before < 4 && isWhite(raw.charCodeAt(before))) before--
    const over = before >= 0 && endsBefore(raw, before)
    while (raw.charCodeAt(at) === 0x3000) at++
    if (over) found.push(at)
    else if (before >= 0 && found.length === 0) first ??= at
  }
  if (found.length < 2) return found
  if (first !== undefined) found.unshift(first)
  return [...edgesOf(raw, 0, found[0]!), ...found, ...edgesOf(raw, found.at(-1)!, raw.length)]
}

/**
 * Where the lines above the first paragraph and below the last began in a page that was put on one line: scripts
 * without spaces have none between words, so one behind the last full stop parts lines.
 */
function edgesOf(raw: string, from: number, to: number): number[] {
  let stop = to
  while (stop > from && !isFullStop(raw.charCodeAt(stop - 1))) stop--
  // sentences above the first paragraph are no lines of a header
  if (from === 0 && stop > 0) return []
  const found: number[] = []
  for (let at = stop + 1; at < to - 1; at++) {
    if (raw.charCodeAt(at - 1) === 32 && parts(raw.charCodeAt(at - 2), raw.charCodeAt(at))) found.push(at)
  }
  return found
}

/** A space stands between two wide characters, or between one and a number or a closing quotation mark. */
function parts(left: number, right: number): boolean {
  if (isWide(left)) return isWide(right) || isDigit(right)
  return isWide(right) && (isDigit(left) || isCloser(left))
}

/** Where the foot of a page begins, wherever its lines were put behind one another. */
const FOOT =
  /©|\(c\) ?(?=\d{4})|\bcopyright\b|\ball rights reserved\b|\balle rechte vorbehalten\b|\btous droits réservés\b|\btodos los derechos reservados\b|\btutti i diritti riservati\b|\btodos os direitos reservados\b/i
/** A byline between the title and the day. */
const BY =
  /\s(?:By|Von|Par|Por|Di|Door|Av|Af|Przez|Author:|Autor:)\s\p{Lu}\p{L}+\s\p{Lu}(?!.*\s(?:By|Von|Par|Por)\s\p{Lu})/u
/** Shortest text between head and foot, and shortest foot without a notice, in characters. */
const TEXT = 200
/** The first day of a page stands in its first so many characters, or in none. */
const HEAD = 500
const TAIL = 12

/**
 * Where the head of a page that was put on one line with single spaces ends, and where its foot begins: the first
 * sentence may hold a day, above which stand menu, title and byline; behind the last sentence, or from the one with a
 * notice of rights on, stand other pages and the foot.
 */
function framesOf(raw: string): number[] {
  const wide = wideFrames(raw)
  if (wide.length > 0) return wide
  const ends = sentenceEnds(raw)
  const found: number[] = []
  // the stop behind the number of a day ends no sentence
  const day = findDates(raw.slice(0, HEAD)).find(({ to }) => to > TAIL)
  if (day !== undefined && ends.length > 2 && !ends.some((end) => end <= day.from)) {
    const head = raw.slice(0, day.from)
    const menu = menuEnd(head)
    if (menu > 0) found.push(menu)
    const by = head.search(BY)
    if (by > menu) found.push(by)
    found.push(day.to + (CLOCK.exec(raw.slice(day.to, day.to + TAIL))?.[0].length ?? 0))
  }
  const half = Math.max(TEXT, Math.floor(raw.length / 2))
  const notice = FOOT.exec(raw.slice(half))
  const from = notice === null ? raw.length - 1 : half + notice.index
  const last = ends.findLast((end) => end <= from)
  if (
    last !== undefined &&
    last > half &&
    (notice !== null || (raw.length - last >= TAIL && !endsBefore(raw, raw.length - 1)))
  ) {
    found.push(
      last,
      ...footEdges(raw.slice(last, notice === null ? raw.length : from)).map((edge) => last + edge),
    )
    if (notice !== null && from > last + TAIL) found.push(from)
  }
  return found
}

/** What stands behind the time of a day. */
const CLOCK = /^\s?(?:Uhr|uur|hrs?|WIB|น\.)(?!\p{L})/u
/** Characters of text without spaces for each space in it, at least. */
const UNSPACED = 40

/** The same for scripts without spaces, in which one between two words parts what were lines. */
function wideFrames(raw: string): number[] {
  let first = 0
  while (first < raw.length && !isFullStop(raw.charCodeAt(first))) first++
  let last = raw.length - 1
  while (last > first && !isFullStop(raw.charCodeAt(last))) last--
  const spaces =
    raw.slice(first, last).match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}] /gu)?.length ?? 0
  if (last - first < TEXT / 2 || spaces * UNSPACED > last - first || !isWide(raw.charCodeAt(first - 1)))
    return []
  const head = edgesOf(raw, 0, first)
  if (head.length < 2) return []
  // who edited a text signs in brackets behind its last sentence
  const signed = /^[(（【[]/.test(raw.slice(last + 1, last + 2)) ? [last + 1] : []
  return [...head, ...signed, ...edgesOf(raw, last, raw.length)]
}

function endsBefore(raw: string, at: number): boolean {
  return (
    isStop(raw.charCodeAt(at)) ||
    (at > 0 && isStop(raw.charCodeAt(at - 1)) && isWhite(raw.charCodeAt(at + 1)))
  )
}

function merge(left: readonly number[], right: readonly number[]): number[] {
  if (left.length === 0) return [...right]
  if (right.length === 0) return [...left]
  return [...new Set([...left, ...right])].sort((a, b) => a - b)
}

function split(text: string, offsets: readonly number[]): string[] {
  if (offsets.length === 0) return [text]
  const parts: string[] = []
  let from = 0
  for (const offset of offsets) {
    parts.push(text.slice(from, offset))
    from = offset
  }
  parts.push(text.slice(from))
  return parts
}

/** Cuts a line that is over the limit: at the last sentence end that fits, else at white space, else anywhere. */
export function chunks(raw: string, limit: number): string[] {
  const found: string[] = []
  let from = 0
  while (raw.length - from > limit) {
    const to = from + chunkLength(raw.slice(from, from + limit), limit)
    found.push(raw.slice(from, to))
    from = to
  }
  found.push(raw.slice(from))
  return found
}

function chunkLength(window: string, limit: number): number {
  for (let at = window.length - 2; at > limit / 2; at--) {
    if (!isStop(window.charCodeAt(at))) continue
    const end = sentenceEnd(window, at)
    if (end > 0) return end
  }
  for (let at = window.length - 1; at > limit / 2; at--) if (isWhite(window.charCodeAt(at))) return at
  const last = window.charCodeAt(window.length - 1)
  return last >= 0xd800 && last < 0xdc00 && window.length > 1 ? window.length - 1 : window.length
}

/** Glued places a line must show before it is cut at any of them. */
const LEAST_SEAMS = 3
/** One seam in so many characters at least: a long paragraph may hold a few odd names. */
const SEAM_EVERY = 2000
/** The same where every seam is a capital inside a word: menus glued together, not names in a text. */
const CAMEL_EVERY = 100
/** Share of braces, semicolons and the like from which a line is a program. */
const CODE_SHARE = 0.04
const CODE_SIGNS = new Set(Array.from('{};=<>\\"_[]', (sign) => sign.charCodeAt(0)))

/** First halves after which a capital stands inside a name of people. */
const NAME_PREFIXES = new Set('Mac Mc De Di Du La Le Van Von Fitz San Del Da'.split(' '))
/** Well-known names with a capital inside, cut at it. */
const NAMES = new Set(
  (
    'You|Tube Linked|In Whats|App Pay|Pal Git|Hub Git|Lab Tik|Tok Java|Script Type|Script Play|Station Open|AI ' +
    'Deep|Mind Black|Rock Fed|Ex Word|Press Power|Point Snap|Chat Face|Book Face|Time Mac|Book Air|Pods Hub|Spot ' +
    'Sales|Force Master|Card Black|Berry Quick|Time Live|Journal Soft|Bank Data|Base Post|Gre Mongo|DB Graph|QL ' +
    'We|Chat We|Work Smart|Things Fire|Fox Thunder|Bird Share|Point One|Drive One|Note Drop|Box Air|Tag Car|Play ' +
    'Trip|Advisor Buzz|Feed Door|Dash Task|Rabbit Good|Reads Star|Craft Mine|Craft Sound|Cloud Band|Camp Auto|CAD ' +
    'Photo|Shop In|Design Bit|Torrent Open|Street Street|Map Wiki|Leaks Wiki|Pedia Euro|Millions Big|Query Lexis|Nexis ' +
    'Net|Suite Quick|Books Rail|Card Sky|News Super|Bowl Hyper|Loop Space|X Stack|Overflow Duck|Go ' +
    'Schüler|Innen Lehrer|Innen Bürger|Innen'
  ).split(' '),
)

/** Share of wide characters from which a capital after a small letter is a foreign name, no seam. */
const WIDE_SHARE = 0.3

/** What every seam looks like, and some names: spares most lines the closer look. */
const MAYBE = /[\p{Ll}\d)”»]\p{Lu}|[.!?…]["'”’»)]{0,3}[\p{Lu}“„«]|\p{Ll}\.\d|\s\s\s/u

interface Camel {
  readonly at: number
  readonly word: string
  /** Where the word starts. */
  readonly from: number
}

interface Seams {
  /** Ends of sentences, numbers and brackets with a capital right behind. */
  readonly sure: number[]
  /** Capitals behind a small letter, and the word each stands in. */
  readonly camel: Camel[]
  /** Ends of wide gaps, and of gaps of two. */
  readonly wideGaps: number[]
  readonly gaps: number[]
}

/**
 * Offsets at which a line was glued together from pieces the page showed apart: `end.Next`, `readsNext`,
 * `2023By`, or a wide gap. Empty where the evidence does not suffice.
 */
function seams(raw: string): number[] {
  const found = MAYBE.test(raw) ? scanSeams(raw) : undefined
  if (found === undefined) return []
  const camel = withoutNames(found.camel)
  const glued = found.sure.length + camel.length
  const spaced = found.wideGaps.length
  if (found.sure.length === 0 && spaced === 0 && camel.length * CAMEL_EVERY < raw.length) return []
  if (Math.max(glued, spaced) < LEAST_SEAMS || (glued + spaced) * SEAM_EVERY < raw.length) return []
  return [...found.sure, ...camel, ...found.gaps].sort((a, b) => a - b)
}

/** All candidates; undefined where the line is a program or data. */
function scanSeams(raw: string): Seams | undefined {
  const found: Seams = { sure: [], camel: [], wideGaps: [], gaps: [] }
  let lowers = 0
  let blanks = 0
  let signs = 0
  let wide = 0
  let address = false
  for (let at = 0; at < raw.length; at++) {
    const code = raw.charCodeAt(at)
    if (isWhite(code)) {
      blanks++
      lowers = 0
      address = false
      continue
    }
    if (blanks > 1) found.gaps.push(at)
    if (blanks > 2) found.wideGaps.push(at)
    if (at > 0 && blanks === 0 && !address && isSeam(raw, at, code, lowers)) {
      if (lowers >= 2) found.camel.push(camelAt(raw, at))
      else found.sure.push(at)
    }
    blanks = 0
    lowers = isLower(code) ? lowers + 1 : 0
    if (CODE_SIGNS.has(code)) signs++
    else if (isWide(code)) wide++
    address ||= startsAddress(raw, at, code)
  }
  if (signs > raw.length * CODE_SHARE) return undefined
  return wide > raw.length * WIDE_SHARE ? { ...found, camel: [] } : found
}

/** `//`, `www.`, `@`: until the next space nothing is glued. */
function startsAddress(raw: string, at: number, code: number): boolean {
  if (code === 47) return raw.charCodeAt(at - 1) === 47
  return code === 46 ? raw.startsWith('www', at - 3) : code === 64
}

function camelAt(raw: string, at: number): Camel {
  let from = at
  let to = at
  while (from > 0 && at - from < 24 && isLetter(raw.charCodeAt(from - 1))) from--
  while (to < raw.length && to - at < 24 && isLetter(raw.charCodeAt(to))) to++
  return { at, word: raw.slice(from, to), from }
}

/** A word with a single capital inside that comes twice is a name; longer chains are menus, printed twice. */
function withoutNames(camel: readonly Camel[]): number[] {
  const single = camel.filter(({ from }, at) => camel[at - 1]?.from !== from && camel[at + 1]?.from !== from)
  const times = new Map<string, number>()
  for (const { word } of single) times.set(word, (times.get(word) ?? 0) + 1)
  const names = new Set(single.filter(({ word }) => times.get(word)! > 1))
  return camel.filter((seam) => !names.has(seam)).map(({ at }) => at)
}

const isLetter = (code: number): boolean => isLower(code) || isUpper(code)

/** Whether a new piece starts at `at`, with no white space before it. `lowers`: small letters directly before. */
function isSeam(raw: string, at: number, code: number, lowers: number): boolean {
  if (isDigit(code))
    return isLower(raw.charCodeAt(at - 2)) && raw.charCodeAt(at - 1) === 46 && followsStop(raw, at)
  const quoted = (code === 0x201c || code === 0x201e || code === 0xab) && isUpper(raw.charCodeAt(at + 1))
  if (!quoted && !isUpper(code)) return false
  const next = raw.charCodeAt(at + 1)
  if (lowers >= 2) return !isName(raw, at)
  if (!quoted && !isLower(next))
    return isUpper(next) && isLower(raw.charCodeAt(at - 3)) && followsStop(raw, at)
  const before = raw.charCodeAt(at - 1)
  if (isDigit(before)) return isLower(raw.charCodeAt(at + 2))
  if (before === 41 || before === 0x201d || before === 0xbb) return true
  return followsStop(raw, at)
}

/** `end.Next`: a stop, perhaps with closing quotes, after a word that is no initial and no abbreviation. */
function followsStop(raw: string, at: number): boolean {
  let stop = at - 1
  while (stop > 0 && stop > at - 4 && isCloser(raw.charCodeAt(stop))) stop--
  if (stop < 2 || !isStop(raw.charCodeAt(stop))) return false
  const before = raw.charCodeAt(stop - 1)
  if (isCloser(before) || isDigit(before) || isStop(before)) return true
  return isLower(before) && isLower(raw.charCodeAt(stop - 2))
}

/** `YouTube`, `MacDonald`: a capital inside a name. */
function isName(raw: string, at: number): boolean {
  let from = at - 1
  while (from > 0 && at - from < 12 && isLower(raw.charCodeAt(from))) from--
  const first = raw.slice(from, at)
  if (NAME_PREFIXES.has(first)) return true
  let to = at + 1
  if (isUpper(raw.charCodeAt(to))) while (to - at < 3 && isUpper(raw.charCodeAt(to))) to++
  else while (to - at < 12 && isLower(raw.charCodeAt(to))) to++
  return NAMES.has(`${first}|${raw.slice(at, to)}`) || isTagged(raw, from)
}

/** `#OneTown`, `@AnnLee`. */
function isTagged(raw: string, from: number): boolean {
  let at = from
  while (at > 0 && from - at < 40 && (isLower(raw.charCodeAt(at)) || isUpper(raw.charCodeAt(at)))) at--
  const code = raw.charCodeAt(at)
  return code === 35 || code === 64 || code === 95
}
