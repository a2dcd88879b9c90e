import { rule } from '../core/rule.ts'
import { opening } from '../words/openings.ts'

export default rule({
  id: 'comment-form',
  role: 'comment',
  doc: 'A label of the form for a comment or a message.',
  weight: 3.2,
  evidence: 'proof',
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
  seeBlock({ text }, fact, { maxMass }) {
    if (fact.mass > maxMass || fact.letters === 0) return undefined
    const length = opening(fact, 'comment-form')
    return length > 0 && (length === fact.key.length || length >= 20)
      ? `reads like a form: "${text.slice(0, 40)}"`
      : undefined
  },
})
