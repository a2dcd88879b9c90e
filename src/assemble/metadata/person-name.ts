import { fold } from './fold.ts'
import {
  AFTER_NAME_CJK,
  AGENCIES,
  BEFORE_NAME,
  BEFORE_NAME_CJK,
  MACHINE,
  NOBODY,
  NOT_WRITTEN,
  ORGANISATION,
  POST_OPENS,
  POSTS,
} from './person-words.ts'

/** A name cut out of a credit. */
export interface Name {
  readonly text: string
  readonly kind: 'person' | 'agency' | 'organisation'
}

/** A credit longer than this is a sentence. */
const CREDIT = 400
const NAME = 60
const AND =
  /\s*(?:[,;|\n、，；·•]|\s\/\s|\s(?:&|and|And|AND|und|et|y|og|och|ja|dan|ve|và|и|with|mit|avec)(?=\s)|(?<=\p{Ll})\/(?=\p{Lu}))\s*/gu
const CJK = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u

/**
 * The names in a credit, in order: introductions, posts, addresses, handles and dates taken off, several names split,
 * each in its own script and spelling. Empty where nothing in it is a name.
 *
 * @param spaced whether Han names divided by a space are several: Chinese lists them so, a Japanese name holds one.
 */
export function namesIn(credit: string, spaced = true): Name[] {
  if (credit.length > CREDIT) return []
  const bare = credit
    .replace(/\S{0,64}@\S{1,120}/g, ' ')
    .replace(/https?:\/\/\S{1,300}|www\.\S{1,200}/gi, ' ')
    .replace(/[([（【［<][^()[\]（）【】［］<>]{0,80}[)\]）】］>]/g, (group) => bracketed(group))
    .trim()
  const names: Name[] = []
  for (const part of bare.split(AND)) {
    const name = names.length > 0 && isApposition(part) ? undefined : nameOf(part)
    if (name !== undefined && !names.some((known) => fold(known.text) === fold(name.text))) names.push(name)
  }
  return spaced ? spacedHan(names) : names
}

/** A label that is no by-word: what follows did something else. */
const LABEL = /^\s*(?!(?:by|von|par|por|text|texte|words|author|autor|story|written by)\s*:)\p{Ll}{3,14}:\s/u

/** Behind a name a part with a post in it describes its bearer. */
function isApposition(part: string): boolean {
  return isCredential(part) || (POSTS.test(part) && !/^\s*by\s/i.test(part))
}

/** Letters behind a name: `MD`, `Ph.D.`, `CEPF®`. */
function isCredential(part: string): boolean {
  const text = part.trim().replace(/[®™*.]/g, '')
  return /^(?:\p{Lu}\p{Ll}{0,2}){2,4}(?:[- ][A-Z\d]{1,4})?$/u.test(text) && !AGENCIES.has(fold(text))
}

/** What stands in brackets behind a name is its code or post; a name in brackets stands alone. */
function bracketed(group: string): string {
  return CJK.test(group) && group.length > 5 ? `,${group.slice(1, -1)},` : ' '
}

function nameOf(part: string): Name | undefined {
  if (NOT_WRITTEN.test(part.trim()) || LABEL.test(part)) return undefined
  const text = withoutPost(trimName(stripIntroduction(part)))
  const key = fold(text)
  if (
    key.length < 2 ||
    text.length > NAME ||
    NOBODY.has(key) ||
    MACHINE.test(text) ||
    /(?:^|\s)admin$/i.test(text)
  )
    return undefined
  if (AGENCIES.has(key)) return { text, kind: 'agency' }
  if (/^\p{L}[\p{L}\d.-]*_[\p{L}\d_.-]*$/u.test(text)) return { text, kind: 'person' }
  if (/\d{2}|[{}<>=#]|\d\s*(?:min|hour|day)/.test(text) && !CJK.test(text)) return undefined
  if (ORGANISATION.test(text)) return { text, kind: 'organisation' }
  if (isPost(text)) return undefined
  return { text, kind: 'person' }
}

/** The name before a post written without a comma (`Ann Lee Senior Reporter`). */
function withoutPost(text: string): string {
  const at = text.search(POST_OPENS)
  return at > 0 && text.slice(0, at).includes(' ') ? text.slice(0, at) : text
}

function stripIntroduction(part: string): string {
  let text = part.trim()
  for (let i = 0; i < 2; i++) {
    text = CJK.test(text.slice(0, 8)) ? text.replace(BEFORE_NAME_CJK, '') : text.replace(BEFORE_NAME, '')
  }
  return text.replace(AFTER_NAME_CJK, '')
}

function trimName(text: string): string {
  const cut = text.split(/\s+[-–—|]\s+/)[0] ?? ''
  return cut
    .replace(/^[\s"'“”‘’«»:：.,\-–—/)]+|[\s"'“”‘’«»:：,\-–—/(]+$/gu, '')
    .replace(/(?<=\p{Ll}{2})\.$/u, '')
}

/** A post is no name; a name with a post in it keeps too little to be trusted. */
function isPost(text: string): boolean {
  const words = text.split(' ').length
  return (
    words > 6 ||
    (POSTS.test(text) && (words <= 2 || /^\p{Ll}/u.test(text) || /\b(?:of|for|at|in|the)\b/i.test(text)))
  )
}

/** Two or three Han names divided by spaces only (`张三 李四`) are several people. */
function spacedHan(names: readonly Name[]): Name[] {
  return names.flatMap((name) => {
    const parts = name.text.split(/[\s\u3000]+/)
    const all = parts.length > 1 && parts.every((part) => /^\p{Script=Han}{2,4}$/u.test(part))
    return all && name.kind === 'person' ? parts.map((text) => ({ text, kind: 'person' as const })) : [name]
  })
}
