import { type Block, block } from '../core/block.ts'
import type { Claim } from '../core/claim.ts'
import { decodeEntities } from './claims/draft.ts'

/** Characters of sentences a document must show for its own text to be enough. */
const ENOUGH = 300
/** A line this long that ends like a sentence is prose. */
const LINE = 60
/** Least length of a claimed body, in characters, and how many times the shown prose it must be. */
const LEAST = 250
const TIMES = 3
const PARAGRAPHS = 2_000
/** No element of the document has this number. */
const NOWHERE = -1
const ENDS = /[.!?…。！？।؟]["'”’»」』)）]{0,2}$/

/** Characters of prose outside links that a document shows, counted no further than what is enough. */
function shownProse(blocks: readonly Block[]): number {
  let shown = 0
  for (const { text, dom } of blocks) {
    if (text.length < LINE || (dom?.linkShare ?? 0) > 0.5 || dom?.hidden !== undefined) continue
    if (ENDS.test(text.slice(-4))) shown += text.length
    if (shown >= ENOUGH) break
  }
  return shown
}

/** Whether the document shows next to no text of its own, so that what its scripts claim is worth reading. */
export function showsNothing(blocks: readonly Block[]): boolean {
  return shownProse(blocks) < ENOUGH
}

/**
 * The claimed body as blocks, for a document that shows next to no text of its own: the source of last resort. Each
 * block's path names the claim it was read from (`json-ld NewsArticle.articleBody`).
 */
export function claimedBlocks(blocks: readonly Block[], claims: readonly Claim[]): readonly Block[] {
  let best: Claim | undefined
  for (const claim of claims)
    if (claim.field === 'body' && claim.value.length > (best?.value.length ?? 0)) best = claim
  if (best === undefined || best.value.length < LEAST || best.value.length < TIMES * shownProse(blocks))
    return []
  const path = `${best.from} ${best.key}`
  return paragraphsOf(best.value).map((text, i) =>
    block({
      at: blocks.length + i,
      kind: 'paragraph',
      text,
      place: { path },
      dom: {
        tag: 'script',
        depth: 2,
        shape: NOWHERE,
        number: NOWHERE,
        parent: NOWHERE,
        above: [NOWHERE],
        zone: 'article',
        names: '',
        links: 0,
        linkShare: 0,
        images: 0,
        hidden: undefined,
        covered: undefined,
        readable: 1,
        readableStrict: 1,
      },
    }),
  )
}

/** Paragraphs of plain text or of HTML written into a string. */
function paragraphsOf(body: string): string[] {
  const lines = /<\/?(?:p|div|br|li|h[1-6])\b/i.test(body)
    ? body
        .replace(/<(script|style|figure|figcaption)\b[^<>]{0,500}>[^<]{0,2000}<\/\1>/gi, ' ')
        .replace(/<\/?(?:p|div|br|li|ul|ol|h[1-6]|blockquote|tr|section)(?:\s[^<>]{0,1000})?\/?>/gi, '\n')
        .replace(/<[^<>]{1,2000}>/g, '')
    : body
  return decodeEntities(lines)
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .slice(0, PARAGRAPHS)
}
