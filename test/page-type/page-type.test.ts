import { expect, test } from 'vitest'
import { clean } from '../../src/index.ts'

const SENTENCE =
  'The harbour of Ostrel was dredged in spring, and the ferry has run to the outer islands every day since, the mayor said. '
const page = (head: string, body: string) =>
  `<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`
const paragraphs = (count: number) =>
  Array.from({ length: count }, (_, i) => `<p>${SENTENCE.repeat(3)}${i}</p>`).join('')
const times = (count: number, make: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => make(i)).join('')

const PAGES = {
  article: {
    url: 'https://ostrel-courier.example/news/2024/03/harbour-dredged-at-last',
    html: page(
      `<title>Harbour dredged at last</title><meta property="og:type" content="article">
       <meta property="article:published_time" content="2024-03-02T08:00:00Z"><meta name="author" content="Ann Lee">`,
      `<article class="story"><h1>Harbour dredged at last</h1>${paragraphs(7)}</article>`,
    ),
  },
  forum: {
    url: 'https://forum.boats.example/t/which-varnish/4711',
    html: page(
      '<title>Which varnish for a clinker dinghy? - Boats forum</title><meta name="generator" content="Discourse 3.2">',
      times(
        9,
        (i) =>
          `<div class="topic-post"><span class="username">sailor${i}</span> <time>2 days ago</time>
           <div class="post cooked"><p>${SENTENCE}I would not use it again, would you?</p></div><button>Reply</button></div>`,
      ),
    ),
  },
  documentation: {
    url: 'https://docs.tidetool.example/en/latest/reference/configuration.html',
    html: page(
      '<title>Configuration — Tidetool 2.1 documentation</title><meta name="generator" content="Docusaurus v3">',
      `<main class="markdown theme-doc-markdown"><h1>Configuration</h1>${times(
        6,
        (i) =>
          `<h2>Option ${i}</h2><p>Sets how often the gauge is read. ${SENTENCE}</p><pre><code class="language-sh">tidetool --every ${i}</code></pre>`,
      )}</main>`,
    ),
  },
  product: {
    url: 'https://lantern-shop.example/products/storm-lantern',
    html: page(
      `<title>Storm lantern – Lantern shop</title><meta property="og:type" content="product">
       <script type="application/ld+json">{"@type":"Product","name":"Storm lantern","offers":{"@type":"Offer","price":"39.00"}}</script>`,
      `<div class="product"><h1 class="product-title">Storm lantern</h1><span class="price">$39.00</span><button class="add-to-cart">Add to cart</button>
       <div class="product-description"><p>Burns for nine hours on one filling of oil. The wick is of woven cotton and can be bought by the yard. It fits every hook on deck and stands on any table that does not rock, and a ring at its foot keeps it there.</p><ul><li>Brass</li><li>24 cm</li></ul></div>
       ${times(4, (i) => `<div class="product-card"><a href="/products/${i}">Lamp ${i}</a> <span class="price">$${i}9.00</span></div>`)}</div>`,
    ),
  },
} as const

test.each(Object.entries(PAGES))(
  'a page that is plainly of type %s is called so',
  async (type, { html, url }) => {
    const [article] = (await clean({ html, url })).articles
    expect(article?.pageType).toBe(type)
    expect(article?.pageTypeConfidence).toBeGreaterThan(0.5)
    expect(article?.evidence.pageType?.raw).toContain(type)
  },
)

test('what a page is not costs confidence', async () => {
  const { html, url } = PAGES.article
  const [article] = (await clean({ html, url })).articles
  const [same] = (
    await clean({ html: html.replace('content="article"', 'content="product"'), url: PAGES.product.url })
  ).articles
  expect(same?.confidence).toBeLessThan(article?.confidence ?? 0)
})

test('a page is told by what it is made of where it has neither address nor markup', async () => {
  const text = Array.from({ length: 12 }, () => SENTENCE.repeat(4)).join('\n\n')
  const [article] = (await clean({ text })).articles
  expect(article?.pageType).toBe('article')
})
