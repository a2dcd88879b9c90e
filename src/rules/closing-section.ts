import { rule } from '../core/rule.ts'
import { elementsAround } from '../facts/elements.ts'
import { isClosingSection } from './shapes/closing-section.ts'
import { isNamed } from './shapes/names.ts'

export default rule({
  id: 'closing-section',
  role: 'body',
  hearing: 'neighbours',
  doc: 'The list below "See also", "External links" or "Bibliography" where the story is made of such sections, and their headings; what is named for a bibliography.',
  weight: 4,
  door: 'html',
  options: {
    doubt: { default: 3.5, min: 0, doc: 'Leaning below zero from which nothing is lifted, in log-odds.' },
  },
  examples: [
    {
      name: 'the last sections of a page of a reference work, and a box of the same name',
      html: `<div><h2>+ Soup</h2><p>+ The keeper of Anglin Rock made soup of what was left, and she thought it too thin.</p>
        <h2>+ Birds</h2><p>+ Hundreds of people came for the birds, she said, and all of them stayed for the soup.</p>
        <h2>✗- See also</h2><ul><li>✗- <a href="/a">Lighthouse</a></li><li>✗- <a href="/b">Gull</a></li></ul>
        <p>- <a href="/all">All pages</a></p></div>
        <div class="references"><div class="csl-entry">✗- Holm, K. (1931). Gulls.</div></div>
        <h3>- See also</h3><ul><li>- <a href="/c">A tram for the sea</a></li></ul>`,
    },
  ],
  *see(view, { doubt }) {
    const { blocks, leaning } = view
    if (leaning === undefined) return
    for (const entry of blocks) {
      const lean = leaning[entry.at]!
      if (lean <= 0 && lean >= -doubt && isNamed(entry, BIBLIOGRAPHY))
        yield {
          at: entry.at,
          strength: Math.min(1, (0.3 - lean) / MOST),
          because: 'is an entry of the bibliography',
        }
    }
    for (const heading of blocks) {
      if (!isClosingSection(heading, view)) continue
      const [, parent, above] = elementsAround(heading)
      let at = heading.at + 1
      const within = at < blocks.length && isIn(blocks[at]!, parent) ? parent : above
      while (at < blocks.length && blocks[at]!.kind === 'item' && isIn(blocks[at]!, within)) at++
      const because = `stands below "${heading.text}", a section of the story`
      if (at === heading.at + 1) continue
      for (let i = heading.at; i < at; i++) {
        // a heading over what leans out is spoken against at the same time
        const lean = leaning[i]! - (i === heading.at ? STRANDED : 0)
        if (lean <= 0 && lean >= -doubt) yield { at: i, strength: Math.min(1, (0.3 - lean) / MOST), because }
      }
    }
  },
})

/** What programs that set papers name lists of references and their entries. */
const BIBLIOGRAPHY =
  /(?:^|[\s:])(?:csl-entry|ltx_bibitem|ltx_title_bibliography|bibitem|bibliography)(?:\s|$)/

/** What takes the least likely of them over even odds, in log-odds. */
const MOST = 4
const STRANDED = 1.2

const isIn = (block: Parameters<typeof elementsAround>[0], element: number | undefined): boolean =>
  element !== undefined && elementsAround(block).includes(element)
