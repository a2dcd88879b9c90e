import type { Block } from '../../core/block.ts'
import type { Claim } from '../../core/claim.ts'
import { isChineseName } from '../../facts/byline/chinese.ts'
import { isName, isOutlet } from '../../facts/byline/names.ts'
import { roleNames } from '../../facts/byline/roles.ts'
import { bareNames, parseByline } from '../../facts/byline.ts'
import type { Witnesses } from './witnesses.ts'

/** How far above the text, and how far behind its end, the page may name the author, in blocks. */
const ABOVE = 40
const INTO = 6
const BEHIND = 12
const LONGEST = 140

/** Steps of an address under which sites keep the pages of those who write for them. */
const PROFILE =
  /\/(?:authors?|autor(?:en|es|i|in)?|auteurs?|autore|autori|by|people|person|persons|profiles?|profil|contributors?|editors?|columnists?|journalists?|journalist(?:en|es)|staff|writers?|reporters?|bios?|our_people|redaktion|skribent(?:er)?|forfatter|penulis|tac-gia|yazar(?:lar)?|users?|creators?|team|members?|experts?|editorial-team)(?:\/|\.|$)|[?&/]author[=/]|\/@[\w.-]{2,40}$/i
/** Class and id words of a byline's own element; those of comments and cards speak of others. */
const SIGNED =
  /author|byline|by-line|by_line|written-?by|writer|contributor|creator|journalist|(?:^|[^a-z])autor|auteur|redakteur/
const OTHERS =
  /comment|related|reply|authori[tz]|copyright|recommend|teaser|sidebar|widget|footer|nav|menu|search|photo|caption|(?:^|[^a-z])(?:tag|topic|keyword)s?(?:[^a-z]|$)/
/** Words no name begins with, that links to profiles and labels do. */
const PHRASE =
  /^(?:by|von|par|por|written|posted|more|about|view|see|read|meet|all|our|the|latest|follow|creator|guest|last|published|updated|contact|join|get|licensed|create|log|sign|free|trade|thread|add|buy|shop)(?:\s|$)/i
/** A user's name signs alone only behind a by-word. */
const HANDLE = /^(?:(?:written|posted|published) )?by[:\s]\s?([\p{L}\d._-]{2,30})$/iu
/** A team may sign where the element is made for nothing but the name. */
const NAMED = /(?:author|writer|creator|contributor)[_-]{0,2}(?:name|link)|(?:^|\s)(?:author|byline)(?:$|\s)/
const TEAM =
  /^(?:\p{Lu}[\p{L}\p{N}&'’.-]{0,20} ){1,4}(?:Team|Staff|Editors|Desk|Redaktion|Newsroom|Blog|Group)$/u

/**
 * Names the page's markup sets apart as the writer's: linked to a profile, or in an element named for it; those of the
 * header first, then those right behind the text.
 */
export function printedAuthors(seen: Witnesses): Claim[] {
  const { from, to } = seen.input
  const header = seen.blocks.slice(Math.max(0, from - ABOVE), from + INTO).reverse()
  const tail = seen.blocks.slice(Math.max(from + INTO, to - 2), to + 1 + BEHIND)
  return firstSigned(header, 'header') ?? closingBracket(seen) ?? firstSigned(tail, 'tail') ?? []
}

const BRACKET = /[（(](?:文\s?[/／]?\s?图?|记者|通讯员|作者)?\s*[:：/]?\s*([^（）()]{2,30})[）)]\s*$/u
/** The same with roles named inside, or, on Japanese pages, with nothing but one name. */
const ROLES = /[（(]([^（）()]{4,60})[）)]\s*$/u
const JAPANESE =
  /[。」](?:[（(【]|\s*[【])(\p{Script=Han}{2,3}\s?[\p{Script=Han}\p{Script=Hiragana}]{1,3})[）)】]\s*$/u

/** Chinese papers sign in brackets behind the last sentence. */
function closingBracket(seen: Witnesses): Claim[] | undefined {
  const { from, to } = seen.input
  for (const block of seen.blocks.slice(Math.max(from, to - 2), to + 2).reverse()) {
    const names = signedInBrackets(block.text.slice(-80), seen.input.language)
    if (names.length === 0) continue
    return names.map((value) => ({
      field: 'author',
      value,
      from: 'line',
      key: 'closing bracket',
      at: block.at,
    }))
  }
  return undefined
}

function signedInBrackets(end: string, language: string | undefined): readonly string[] {
  const japanese = language?.startsWith('ja') ? JAPANESE.exec(end)?.[1] : undefined
  if (japanese !== undefined) return [japanese]
  const plain = BRACKET.exec(end)?.[1]?.split(/[\s、，,]+/u) ?? []
  if (plain.length > 0 && plain.every(isChineseName)) return plain
  const roles = ROLES.exec(end)?.[1]
  return roles === undefined ? [] : roleNames(roles).authors
}

function firstSigned(blocks: readonly Block[], where: string): Claim[] | undefined {
  const nearest = blocks.find((block) => signature(block) !== undefined)
  if (nearest === undefined) return undefined
  // several writers stand side by side, each in a block of the same make
  const alike = blocks.filter((block) => Math.abs(block.at - nearest.at) <= 8 && isTwin(block, nearest))
  return alike
    .sort((a, b) => a.at - b.at)
    .flatMap((block): Claim[] => {
      const value = signature(block)
      return value === undefined
        ? []
        : [{ field: 'author', value, from: 'line', key: `signature ${where}`, at: block.at }]
    })
}

function isTwin(block: Block, other: Block): boolean {
  return block.dom !== undefined && block.kind === other.kind && block.dom.shape === other.dom?.shape
}

/** The part of a block that names its writer; undefined where none is marked as such. */
function signature(block: Block): string | undefined {
  const { dom, text, kind, runs = [] } = block
  if (dom === undefined || text.length > LONGEST || kind === 'figure' || kind === 'caption') return undefined
  if (OTHERS.test(dom.names)) return undefined
  const links = runs.filter((run) => run.href !== undefined && PROFILE.test(run.href))
  // in an element of its own a single name signs, and a pen name
  const named = NAMED.test(dom.names)
  const linked = links
    .map((run) => run.text.trim())
    .filter((name) => isPerson(name) || (named && isPenName(name)))
  if (linked.length > 0) return [...new Set(linked)].join(', ')
  if (!SIGNED.test(dom.names)) return undefined
  const printed = parseByline(text)?.authors ?? []
  const names = (printed.length > 0 ? [...printed] : [...bareNames(text)]).filter(
    (name) => !PHRASE.test(name),
  )
  if (names.length > 0) return names.join(', ')
  const handle = HANDLE.exec(text)?.[1]
  if (handle !== undefined) return handle
  return named && (TEAM.test(text) || isPenName(text)) ? text : undefined
}

/** One to three words of letters, digits and marks that names hold, no button and no sentence. */
function isPenName(text: string): boolean {
  return (
    /^[\p{L}\d][\p{L}\p{M}\d._'’-]{1,30}(?: [\p{L}\d][\p{L}\p{M}\d._'’-]{0,30}){0,2}$/u.test(text) &&
    !PHRASE.test(text) &&
    !/^\d+$/.test(text)
  )
}

function isPerson(text: string): boolean {
  return isName(text) && !isOutlet(text) && !PHRASE.test(text) && (text.includes(' ') || isChineseName(text))
}
