import { bodyMass, gate } from './gate.ts'

export default gate({
  id: 'not-an-article',
  doc: 'Rejects a page of which no block, or next to nothing, was kept as body, and pages of unwanted types where some are named. Short notes pass.',
  options: {
    minMass: {
      default: 60,
      min: 0,
      doc: 'Least kept text, in Latin-equivalent characters (a Chinese character counts three).',
    },
    minConfidence: { default: 0.05, min: 0, max: 1, doc: 'Least confidence of the best article.' },
    types: {
      default: [],
      doc: 'Wanted types of page: article, forum, documentation, product, listing, collection, service, other. None: all pass.',
    },
    minTypeConfidence: {
      default: 0.6,
      min: 0,
      max: 1,
      doc: 'A page passes as any type where its type is less sure than this.',
    },
  },
  judge(view, { minMass, minConfidence, types, minTypeConfidence }) {
    const mass = bodyMass(view)
    if (view.articles.length === 0 || mass === 0)
      return 'no block of the page was kept as the body of an article'
    if (mass < minMass)
      return `only ${Math.round(mass)} characters' worth of text was kept, less than ${minMass}`
    const best = Math.max(...view.articles.map((article) => article.confidence))
    if (best < minConfidence)
      return `the best article's confidence is ${best.toFixed(2)}, less than ${minConfidence}`
    const [{ pageType, pageTypeConfidence = 1 } = {}] = view.articles
    if (types.length === 0 || pageType === undefined || types.includes(pageType)) return undefined
    if (pageTypeConfidence < minTypeConfidence) return undefined
    return `the page is of type ${pageType} (sure to ${pageTypeConfidence.toFixed(2)}), wanted: ${types.join(', ')}`
  },
})
