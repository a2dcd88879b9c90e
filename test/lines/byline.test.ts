import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseBreadcrumb } from '../../src/facts/byline/breadcrumb.ts'
import { parseDateline } from '../../src/facts/byline/dateline.ts'
import { bareNames, parseByline } from '../../src/facts/byline.ts'

interface Said {
  readonly authors?: string[]
  readonly editors?: string[]
  readonly source?: string
  readonly printPage?: string
  readonly dates?: string[]
}

const LINES: readonly (readonly [language: string, line: string, said: Said])[] = [
  [
    'en',
    'By Ann Lee | The Harbour Daily | Updated: 2025-06-14 07:22',
    { authors: ['Ann Lee'], source: 'The Harbour Daily', dates: ['2025-06-14T07:22'] },
  ],
  ['zh', '来源：海港日报 记者 李明 通讯员 王芳 摄影 张伟', { authors: ['李明', '王芳'], source: '海港日报' }],
  ['ko', '김하늘·이도윤 기자', { authors: ['김하늘', '이도윤'] }],
  ['ko', '글 김하늘 사진 이도윤', { authors: ['김하늘'] }],
  ['zh', '〔記者王建國/台北報導〕', { authors: ['王建國'] }],
  ['zh', '王建国/文 李小燕/图', { authors: ['王建国'] }],
  ['ja', '文・写真 山田太郎', { authors: ['山田太郎'] }],
  ['de', 'Text und Fotos: Ann Lee', { authors: ['Ann Lee'] }],
  ['de', 'Text Ann Lee Foto Max Weis', { authors: ['Ann Lee'] }],
  ['no', 'Tekst og foto: Anne Lie', { authors: ['Anne Lie'] }],
  ['vi', 'Bài và ảnh: Nguyễn Văn An', { authors: ['Nguyễn Văn An'] }],
  ['it', 'Testo di Anna Rossi, foto di Max Weis', { authors: ['Anna Rossi'] }],
  ['en', 'Story and photos by Ann Lee', { authors: ['Ann Lee'] }],
  ['en', 'Words by Ann Lee. Photography by Max Weis', { authors: ['Ann Lee'] }],
  ['en', 'Reporting by Ann Lee; Editing by Max Weis', { authors: ['Ann Lee'] }],
  ['en', 'Posted by annlee on June 12, 2025', { authors: ['annlee'], dates: ['2025-06-12'] }],
  ['en', 'Posted on June 12, 2025 by annlee', { authors: ['annlee'], dates: ['2025-06-12'] }],
  ['fa', 'نویسنده: سارا رودی', { authors: ['سارا رودی'] }],
  ['he', 'מאת: נועה ברק', { authors: ['נועה ברק'] }],
  ['th', 'โดย สมหญิง ริมน้ำ', { authors: ['สมหญิง ริมน้ำ'] }],
  ['th', 'ผู้สื่อข่าว: สมหญิง ริมน้ำ', { authors: ['สมหญิง ริมน้ำ'] }],
  ['en', 'By @annlee', { authors: ['annlee'] }],
  ['en', 'posted by oakum_77 on 16 June 2025', { authors: ['oakum_77'], dates: ['2025-06-16'] }],
  ['en', 'Posted June 16, 2025 by Ann Lee (@annlee)', { authors: ['Ann Lee'], dates: ['2025-06-16'] }],
  ['en', 'By Ann Lee, translated by Bob Ray', { authors: ['Ann Lee'] }],
  ['zh', '海岸新闻网 2025-06-16 07:22 转载自：海港日报', { source: '海港日报', dates: ['2025-06-16T07:22'] }],
  ['en', 'By Ann Lee, Science Editor, and Bob Ray', { authors: ['Ann Lee', 'Bob Ray'] }],
  [
    'en',
    'By Ann Lee and Bob van der Berg, Harbour News Agency',
    { authors: ['Ann Lee', 'Bob van der Berg'], source: 'Harbour News Agency' },
  ],
  ['en', 'Written by: Ann Lee (ann@harbour.example)', { authors: ['Ann Lee'] }],
  [
    'en',
    'The Harbour Daily (June 30, 2025, Page 09)',
    { source: 'The Harbour Daily', printPage: '09', dates: ['2025-06-30'] },
  ],
  ['en', 'Published on December 2nd, 2025 by Ann Lee', { authors: ['Ann Lee'], dates: ['2025-12-02'] }],
  ['de', 'Von Anna Weber und Jörg Kahl, dpa', { authors: ['Anna Weber', 'Jörg Kahl'] }],
  [
    'de',
    'Do 25.04.24 | 14:07 Uhr | Von Eva Kern-Roth',
    { authors: ['Eva Kern-Roth'], dates: ['2024-04-25T14:07'] },
  ],
  ['fr', 'Par Jeanne Dupré et Luc Moreau', { authors: ['Jeanne Dupré', 'Luc Moreau'] }],
  ['es', 'Por Juan Pérez y Ana López', { authors: ['Juan Pérez', 'Ana López'] }],
  ['es', 'Por José Ortega y Gasset', { authors: ['José Ortega y Gasset'] }],
  ['it', 'Di Carla Bianchi', { authors: ['Carla Bianchi'] }],
  ['pt', 'Por João da Silva', { authors: ['João da Silva'] }],
  ['nl', 'Door Jan de Vries', { authors: ['Jan de Vries'] }],
  ['sv', 'Av Viktor Lind', { authors: ['Viktor Lind'] }],
  ['ru', 'Текст: Анна Каренина, Пётр Ли', { authors: ['Анна Каренина', 'Пётр Ли'] }],
  ['ru', 'Источник: Вестник Толма', { source: 'Вестник Толма' }],
  ['uk', 'Редактор: Іван Коваль', { editors: ['Іван Коваль'] }],
  ['ar', 'بقلم: أحمد علي', { authors: ['أحمد علي'] }],
  ['id', 'Penulis: Budi Santoso', { authors: ['Budi Santoso'] }],
  ['vi', 'Tác giả: Lê Phương', { authors: ['Lê Phương'] }],
  ['tr', 'Yazar: Ali Demir', { authors: ['Ali Demir'] }],
  ['zh', '来源：海港日报2025-06-16 08:55', { source: '海港日报', dates: ['2025-06-16T08:55'] }],
  ['zh', '来源:Harbour News 发布日期: 2025年06月16日', { source: 'Harbour News', dates: ['2025-06-16'] }],
  ['zh', '来源：海港网 作者：李明 编辑：王芳', { authors: ['李明'], editors: ['王芳'], source: '海港网' }],
  ['zh', '（作者为托姆大学中亚机制秘书长周晓明）', { authors: ['周晓明'] }],
  ['zh', '（作者周晓明系托姆大学教授）', { authors: ['周晓明'] }],
  ['zh', '[ 责编:周晓明 ]', { editors: ['周晓明'] }],
  ['zh', '责任编辑：周晓明_NE0011', { editors: ['周晓明'] }],
  ['zh', '海港日报记者 周晓明 李娜', { authors: ['周晓明', '李娜'] }],
  ['zh', '文/图 王五', { authors: ['王五'] }],
  [
    'zh',
    '《海港日报》（2025年06月30日 第 09 版）',
    { source: '海港日报', printPage: '09', dates: ['2025-06-30'] },
  ],
  ['zh', 'Hai Gang Ri Bao· 2025-06-22 22:09', { source: 'Hai Gang Ri Bao', dates: ['2025-06-22T22:09'] }],
  ['ja', '文・山田太郎', { authors: ['山田太郎'] }],
  ['ja', '山田太郎 記者', { authors: ['山田太郎'] }],
  ['ko', '글=홍길동', { authors: ['홍길동'] }],
  ['ko', '항구, 나루 홍길동 기자 gil@haneul.example', { authors: ['홍길동'] }],
]

