import { rule } from '../core/rule.ts'

export default rule({
  id: 'source-line',
  role: 'source',
  doc: 'A line that credits the outlet a piece comes from: after a word such as "Source", or an outlet\'s name with a date.',
  weight: 2.5,
  evidence: 'name',
  options: {
    longest: { default: 120, min: 6, max: 220, doc: 'Longest line, in characters without white space.' },
  },
  examples: [
    {
      name: 'Chinese, no space before the date',
      page: '✗ 来源：海港日报2025-06-16 08:55\n消息来源说，大桥已经重新通车。',
    },
    { name: 'outlet and date', page: '✗ Hai Gang Ri Bao· 2025-06-22 22:09' },
    { name: 'a printed page', page: '✗ The Harbour Daily (June 30, 2025, Page 09)' },
    {
      name: 'English',
      page: '✗ Source: Harbour News Agency\nA source close to the mayor spoke of two years.',
    },
    { name: 'German', page: '✗ Quelle: Hafenzeitung\nDie Quelle des Flusses liegt im Norden.' },
  ],
  seeBlock(_, fact, { longest }) {
    const reading = fact.chars > longest ? undefined : fact.line
    if (reading?.source === undefined || (reading.authors?.length ?? 0) > 0) return undefined
    return `credits ${reading.source}`
  },
})
