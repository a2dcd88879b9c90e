import { characterClass, FOREIGN, LABEL, LETTER, lowerCase, signsOf } from '../core/character.ts'
import type { BylineReading } from '../core/line-reading.ts'
import { BY_WORDS, TEXT_AND_PICTURES, TEXT_THEN_PICTURES } from '../words/byline.ts'
import { NAMELESS_OPENERS, NAMELESS_WORDS } from '../words/outlets.ts'
import { CHINESE, isChineseName, isLoneHanName } from './byline/chinese.ts'
import { isName, isOutlet, readPeople } from './byline/names.ts'
import { cutPieces, hasLabel, type Piece } from './byline/pieces.ts'
import { roleNames } from './byline/roles.ts'
import { type DateOptions, findDates } from './date.ts'

/** A printed line is short. */
const LONGEST = 220
/** Unexplained characters a line may hold and still be taken for one. */
const REST = 45
/** Characters after a by-word that may be neither name nor role: a place, an affiliation. */
const STRAY = 22

interface Draft {
  authors: string[]
  editors: string[]
  /** The outlet a label credits; it says more than one that merely stands there, which may be the site itself. */
  credited?: string
  sources: string[]
  printPage?: string
  names: string[]
  rest: string[]
  /** A label, a by-word, a role: something besides a date was understood. */
  labels: number
}

/**
 * Reads a byline, a source line, an editor line, a line that is only a date, or any mix of them on one line. Undefined
 * where the line is none: a sentence that mentions a date or begins with "by", a line with nothing to tell.
 *
 * @param signs what stands in the line, where it was counted.
 */
export function parseByline(
  line: string,
  options: DateOptions = {},
  signs: number = signsOf(line),
): BylineReading | undefined {
  if (line.length > LONGEST || line.length < 3) return undefined
  const text = withPlainLabel(line)
  const dates = findDates(text, options, signs)
  if (dates.length === 0 && !announces(text, signs)) return undefined
  const draft: Draft = { authors: [], editors: [], sources: [], names: [], rest: [], labels: 0 }
  const posted = POSTED.test(text)
  for (const piece of cutPieces(text, dates)) readPiece(piece, draft, posted)
  if (draft.labels === 0 && dates.length === 0) return undefined
  const source = draft.credited ?? draft.sources[0]
  const rest = draft.rest.join(' ')
  if (rest.length > REST || draft.rest.length > 4) return undefined
  if (draft.labels === 0 && /[.!?。！？…]$/u.test(text) && rest.length > 12) return undefined
  return {
    authors: unique(draft.authors),
    editors: unique(draft.editors),
    dates,
    ...(source !== undefined && { source }),
    ...(draft.printPage !== undefined && { printPage: draft.printPage }),
    names: unique(draft.names),
    rest: draft.rest,
  }
}

/** What is called a picture where text and pictures are signed in one. */
const PICTURES = /foto|photo|pictur|image|illustration|bild|zdjęcia|kuvat|ảnh|사진|写真|絵|图/i

/** The line with `By` for a label that speaks of text and pictures; as long as before, for dates have their places in it. */
function withPlainLabel(line: string): string {
  if (!PICTURES.test(line)) return line
  const both = TEXT_AND_PICTURES.exec(line)?.[0].length
  if (both !== undefined) return `By${' '.repeat(Math.max(1, both - 2))}${line.slice(both)}`
  const then = TEXT_THEN_PICTURES.exec(line)
  return then === null ? line : `By ${then[1]!}`
}