describe('parseByline', () => {
  it.each(LINES)('%s: %s', (_, line, said) => {
    const reading = parseByline(line)
    expect(reading).toBeDefined()
    const { authors, editors, source, printPage } = reading!
    const dates = reading!.dates.map(({ iso }) => iso)
    expect({ authors, editors, source, printPage, dates }).toEqual({
      authors: [],
      editors: [],
      source: undefined,
      printPage: undefined,
      dates: [],
      ...said,
    })
  })

  it.each([
    'By the time the war ended in 2025, nobody was left.',
    'By the way',
    'Von der Brücke ist wenig geblieben.',
    'The court ruled on 16 June 2025 that the law stands, and the mayor agreed with it.',
    'Par une froide matinée, le pont a rouvert',
    '记者从市政府了解到，大桥已经重新通车',
    '（作者为托姆大学研究员）',
    '기자들이 다리 앞에 모였다',
    'Sport: Harbour wins the cup',
    'Bridge over the Tolm reopens',
  ])('refuses %s', (line) => expect(parseByline(line)).toBeUndefined())

  it('never throws, and names what stands on the line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (text) => {
        for (const lead of ['By ', '作者：', 'Source: ', '']) {
          const reading = parseByline(lead + text)
          for (const name of reading?.authors ?? []) expect(name.trim()).not.toBe('')
          parseDateline(lead + text)
          parseBreadcrumb(lead + text)
        }
      }),
    )
  })

  it('is done with a huge line at once', () => {
    for (const char of ['B', ' ', '作', ':', '|', '>', '（', '-']) {
      parseByline(char.repeat(200_000))
      parseByline(char.repeat(200))
      parseDateline(char.repeat(200_000))
      parseBreadcrumb(char.repeat(200_000))
    }
  })
})

