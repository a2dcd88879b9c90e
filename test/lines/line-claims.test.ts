import { describe, expect, it } from 'vitest'
import { lineClaims } from '../../src/assemble/lines.ts'
import type { Role } from '../../src/core/role.ts'
import { measure } from '../../src/facts/measure.ts'
import { readText } from '../../src/read/text.ts'

const EN = [
  'The bridge over the river Tolm opened to traffic again on Saturday, two years after the flood damaged its piers.',
  'Engineers replaced four of the seven arches, and the town paid half of the bill, the mayor said at the ceremony.',
]
const ZH = [
  '托姆河大桥周六重新通车，距离洪水冲毁桥墩已经过去两年，沿河居民纷纷前来观看通车仪式。',
  '工程师更换了七个桥拱中的四个，市长在仪式上表示，全部费用由镇政府和州政府各承担一半。',
]

/** Lines of a dump; those of `text` are kept as the article. */
function claims(lines: readonly string[], text: readonly string[], url?: string): Record<string, string[]> {
  const { blocks } = readText(lines.join('\n'), { lineLength: 4000 })
  const { facts, whole } = measure({ door: 'text', blocks, wholes: [], pictures: [], claims: [], limits: [] })
  const verdicts = blocks.map(({ at, text: said }) => {
    const kept = text.includes(said)
    const role: Role = kept ? 'body' : 'boilerplate'
    return { at, role, kept, score: 0, votes: [] }
  })
  const kept = verdicts.filter((verdict) => verdict.kept).map(({ at }) => at)
  const input = { blocks, facts, whole, verdicts, from: kept[0]!, to: kept.at(-1)!, ...(url && { url }) }
  const byField: Record<string, string[]> = {}
  for (const { field, value, from, at } of lineClaims(input)) {
    expect(from).toBe('line')
    expect(blocks[at!]).toBeDefined()
    byField[field] = [...(byField[field] ?? []), value]
  }
  return byField
}

describe('lineClaims', () => {
  it('reads an English head: trail, title, second line, byline', () => {
    const head = [
      'Home / Harbour / The Bridge',
      'Bridge over the Tolm reopens',
      'Four of seven arches replaced, town and state share the bill',
      'By Ann Lee | The Harbour Daily | Updated: 2025-06-14 07:22',
      'Share',
    ]
    const said = claims([...head, ...EN], EN)
    expect(said).toMatchObject({
      title: ['Bridge over the Tolm reopens'],
      subtitle: ['Four of seven arches replaced, town and state share the bill'],
      breadcrumb: ['Home', 'Harbour', 'The Bridge'],
      byline: ['By Ann Lee | The Harbour Daily | Updated: 2025-06-14 07:22'],
      author: ['Ann Lee'],
      source: ['The Harbour Daily'],
      modified: ['2025-06-14 07:22'],
    })
    expect(said.published).toBeUndefined()
  })

  it('reads a Chinese head and the notes after the text', () => {
    const head = ['首页> 海港频道> 正文', '托姆河大桥修复两年后重新通车', '来源：海港日报2025-06-16 08:55']
    const tail = ['（作者为托姆大学教授周晓明）', '[ 责编:李娜 ]']
    expect(claims([...head, ...ZH, ...tail], ZH)).toMatchObject({
      title: ['托姆河大桥修复两年后重新通车'],
      source: ['海港日报'],
      published: ['2025-06-16 08:55'],
      author: ['周晓明'],
      editor: ['李娜'],
    })
  })

  it('puts a date together that stands on three lines', () => {
    const said = claims(['托姆河大桥修复两年后重新通车', '2025', '06/16', '18:20:33', ...ZH], ZH)
    expect(said.published).toEqual(['2025-06-16T18:20:33'])
  })

  it('takes dates of receipt, acceptance and events for none of publication', () => {
    const head = [
      'Bridge over the Tolm reopens',
      'Received: 3 May 2025',
      'Accepted',
      '9 May 2025',
      'Published: 16 June 2025',
    ]
    expect(claims([...head, ...EN], EN).published).toEqual(['16 June 2025'])
    const event = claims(['Bridge over the Tolm reopens', 'Event: 16 June 2025', ...EN], EN)
    expect(event.published).toBeUndefined()
  })

  it('reads a dateline and leaves it to its paragraph', () => {
    const text = [`HARBOURTON, June 16 (Xinhua) -- ${EN[0]}`, EN[1]!]
    expect(claims(text, text)).toMatchObject({ dateline: ['HARBOURTON'], source: ['Xinhua'] })
  })

  it('credits the paper and page a text was first printed in', () => {
    expect(claims([...EN, 'The Harbour Daily (June 30, 2025, Page 09)'], EN)).toMatchObject({
      source: ['The Harbour Daily'],
      printPage: ['09'],
      published: ['June 30, 2025'],
    })
  })

  it('takes a name beside a date for the author only under a title', () => {
    const head = ['Bridge over the Tolm reopens after two years', 'Ann Lee', '14 June 2025']
    expect(claims([...head, ...EN], EN).author).toEqual(['Ann Lee'])
    expect(claims(['Ann Lee', ...EN], EN).author).toBeUndefined()
    const outlet = [
      'Bridge over the Tolm reopens after two years',
      'Hai Gang Ri Bao· 2025-06-22 22:09',
      'Core Points',
    ]
    expect(claims([...outlet, ...EN], ['Core Points', ...EN]).author).toBeUndefined()
  })

  it('gives no title where none stands', () => {
    expect(claims(EN, EN).title).toBeUndefined()
    expect(claims(['Home', 'Sport', 'Weather', ...EN], EN).title).toBeUndefined()
  })

  it('takes neither an address nor a caption with its credit for the title', () => {
    const date = '14 June 2025'
    for (const line of [
      'https://harbour.example/a/bridge-reopens',
      'The mayor on the new bridge on Monday. EFE/ Ann Lee',
    ])
      expect(claims([line, date, ...EN], EN).title).toBeUndefined()
  })

  it('spells the title with the colon another line has', () => {
    const head = [
      'Bridge report: Tolm crossing reopens',
      'Home',
      'Bridge report Tolm crossing reopens',
      '14 June 2025',
    ]
    expect(claims([...head, ...EN], EN).title).toEqual(['Bridge report: Tolm crossing reopens'])
  })

  it('finds the title the address spells, past other lines', () => {
    const head = [
      'Bridge over the Tolm reopens at last',
      'The harbour by night, a new walk for visitors',
      'Sign up',
    ]
    const url = 'https://harbour.example/2025/bridge-over-the-tolm-reopens-at-last'
    expect(claims([...head, ...EN], EN, url).title).toEqual(['Bridge over the Tolm reopens at last'])
  })

  it('leaves the dates and names of the stories below alone', () => {
    const tail = ['A new ferry for the harbour', '12 June 2025', 'By Bob Ray']
    const said = claims(['Bridge over the Tolm reopens after two years', ...EN, ...tail], EN)
    expect(said.published).toBeUndefined()
    expect(said.author).toBeUndefined()
  })
})
