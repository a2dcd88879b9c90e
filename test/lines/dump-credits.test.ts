import { expect, test } from 'vitest'
import { clean } from '../../src/index.ts'

interface Story {
  readonly title: string
  readonly text: string
}

/** A short invented story in each language, twice over so that it is an article. */
const STORIES: Readonly<Record<string, Story>> = {
  en: {
    title: 'Old bridge over the Tolm reopens',
    text: 'The old bridge over the Tolm was opened again on Monday, after two years of repairs that cost more than the town had planned. Many people came to see it, and the mayor was the first to walk across.',
  },
  zh: {
    title: '托姆河老桥重新开放',
    text: '托姆河上的老桥星期一重新开放。修缮工作历时两年，花费超过了原来的计划。许多居民前来观看，市长第一个走过大桥，并感谢了所有的工人。',
  },
  ja: {
    title: 'トルム川の古い橋が再び開通',
    text: 'トルム川にかかる古い橋が月曜日に再び開通した。二年間の修理には町の計画より多くの費用がかかったという。多くの住民が見物に訪れ、町長が最初に橋を渡った。',
  },
  ko: {
    title: '톨름강의 오래된 다리 다시 열려',
    text: '톨름강의 오래된 다리가 월요일 다시 열렸다. 이 년 동안의 수리에는 도시가 계획한 것보다 많은 비용이 들었다. 많은 주민들이 구경하러 왔고 시장이 가장 먼저 다리를 건넜다.',
  },
  de: {
    title: 'Alte Brücke über die Tolm ist wieder offen',
    text: 'Die alte Brücke über die Tolm ist am Montag wieder geöffnet worden, nach zwei Jahren Arbeit, die mehr gekostet hat als geplant. Viele Menschen kamen, und die Bürgermeisterin ging als Erste hinüber.',
  },
  fr: {
    title: 'Le vieux pont sur la Tolm rouvre',
    text: 'Le vieux pont sur la Tolm a rouvert lundi, après deux ans de travaux qui ont coûté plus que la ville ne l’avait prévu. Beaucoup de gens sont venus le voir, et la maire a été la première à le traverser.',
  },
  es: {
    title: 'Reabre el viejo puente sobre el Tolm',
    text: 'El viejo puente sobre el Tolm volvió a abrirse el lunes, tras dos años de obras que costaron más de lo que el pueblo había previsto. Mucha gente vino a verlo y la alcaldesa fue la primera en cruzarlo.',
  },
  it: {
    title: 'Riapre il vecchio ponte sul Tolm',
    text: 'Il vecchio ponte sul Tolm è stato riaperto lunedì, dopo due anni di lavori che sono costati più di quanto la città avesse previsto. Molta gente è venuta a vederlo e la sindaca lo ha attraversato per prima.',
  },
  pt: {
    title: 'Velha ponte sobre o Tolm reabre',
    text: 'A velha ponte sobre o Tolm foi reaberta na segunda-feira, depois de dois anos de obras que custaram mais do que a cidade tinha previsto. Muita gente veio vê-la e a prefeita foi a primeira a atravessar.',
  },
  ru: {
    title: 'Старый мост через Тольм снова открыт',
    text: 'Старый мост через Тольм снова открыли в понедельник после двух лет ремонта, который обошёлся дороже, чем планировал город. Посмотреть на него пришло много людей, и мэр первой прошла по мосту.',
  },
  ar: {
    title: 'إعادة فتح الجسر القديم فوق تولم',
    text: 'أعيد فتح الجسر القديم فوق نهر تولم يوم الاثنين بعد عامين من أعمال الترميم التي كلفت أكثر مما خططت له المدينة. وجاء كثير من الناس لمشاهدته، وكانت رئيسة البلدية أول من عبره.',
  },
  tr: {
    title: 'Tolm üzerindeki eski köprü yeniden açıldı',
    text: 'Tolm üzerindeki eski köprü, kasabanın planladığından daha pahalıya mal olan iki yıllık onarımdan sonra pazartesi günü yeniden açıldı. Birçok kişi görmeye geldi ve köprüden ilk geçen belediye başkanı oldu.',
  },
  id: {
    title: 'Jembatan tua di atas Tolm dibuka kembali',
    text: 'Jembatan tua di atas sungai Tolm dibuka kembali pada hari Senin, setelah dua tahun perbaikan yang menelan biaya lebih besar daripada rencana kota. Banyak orang datang untuk melihat, dan wali kota menyeberang pertama.',
  },
  vi: {
    title: 'Cây cầu cũ qua sông Tolm mở lại',
    text: 'Cây cầu cũ qua sông Tolm đã mở lại vào thứ Hai sau hai năm sửa chữa tốn kém hơn so với kế hoạch của thành phố. Rất nhiều người đến xem, và thị trưởng là người đầu tiên đi qua cây cầu này.',
  },
}

