import { bodyMass, gate } from './gate.ts'

export default gate({
  id: 'not-an-article',
  doc: 'Rejects a page of which no block, or next to nothing, was kept as body. Short notes pass.',
  options: {
    minMass: {
      default: 60,
      min: 0,
      doc: 'Least kept text, in Latin-equivalent characters (a Chinese character counts three).',
    },
    minConfidence: { default: 0.05, min: 0, max: 1, doc: 'Least confidence of the best article.' },
  },
  judge(view, { minMass, minConfidence }) {
    const mass = bodyMass(view)
    if (view.articles.length === 0 || mass === 0)
      return 'no block of the page was kept as the body of an article'
    if (mass < minMass)
      return `only ${Math.round(mass)} characters' worth of text was kept, less than ${minMass}`
    const best = Math.max(...view.articles.map((article) => article.confidence))
    if (best >= minConfidence) return undefined
    return `the best article's confidence is ${best.toFixed(2)}, less than ${minConfidence}`
  },
})
