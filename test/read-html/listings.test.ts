import { expect, test } from 'vitest'
import { wholesAround } from '../../src/core/whole.ts'
import { DEFAULT_LIMITS } from '../../src/pipeline/limits.ts'
import { readHtml } from '../../src/read/html.ts'
import { readWithJsdom } from '../../src/read/standard-dom.ts'

const CODE = 'if kiln:\n    heat(kiln)\n\nrest()'

/** Listings of a body with their languages, the same from both engines. */
async function listingsIn(body: string) {
  const html = `<!DOCTYPE html><title>Kiln</title><body><p>Before it.</p>${body}<p>After it.</p>`
  const page = readHtml(html, undefined, DEFAULT_LIMITS)
  const other = await readWithJsdom(html, undefined, DEFAULT_LIMITS)
  expect(other.blocks).toEqual(page.blocks)
  const inner = page.blocks.slice(1, -1)
  expect(page.blocks.map(({ text }) => text)).toEqual([
    'Before it.',
    ...inner.map(({ text }) => text),
    'After it.',
  ])
  return inner.map((block) => [
    block.kind === 'code' && [...wholesAround(block, page.wholes)][0]?.kind === 'code' ? 'code' : 'other',
    block.text,
    block.codeLanguage,
  ])
}
const lines = (from: (line: string, number: number) => string) =>
  CODE.split('\n')
    .map((line, i) => from(line, i + 1))
    .join('')