interface Said {
  readonly authors?: readonly string[]
  readonly editors?: readonly string[]
  readonly source?: string
  readonly published?: string
  readonly modified?: string
  readonly printPage?: string
}

/** Language, the line or lines under the title, what they say. */
const HEADS: readonly (readonly [string, string, Said])[] = [
  [
    'en',
    'By Ann Lee | Harbour Daily | Updated: 2025-06-14 07:22',
    { authors: ['Ann Lee'], source: 'Harbour Daily', modified: '2025-06-14T07:22' },
  ],
  [
    'en',
    'Ann Lee and Tom Weir\nMarch 3, 2024',
    { authors: ['Ann Lee', 'Tom Weir'], published: '2024-03-03' },
  ],
  ['en', 'Published: 3 March 2024\nBy Ann Lee', { authors: ['Ann Lee'], published: '2024-03-03' }],
  ['zh', '来源：海港日报2025-06-16 08:55', { source: '海港日报', published: '2025-06-16T08:55' }],
  [
    'zh',
    '2025年06月16日08:55 来源：海港网 责任编辑：周晓明',
    { source: '海港网', published: '2025-06-16T08:55', editors: ['周晓明'] },
  ],
  ['zh', 'Hai Gang Ri Bao· 2025-06-22 22:09', { source: 'Hai Gang Ri Bao', published: '2025-06-22T22:09' }],
  ['ja', '堀田健\n2025年6月16日 8時55分', { authors: ['堀田健'], published: '2025-06-16T08:55' }],
  [
    'ja',
    '2025年6月16日 8時55分\n有料会員記事\n堀田 健',
    { authors: ['堀田 健'], published: '2025-06-16T08:55' },
  ],
  [
    'en',
    'ANN LEE\nalee@harbour.example\nMarch 3, 2024 at 9:15 a.m.',
    { authors: ['ANN LEE'], published: '2024-03-03T09:15' },
  ],
  [
    'en',
    'Report: Ann Lee · Photos: Max Weis\nMarch 3, 2024',
    { authors: ['Ann Lee'], published: '2024-03-03' },
  ],
  ['zh', '楼主：王芳\n发表于 2025-06-16 08:55', { authors: ['王芳'], published: '2025-06-16T08:55' }],
  [
    'pt',
    'Reportagem de Ana Ribeira, com fotos de Rui Costa\n3 de março de 2024',
    { authors: ['Ana Ribeira'], published: '2024-03-03' },
  ],
  [
    'en',
    'Ann Lee, Tom Weir\nReceived: 3 January 2024; Accepted: 20 February 2024; Published online: 3 March 2024',
    { authors: ['Ann Lee', 'Tom Weir'], published: '2024-03-03' },
  ],
  [
    'en',
    'Submitted by Ann Lee on Sun, 03/03/2024 - 09:15',
    { authors: ['Ann Lee'], published: '2024-03-03T09:15' },
  ],
  [
    'zh',
    '2025-06-16 08:55 海港報 記者王建國／托姆報導',
    { authors: ['王建國'], published: '2025-06-16T08:55' },
  ],
  ['ja', 'R7.6.16', { published: '2025-06-16' }],
  ['ko', '25.06.16 08:55', { published: '2025-06-16T08:55' }],
  ['en', 'Ann Lee\n2 hours ago', { authors: ['Ann Lee'] }],
  [
    'vi',
    'Nguyễn Văn An\nThứ hai, 3/3/2024, 09:15',
    { authors: ['Nguyễn Văn An'], published: '2024-03-03T09:15' },
  ],
  ['de', 'Anna Weber, Fot. Max Weis\n3. März 2024', { authors: ['Anna Weber'], published: '2024-03-03' }],
  ['ja', '公開日：2025年6月16日', { published: '2025-06-16' }],
  ['ja', '2025年6月16日 8時55分\n文・山田太郎', { published: '2025-06-16T08:55', authors: ['山田太郎'] }],
  ['ko', '홍길동 기자\n2025년 6월 16일', { authors: ['홍길동'], published: '2025-06-16' }],
  ['ko', '입력 2025.06.16 08:55', { published: '2025-06-16T08:55' }],
  ['de', 'Von Anna Weber, 3. März 2024', { authors: ['Anna Weber'], published: '2024-03-03' }],
  [
    'de',
    'Veröffentlicht am 03.03.2024, 09:15 Uhr\nVon Anna Weber',
    { authors: ['Anna Weber'], published: '2024-03-03T09:15' },
  ],
  ['de', 'Stand: 03.03.2024 09:15 Uhr', { modified: '2024-03-03T09:15' }],
  [
    'fr',
    'Par Jeanne Moulin\nPublié le 3 mars 2024 à 09h15',
    { authors: ['Jeanne Moulin'], published: '2024-03-03T09:15' },
  ],
  ['fr', 'Publié le 03/03/2024', { published: '2024-03-03' }],
  ['es', 'Por Lucía Prado\n3 de marzo de 2024', { authors: ['Lucía Prado'], published: '2024-03-03' }],
  ['es', 'Publicado el 3 de marzo de 2024', { published: '2024-03-03' }],
  ['it', 'di Carla Ponti\n3 marzo 2024', { authors: ['Carla Ponti'], published: '2024-03-03' }],
  ['it', 'Pubblicato il 3 marzo 2024', { published: '2024-03-03' }],
  [
    'pt',
    'Por Rita Lopes\nPublicado em 03/03/2024 às 09h15',
    { authors: ['Rita Lopes'], published: '2024-03-03T09:15' },
  ],
  ['ru', 'Опубликовано 3 марта 2024', { published: '2024-03-03' }],
  [
    'ru',
    'Автор: Анна Лебедева\n3 марта 2024, 09:15',
    { authors: ['Анна Лебедева'], published: '2024-03-03T09:15' },
  ],
  ['ar', 'نشر في 3 مارس 2024', { published: '2024-03-03' }],
  ['tr', 'Yayınlanma: 3 Mart 2024 09:15', { published: '2024-03-03T09:15' }],
  ['tr', 'Yayın tarihi: 3 Mart 2024', { published: '2024-03-03' }],
  ['id', 'Penulis: Budi Santoso\n3 Maret 2024', { authors: ['Budi Santoso'], published: '2024-03-03' }],
  ['id', 'Diterbitkan 3 Maret 2024', { published: '2024-03-03' }],
  [
    'vi',
    'Tác giả: Nguyễn Văn An\nNgày đăng: 03/03/2024',
    { authors: ['Nguyễn Văn An'], published: '2024-03-03' },
  ],
  ['vi', 'Thứ hai, 3/3/2024, 09:15', { published: '2024-03-03T09:15' }],
]

