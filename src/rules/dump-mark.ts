import { rule } from '../core/rule.ts'
import { DUMP_MARKS } from '../words/interface.ts'

const BRACKETED = /^(?:\[[^\][]{0,60}\][\s•*+-]*){1,4}$/
const WORD = /[a-z]+/

export default rule({
  id: 'dump-mark',
  role: 'interface',
  doc: 'A note the text browser or extractor wrote where the page had a frame, a button, a picture or a form.',
  weight: 3.6,
  evidence: 'proof',
  examples: [
    {
      name: 'marks',
      page: `
        ✗ [IFRAME]
        ✗ [BUTTON]
        ✗ [logo.png]
        ✗ ( ) Yes ( ) No
        ✗ [thumb_up] 12 [thumb_down] 0
        ✗ [old-mill-800x533]
        ✗ [fb] [tw] [print]
        ✗ (BUTTON) Show more
        [sic] is what the editor wrote behind every second word of the letter.`,
    },
  ],
  seeBlock(block, fact) {
    const { text, kind } = block
    if (fact.chars > 80 || kind === 'code') return undefined
    const first = text[0]
    const mark =
      (first === '[' && (isMark(text) || (block.layout !== undefined && isAddress(text)))) ||
      MARKED.test(text) ||
      (first === '(' && /^\( \) .{1,40}/.test(text)) ||
      text.includes('______')
    return mark ? `is a mark of the dump: "${text.slice(0, 30)}"` : undefined
  },
})

/** Buttons and frames as lynx prints them. */
const MARKED = /^(?:IFRAME: \S+|(?:\(BUTTON\)\s*){1,6}(?:\S{1,24}\s?){0,3})$/

/** Names of pictures and forms that a text browser prints in brackets, with counts beside them: `[thumb_up] 12`. */
function isAddress(text: string): boolean {
  return ADDRESS.test(text) && /[A-Za-z]{2}/.test(text)
}
const ADDRESS =
  /^(?:\[(?=[^\]\s]*[\d_.-])[\w.%+-]{3,80}\]\s*\d{0,5}\s*){1,4}$|^\[\s{0,40}\]\s?\[[\w-]+\]$|^(?:\[[\w-]{1,16}\]\s*){2,6}$/

function isMark(text: string): boolean {
  if (!BRACKETED.test(text)) return false
  const word = WORD.exec(text.toLowerCase())?.[0]
  return word === undefined || DUMP_MARKS.has(word) || /\.(?:png|jpe?g|gif|svg|webp|aspx?|php)\b/i.test(text)
}
