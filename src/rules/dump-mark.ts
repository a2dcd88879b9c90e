import { rule } from '../core/rule.ts'
import { DUMP_MARKS } from '../words/interface.ts'

const BRACKETED = /^(?:\[[^\][]{0,60}\][\s•*+-]*){1,4}$/
const WORD = /[a-z]+/

export default rule({
  id: 'dump-mark',
  role: 'interface',
  doc: 'A note the text browser or extractor wrote where the page had a frame, a button, a picture or a form.',
  weight: 3.6,
  evidence: 'name',
  examples: [
    {
      name: 'marks',
      page: `
        ✗ [IFRAME]
        ✗ [BUTTON]
        ✗ [logo.png]
        ✗ ( ) Yes ( ) No
        [sic] is what the editor wrote behind every second word of the letter.`,
    },
  ],
  seeBlock({ text, kind }, fact) {
    if (fact.chars > 80 || kind === 'code') return undefined
    const first = text[0]
    const mark =
      (first === '[' && isMark(text)) ||
      (first === '(' && /^\( \) .{1,40}/.test(text)) ||
      text.includes('______')
    return mark ? `is a mark of the dump: "${text.slice(0, 30)}"` : undefined
  },
})

function isMark(text: string): boolean {
  if (!BRACKETED.test(text)) return false
  const word = WORD.exec(text.toLowerCase())?.[0]
  return word === undefined || DUMP_MARKS.has(word) || /\.(?:png|jpe?g|gif|svg|webp|aspx?|php)\b/i.test(text)
}
