import type { Found } from './found.ts'
import type { Witnesses } from './witnesses.ts'

const LONGEST = 160
/** Shorter first sentences say too little to stand for the text. */
const ENDS = /[.!?…](?=\s|$)|[。！？؟।]/g

/** A title taken from the text itself: its first heading among the first blocks, or its first sentence. */
export function inferredTitle(seen: Witnesses): (Found<string> & { readonly inferred: true }) | undefined {
  const { from, to, verdicts } = seen.input
  const kept = seen.blocks
    .slice(from, Math.min(to, from + 10) + 1)
    .filter((block) => verdicts[block.at]?.kept !== false)
  const first = kept[0]
  if (first === undefined) return undefined
  const block = first.kind === 'heading' ? first : (kept.find(({ text }) => /\p{L}/u.test(text)) ?? first)
  const value = block.kind === 'heading' ? block.text : firstSentence(block.text)
  return { value, inferred: true, evidence: { from: 'text', raw: block.text.slice(0, 500) } }
}

function firstSentence(text: string): string {
  const head = text.slice(0, LONGEST + 1)
  for (const end of head.matchAll(ENDS)) {
    const length = end.index + end[0].length
    if (length >= 10) return head.slice(0, length)
  }
  if (text.length <= LONGEST) return text
  const space = head.lastIndexOf(' ')
  return head.slice(0, space > LONGEST / 2 ? space : LONGEST)
}
