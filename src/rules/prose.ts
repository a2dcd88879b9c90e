import { rule } from '../core/rule.ts'
import { isProse } from './shapes/line.ts'
import { isInside } from './shapes/place.ts'

/** Mass at which a paragraph counts in full: about two printed lines. */
const FULL = 160

export default rule({
  id: 'prose',
  role: 'body',
  doc: 'Whole sentences with function words, outside links: the shape of running text.',
  weight: 1.4,
  options: {
    minMass: { default: 50, min: 10, doc: 'Shortest text taken for prose, in Latin-equivalent characters.' },
  },
  examples: [
    {
      name: 'paragraphs are prose, menu entries are not',
      page: `
        Home
        World | Business | Sport
        ✗ The harbour of Vellmouth was closed for two days, and the fishermen waited in the cafés along the quay.
        ✗ 港口关闭了两天，渔民们只好在码头边的茶馆里等待消息，谁也不知道什么时候才能出海。
        Latest pictures, videos and more`,
    },
    {
      name: 'a link is no prose, however long',
      html: `<p>✗ The mayor said that the new bridge would be opened before the end of the year, as planned.</p>
        <p><a href="/x">The mayor said that the new bridge would be opened before the end of the year, as he had planned.</a></p>`,
    },
  ],
  seeBlock({ at, dom }, fact, { minMass }, view) {
    if (fact.mass < minMass || !isProse(fact) || (dom?.linkShare ?? 0) > 0.5) return undefined
    return {
      strength: Math.min(1, fact.mass / FULL) * (isInside(view, at) ? 1 : 0.5),
      because: `reads like ${fact.sentences > 1 ? `${fact.sentences} sentences` : 'a sentence'}`,
    }
  },
})
