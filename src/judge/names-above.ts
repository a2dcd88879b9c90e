import type { View } from '../core/rule.ts'
import type { Elements } from './elements.ts'

/** What elements are named for. Far ancestors lie, so it is told how far the nearest so named stands. */
const NAMED = {
  footer: /foot|copyright|legal/,
  nav: /nav|menu|header|topbar/,
  modal: /modal|popup|drawer|cart|overlay|dialog|offcanvas|tooltip|flyout/,
  caption: /caption|credit|figure|image|media|gallery|photo|video/,
  review: /review|rating|testimonial|star/,
  related: /related|upsell|cross-|recommend|also|similar|trending|popular/,
  comment: /comment|discuss/,
  rich: /markdown|wysiwyg|rich-?_?text|\brte\b|bb(?:wrapper|code)|(?:post|message|comment|article|user)[-_]?(?:content|body|text)|cooked|prose/,
} as const
export type NamedFor = keyof typeof NAMED

export const NAMED_FOR = Object.keys(NAMED) as NamedFor[]
const PATTERNS = Object.values(NAMED)
/** Elements farther up say nothing of a block. */
export const FARTHEST_NAME = 8
const LONGEST = 200

/** Per kind of name and block: steps up to the nearest element so named, 0 for the block's own; the cap where there is none. */
export function namesAbove({ blocks }: View, tree: Elements): readonly Uint8Array[] {
  const known = new Map<string, number>()
  const bitsOf = (label: string): number => {
    let bits = known.get(label)
    if (bits !== undefined) return bits
    bits = 0
    const name = label.slice(0, LONGEST).toLowerCase()
    for (let i = 0; i < PATTERNS.length; i++) if (PATTERNS[i]!.test(name)) bits |= 1 << i
    known.set(label, bits)
    return bits
  }
  const own = tree.labels.map((label) => {
    const name = label.search(/[.#]/)
    return name < 0 ? 0 : bitsOf(label.slice(name))
  })
  const steps = NAMED_FOR.map(() => new Uint8Array(blocks.length).fill(FARTHEST_NAME))
  for (const { at, dom } of blocks) {
    const near = dom!.names === '' ? 0 : bitsOf(dom!.names)
    let e = tree.owner[at]!
    for (let up = 0; e >= 0 && up < FARTHEST_NAME; up++, e = tree.parent[e]!) {
      // the block's names are all of its element's and its parent's, a label holds the first only
      const bits = own[e]! | (up === 1 ? near : 0)
      for (let i = 0; bits >> i > 0; i++)
        if (((bits >> i) & 1) === 1 && steps[i]![at]! > up) steps[i]![at] = up
    }
  }
  return steps
}
