import type { Nodes } from 'mdast'
import { parse } from 'parse5'
import { expect, test } from 'vitest'
import { clean } from '../../src/pipeline/clean.ts'
import { renderArticle } from '../../src/render/article-file.ts'
import { readMarkdown } from '../content/read-back.ts'
import { all, attributesOf } from './html-tree.ts'

/**
 * Ways round sanitisers and extractors that were published (mutation by nesting foreign content, attributes browsers fetch or
 * run, addresses with characters browsers drop, text that becomes markup when it is written again), in words of our own.
 */
const ADDRESSES = [
  'javascript:ran()',
  'JaVaScRiPt:ran()',
  'java&#10;script:ran()',
  'java&#9;script:ran()',
  'java&Tab;script&colon;ran()',
  '&#1;javascript:ran()',
  ' &#13;javascript:ran()',
  'javascript&#58;//%0aran()',
  'vbscript:ran()',
  'data:text/html,<script>ran()</script>',
  'data:image/svg+xml,<svg onload=ran()>',
  'blob:https://evil.example/1',
  'file:///etc/passwd',
  'view-source:javascript:ran()',
  'feed:javascript:ran()',
]
const CARRIERS: readonly ((address: string) => string)[] = [
  (address) => `<a href="${address}">quay</a>`,
  (address) => `<a href="${address}"><img src="/quay.jpg" width="500" height="300" alt="quay"></a>`,
  (address) => `<img src="${address}" width="500" height="300" alt="quay">`,
  (address) => `<img src="/a.jpg" srcset="${address} 2x" width="500" height="300" alt="quay">`,
  (address) => `<picture><source srcset="${address}"><img data-src="${address}" alt="quay"></picture>`,
  (address) => `<svg><a xlink:href="${address}"><text y="9">quay</text></a></svg>`,
  (address) =>
    `<math><mtext href="${address}">quay</mtext><maction actiontype="statusline" xlink:href="${address}">q</maction></math>`,
  (address) => `<blockquote cite="${address}">quay</blockquote><q cite="${address}">quay</q>`,
  (address) => `<form action="${address}"><button formaction="${address}">quay</button></form>`,
  (address) =>
    `<iframe src="${address}"></iframe><object data="${address}"></object><embed src="${address}">`,
  (address) =>
    `<video poster="${address}" src="${address}"></video><table background="${address}"><tr><td>quay</table>`,
  (address) => `[quay](${address}) ![quay](${address}) &lt;${address}> [quay]: ${address}`,
  (address) => `<noscript><img src="${address}" alt="quay"></noscript>`,
]
const MARKUP = [
  '<base href="javascript:ran()//"><a href="quay">quay</a>',
  '<meta http-equiv="refresh" content="0;url=javascript:ran()">',
  '<link rel="stylesheet" href="https://evil.example/x.css">',
  '<p style="background:url(javascript:ran())" onclick="ran()">quay</p>',
  '<p id="body"></p><img name="cookie" src="/c.jpg" onerror="ran()"><form id="x"><input name="attributes"></form>',
  '<svg></p><style><a title="</style><img src=x onerror=ran()>">',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=ran()&gt;">',
  '<math><annotation-xml encoding="text/html"><p><style><img src=x onerror=ran()></style>',
  '<form><math><mtext></form><form><mglyph><style></math><img src=x onerror=ran()>',
  '<svg><desc><p title="</desc></svg><script>ran()</script>">quay</p></desc></svg>',
  '<noscript><p title="</noscript><img src=x onerror=ran()>">quay</p></noscript>',
  '<title><!--</title><img src=x onerror=ran()>--></title>',
  '<template><img src=x onerror=ran()></template><div><template shadowrootmode="open"><script>ran()</script><p onfocus="ran()">quay</p></template></div>',
  '<xmp><p title="</xmp><img src=x onerror=ran()>"></xmp>',
  '<pre class="language-js&quot; onclick=&quot;ran()"><code class="language-&quot;><script>ran()</script>">quay()</code></pre>',
  '<pre><code>```\n&lt;script>ran()&lt;/script>\n~~~</code></pre>',
  '<p>&lt;script>ran()&lt;/script> &lt;img src=x onerror=ran()></p>',
  '<img src="/q.jpg" width="500" height="300" alt="](x) &lt;script>ran()&lt;/script>" title=\'"onload="ran()\'>',
  '<figure><img src="/f.jpg" width="500" height="300"><figcaption>"&gt;&lt;script&gt;ran()&lt;/script&gt;</figcaption></figure>',
  '<table><tr><td>|&lt;script>ran()&lt;/script><td>`|&lt;br onclick=ran()></table>',
  '<math><semantics><annotation encoding="application/x-tex">\\href{javascript:ran()}{x}$<script>ran()</script></annotation></semantics></math>',
  '<img src="/eq.png" class="latex" alt="$x$&lt;/code>&lt;script>ran()&lt;/script>">',
  '<ruby>quay<rt onclick="ran()">&lt;/rt>&lt;script>ran()&lt;/script></rt></ruby>',
  '<p>quay<sup><a href="#fn:&quot;><script>ran()</script>" id="r1">1</a></sup></p><ol class="footnotes"><li id="fn:&quot;><script>ran()</script>">said <a href="#r1">↩</a></ol>',
  '<details open ontoggle="ran()"><summary>quay</summary>boats</details><marquee onstart="ran()">quay</marquee>',
]

