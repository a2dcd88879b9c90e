import { expect, test } from 'vitest'
import { clean } from '../../src/index.ts'

const STORIES = [
  [
    'Lighthouse keeper of Anglin Rock retires',
    'The lighthouse on Anglin Rock lost its last keeper on Friday, when Tomas Weir rowed ashore with one trunk and a parrot. He had tended the lamp for thirty-one years, through two storms that took the landing stage, and he said the silence had never troubled him.',
  ],
  [
    'Bakers of Ostrel win shorter nights',
    'After nine days without bread the bakers have agreed to knead again, for they may now begin at five instead of three. Customers queued along Mill Street before dawn, and the first loaves were gone within minutes, a witness reported.',
  ],
  [
    'Glacier gives back a mountaineer’s sledge',
    'Hikers on the Korvan glacier found a wooden sledge that had been missing since an expedition of geologists vanished there. Its runners were intact, and a tin of biscuits was strapped to the frame, still sealed and apparently quite edible.',
  ],
  [
    'Chess club moves into disused swimming pool',
    'Forty boards now stand on the tiled floor where children once learned to swim, because the chess club could not afford heated rooms elsewhere. Members sit in the shallow half, while spectators watch from the diving platform and must whisper.',
  ],
] as const

test('headlines and paragraphs about different things, in turn, are several articles', async () => {
  const { articles } = await clean({ text: ['Home', 'Search', ...STORIES.flat(), 'Next page'].join('\n') })
  expect(articles.map((article) => article.title)).toEqual(STORIES.map(([headline]) => headline))
})

test('sections about one thing are one article', async () => {
  const sections = STORIES.map(
    ([headline, text]) => `${headline}\n${text} All of that concerns lobsters, the lobster fishers say.`,
  )
  const { articles } = await clean({ text: sections.join('\n') })
  expect(articles).toHaveLength(1)
})

test('a short story between longer ones under headers of one shape is an article too', async () => {
  const [first, second, third] = STORIES
  const text = [
    ...[first[0], 'Harbour Post | 2024-03-02 09:10', first[1].repeat(2)],
    ...[
      second[0],
      'Heath Gazette | 2024-03-01 17:45',
      'The bakers knead again, a spokesman said on Monday. Nobody spoke of the queues, which were long that day, nor of the two supermarkets that had sold toast.',
    ],
    ...[third[0], 'Harbour Post | 2024-02-27 11:30', third[1].repeat(2)],
  ].join('\n')
  expect((await clean({ text })).articles.map((article) => article.title)).toEqual([
    first[0],
    second[0],
    third[0],
  ])
})

test('a second line with a bare date does not make a second article', async () => {
  const text = [
    STORIES[0][0],
    'March 2, 2024',
    STORIES[0][1].repeat(3),
    STORIES[1][0],
    'March 1, 2024',
    STORIES[1][1].repeat(2),
  ]
  expect((await clean({ text: text.join('\n') })).articles).toHaveLength(1)
})
