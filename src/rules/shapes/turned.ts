import type { Facts } from '../../core/facts.ts'
import type { View } from '../../core/rule.ts'
import { isLinked, isProse } from './line.ts'
import { isAfter, isInside } from './place.ts'

export interface Turned {
  readonly at: number
  readonly heading: number
}

/** Lines a heading turns inside the story, at most: a box seldom holds more. */
const BOX = 8

/**
 * The blocks that belong to headings of lists which are not the story's. After the densest run of prose a heading
 * turns everything to the next heading of its kind, a stop, or the end of the page; inside it, or right between two
 * paragraphs of a dump, what follows up to the next paragraph; before it, only the items and links that follow directly, since the title may be next.
 */
export function* turnedBy(
  view: View,
  isHeading: (fact: Facts, at: number) => boolean,
  isStop: (fact: Facts, at: number) => boolean,
): Iterable<Turned> {
  const { blocks, facts } = view
  for (const { at: heading } of blocks) {
    if (!isHeading(facts[heading]!, heading)) continue
    const after = isAfter(view, heading)
    const inside = isInside(view, heading) || isBoxed(view, heading)
    for (let at = heading + 1; at < blocks.length; at++) {
      const block = blocks[at]!
      if (isHeading(facts[at]!, at) || isStop(facts[at]!, at)) break
      if (!after && isProse(facts[at]!)) break
      if (inside && (at - heading > BOX || (block.kind === 'heading' && block.dom !== undefined))) break
      if (!after && !inside && block.kind !== 'item' && isLinked(block) !== true) break
      if (resumes(view, heading, at)) break
      yield { at, heading }
    }
  }
}

/** In a document: a finished sentence beside a paragraph above the heading, which stands in a box of its own. */
function resumes({ blocks, facts }: View, heading: number, at: number): boolean {
  const { dom } = blocks[at]!
  if (dom === undefined || !facts[at]!.endsSentence || dom.links > 0) return false
  if (blocks[heading]!.dom!.parent === dom.parent) return false
  for (let above = heading - 1; above >= 0; above--)
    if (blocks[above]!.dom!.parent === dom.parent && isProse(facts[above]!)) return true
  return false
}

/** In a dump: directly under a paragraph, with a line or two and then the next paragraph below. */
function isBoxed({ page, facts }: View, heading: number): boolean {
  if (page.door === 'html') return false
  let above = heading - 1
  while (above >= 0 && heading - above < 3 && !isProse(facts[above]!)) above--
  if (above < 0 || !isProse(facts[above]!)) return false
  for (let at = heading + 1; at < facts.length && at - heading <= BOXED; at++) {
    if (isProse(facts[at]!)) return at > heading + 1
    if (facts[at]!.line !== undefined) return false
  }
  return false
}
const BOXED = 3
