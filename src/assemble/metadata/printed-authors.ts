import type { Block } from '../../core/block.ts'
import type { Claim } from '../../core/claim.ts'
import { findDates } from '../../facts/date.ts'
import { namesIn } from './person-name.ts'
import type { Witnesses } from './witnesses.ts'

/** How far above the text, and how far behind its end, the page may name the author, in blocks. */
const ABOVE = 40
const INTO = 6
const BEHIND = 12
const LONGEST = 140

/** Steps of an address under which sites keep the pages of those who write for them. */
const PROFILE =
  /\/(?:authors?|autor(?:en|es|i|in)?|auteurs?|autore|autori|by|people|person|persons|profiles?|profil|contributors?|columnists?|journalists?|journalist(?:en|es)|staff|writers?|reporters?|bios?|our_people|redaktion|skribent(?:er)?|forfatter|penulis|tac-gia|yazar(?:lar)?|users?|creators?|team|members?|experts?|editorial-team)(?:\/|\.|$)|[?&/]author[=/]|\/@[\w.-]{2,40}$/i
/** Class and id words of a byline's own element; those of comments and cards speak of others. */
const SIGNED =
  /author|byline|by-line|by_line|written-?by|writer|contributor|creator|journalist|(?:^|[^a-z])autor|auteur|redakteur/
const OTHERS =
  /comment|related|reply|authori[tz]|copyright|recommend|teaser|sidebar|widget|footer|nav|menu|search|photo|caption/

/**
 * Names the page's markup sets apart as the writer's: linked to a profile, or in an element named for it; those of the
 * header first, then those right behind the text.
 */
export function printedAuthors(seen: Witnesses): Claim[] {
  const { from, to } = seen.input
  const header = seen.blocks.slice(Math.max(0, from - ABOVE), from + INTO).reverse()
  const tail = seen.blocks.slice(Math.max(from + INTO, to - 2), to + 1 + BEHIND)
  return firstSigned(header, 'header') ?? firstSigned(tail, 'tail') ?? []
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
  if (
    block.dom === undefined ||
    block.text.length > LONGEST ||
    block.kind === 'figure' ||
    block.kind === 'caption'
  )
    return undefined
  const { names } = block.dom
  if (OTHERS.test(names)) return undefined
  const links = (block.runs ?? []).filter((run) => run.href !== undefined && PROFILE.test(run.href))
  const linked = links.map((run) => run.text.trim()).filter(namesSomebody)
  if (linked.length > 0) return [...new Set(linked)].join(', ')
  if (!SIGNED.test(names)) return undefined
  const date = findDates(block.text)[0]
  const text = (date ? block.text.slice(0, date.from) : block.text).split(/\s+(?:[|•·⋅∙—–]|in)\s+/)[0]!.trim()
  return namesSomebody(text) ? text : undefined
}

/** A name stands alone or nearly: a sentence about somebody is no signature. */
function namesSomebody(text: string): boolean {
  const names = text.length <= 100 ? namesIn(text) : []
  const length = names.reduce((sum, name) => sum + name.text.length, 0)
  return (
    names.length > 0 &&
    length * 2 >= text.length - 12 &&
    !/[.!?。](?:\s|$)/.test(text.replace(/\b\p{Lu}\p{L}{0,3}\./gu, ''))
  )
}
