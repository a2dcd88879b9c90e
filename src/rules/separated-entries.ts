import { rule } from '../core/rule.ts'

export default rule({
  id: 'separated-entries',
  role: 'navigation',
  doc: 'One line of short entries with separators between them: `News | Sport | Weather`.',
  weight: 2,
  options: { minSeparators: { default: 2, min: 1, doc: 'Fewest separators.' } },
  examples: [
    {
      name: 'a menu in one line',
      page: `
        ✗ News | Sport | Weather | Contact
        ✗ 首页 > 新闻 > 国内 > 正文
        The toll is 4/5 of a crown; nobody | as far as we know | ever paid it in full before the war came.`,
    },
  ],
  *see({ blocks, facts }, { minSeparators }) {
    for (const block of blocks) {
      const fact = facts[block.at]!
      if (fact.separators < minSeparators || fact.endsSentence || fact.mass > 400 || block.kind === 'code')
        continue
      if (
        fact.mass / (fact.separators + 1) <= 25 &&
        fact.separators >= fact.commas &&
        fact.digits < fact.letters
      )
        yield {
          at: block.at,
          because: `is ${fact.separators + 1} short entries with separators between them`,
        }
    }
  },
})
