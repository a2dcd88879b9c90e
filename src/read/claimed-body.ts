import { type Block, block } from '../core/block.ts'
import type { Claim } from '../core/claim.ts'
import type { Page } from '../core/page.ts'
import type { DomDocument } from './dom.ts'
import { type ParseLimits, parseLight } from './light/parse.ts'
import { walk } from './walk.ts'

/** Characters of sentences a document must show for its own text to be enough. */
const ENOUGH = 300
/** A line this long that ends like a sentence is prose. */
const LINE = 60
/** Least length of a claimed body, in characters, and how many times the shown prose it must be. */
const LEAST = 250
const TIMES = 3
const PARAGRAPHS = 2_000
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

/** What the document and its scripts show together. */
export type Shown = Pick<Page, 'blocks' | 'wholes' | 'pictures'>

/**
 * What a document shows, and behind it the claimed body where the document shows next to no text of its own: the source
 * of last resort. HTML is read as what it is. Each block's path names the claim it was read from (`json-ld
 * NewsArticle.articleBody`).
 */
export function withClaimedBody(
  shown: Shown,
  claims: readonly Claim[],
  url: string | undefined,
  limits: ParseLimits,
): Shown {
  let best: Claim | undefined
  for (const claim of claims)
    if (claim.field === 'body' && claim.value.length > (best?.value.length ?? 0)) best = claim
  if (best === undefined || best.value.length < LEAST || best.value.length < TIMES * shownProse(shown.blocks))
    return shown
  const html = /<\/?(?:p|div|br|li|h[1-6])\b/i.test(best.value) ? best.value : paragraphsOf(best.value)
  const { document } = parseLight(`<!DOCTYPE html><body><article>${html}</article>`, url, limits)
  return behind(
    shown,
    walk(document as unknown as DomDocument, { url, mark() {} }),
    `${best.from} ${best.key}`,
  )
}

/** Numbers of elements, blocks and wholes go on where those of the document end. */
function behind(shown: Shown, claimed: Shown, path: string): Shown {
  const [blocks, wholes] = [shown.blocks.length, shown.wholes.length]
  const elements = shown.blocks.reduce((most, { dom }) => Math.max(most, dom?.number ?? 0), 0) + 1
  const shapes = shown.blocks.reduce((most, { dom }) => Math.max(most, dom?.shape ?? 0), 0) + 1
  const wholeOf = (whole: number | undefined) => (whole === undefined ? undefined : whole + wholes)
  return {
    blocks: shown.blocks.concat(
      claimed.blocks.map((found) =>
        block({
          ...found,
          at: found.at + blocks,
          whole: wholeOf(found.whole),
          place: { path },
          dom: {
            ...found.dom!,
            tag: 'script',
            depth: 2,
            names: '',
            number: found.dom!.number + elements,
            parent: found.dom!.parent + elements,
            above: found.dom!.above.map((number) => number + elements),
            shape: found.dom!.shape + shapes,
            readable: 1,
            readableStrict: 1,
          },
        }),
      ),
    ),
    wholes: shown.wholes.concat(
      claimed.wholes.map((whole) => ({
        ...whole,
        number: whole.number + wholes,
        parent: wholeOf(whole.parent),
      })),
    ),
    pictures: shown.pictures.concat(
      claimed.pictures.map((picture) => ({
        ...picture,
        at: picture.at + blocks,
        whole: wholeOf(picture.whole),
        above: picture.above?.map((number) => number + elements),
      })),
    ),
  }
}

/** Lines of plain text as paragraphs; entities in them are read, tags are not. */
function paragraphsOf(body: string): string {
  return body
    .split('\n', PARAGRAPHS)
    .map((line) => `<p>${line.replaceAll('<', '&lt;')}</p>`)
    .join('')
}
