import { expect, test } from 'vitest'
import { clean } from '../../src/index.ts'

const BODY = [
  'The lighthouse on Anglin Rock lost its last keeper on Friday, when Tomas Weir rowed ashore with one trunk and a parrot.',
  'He had tended the lamp for thirty-one years, through two storms that took the landing stage, and said that the silence had never troubled him.',
  'The lamp now turns by itself & is watched from the mainland, where a screen shows what he used to see.',
]
const HTML_BODY = BODY.map((line) => `<p>${line.replace('&', '&amp;')}</p>`).join('')
const page = (script: string, shown = '<div id="root"></div>') =>
  `<!doctype html><html lang="en"><head><title>Last keeper rows ashore</title>${script}</head><body>${shown}</body></html>`
const state = (value: unknown) =>
  `<script id="__NEXT_DATA__" type="application/json">${JSON.stringify(value).replaceAll('<', '\\u003c')}</script>`
const flight = (chunks: readonly string[]) =>
  chunks.map((chunk) => `<script>self.__next_f.push([1,${JSON.stringify(chunk)}])</script>`).join('')
const expected = BODY.join('\n\n')

const SCRIPTS = {
  'one string of HTML': state({
    props: { pageProps: { article: { title: 'Last keeper', bodyHtml: HTML_BODY } } },
  }),
  'a list of pieces': state({ story: { elements: BODY.map((content) => ({ type: 'text', content })) } }),
  'a state a script assigns': `<script>window.__PAGE_STATE__ = ${JSON.stringify({ story: { body: BODY.join('\n') } })}; boot()</script>`,
  'a state in a string': `<script>window["app_data"]=JSON.parse(${JSON.stringify(JSON.stringify({ story: { html: HTML_BODY } }))})</script>`,
  'flight data': flight([
    `1:["$","nav",null,{"children":["$","p",null,{"children":"${'Harbour and sea. '.repeat(30)}"}]}]\n`,
    `2:T${BODY[0]!.length.toString(16)},${BODY[0]}3:["$","article",null,{"children":[["$","p",null,{"children":"$2"}],`,
    `["$","p",null,{"children":[${JSON.stringify(BODY[1]!.slice(0, 40))},["$","em",null,{"children":${JSON.stringify(BODY[1]!.slice(40))}}]]}],`,
    `["$","div",null,{"dangerouslySetInnerHTML":{"__html":${JSON.stringify(`<p>${BODY[2]!.replace('&', '&amp;')}</p>`)}}}]]}]\n`,
  ]),
  'properties in flight data': flight([
    `5:["$","$L9",null,${JSON.stringify({ post: { html: HTML_BODY } })}]\n`,
  ]),
  'JSON-LD': `<script type="application/ld+json">${JSON.stringify({
    '@type': 'NewsArticle',
    headline: 'Last keeper rows ashore',
    articleBody: BODY.join('\n'),
  })}</script>`,
}

test.each(Object.entries(SCRIPTS))(
  'reads the body from %s where the document shows none',
  async (_, script) => {
    const [article] = (await clean({ html: page(script) })).articles
    expect(article?.text).toBe(expected)
    expect(article?.evidence.text?.from).toMatch(
      /^(?:state (?:__NEXT_DATA__|__PAGE_STATE__|app_data|__next_f)|json-ld NewsArticle\.articleBody)/,
    )
  },
)

test('a body that is HTML, or a tree, keeps its headings and lists', async () => {
  const [first, second, third] = BODY.map((line) => line.replace('&', '&amp;'))
  const html = `<p>${first}</p><h2>At night</h2><p>${second}</p><ul><li>a lamp</li><li>a coat</li></ul><p>${third}</p>`
  const element = (tag: string, children: unknown) => ['$', tag, null, { children }]
  const tree = element('article', [
    element('p', BODY[0]),
    element('h2', 'At night'),
    element('p', BODY[1]),
    element('ul', [element('li', 'a lamp'), element('li', 'a coat')]),
    element('p', BODY[2]),
  ])
  for (const script of [state({ article: { html } }), flight([`3:${JSON.stringify(tree)}\n`])]) {
    const [article] = (await clean({ html: page(script) })).articles
    expect(article?.markdown).toContain('## At night\n')
    expect(article?.markdown).toContain('- a lamp\n- a coat')
  }
})

test('leaves the state alone where the document shows its text', async () => {
  const other =
    'Another text entirely stands in the document, and it is long enough to be the article by itself. '
  const shown = `<article>${`<p>${other.repeat(3)}</p>`.repeat(3)}</article>`
  const [article] = (await clean({ html: page(SCRIPTS['one string of HTML'], shown) })).articles
  expect(article?.text).not.toContain('parrot')
  expect(article?.evidence.text).toBeUndefined()
})

test('code, tokens and broken JSON in a state are no body', async () => {
  const code = `function a(b) { return b.c. d; } `.repeat(30)
  for (const script of [state({ content: code, text: 'x'.repeat(5_000) }), state(BODY).replace('[', '[[')])
    expect((await clean({ html: page(script) })).status).toBe('rejected')
})