describe('words glued together', () => {
  it.each([
    ['ByNora Felt', ['Nora Felt']],
    ['By Nora Felt4 minute Read', ['Nora Felt']],
    ['Byron Felt opens the harbour', undefined],
  ])('%s', (text, authors) => expect(parseByline(text)?.authors).toEqual(authors))
})

describe('bareNames', () => {
  it.each([
    ['Ann Lee', ['Ann Lee']],
    ['Ann Lee, Science Editor', ['Ann Lee']],
    ['Ann Lee and Bob Ray', ['Ann Lee', 'Bob Ray']],
    ['Bridge reopens after two years', []],
    ['New York', []],
    ['Sport', []],
    ['Puerto Lindo', []],
    ['Upper Marsh', []],
    ['Winter Special', []],
    ['Нижний Сад', []],
    ['Harbour City', []],
    ['Anna North', ['Anna North']],
    ['Doris Day', ['Doris Day']],
    ['堀田健', ['堀田健']],
    ['社会面', []],
  ])('%s', (text, names) => expect(bareNames(text)).toEqual(names))
})

describe('parseDateline', () => {
  it.each([
    ['HARBOURTON, June 16 (Xinhua) -- In a world', 'HARBOURTON', 'Xinhua'],
    ['PARIS (AFP) - The minister', 'PARIS', 'AFP'],
    ['(Reuters) - The dollar', undefined, 'Reuters'],
    ['(ANSA) - ROMA, 16 GIU - Il governo', 'ROMA', 'ANSA'],
    ['МОСКВА, 16 июня. /ТАСС/. Президент', 'МОСКВА', 'ТАСС'],
    ['МОСКВА, 16 июн — РИА Новости. Президент', 'МОСКВА', 'РИА Новости'],
    ['Madrid, 16 jun (EFE).- El gobierno', 'Madrid', 'EFE'],
    ['Jakarta (ANTARA) - Presiden', 'Jakarta', 'ANTARA'],
    ['القاهرة (رويترز) - قال', 'القاهرة', 'رويترز'],
    ['(서울=연합뉴스) 홍길동 기자 = 정부는', '서울', '연합뉴스'],
    ['【東京共同】政府は', '東京', '共同'],
    ['新华社北京6月16日电（记者周晓明、李娜）国务院', '北京', '新华社'],
    ['WASHINGTON — The senate', 'WASHINGTON', undefined],
  ])('%s', (text, place, source) => {
    const line = parseDateline(text)
    expect([line?.place, line?.source]).toEqual([place, source])
  })

  it('names the reporters', () => {
    expect(parseDateline('新华社北京6月16日电（记者周晓明、李娜）国务院')?.authors).toEqual([
      '周晓明',
      '李娜',
    ])
  })

  it.each([
    'The company (a shipyard) - said it',
    'The United Nations (UN) - founded in',
    'A bridge — new',
    'IN 2025 — maybe',
  ])('refuses %s', (text) => expect(parseDateline(text)).toBeUndefined())
})

describe('parseBreadcrumb', () => {
  it.each([
    ['首页> 国际频道> 国际要闻 > 正文', ['首页', '国际频道', '国际要闻', '正文']],
    ['Home / Harbour / The Bridge', ['Home', 'Harbour', 'The Bridge']],
    ['Startseite » Politik » Europa', ['Startseite', 'Politik', 'Europa']],
    ['您的位置：首页 > 新闻', ['首页', '新闻']],
    ['Главная › Новости', ['Главная', 'Новости']],
  ])('%s', (text, trail) => expect(parseBreadcrumb(text)).toEqual(trail))

  it.each([
    'he/she or they / them',
    '3 > 2 and 5 > 4',
    '/home/user/file',
    'tea / coffee / milk',
    '16/9',
    'a > b',
  ])('refuses %s', (text) => expect(parseBreadcrumb(text)).toBeUndefined())
})
