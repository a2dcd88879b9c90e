import type { Block } from '../core/block.ts'
import type { Page } from '../core/page.ts'
import { rule } from '../core/rule.ts'
import { wholesAround } from '../core/whole.ts'
import { isNamed } from './shapes/names.ts'

const NAMES =
  /(?:^|[\s_-])(?:caption|figcaption|wp-caption|wp-caption-text|caption-attachment-\d+|gallery-?item__?caption|image-?caption|photo-?caption|img-?caption|credit|image-?credit|photo-?credit|copyright|legend|legende|bildunterschrift)(?:[\s_-]|$)/

export default rule({
  id: 'caption-block',
  role: 'caption',
  doc: 'Belongs to a picture: a caption element, a figure, or an element named after one.',
  weight: 3.6,
  evidence: 'name',
  door: 'html',
  examples: [
    {
      name: 'a figure and its caption',
      html: `<figure><img src="a.jpg" alt=""><figcaption>✗ The lock at low water.</figcaption></figure>
        <p>The figure of the lock keeper stands on the market square, and children hang their caps on it.</p>`,
    },
    {
      name: 'what a table is called is a part of it',
      html: `<table><caption>Levels in centimetres</caption><tr><th>Lock</th><th>Level</th></tr><tr><td>Upper</td><td>212</td></tr></table>
        <figure><table><tr><th>Lock</th><th>Level</th></tr><tr><td>Upper</td><td>212</td></tr></table><figcaption>Levels in May</figcaption></figure>`,
    },
    {
      name: 'what a listing is called is a part of it, and so is who is quoted',
      html: `<div class="listing"><div class="code-caption">lock.py</div><pre>open(lock)</pre></div>
        <figure><blockquote><p>The lock leaks.</p></blockquote><figcaption>The keeper, in a letter</figcaption></figure>`,
    },
    { name: 'a text dump has no such element', page: 'The lock at low water.' },
  ],
  *see({ page, blocks, facts }) {
    const others = wholesWithParts(page)
    for (const block of blocks) {
      const { at, kind, dom } = block
      if (block.whole !== undefined && isCaptionOf(block, page, others)) continue
      if (kind === 'caption' || kind === 'figure' || dom?.zone === 'figure')
        yield { at, because: 'belongs to a picture' }
      else if (facts[at]!.mass < LONGEST && isNamed(block, NAMES) && !isAboveWhole(block, page))
        yield { at, because: `stands in an element named "${dom!.names}"` }
    }
  },
})

/** Longest caption in an element named after one, in Latin-equivalent characters. */
const LONGEST = 500

/** Tables, and figures that show a table, a listing or a quotation rather than a picture. */
function wholesWithParts({ wholes }: Page): ReadonlySet<number> {
  const found = new Set<number>()
  for (const { kind, number, parent } of wholes) {
    if (kind === 'table') found.add(number)
    if (
      (kind === 'table' || kind === 'code' || kind === 'quote') &&
      parent !== undefined &&
      wholes[parent]!.kind === 'figure'
    )
      found.add(parent)
  }
  return found
}

/** What a listing or a table is called, in an element that holds the two and no picture. */
function isAboveWhole({ at, dom }: Block, { blocks, pictures }: Page): boolean {
  const next = blocks[at + 1]
  if (next?.kind !== 'code' && next?.kind !== 'cell') return false
  const around = dom!.above.slice(0, NEAR).find((number) => next.dom!.above.includes(number))
  return around !== undefined && !pictures.some(({ above }) => above?.includes(around))
}
/** Elements above a caption that may hold it and what it is of. */
const NEAR = 2

function isCaptionOf(block: Block, { wholes }: Page, shown: ReadonlySet<number>): boolean {
  for (const { kind, parent } of wholesAround(block, wholes)) {
    if (kind === 'quote') return true
    if (kind === 'caption' && parent !== undefined)
      return shown.has(parent) || wholes[parent]!.kind === 'quote'
  }
  return false
}
