import { expect, test } from 'vitest'
import { clean } from '../../src/index.ts'

const SAYS = [
  [
    'oakum',
    '2024-05-03T08:45:00Z',
    'My dinghy takes in water at the keel, a cup an hour when she lies at her mooring. I have looked at every seam with a lamp and found nothing, so I wonder where I should look next, and with what.',
  ],
  [
    'old salt',
    '2024-05-03T11:02:00Z',
    'Look at the bolts of the keel first, because they work loose long before a seam does. Dry the bilge, dust it with chalk and wait an hour: the water draws a line that leads you to the leak.',
  ],
  [
    'oakum',
    '2024-05-04T19:30:00Z',
    'It was the aft bolt, and the chalk showed it within ten minutes. I have bedded it anew in tallow, and since yesterday the bilge is dry. Thank you, I would never have thought of that myself.',
  ],
] as const

const page = (post: (author: string, time: string, text: string) => string, head = '') =>
  `<html><head><title>Water at the keel - Boat talk forum</title>${head}</head><body>
  <nav><a href="/">Forum</a> <a href="/new">New topics</a></nav><main><h1>Water at the keel</h1>
  ${SAYS.map(([author, time, text]) => post(author, time, text)).join('\n')}</main>
  <footer><p>All times are UTC.</p></footer></body></html>`

const postsOf = async (html: string) => {
  const outcome = await clean({ html, url: 'https://boats.example/forum/topic/12/water-at-the-keel' })
  return outcome.articles[0]?.posts
}

test('posts marked with schema.org have their writers and times', async () => {
  const posts = await postsOf(
    page(
      (author, time, text) => `<div itemscope itemtype="https://schema.org/DiscussionForumPosting">
        <span itemprop="author" itemscope itemtype="https://schema.org/Person"><i>12 knots</i><b itemprop="name">${author}</b></span>
        <meta itemprop="datePublished" content="${time}"><div itemprop="text"><p>${text}</p></div></div>`,
    ),
  )
  expect(posts).toEqual(SAYS.map(([author, published, text]) => ({ author, published, text })))
})

test('posts told apart by the names forum software gives them, with printed dates', async () => {
  const posts = await postsOf(
    page(
      (
        author,
        time,
        text,
      ) => `<div class="post bg2"><p class="head"><a class="username" href="/u">${author}</a></p>
        <p>${time.slice(0, 10)}</p><div class="content message"><p>${text}</p></div></div>`,
      '<script type="application/ld+json">{"@context":"https://schema.org","@type":"QAPage","name":"Water at the keel"}</script>',
    ),
  )
  expect(posts?.map(({ author, published }) => [author, published])).toEqual(
    SAYS.map(([author, time]) => [author, time.slice(0, 10)]),
  )
  expect(posts?.map(({ text }) => text)).toEqual(SAYS.map(([, , text]) => text))
})

test('an article with readers’ comments has no posts', async () => {
  const posts = await postsOf(
    page((_author, _time, text) => `<p>${text}</p>`)
      .replace(' - Boat talk forum', '')
      .replace('<footer>', '<div class="comment"><b class="author">Ann</b><p>Nice.</p></div><footer>'),
  )
  expect(posts).toBeUndefined()
})
