import type { Article, ExplainedBlock, Outcome } from '../../src/core/article.ts'

/** What a page that wants to be run rather than read may say. `ran()` is what the test listens for. */
export const PAYLOADS: readonly string[] = [
  '<script>ran()</script>',
  '</script><script>ran()</script>',
  '"</script><script>ran()</script>',
  '<!--<script>ran()</script>',
  '<!-- --><script>ran()</script><!--',
  '<img src=x onerror=ran()>',
  '"><img src=x onerror=ran()>',
  "'><img src=x onerror=ran()>",
  '<img src="https://evil.example/pixel.gif">',
  '<svg onload=ran()>',
  '<svg><script>ran()</script></svg>',
  '<svg><animate onbegin=ran() attributeName=x dur=1s>',
  '<iframe src="https://evil.example/"></iframe>',
  '<iframe srcdoc="<script>parent.ran()</script>"></iframe>',
  '<object data="https://evil.example/x"></object>',
  '<embed src="https://evil.example/x">',
  '<link rel=stylesheet href="https://evil.example/x.css">',
  '<link rel=prefetch href="https://evil.example/x">',
  '<style>@import "https://evil.example/x.css";</style>',
  '</style><style>*{background:url(https://evil.example/x)}</style>',
  '<base href="https://evil.example/">',
  '<meta http-equiv=refresh content="0;url=https://evil.example/">',
  '<form action="https://evil.example/"><button autofocus>x</button></form>',
  '<a href="javascript:ran()">x</a>',
  'javascript:ran()//',
  'data:text/html,<script>ran()</script>',
  '<video><source onerror=ran()></video>',
  '<audio src=x onerror=ran()>',
  '<details open ontoggle=ran()>',
  '<body onload=ran()>',
  '<input autofocus onfocus=ran()>',
  '<marquee onstart=ran()>',
  '<math><mtext><table><mglyph><style><img src=x onerror=ran()>',
  '<template><script>ran()</script></template>',
  '<textarea></textarea><script>ran()</script>',
  '</title><script>ran()</script>',
  '</textarea><script>ran()</script>',
  '<noscript><p title="</noscript><img src=x onerror=ran()>">',
  '\u2028ran()\u2029',
  '\\u003cscript\\u003eran()\\u003c/script\\u003e',
  '&lt;script&gt;ran()&lt;/script&gt;',
  '{{constructor.constructor("ran()")()}}',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is what the page says
  '${ran()}',
  '"];ran();[" <',
  ']]><script>ran()</script>',
  '__proto__ <b onclick=ran()>x</b>',
  'constructor <i onmouseover=ran()>x</i>',
  '\u202egnp.exe <script>ran()</script>',
  '$& $1 $$ <script src=//evil.example/x.js></script>',
  '\ud800 half a pair <img src=x onerror=ran()>',
  'a: b # c\n- <script>ran()</script>\n? [',
  '<div style="position:fixed;inset:0" onpointerover=ran()>over it all</div>',
]

/** Pages with the same in their markup: as it is, in attributes, and as text. */
export function hostileMarkup(): string[] {
  const prose =
    'The harbour was quiet that morning, and the keeper of the light wrote it down with some care.'
  return PAYLOADS.map((payload) => {
    const text = payload.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
    const attribute = text.replaceAll('"', '&quot;')
    return `<!doctype html><html lang="${attribute}"><head><title>${text} of Quilby</title>
<meta property="og:title" content="${attribute}"><meta name="author" content="${attribute}">
<script type="application/ld+json">{"@type":"NewsArticle","headline":${JSON.stringify(payload.replaceAll('</', '<\\/'))}}</script></head>
<body class="${attribute}"><nav><a href="${attribute}">${text}</a> ${payload}</nav><main><h1>${text} of Quilby</h1>
<p class="byline">By ${text}</p>${`<p>${prose} ${text}</p>`.repeat(4)}<p>${prose} ${payload}</p></main>
<footer>${payload} © Quilby</footer></body></html>`
  })
}

/** A record that says its piece in every field there is. */
export function hostilePage(payload: string, number: number): Outcome {
  const say = (what: string) => `${what} ${number} ${payload}`
  const evidence = {
    from: say('from'),
    raw: say('raw'),
    alternatives: [{ value: say('other'), from: say('where') }],
  }
  const article = {
    title: say('title'),
    subtitle: say('subtitle'),
    byline: say('byline'),
    authors: [say('author'), payload],
    source: say('source'),
    site: say('site'),
    published: say('published'),
    language: payload,
    direction: 'ltr',
    breadcrumb: [say('crumb')],
    tags: [payload],
    url: `https://evil.example/${payload}`,
    image: `https://evil.example/${payload}.png`,
    text: `${say('kept')} and a whole sentence more.\n\n${say('second')} paragraph.`,
    markdown: payload,
    wordCount: 9,
    confidence: 0.5,
    evidence: Object.fromEntries(['title', 'byline', 'authors', payload].map((field) => [field, evidence])),
  } as unknown as Article
  const status = (['clean', 'clean', 'rejected', 'failed'] as const)[number % 4]!
  return {
    id: say('id'),
    input: {
      path: payload,
      url: `javascript:ran()//${payload}`,
      kind: 'html',
      charset: payload,
      charsetFrom: payload,
      bytes: 1,
    },
    status,
    reason: status === 'clean' ? null : { code: payload, message: say('message'), stage: payload },
    articles: status === 'clean' ? [article] : [],
    dropped: { blocks: 1, chars: 1, byRole: { [payload]: 1 }, byRule: { [payload]: 1 } },
    blocks: [
      block(0, `${say('kept')} and a whole sentence more.`, true, payload),
      block(1, `${say('second')} paragraph.`, true, payload),
      block(2, say('dropped'), false, payload),
      block(3, say('gone'), false, payload),
      block(4, payload, false, payload),
    ],
  }
}

function block(at: number, text: string, kept: boolean, payload: string): ExplainedBlock {
  const vote = {
    rule: payload,
    role: payload,
    weight: kept ? 1 : -1,
    because: `says ${payload} of "${text}"`,
  }
  return {
    at,
    kind: at === 4 ? payload : 'paragraph',
    role: kept ? 'body' : at === 3 ? 'share' : payload,
    kept,
    text,
    path: `html>body>${payload}`,
    score: kept ? 1 : -1,
    votes: [vote, { ...vote, rule: 'model' }],
  } as unknown as ExplainedBlock
}
