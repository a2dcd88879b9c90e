import { rule } from '../core/rule.ts'
import { reads } from '../words/whole-lines.ts'
import { isInside } from './shapes/place.ts'

export default rule({
  id: 'widget-label',
  role: 'widget',
  doc: 'The label of a poll, a rating, a mood, the weather, the markets or a player.',
  weight: 3.2,
  evidence: { html: 'name', text: 'proof' },
  examples: [
    {
      name: 'labels',
      page: `
        The gulls of Vellmouth have learned to open lunch boxes, and the council has bought an owl.
        It is made of plastic, and the gulls sit on it, which the council calls a partial success.
        ✗ Rate this article
        ✗ 您此时的心情
        ✗ Wetter
        ✗ Опрос`,
    },
    {
      name: 'a heading in the story stays',
      page: `
        The gulls of Vellmouth have learned to open lunch boxes, and the council has bought an owl.
        Results
        It is made of plastic, and the gulls sit on it, which the council calls a partial success.`,
    },
  ],
  seeBlock: ({ at, text }, fact, _, view) =>
    fact.mass <= 80 &&
    !(fact.endsSentence && fact.words === 1) &&
    reads(fact, 'widget') &&
    !isInside(view, at)
      ? `reads "${text}", as a widget does`
      : undefined,
})