/** Notes under the text. */
const FEET: readonly (readonly [string, string, Said])[] = [
  ['zh', '（作者为托姆大学教授周晓明）', { authors: ['周晓明'] }],
  ['zh', '[ 责编：周晓明 ]', { editors: ['周晓明'] }],
  ['zh', '（责任编辑：周晓明）', { editors: ['周晓明'] }],
  [
    'zh',
    '《海港日报》（2025年06月30日 第 09 版）',
    { source: '海港日报', printPage: '09', published: '2025-06-30' },
  ],
  [
    'en',
    'Harbour Daily (June 30, 2025, Page 09)',
    { source: 'Harbour Daily', printPage: '09', published: '2025-06-30' },
  ],
]

function dump(language: string, head: string, foot: string): string {
  const { title, text } = STORIES[language]!
  return [title, head, text, `${text} ${text}`, foot].filter(Boolean).join('\n')
}

async function said(text: string, keys: readonly string[]) {
  const [article] = (await clean({ text })).articles
  return Object.fromEntries(keys.map((key) => [key, (article as Record<string, unknown> | undefined)?.[key]]))
}

test.each(HEADS)('%s, under the title: %s', async (language, head, wanted) => {
  expect(await said(dump(language, head, ''), Object.keys(wanted))).toEqual(wanted)
})

