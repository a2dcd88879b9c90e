import { type Attributes, readAttributes } from './attributes.ts'
import { attributesOf, type DomElement, ELEMENT } from './dom.ts'
import type { PostMark } from './frame.ts'

/** Types of schema.org a contribution to a thread may have. */
const TYPE =
  /schema\.org\/(?:DiscussionForumPosting|SocialMediaPosting|Comment|UserComments|Question|Answer|(?:Email)?Message)$/i
const set = (names: string): ReadonlySet<string> => new Set(names.split(' '))
/** Names that forum software gives to the element around one contribution, whole words only. */
const NAMES = set(
  'comment reply answer question postbit postbitlegacy postcontainer post-container topic-post forum-post crawler-post postrow post_block comment-item reply-item ipscomment cpost',
)
/** A mail answers those above it. By type, all posts of a forum are comments, so that their types tell nothing. */
const MESSAGE_TYPE = /Message$/i
/** Those of contributions that remark on another. */
const COMMENT_NAMES = set('comment reply comment-item reply-item ipscomment cpost')
/** These stand around the text of a contribution as often as around all of it. */
const LOOSE_NAMES = set('post message')
/** A part of every one of these names. */
const PART = /comment|reply|answer|question|post|message/
const AUTHOR_NAMES = set(
  'username author creator poster comment-author post-author message-name post_author comment-user nickname',
)
const MOST_NAMES = 12
const LONGEST_AUTHOR = 60
/** Nodes of an element among which the name of a person is looked for. */
const LOOK = 200

/** The post an element opens, by its type or by a name only such elements have; else the one it stands in. */
export function postMark(
  { classes, itemtype, itemprop }: Attributes,
  number: number,
  up: PostMark | undefined,
): PostMark | undefined {
  if (itemtype !== undefined && TYPE.test(itemtype.slice(0, 200)))
    return { number, named: false, comment: MESSAGE_TYPE.test(itemtype) }
  if (classes === '' || itemprop === 'text' || !PART.test(classes)) return up
  if (isNamed(classes, NAMES)) return { number, named: true, comment: isNamed(classes, COMMENT_NAMES) }
  return up?.named !== true && isNamed(classes, LOOSE_NAMES) ? { number, named: true, comment: false } : up
}

/** Who wrote the post, where the element says so. */
export function postAuthor(element: DomElement, { classes, itemprop }: Attributes): string | undefined {
  const says =
    itemprop === 'author' || itemprop === 'creator' || (classes !== '' && isNamed(classes, AUTHOR_NAMES))
  if (!says) return undefined
  const text = (nameIn(element) ?? textOf(element)).replace(/^by\s|\s[»•|].*$/gi, '').trim()
  return text === '' || text.length > LONGEST_AUTHOR ? undefined : text
}

/** The property `name` of the person an element describes, beside which badges and counts may stand. */
function nameIn(person: DomElement): string | undefined {
  let nodes = 0
  const look = (parent: DomElement): string | undefined => {
    for (let child = parent.firstChild; child !== null && nodes < LOOK; child = child.nextSibling) {
      nodes++
      if (child.nodeType !== ELEMENT) continue
      const element = child as DomElement
      const { itemprop, content } = readAttributes(element.localName, attributesOf(element))
      const name = itemprop === 'name' ? content || textOf(element) : look(element)
      if (name) return name
    }
    return undefined
  }
  return look(person)
}

function textOf(element: DomElement): string {
  return (element.textContent ?? '')
    .slice(0, 4 * LONGEST_AUTHOR)
    .replace(/\s+/g, ' ')
    .trim()
}

/** When it was written: `time`, or a property that says the date of creation. */
export function postTime(name: string, { itemprop, datetime, content }: Attributes): string | undefined {
  if (name === 'time') return datetime
  return itemprop !== undefined && /^date(?:Published|Created)$/i.test(itemprop)
    ? (datetime ?? content)
    : undefined
}

function isNamed(classes: string, names: ReadonlySet<string>): boolean {
  return /\s/.test(classes)
    ? classes.split(/\s+/, MOST_NAMES).some((name) => names.has(name))
    : names.has(classes)
}
