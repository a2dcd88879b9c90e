import { rule } from '../core/rule.ts'
import { opening } from '../words/openings.ts'

export default rule({
  id: 'comment-form',
  role: 'comment',
  doc: 'A label of the form for a comment or a message.',
  weight: 3.2,
  options: { maxMass: { default: 160, min: 10, doc: 'Longest text taken, in Latin-equivalent characters.' } },
  examples: [
    {
      name: 'labels of a form',
      page: `
        ✗ Your email address will not be published. Required fields are marked *
        ✗ Post Comment
        ✗ 验证码
        ✗ Ihr Name
        Your naming of the boat, the letter said, has been registered, and there is no fee.`,
    },
  ],
  *see(view, { maxMass }) {
    for (const block of view.blocks) {
      const fact = view.facts[block.at]!
      if (fact.mass > maxMass || fact.letters === 0) continue
      const length = opening(fact, 'comment-form')
      if (length > 0 && (length === fact.key.length || length >= 20))
        yield { at: block.at, because: `reads like a form: "${block.text.slice(0, 40)}"` }
    }
  },
})
