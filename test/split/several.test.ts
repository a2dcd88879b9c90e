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

test('byline, date and a lone name stand between headline and text in any order', async () => {
  const [first, second, third] = STORIES
  const text = [
    ...[first[0], 'By Nell Marsh', '2 March 2024', '', first[1].repeat(2), ''],
    ...[second[0], 'Otto Brand', '3 March 2024', '', second[1].repeat(2), ''],
    ...[third[0], '5 March 2024', 'By Ida Holm', '', third[1].repeat(2)],
  ].join('\n')
  const { articles } = await clean({ text })
  expect(articles.map(({ title, published }) => [title, published])).toEqual([
    [first[0], '2024-03-02'],
    [second[0], '2024-03-03'],
    [third[0], '2024-03-05'],
  ])
  expect(articles.map((article) => article.text).join()).not.toContain('Brand')
})

const BRIEFS = [
  [
    'Lock gate to be painted',
    '2024-03-02 09:10',
    'The upper lock gate is painted green this week. Barges pass at night only.',
  ],
  [
    'Owl returns to the mill',
    '2024-03-02 10:40',
    'An owl has been seen at the old mill again. The society asks walkers to keep their dogs on a lead.',
  ],
  [
    'Choir looks for a bass',
    '2024-03-02 12:05',
    'The harbour choir has lost its last bass to the fleet. Whoever can hold a low note may come on Tuesday.',
  ],
] as const

test('a page of nothing but briefs of two sentences is so many articles', async () => {
  const { articles } = await clean({
    text: ['Home', 'In brief', '', ...BRIEFS.flatMap((brief) => [...brief, ''])].join('\n'),
  })
  expect(articles.map(({ title, text }) => [title, text])).toEqual(
    BRIEFS.map(([title, , text]) => [title, text]),
  )
})

test('teasers of the same shape under a story are no articles', async () => {
  const story = [STORIES[0][0], 'By Nell Marsh', '2 March 2024', '', STORIES[0][1].repeat(4), '', 'More news']
  const { articles } = await clean({
    text: [...story, ...BRIEFS.flatMap((brief) => [...brief, ''])].join('\n'),
  })
  expect(articles).toHaveLength(1)
})
