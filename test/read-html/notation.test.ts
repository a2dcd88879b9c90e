import { beforeAll, describe, expect, test } from 'vitest'
import type { Run } from '../../src/core/block.ts'
import { DEFAULT_LIMITS } from '../../src/pipeline/limits.ts'
import { readHtml } from '../../src/read/html.ts'
import { loadMathMl } from '../../src/read/mathml.ts'
import { readWithJsdom } from '../../src/read/standard-dom.ts'

// what reads MathML is loaded by the pipeline, where a page may hold some
beforeAll(loadMathMl)

/** The blocks of a body, which both engines must read alike. */
async function blocksOf(body: string) {
  const html = `<!DOCTYPE html><title>Kiln</title><body>${body}`
  const { blocks } = readHtml(html, undefined, DEFAULT_LIMITS)
  const other = await readWithJsdom(html, undefined, DEFAULT_LIMITS)
  expect(other.blocks).toEqual(blocks)
  return blocks
}
/** Runs of the first block that say more than their text, undefined fields left out. */
async function toldRuns(body: string): Promise<Partial<Run>[]> {
  const [first] = await blocksOf(body)
  return (first?.runs ?? [])
    .map((run) => Object.fromEntries(Object.entries(run).filter(([, value]) => value !== undefined)))
    .filter((run) => Object.keys(run).length > 1)
}

describe('what inline elements say of their text', () => {
  test.each([
    ['<p>10<sup>4</sup> bricks', [{ text: '4', shift: 'sup' }]],
    ['<p>SiO<sub>2</sub>', [{ text: '2', shift: 'sub' }]],
    ['<p>It costs <s>90</s> 80', [{ text: '90', edit: 'del' }]],
    ['<p>Fire <ins>slowly</ins>.', [{ text: 'slowly', edit: 'ins' }]],
    ['<p>Press <kbd>Esc</kbd>.', [{ text: 'Esc', code: true, edit: 'kbd' }]],
    ['<p>She said <q>no</q>.', [{ text: 'no', edit: 'q' }]],
    ['<p><mark>Hot</mark> glass', [{ text: 'Hot', edit: 'mark' }]],
    ['<p><span style="font-weight: 700">Hot</span> glass', [{ text: 'Hot', bold: true }]],
    ['<p><span style="font-style:italic">Hot</span> glass', [{ text: 'Hot', italic: true }]],
    ['<p>It costs <span style="text-decoration: line-through">90</span> 80', [{ text: '90', edit: 'del' }]],
    ['<p>10<span style="vertical-align:super">4</span> bricks', [{ text: '4', shift: 'sup' }]],
    ['<b style="font-weight:normal"><p>Hot glass</p></b>', []],
    [
      '<style>.c4{font-weight:700}</style><p><span class="c4">Hot</span> glass',
      [{ text: 'Hot', bold: true }],
    ],
    ['<style>.lead{font-weight:700}</style><p><span class="lead">Hot</span> glass', []],
    ['<p><cite>Reed, A. <i>Glass</i>. 1911.</cite> Out of print.', [{ text: 'Glass', italic: true }]],
  ])('%s', async (body, runs) => expect(await toldRuns(body)).toEqual(runs))

  test('the number of a printed page stands beside the line it is in', async () => {
    const blocks = await blocksOf('<p>The kiln was <span class="pagenum">[Pg 4]</span>cold.</p>')
    expect(blocks.map(({ text, dom }) => [text, dom?.hidden])).toEqual([
      ['The kiln was cold.', undefined],
      ['[Pg 4]', 'offscreen'],
    ])
  })

  test('a ruby is its base text, with the readings beside it', async () => {
    const body = '<p>The word <ruby>窯<rp>(</rp><rt>かま</rt><rp>)</rp>元<rt>もと</rt></ruby> is a kiln.'
    expect((await blocksOf(body))[0]?.text).toBe('The word 窯元 is a kiln.')
    expect(await toldRuns(body)).toEqual([
      { text: '窯', reading: 'かま' },
      { text: '元', reading: 'もと' },
    ])
  })

  test('emoji that are pictures are the characters they show', async () => {
    const body = '<p>It is hot <img alt="🔥" src="/e/1f525.svg" class="emoji"> today.'
    expect((await blocksOf(body))[0]?.text).toBe('It is hot 🔥 today.')
  })
})

const MATH_ML =
  '<math><semantics><msup><mi>d</mi><mn>3</mn></msup><annotation encoding="application/x-tex">d^3</annotation></semantics></math>'
const SHOWN = '<span class="katex-html" aria-hidden="true"><span>d</span><span>3</span></span>'

