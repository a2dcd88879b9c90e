import { rule } from '../core/rule.ts'
import { reads } from '../words/whole-lines.ts'

/** Numbers, `...`, arrows and up to a few short words between them: `1 2 3 … 9 Next`. */
const NUMBERS = /^(?:\D{0,12}\d{1,3}(?![\d.,:%])){3}/

export default rule({
  id: 'pagination',
  role: 'pagination',
  doc: 'Page numbers, next and previous.',
  weight: 3.2,
  evidence: 'name',
  examples: [
    {
      name: 'pages',
      page: `
        ✗ 1 2 3 4 Next
        ✗ 下一页
        ✗ Seite 2 von 5
        ✗ Page 3 of 12
        ✗ « Previous
        The next page was missing from every copy.
        In 1912, 40 of the 52 boats came back; in 1913, 7.`,
    },
  ],
  seeBlock({ text, kind }, fact) {
    if (fact.chars > 60 || fact.endsSentence || kind === 'cell' || kind === 'code') return undefined
    const turns = reads(fact, 'paging') || isCount(text, fact.digits, fact.letters)
    return turns ? `turns pages: "${text}"` : undefined
  },
})

function isCount(text: string, digits: number, letters: number): boolean {
  if (digits === 0) return false
  if (digits >= 3 && letters <= 24 && !/[:.,/]\d/.test(text) && NUMBERS.test(text)) return inOrder(text)
  return (
    letters > 0 &&
    letters <= 12 &&
    /^\D{1,10}\d{1,3} ?(?:\/|of|von|de|из|di|z|av|van|共|頁中|\/) ?\d{1,4}\D{0,4}$/i.test(text)
  )
}

function inOrder(text: string): boolean {
  const numbers = text.match(/\d+/g)?.map(Number) ?? []
  return numbers.slice(1, 3).every((number, i) => number === numbers[i]! + 1)
}
