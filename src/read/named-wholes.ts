import type { Callout, Whole } from '../core/whole.ts'
import type { Attributes } from './attributes.ts'
import { attributeOf, type DomElement, type DomNode, ELEMENT } from './dom.ts'

type Told<T> = T extends Whole ? Omit<T, 'number' | 'parent' | 'from' | 'to'> : never
/** What is told of a whole before its place among the others is known. */
export type WholeFields = Told<Whole>

/** A part of every name below. */
const NAMED =
  /admonition|callout|alert|custom-block|notecard|-aside|-macro|hint-|note|tip|hint|important|warning|caution|danger|poe|verse|stanza|strophe|line-|lyrics|quote|caption|tweet|-embed|-post|-card|toot/
const CALLOUT_KINDS = 'info|information|note|tip|hint|success|important|warning|caution|danger|error'
const CALLOUT_NAMES = new RegExp(
  `^(?:[a-z]+-)?(?:admonition|admonitionblock|callout|custom-block|markdown-alert|notecard|starlight-aside|information-macro)(?:-card|-box|-block)?(?:--?(?:${CALLOUT_KINDS}))?$|^(?:alert|hint)--?(?:${CALLOUT_KINDS})$`,
)
/** Kinds by the words class names have for them, the most urgent first. */
const CALLOUTS: readonly (readonly [Callout, RegExp])[] = [
  ['caution', /(?:^|[\s_-])(?:caution|danger|error|fail(?:ure)?)(?:[\s_-]|$)/],
  ['warning', /(?:^|[\s_-])(?:warning|warn|attention)(?:[\s_-]|$)/],
  ['important', /(?:^|[\s_-])important(?:[\s_-]|$)/],
  ['tip', /(?:^|[\s_-])(?:tip|hint|success)(?:[\s_-]|$)/],
]
/** A name that may be a callout's: whether it is, its title tells. */
const BARE_KIND = new RegExp(`(?:^|\\s)(?:is-)?(?:${CALLOUT_KINDS})(?:\\s|$)`)
const CALLOUT_TITLE = new RegExp(`^(?:${CALLOUT_KINDS}|attention)\\s{0,3}[:.!]?$`, 'i')
const VERSE_NAMES =
  /^(?:poem|poetry|verses?|stanza|strophe|line-?group|line-block|lyrics|wp-block-verse|poem-(?:body|text))$/
const PULLED_NAMES = /^(?:[a-z]+-)*pull-?quote$/
/** What forums name the element around a quotation and whom it is of. */
const QUOTED_NAMES = /^(?:quote|bbcode_quote|bb-?quote|bbcodeblock--quote)$/
/** What sites name the box they show the post of a social network in, where it is no `blockquote`. */
const POSTED_NAMES =
  /^(?:tweet|tweet-(?:embed|card|container|wrapper)|embed(?:ded)?-tweet|react-tweet-theme|static-tweet|toot|(?:twitter|bluesky|mastodon|instagram|threads|facebook|fb)-(?:post|embed|card)|(?:social|embedded)-post)$/
const CAPTION_NAMES =
  /^(?:(?:wp|image|img|photo|picture|figure|media)[-_]*)?caption(?:[-_]{1,2}text)?$|^(?:image|photo|picture)[-_]{1,2}caption$/
/** A quotation by its name; what stands in it is that quotation. */
export const PULLED: WholeFields = { kind: 'quote' }
const MOST_NAMES = 12
const MAY_BE_CALLOUT = new Set(['div', 'aside', 'section', 'blockquote'])

function hasName(names: readonly string[], pattern: RegExp): boolean {
  return names.some((name) => pattern.test(name))
}

function fieldsNamed(names: readonly string[]): WholeFields | undefined {
  const has = (pattern: RegExp) => hasName(names, pattern)
  if (has(CALLOUT_NAMES)) return calloutNamed(names.join(' '))
  if (has(VERSE_NAMES)) return { kind: 'verse' }
  if (has(PULLED_NAMES) || has(QUOTED_NAMES) || has(POSTED_NAMES)) return PULLED
  if (names.includes('wp-caption')) return { kind: 'figure' }
  return has(CAPTION_NAMES) ? { kind: 'caption' } : undefined
}

/** A callout of the kind its class names tell; a note where they tell none. */
function calloutNamed(classes: string): WholeFields {
  return { kind: 'callout', callout: CALLOUTS.find(([, words]) => words.test(classes))?.[0] ?? 'note' }
}

/** Whether an element opens with a title: a word for a kind of callout, or an element named for a title. */
function isTitled(element: DomElement): boolean {
  let first: DomNode | null = element.firstChild
  while (first !== null && first.nodeType !== ELEMENT) {
    if ((first.textContent ?? '').trim() !== '') return false
    first = first.nextSibling
  }
  if (first === null) return false
  const inner = first as DomElement
  if (/(?:^|[\s_-])(?:title|heading)(?:[\s_-]|$)/i.test(attributeOf(inner, 'class') ?? '')) return true
  const text = (inner.textContent ?? '').trim()
  return text.length < 40
    ? CALLOUT_TITLE.test(text)
    : inner.firstChild?.nodeType === ELEMENT && isTitled(inner)
}

/** What a list of classes says: a whole, nothing, or that the title must tell whether it is a callout. */
type Said = WholeFields | 'nothing' | 'by title'

function saidBy(classes: string): Said {
  if (!NAMED.test(classes)) return 'nothing'
  return fieldsNamed(classes.split(/\s+/, MOST_NAMES)) ?? (BARE_KIND.test(classes) ? 'by title' : 'nothing')
}

/** Tells the whole an element is by its class; asked of one page, for it keeps what names said. */
export function namedWholes(): (element: DomElement, attributes: Attributes) => WholeFields | undefined {
  const known = new Map<string, Said>()
  return (element, { classes, tag }) => {
    if (classes === '' || tag === 'body') return undefined
    let said = known.get(classes)
    if (said === undefined) {
      said = saidBy(classes)
      known.set(classes, said)
    }
    if (typeof said === 'object') return said
    return said === 'by title' && MAY_BE_CALLOUT.has(tag) && isTitled(element)
      ? calloutNamed(classes)
      : undefined
  }
}

/** Whether an element is verse by its class. */
export function isNamedVerse(classes: string): boolean {
  return NAMED.test(classes) && hasName(classes.split(/\s+/, MOST_NAMES), VERSE_NAMES)
}