describe('a formula is read once, as TeX', () => {
  test.each([
    ['KaTeX', `<span class="katex"><span class="katex-mathml">${MATH_ML}</span>${SHOWN}</span>`],
    [
      'KaTeX without MathML',
      `<span class="math-inline" data-math="d^3"><span class="katex">${SHOWN}</span></span>`,
    ],
    ['annotated MathML', MATH_ML],
    ['MathML with a TeX alternative', '<math alttext="d^3"><mi>d</mi><mn>3</mn></math>'],
    [
      'hidden MathML beside its picture',
      `<span class="mwe-math-element"><span style="display:none">${MATH_ML}</span><img alt="d^3" src="/math/render/svg/1"></span>`,
    ],
    [
      'MathJax 2',
      '<span class="MathJax_Preview">d3</span><span class="MathJax" id="m1"><nobr>d3</nobr></span><script type="math/tex" id="m1s">d^3</script>',
    ],
    ['MathJax 2 before it ran', '<script type="math/tex">d^3</script>'],
    ['delimiters in the text', '\\(d^3\\)'],
    ['delimiters in an element', '<span class="math-container">$d^3$</span>'],
    ['Pandoc', '<span class="math inline"><em>d</em></span> <span class="math inline">\\(d^3\\)</span>'],
    ['a picture', '<img class="latex" src="/l.png" alt="d^3">'],
    ['a picture by its address', '<img src="https://latex.codecogs.com/svg.latex?d%5E3" alt="">'],
  ])('%s', async (_name, body) => {
    expect(await toldRuns(`<p>Volume ${body}.`)).toContainEqual({ text: 'd^3', math: 'inline' })
    expect((await blocksOf(`<p>Volume ${body}.`))[0]?.text).toMatch(/^Volume (?:d )?d\^3\.$/)
  })

  test.each([
    [`<div class="katex-display"><span class="katex">${MATH_ML}${SHOWN}</span></div>`, 'd^3'],
    ['<script type="math/tex; mode=display">d^3</script>', 'd^3'],
    ['<p>\\[d^3\\]', 'd^3'],
    ['<math display="block"><mfrac><mi>a</mi><mn>2</mn></mfrac></math>', '\\frac{a}{2}'],
    [
      '<mjx-container display="true"><mjx-math><mjx-msub><mjx-mi><mjx-c class="mjx-c1D465"></mjx-c></mjx-mi><mjx-script><mjx-mn><mjx-c class="mjx-c31"></mjx-c></mjx-mn></mjx-script></mjx-msub></mjx-math></mjx-container>',
      'x_{1}',
    ],
    [
      '<mjx-container display="true"><mjx-math aria-hidden="true"><mjx-mi><mjx-c class="mjx-c210E"></mjx-c></mjx-mi></mjx-math><mjx-assistive-mml><math display="block"><mfrac><mi>h</mi><mn>2</mn></mfrac></math></mjx-assistive-mml></mjx-container>',
      '\\frac{h}{2}',
    ],
  ])('displayed: %s', async (body, tex) =>
    expect(await toldRuns(body)).toEqual([{ text: tex, math: 'display' }]),
  )

  test('custom elements that hold TeX', async () => {
    const body = '<p>It is <d-math>d^3</d-math> large.</p><d-math block>d = \\sqrt{h}</d-math>'
    expect((await blocksOf(body)).map(({ runs }) => runs?.find(({ math }) => math)?.math)).toEqual([
      'inline',
      'display',
    ])
  })

  test('a displayed formula stands on a line of its own in its paragraph', async () => {
    const [block] = await blocksOf(`<p>So we get $$ d^3 = 8 $$ for the small one.`)
    expect(block?.text).toBe('So we get \nd^3 = 8\nfor the small one.')
  })

  test('single dollar signs that touch a formula', async () => {
    const said = await toldRuns('<p>Let $d$ be its width and $d^3 = \\alpha$ its room, at $5 or ($6).')
    expect(said).toEqual([
      { text: 'd', math: 'inline' },
      { text: 'd^3 = \\alpha', math: 'inline' },
    ])
  })

  test.each([
    '<p>Between $5,000 and $6,000.',
    '<p>$HOME and $KILN_DIR$ are set',
    '<p>It costs $5-$7, at most $x',
    '<p>It costs $$ in the shop and $$ here',
    '<p>See \\(the annex\\) there',
    '<p>US$5 and US$7',
  ])('what only looks like one is text: %s', async (body) => expect(await toldRuns(body)).toEqual([]))
})

describe('headings come without their tools', () => {
  test.each([
    '<h2 id="a">Firing<a class="headerlink" href="#a">¶</a></h2>',
    '<h2><a href="#a" id="a">#</a> Firing</h2>',
    '<h2 id="a">Firing <a href="#a">Copy the link</a></h2>',
    '<h2>Firing <span>[<a href="/edit?section=2">edit</a>]</span></h2>',
    '<div><h2>Firing</h2><span>[<a href="/edit">edit</a> | <a href="/src">source</a>]</span></div>',
  ])('%s', async (body) => expect((await blocksOf(body)).map(({ text }) => text)).toEqual(['Firing']))

  test.each([
    '<h2 id="a"><a href="#a">Firing</a></h2>',
    '<h2><a id="b"></a><a href="#b">Firing</a></h2>',
    '<figure id="f"><figcaption><p>Firing<a href="#f">¶</a></p></figcaption></figure>',
  ])('and no link to themselves: %s', async (body) => {
    expect((await blocksOf(body)).map(({ text, runs }) => [text, runs])).toEqual([['Firing', undefined]])
  })

  test.each([
    ['<h2 id="a"><a href="#a">Firing</a></h2>', 'Firing'],
    ['<h2>1. <a href="/kiln#firing">Firing</a></h2>', '1. Firing'],
    ['<section id="s1"><h2 id="a"><a href="#s1">1. </a><a href="#a">Firing</a></h2></section>', '1. Firing'],
    ['<section id="s1"><h2><a href="#s1">1.</a> Firing</h2></section>', '1. Firing'],
    ['<section id="new"><h4>fn <a href="#new">fire</a>() -> Kiln</h4></section>', 'fn fire() -> Kiln'],
    ['<p>Heat it.<a href="#s1-2">¶</a></p>', 'Heat it.'],
    ['<h2>Firing <span>[revised]</span></h2>', 'Firing [revised]'],
    ['<h2><a href="#a">#</a></h2>', '#'],
    ['<figure id="f"><figcaption>The kiln <a href="#g">B</a></figcaption></figure>', 'The kiln B'],
  ])('but keep what is said: %s', async (body, text) => expect((await blocksOf(body))[0]?.text).toBe(text))
})
