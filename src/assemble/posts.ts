import { contentOf } from '../content/content.ts'
import type { Post } from '../core/article.ts'
import type { Block } from '../core/block.ts'
import type { View } from '../core/rule.ts'
import type { Whole } from '../core/whole.ts'
import { parseDate } from '../facts/date.ts'
import { likeliestType } from '../facts/page-type.ts'
import { renderText } from '../render/text.ts'
import { rejoin } from './rejoin.ts'

/** A printed date is shorter than this. */
const DATE = 48
/** What may stand beside the writer's name: rank, badges, a date. */
const BESIDE_NAME = 60
/** Types of schema.org a thread may have. */
const THREAD = /DiscussionForumPosting|QAPage/

/**
 * The posts of a forum page with their writers and dates, as far as the markup tells posts apart. Empty on pages of
 * other types, and where neither writer nor date of any post is said.
 */
export function postsOf(view: View, kept: readonly Block[]): readonly Post[] {
  if (!isThread(view)) return []
  const inside = new Map<number, Block[]>()
  for (const block of view.blocks) {
    const number = block.dom?.post
    if (number === undefined) continue
    const own = inside.get(number)
    if (own === undefined) inside.set(number, [block])
    else own.push(block)
  }
  const keeps = new Set(kept.map(({ at }) => at))
  const posts = [...inside.values()].flatMap((own) => post(own, keeps, view.page.wholes) ?? [])
  return posts.some(({ author, published }) => author ?? published) ? posts : []
}

function isThread({ whole, page }: View): boolean {
  if (whole.kinds !== undefined && likeliestType(whole.kinds).type === 'forum') return true
  return page.claims.some(
    ({ field, value }) => (field === 'hint' || field === 'pageType') && THREAD.test(value),
  )
}

/** A date that names a day at least. */
function dayOf(text: string): string | undefined {
  const iso = parseDate(text)
  return iso === undefined || iso.length < 10 ? undefined : iso
}

function post(own: readonly Block[], keeps: ReadonlySet<number>, wholes: readonly Whole[]): Post | undefined {
  const author = own.find(({ dom }) => dom?.postAuthor !== undefined)?.dom?.postAuthor
  const dated = (block: Block) => (block.text.length <= DATE ? dayOf(block.text) : undefined)
  const marked = own.find(({ dom }) => dom?.postTime !== undefined)?.dom?.postTime
  const published = (marked === undefined ? undefined : dayOf(marked)) ?? firstOf(own, dated)
  const body = own.filter(
    (block) => keeps.has(block.at) && !isSignature(block, author) && dated(block) === undefined,
  )
  const text = renderText(
    contentOf({ blocks: rejoin(body), wholes, pictures: [] }, { links: false, images: false }),
  )
  if (text === '') return undefined
  return { ...(author && { author }), ...(published && { published }), text }
}

function isSignature({ text, dom }: Block, author: string | undefined): boolean {
  if (author === undefined || !text.includes(author)) return false
  return text === author || (dom?.postAuthor !== undefined && text.length <= author.length + BESIDE_NAME)
}

function firstOf<T>(own: readonly Block[], read: (block: Block) => T | undefined): T | undefined {
  for (const block of own) {
    const found = read(block)
    if (found !== undefined) return found
  }
  return undefined
}
