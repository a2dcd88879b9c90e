import { rule } from '../core/rule.ts'

const SEPARATORS: ReadonlySet<string> = new Set('|｜·•»›>∙・')

export default rule({
  id: 'separated-entries',
  role: 'navigation',
  doc: 'One line of short entries with separators between them: `News | Sport | Weather`.',
  weight: 2.8,
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
  seeBlock({ text, kind }, fact, { minSeparators }) {
    if (fact.separators < minSeparators || fact.endsSentence || fact.mass > 400) return undefined
    if (kind === 'code' || kind === 'cell' || fact.digits * 2 > fact.letters) return undefined
    const separators = separatorsIn(text)
    return separators >= minSeparators && separators >= fact.commas && fact.mass / (separators + 1) <= 25
      ? `is ${separators + 1} short entries with separators between them`
      : undefined
  },
})

/** Slashes stand in addresses and measures too, so they do not count. */
function separatorsIn(text: string): number {
  let found = 0
  for (const char of text) if (SEPARATORS.has(char)) found++
  return found
}
