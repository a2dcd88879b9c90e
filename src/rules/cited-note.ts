import { rule } from '../core/rule.ts'

export default rule({
  id: 'cited-note',
  role: 'body',
  hearing: 'neighbours',
  doc: 'A footnote or endnote whose mark stands in the article.',
  weight: 6,
  door: 'html',
  examples: [
    {
      name: 'a note at the foot, cited in the text',
      html: `<article><p>+ The keeper wrote one letter a year<sup><a href="#fn-1" id="ref-1">1</a></sup>, and it was always about the soup, which she thought too thin.</p>
        <p>+ The council answered every one of them, and always in the same words, which the keeper collected in a tin.</p></article>
        <ol class="footnotes"><li id="fn-1"><p>✗- Kept in the town archive. <a href="#ref-1">↩</a></p></li></ol>
        <p>- All rights reserved</p>`,
    },
  ],
  *see({ page, blocks, leaning }) {
    if (leaning === undefined) return
    const cited = new Set<string>()
    for (const { at, runs = [] } of blocks)
      if (leaning[at]! > 0) for (const { note } of runs) if (note !== undefined) cited.add(note)
    for (const whole of page.wholes) {
      if (whole.kind !== 'note' || !cited.has(whole.label)) continue
      for (let at = whole.from; at <= whole.to; at++)
        if (leaning[at]! <= 0) yield { at, because: `is note ${whole.label} of the article` }
    }
  },
})
