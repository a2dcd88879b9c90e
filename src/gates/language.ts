import type { Article } from '../core/article.ts'
import { gate } from './gate.ts'

export default gate({
  id: 'language',
  doc: 'Rejects a page none of whose articles is in a wanted language. An article of unknown language passes.',
  options: {
    languages: {
      default: [],
      doc: 'Wanted languages, BCP 47; `zh` takes `zh-Hant` in as well. None: all pass.',
    },
    minShare: {
      default: 0.5,
      min: 0,
      max: 1,
      doc: 'Least share of an article that is in a wanted language.',
    },
  },
  judge({ articles }, { languages, minShare }) {
    if (languages.length === 0 || articles.length === 0) return undefined
    if (articles.some((article) => isWanted(article, languages, minShare))) return undefined
    const found = [...new Set(articles.map((article) => article.language))].join(', ')
    return `the text is in ${found}, wanted: ${languages.join(', ')}`
  },
})

function isWanted(article: Article, wanted: readonly string[], minShare: number): boolean {
  if (article.language === undefined || article.language === 'und') return true
  const shares = article.languages ?? [{ language: article.language, share: 1 }]
  const share = shares
    .filter(({ language }) => covers(wanted, language))
    .reduce((sum, one) => sum + one.share, 0)
  return share >= minShare || (article.languages === undefined && covers(wanted, article.language))
}

/** Basic filtering of RFC 4647: a range takes in every tag that begins with it, at a subtag's end. */
function covers(wanted: readonly string[], language: string): boolean {
  const tag = `${language.toLowerCase()}-`
  return wanted.some((range) => tag.startsWith(`${range.toLowerCase()}-`))
}