test.each(FEET)('%s, under the text: %s', async (language, foot, wanted) => {
  expect(await said(dump(language, '', foot), Object.keys(wanted))).toEqual(wanted)
})

test('agency and place at the start of the text', async () => {
  const { title, text } = STORIES.en!
  const head = `${title}\nBEIJING, June 16 (Xinhua) -- ${text}\n${text}`
  expect(await said(head, ['dateline', 'source'])).toEqual({ dateline: 'BEIJING', source: 'Xinhua' })
})

test('the trail to the article', async () => {
  const { title, text } = STORIES.zh!
  const lines = ['首页> 国际频道> 国际要闻', title, '来源：海港日报2025-06-16 08:55', text, text]
  expect(await said(lines.join('\n'), ['breadcrumb'])).toEqual({
    breadcrumb: ['首页', '国际频道', '国际要闻'],
  })
})

const VERSE = `The key was left, the door was wide,
the lamp still burned, and none inside,
the tide had turned, the boat had gone,
and someone left the kettle on.

The gulls came in, and one by one
they took the bread, till there was none,
and when they left, as gulls will do,
they took the key, and kettle too.`

test.each([
  ['The Keeper of Anglin Rock', 'Ann Lee'],
  ['The Key', 'by Ann Lee'],
])('the poet between the title and the poem: %s, %s', async (title, line) => {
  expect(
    await said(`Home\nPoets\nAbout\n\n${title}\n\n${line}\n\n${VERSE}\n\nNext poem\n`, ['title', 'authors']),
  ).toEqual({ title, authors: ['Ann Lee'] })
})

test('a heading of related pages under the text signs nothing', async () => {
  const { title, text } = STORIES.de!
  const dump = `${title}\n3. März 2024, 09:15 Uhr\n\n${text}\n\n${text}\n\nMehr zum Thema\nMarkt zieht um\n`
  expect((await clean({ text: dump })).articles[0]).not.toHaveProperty('authors')
})

test('reporters and photographers in the bracket that opens a Chinese report', async () => {
  const { title, text } = STORIES.zh!
  const report = `首頁\n${title}\n〔記者王建國、攝影張大同／托姆報導〕${text}\n${text}`
  expect(await said(report, ['authors', 'dateline'])).toEqual({ authors: ['王建國'], dateline: '托姆' })
})

test('comments dated from now do not reach up to the day over a short story', async () => {
  const lines = [
    'Start',
    'Konditorin hütet den Leuchtturm',
    '03.03.2024, 09:15 Uhr',
    'Der Leuchtturm an der Tolm hat eine neue Wärterin, und zum ersten Mal ist es eine Konditorin.',
    'Sie zieht am Montag ein, mit vierzig Backformen und einem Papagei.',
    'Kommentare (2)',
    'seebaer',
    'vor 2 Stunden',
    'Endlich gibt es dort etwas zu essen!',
    'moewe',
    'vor 1 Stunde',
    'Und wer putzt die Scheiben?',
  ]
  const { articles } = await clean({ text: lines.join('\n') })
  expect(articles[0]?.text).toBe(lines.slice(3, 5).join('\n\n'))
})

test('a name with a role right under the title, the day above it', async () => {
  const { title, text } = STORIES.en!
  const report = `Home\nNews\nTransport | 3 March 2024\n${title}\nAnn Lee, transport correspondent\n\n${text}\n\n${text}`
  expect(await said(report, ['authors', 'published'])).toEqual({
    authors: ['Ann Lee'],
    published: '2024-03-03',
  })
})