const BRACKETS = /^[\s([（【《•*#-]+/u
const NATIVE_ROLES =
  /记者|記者|作者|编辑|編輯|責編|责编|来源|來源|撰文|文字|执笔|通讯员|编审|委員|기자|특파원|위원|출처|글쓴이/u

/** A line without a date must announce what it says: a by-word at a start, a label before a colon, a role. */
function announces(text: string, signs: number): boolean {
  const bare = (characterClass(text.charCodeAt(0)) & LETTER) === 0 ? text.replace(BRACKETS, '') : text
  if (stripBy(bare) !== undefined) return true
  const ascii = (signs & FOREIGN) === 0
  if (!ascii && NATIVE_ROLES.test(text)) return true
  // without a mark a line has neither a label nor a second piece
  if ((signs & LABEL) === 0) return false
  if (hasLabel(text)) return true
  for (let i = text.search(/[|｜丨•·]/u); i >= 0 && i < text.length; ) {
    if (stripBy(text.slice(i + 1).trimStart()) !== undefined) return true
    const next = text.slice(i + 1).search(/[|｜丨•·]/u)
    i = next < 0 ? -1 : i + 1 + next
  }
  return !ascii && /[/／|｜丨・]/u.test(text) && /文|图|撰|编|責|责|校|来源|글/u.test(text)
}

function unique(list: readonly string[]): string[] {
  return list.filter((entry, i) => list.indexOf(entry) === i)
}

function readPiece(piece: Piece, draft: Draft, posted: boolean): void {
  if (piece.label !== undefined) readLabelled(piece.label, piece.value, draft)
  else if (
    !readPage(piece.value, draft) &&
    !readBy(piece.value, draft, posted) &&
    !readRole(piece.value, draft)
  )
    readPlain(piece.value, draft)
}

function readLabelled(label: NonNullable<Piece['label']>, value: string, draft: Draft): void {
  draft.labels += label === 'photo' || label === 'other' ? 0 : 1
  if (label === 'source') {
    const outlet = outletOf(value)
    if (outlet !== undefined) draft.credited ??= outlet
    // a Chinese line goes on behind its first space, with roles that have labels of their own
    const space = CHINESE.test(value) ? value.search(/\s/u) : -1
    if (space > 0) readRole(value.slice(space).trim(), draft)
  } else if (label === 'author' || label === 'editor') {
    const { names, outlets } = readPeople(stripBy(value) ?? value)
    draft[label === 'author' ? 'authors' : 'editors'].push(...names)
    if (label === 'author') draft.sources.push(...outlets)
  } else if (label === 'other' && value.length > 30) draft.rest.push(value)
}

/** The outlet's name out of what follows a source label: a Chinese value ends at the first space. */
function outletOf(value: string): string | undefined {
  const name = value.replace(/^[《〈“"\s]+|[》〉”"\s.。]+$/gu, '')
  const cut = /[\u3400-\u9fff]/u.test(name) ? name.split(/\s|[（(]/u)[0]! : name.split(/[,(]/u)[0]!.trim()
  const plain = cut.replace(/^[《〈]|[》〉]$/gu, '')
  return plain.length >= 2 && plain.length <= 40 && /\p{L}/u.test(plain) ? plain : undefined
}

/** By-words by their first two letters, whatever their case. */
const BY_STARTS = new Map<number, string[]>()
for (const by of BY_WORDS) BY_STARTS.set(startOf(by), [...(BY_STARTS.get(startOf(by)) ?? []), by])

function startOf(text: string): number {
  const [first, second] = [text.charCodeAt(0), text.charCodeAt(1)]
  return lowerCase(first, characterClass(first)) * 1024 + lowerCase(second, characterClass(second))
}

/** A by-word with the name glued to it, as markup without a space prints it. */
const GLUED_BY = /^(By|Von|Par|Por)(?=\p{Lu}\p{Ll}[\p{L}'’-]*\s\p{Lu})/u

/** What follows a by-word at the start of a piece. */
function stripBy(value: string): string | undefined {
  const words = BY_STARTS.get(startOf(value))
  if (words === undefined) return undefined
  const glued = GLUED_BY.exec(value)?.[1]
  if (glued !== undefined) return value.slice(glued.length)
  const lower = value.slice(0, 30).toLowerCase()
  const word = words.find((by) => lower.startsWith(by) && /^[\s:]/u.test(lower.slice(by.length)))
  return word === undefined ? undefined : value.slice(word.length).replace(/^[\s:]+/u, '')
}

/** A user's name: one word with a digit or an underscore in it. */
const HANDLE = /^(?:(?=[^\s]{0,30}[\d_])|@)[\p{L}][\p{L}\d_.-]{2,30}$/u
/** Behind these words any single one is a user's name, a date between or not. */
const POSTED = /^(?:posted|written|published|submitted)\s(?:.{0,60}\s)?by\s/i
const USER = /^[\p{L}][\p{L}\d_.-]{2,30}$/u

function readBy(value: string, draft: Draft, posted: boolean): boolean {
  const after = stripBy(value)
  if (after === undefined || after.length > 120) return false
  if (HANDLE.test(after) || (posted && USER.test(after))) {
    draft.authors.push(after.replace(/^@/, ''))
    draft.labels++
    return true
  }
  const { names, outlets, unexplained } = readPeople(after)
  if (names.length + outlets.length === 0 || unexplained > STRAY) return false
  draft.authors.push(...names)
  draft.sources.push(...outlets)
  draft.labels++
  return true
}

function readRole(value: string, draft: Draft): boolean {
  const { authors, editors } = roleNames(value)
  if (authors.length + editors.length === 0) return false
  draft.authors.push(...authors)
  draft.editors.push(...editors)
  draft.labels++
  return true
}

const PAGE = /^(?:page|p\.|pg\.|seite|s\.|página|pág\.|pagina|стр\.|с\.|第)\s*([a-z]?\d{1,3})(?:\s*版)?$/i
const PAGE_AFTER = /^([a-z]?\d{1,3})\s*(?:版|面)$/i

function readPage(value: string, draft: Draft): boolean {
  const match = PAGE.exec(value) ?? PAGE_AFTER.exec(value)
  if (match === null) return false
  draft.printPage = match[1]!
  return true
}

const COUNTER =
  /^(?:\d+\s*)?(?:min\b|minutes?\b|minuten\b|mins?\b|lesezeit|reading time|comments?|views?|分钟|阅读|浏览|评论)|^[\d\s.,:+-]*$|min(?:ute)?s? read|lesedauer|minuten?$/i

function readPlain(value: string, draft: Draft): void {
  if (COUNTER.test(value)) return
  if (isOutlet(value)) draft.sources.push(value.replace(/^《|》$/gu, ''))
  else if (isName(value) && value.includes(' ')) draft.names.push(value)
  else draft.rest.push(value)
}

/**
 * The people on a line that is nothing but names, with roles perhaps (`Ann Lee, Science Editor`). The line itself does
 * not say that they wrote anything: where it stands must.
 */
export function bareNames(text: string): readonly string[] {
  if (text.length < 8 && isLoneHanName(text)) return [text]
  if (text.length > 90 || text.length < 5 || /[\d?!:;"“”]/u.test(text)) return []
  const { names, unexplained } = readPeople(text)
  const isBare = (name: string) => (name.includes(' ') && !isNameless(name)) || isChineseName(name)
  return unexplained === 0 && names.every(isBare) ? names : []
}

/** A place, a section, a day: words in capitals that name no person. */
function isNameless(name: string): boolean {
  const words = name.toLowerCase().split(' ')
  return NAMELESS_OPENERS.has(words[0]!) || words.some((word) => NAMELESS_WORDS.has(word))
}
