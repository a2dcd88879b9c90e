import { rule } from '../core/rule.ts'
import { isCredit } from '../facts/byline/credit.ts'

/** A caption whose last words are a label and whom it credits. */
const isCredited = (text: string): boolean => /credits?:/i.test(text) && CREDITED.test(text)
const CREDITED = /\S {1,3}(?:photo |image |picture )?credits?: ?[\p{Lu}\p{Lo}][^.:]{1,60}$/iu
/** Longest caption, in Latin-equivalent characters. */
const CAPTION = 300

export default rule({
  id: 'credit-line',
  role: 'caption',
  doc: 'The credit of a picture: a short line of names and agencies after a word such as "Photo", after a copyright sign, or around a slash.',
  weight: 2.5,
  evidence: 'proof',
  options: {
    longest: { default: 90, min: 6, max: 300, doc: 'Longest line, in characters without white space.' },
  },
  examples: [
    {
      name: 'after a label',
      page: '✗ Photo: Ann Lee / Harbour News\nThe photo shows the bridge in the morning.',
    },
    { name: 'German', page: '✗ Foto: Anna Weber/dpa\nVideo: 4K/30p' },
    { name: 'Chinese', page: '✗ 图片来源：海港新闻社\n图片显示，大桥已经重新通车，行人往来不断。' },
    { name: 'with a copyright sign', page: '✗ © Ann Lee/Reuters\n© 2025 Harbour Daily. All rights reserved' },
    { name: 'by', page: '✗ Photo by Ann Lee' },
    {
      name: 'behind a caption',
      page: '✗ The bridge in the morning, before the flags were put up. Credit: Ann Lee / Harbour News',
    },
  ],
  seeBlock({ text, kind }, fact, { longest }) {
    if (fact.mass <= CAPTION && !fact.endsSentence && kind !== 'code' && isCredited(text))
      return 'ends in the credit of a picture'
    if (fact.chars > longest || fact.chars < 5 || fact.endsSentence || kind === 'code') return undefined
    // a list counts trades: "Photography/Video"
    if (kind === 'item' && !/[:：©]| by /.test(text)) return undefined
    return isCredit(text) ? 'is the credit of a picture' : undefined
  },
})