test.each<[name: string, body: string, language: string | undefined]>([
  ['an element named for it', `<div class="code-block" data-lang="python">${CODE}</div>`, 'python'],
  [
    'code that shows its lines',
    `<div style="display: flex"><code style="white-space: pre">\n${CODE}\n</code></div>`,
    undefined,
  ],
  [
    'a language as the first name of the listing',
    `<pre class="python example"><code>${CODE}</code></pre>`,
    'python',
  ],
  ['a language of two words', `<pre class="src src-emacs-lisp">${CODE}</pre>`, 'emacs-lisp'],
  [
    'labels of tabs above it',
    `<div class="code-group"><div class="tabs"><input type="radio" id="t1"><label for="t1">pip</label><input type="radio" id="t2"><label for="t2">uv</label></div><div class="language-python"><pre>${CODE}</pre></div></div>`,
    'python',
  ],
  [
    'numbers in a listing of their own, the language beside the other',
    `<table class="lntable"><tr><td class="lntd"><pre><code>1\n2\n3\n4\n</code></pre></td><td class="lntd"><pre><code class="language-python" data-lang="python">${CODE}</code></pre></td></tr></table>`,
    'python',
  ],
  [
    'a language among the parameters of a highlighter',
    `<pre data-syntaxhighlighter-params="brush: python; gutter: false">${CODE}</pre>`,
    'python',
  ],
  [
    'what it shows when it is pointed at',
    `<pre><code>${CODE.replace('kiln:', '<span class="twoslash-hover">kiln:<span class="popup">let kiln</span></span>')}</code></pre>`,
    undefined,
  ],
  ['plain', `<pre>${CODE}</pre>`, undefined],
  ['the standard', `<pre><code class="language-python">${CODE}\n</code></pre>`, 'python'],
  [
    'spans with line feeds (Shiki)',
    `<pre class="shiki" data-language="python"><code>${lines((l) => `<span class="line">${l}</span>\n`)}</code></pre>`,
    'python',
  ],
  [
    'spans named lines without line feeds',
    `<pre><code>${lines((l) => `<span class="line">${l}</span>`)}</code></pre>`,
    undefined,
  ],
  [
    'spans set as blocks, numbers in front',
    `<pre class="language-bash">${lines((l, n) => `<span style="display:block"><span class="linenumber" style="user-select:none">${n}</span>${l}</span>`)}</pre>`,
    'bash',
  ],
  [
    'spans with br, numbers in another cell (Hexo)',
    `<figure class="highlight python"><table><tr><td class="gutter"><pre>${lines((_, n) => `<span class="line">${n}</span><br>`)}</pre></td><td class="code"><pre>${lines((l) => `<span class="line">${l}</span><br>`)}</pre></td></tr></table></figure>`,
    'python',
  ],
  [
    'divs in an editor',
    `<div class="cm-content">${lines((l) => `<div class="cm-line">${l || '<br>'}</div>`)}</div>`,
    undefined,
  ],
  [
    'pasted divs',
    `<div style="font-family: Consolas, monospace; white-space: pre"><div>if kiln:</div><div>    heat(kiln)</div><br><div>rest()</div></div>`,
    undefined,
  ],
  [
    'items',
    `<pre><code class="hljs python"><ol>${lines((l, n) => `<li><div class="hljs-ln-numbers" data-line-number="${n}"></div><div class="hljs-ln-code">${l}</div></li>`)}</ol></code></pre>`,
    'python',
  ],
  [
    'rows (GitHub)',
    `<div class="blob highlight-source-python"><table>${lines((l, n) => `<tr><td class="blob-num" data-line-number="${n}"></td>\n<td class="blob-code">${l}</td></tr>\n`)}</table></div>`,
    'python',
  ],
  [
    'a gutter inside the code (Rouge)',
    `<div class="language-python highlighter-rouge"><div class="highlight"><pre><code><table class="rouge-table"><tbody><tr><td class="rouge-gutter"><pre class="lineno">1\n2\n3\n4\n</pre></td><td class="rouge-code"><pre>${CODE}\n</pre></td></tr></tbody></table></code></pre></div></div>`,
    'python',
  ],
  [
    'numbers among the code (Pygments)',
    `<div class="highlight"><pre>${CODE.split('\n')
      .map((l, i) => `<span class="lineno">${i + 1}</span>${l}`)
      .join('\n')}</pre></div>`,
    undefined,
  ],
  ['no-break spaces', `<pre>${CODE.replaceAll('    ', '&nbsp;&nbsp;&nbsp; ')}</pre>`, undefined],
  ['SyntaxHighlighter', `<pre class="brush: python; toolbar: false">${CODE}</pre>`, 'python'],
  [
    'Pandoc',
    `<div class="sourceCode"><pre class="sourceCode python"><code class="sourceCode python">${CODE}</code></pre></div>`,
    'python',
  ],
  [
    'a bar with label and button in it',
    `<pre><div><span>python</span><button>Copy code</button></div><div><code>${CODE}</code></div></pre>`,
    'python',
  ],
  [
    'a bar with label and button around it',
    `<div class="code-block"><div class="bar"><span>Python</span><button>Copy</button></div><pre><code class="language-python">${CODE}</code></pre></div>`,
    'python',
  ],
  [
    'a label before it and a gutter behind it (VitePress)',
    `<div class="language-python line-numbers-mode"><button title="Copy Code"></button><span class="lang">python</span><pre><code>${CODE}</code></pre><div class="line-numbers-wrapper" aria-hidden="true">${Array.from({ length: 40 }, (_, i) => `<span class="line-number">${i + 1}</span><br>`).join('')}</div></div>`,
    'python',
  ],
])('one block of code: %s', async (_name, body, language) => {
  expect(await listingsIn(body)).toEqual([['code', CODE, language]])
})

test('code by itself between blocks is a listing, code in a sentence is none', async () => {
  expect(
    await listingsIn('<div><p>Call it:</p><code class="hl python block">heat(kiln)</code></div>'),
  ).toEqual([
    ['other', 'Call it:', undefined],
    ['code', 'heat(kiln)', 'python'],
  ])
  expect(await listingsIn('<div>Call <code>heat(kiln)</code> twice.</div>')).toEqual([
    ['other', 'Call heat(kiln) twice.', undefined],
  ])
})

test('a table of numbers and names is no listing, nor is a story set as preformatted', async () => {
  const table = '<table><tr><td>1</td><td>oak</td></tr><tr><td>2</td><td>ash</td></tr></table>'
  expect((await listingsIn(table)).map(([kind]) => kind)).toEqual(['other', 'other', 'other', 'other'])
  expect(await listingsIn('<pre><h2>Kilns</h2><div>Of clay.</div></pre>')).toHaveLength(2)
})

test('the language people speak is no language of code', async () => {
  expect(await listingsIn(`<div class="lang-en"><pre>${CODE}</pre></div>`)).toEqual([
    ['code', CODE, undefined],
  ])
})
