import { rule } from '../core/rule.ts'

export default rule({
  id: 'byline',
  role: 'byline',
  doc: 'A printed line that says who wrote the piece, with outlet and date perhaps. A sentence that begins with "by" is none: a name must follow, and little else.',
  weight: 2.5,
  evidence: 'name',
  options: {
    longest: { default: 160, min: 10, max: 220, doc: 'Longest byline, in characters without white space.' },
  },
  examples: [
    {
      name: 'name, outlet and date on a line',
      page: `
        Bridge over the Tolm reopens
        ✗ By Ann Lee | The Harbour Daily | Updated: 2025-06-14 07:22
        By the time the bridge opened, four arches had been replaced.`,
    },
    { name: 'German', page: '✗ Von Anna Weber, 3. März 2024\nVon der Brücke ist wenig geblieben.' },
    { name: 'French', page: '✗ Par Jeanne Dupré\nPar une froide matinée, le pont a rouvert.' },
    { name: 'Chinese', page: '✗ 记者 周晓明 李娜\n记者从市政府了解到，大桥已经重新通车。' },
    { name: 'Korean', page: '✗ 홍길동 기자 gil@haneul.example\n기자들이 다리 앞에 모였다.' },
    { name: 'Russian', page: '✗ Автор: Иван Петров\nАвтор моста не пришёл на открытие, рассказал мэр.' },
    {
      name: 'a closing note',
      page: '✗ （作者为托姆大学教授周晓明）\n作者认为，大桥的修复带来了新的机会。',
    },
  ],
  seeBlock(_, fact, { longest }) {
    const authors = fact.chars > longest ? undefined : fact.line?.authors
    return authors !== undefined && authors.length > 0
      ? `names ${authors.slice(0, 3).join(', ')} as its author`
      : undefined
  },
})