const ALLOWED_TAGS = new Set(
  (
    'html head meta title link body article header h1 h2 h3 h4 h5 h6 p address time a img br hr ul ol li input dl dt dd table thead ' +
    'tbody tr th td blockquote aside pre code figure figcaption sup sub del ins mark kbd q ruby rt rp strong em section details summary'
  ).split(' '),
)
const ADDRESS_ATTRIBUTES = new Set(['href', 'src', 'cite', 'longdesc'])

function isHarmless(address: string): boolean {
  const url = new URL(address, 'https://page.example/')
  return ['http:', 'https:', 'mailto:', 'tel:'].includes(url.protocol)
}

/** What in a document of HTML could run, load or lead astray. */
function dangersOf(html: string): string[] {
  return all(parse(html)).flatMap((element) => {
    const dangers = ALLOWED_TAGS.has(element.tagName) ? [] : [`<${element.tagName}>`]
    for (const [name, value] of Object.entries(attributesOf(element))) {
      if (
        /^on|style|^srcset$|^srcdoc$|action$|^xlink|^background$|^poster$|^name$/.test(name) &&
        element.tagName !== 'meta'
      )
        dangers.push(`${element.tagName} ${name}="${value}"`)
      if (name === 'http-equiv' && value !== 'Content-Security-Policy') dangers.push(`meta ${value}`)
      if (ADDRESS_ATTRIBUTES.has(name) && !isHarmless(value)) dangers.push(`${name}="${value}"`)
    }
    return dangers
  })
}

const TAGS = /^<(?:br|\/?(?:sup|sub|ins|mark|kbd|q|ruby|rt|code))>$/

/** The same of a tree, of content or as Markdown is read. */
function dangersIn(node: Nodes): string[] {
  const own: string[] = []
  if (node.type === 'html' && !TAGS.test(node.value)) own.push(node.value)
  if ((node.type === 'link' || node.type === 'image' || node.type === 'definition') && !isHarmless(node.url))
    own.push(node.url)
  return 'children' in node ? [...own, ...(node.children as Nodes[]).flatMap(dangersIn)] : own
}

const PROSE =
  'The ferry left on time, the harbour master said, and nobody on the quay complained about it at all.'
const page = (payload: string): string =>
  `<html lang="en"><head><title>Boats of Quilby</title></head><body><article><h1>Boats of Quilby</h1>${`<p>${PROSE}</p>`.repeat(3)}
  <p>Before it, ${PROSE}</p>${payload}<p>After it, ${PROSE}</p>${`<p>Then ${PROSE}</p>`.repeat(3)}</article></body></html>`

const payloads = [...MARKUP, ...CARRIERS.flatMap((carrier) => ADDRESSES.map(carrier))]

test(`nothing of ${payloads.length} published ways into a page comes out of one`, async () => {
  let written = 0
  for (const payload of payloads) {
    const { articles, input } = await clean({ html: page(payload) })
    for (const article of articles) {
      written++
      expect(dangersOf(await renderArticle(article, 'html', input)), payload).toEqual([])
      expect(dangersIn(article.content!), payload).toEqual([])
      expect(dangersIn(readMarkdown(article.markdown)), payload).toEqual([])
      expect(dangersIn(readMarkdown(await renderArticle(article, 'md', input))), payload).toEqual([])
    }
  }
  // a page that is refused proves nothing
  expect(written).toBeGreaterThan(payloads.length * 0.9)
}, 120_000)
