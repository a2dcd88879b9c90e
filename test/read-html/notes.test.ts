import { describe, expect, test } from 'vitest'
import { wholesAround } from '../../src/core/whole.ts'
import { DEFAULT_LIMITS } from '../../src/pipeline/limits.ts'
import { readHtml } from '../../src/read/html.ts'
import { readWithJsdom } from '../../src/read/standard-dom.ts'

/** Marks and notes of a body, the same from both engines: `text^label`, and `label: text` where it stands in a note. */
async function notesIn(body: string) {
  const html = `<!DOCTYPE html><title>Kiln</title><body>${body}`
  const page = readHtml(html, undefined, DEFAULT_LIMITS)
  const other = await readWithJsdom(html, undefined, DEFAULT_LIMITS)
  expect(other.blocks).toEqual(page.blocks)
  expect(other.wholes).toEqual(page.wholes)
  const marks = page.blocks.flatMap(({ runs = [] }) =>
    runs.filter(({ note }) => note !== undefined).map(({ text, note }) => `${text}^${note}`),
  )
  const notes = page.blocks.flatMap((block) => {
    const [inner, outer] = [...wholesAround(block, page.wholes)].filter(({ kind }) => kind.startsWith('note'))
    return inner?.kind === 'note' && outer?.kind === 'notes' ? [`${inner.label}: ${block.text}`] : []
  })
  return { marks, notes }
}
const TWO = { marks: ['1^1', '2^2'], notes: ['1: Of clay.', '2: Of brick.'] }
const P = (a: string, b: string) => `<p>A kiln${a} and another${b} stood here.</p>`

test.each<[name: string, body: string, notes?: object]>([
  [
    'GitHub',
    `${P('<sup><a href="#user-content-fn-1" id="user-content-fnref-1" data-footnote-ref>1</a></sup>', '<sup><a href="#user-content-fn-2" id="user-content-fnref-2">2</a></sup>')}
     <section data-footnotes class="footnotes"><ol><li id="user-content-fn-1"><p>Of clay. <a href="#user-content-fnref-1" class="data-footnote-backref">↩</a></p></li><li id="user-content-fn-2"><p>Of brick. <a href="#user-content-fnref-2">↩</a></p></li></ol></section>`,
  ],
  [
    'Pandoc',
    `${P('<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1</sup></a>', '<a href="#fn2" class="footnote-ref" id="fnref2"><sup>2</sup></a>')}
     <section id="footnotes" class="footnotes"><hr><ol><li id="fn1"><p>Of clay.<a href="#fnref1" class="footnote-back">↩︎</a></p></li><li id="fn2"><p>Of brick.<a href="#fnref2">↩︎</a></p></li></ol></section>`,
  ],
  [
    'an encyclopedia',
    `${P('<sup id="cite_ref-a_1-0" class="reference"><a href="#cite_note-a-1">[1]</a></sup>', '<sup id="cite_ref-2" class="reference"><a href="#cite_note-2">[2]</a></sup>')}<p>Again.<sup id="cite_ref-a_1-1" class="reference"><a href="#cite_note-a-1">[1]</a></sup></p>
     <ol class="references"><li id="cite_note-a-1"><span class="mw-cite-backlink">^ <a href="#cite_ref-a_1-0">a</a> <a href="#cite_ref-a_1-1">b</a></span> <span>Of clay.</span></li><li id="cite_note-2"><span class="mw-cite-backlink"><b><a href="#cite_ref-2">^</a></b></span> <span>Of brick.</span></li></ol>`,
    { marks: ['[1]^1', '[2]^2', '[1]^1'], notes: TWO.notes },
  ],
  [
    'a newsletter',
    `${P('<a class="footnote-anchor" href="#footnote-1" id="footnote-anchor-1">1</a>', '<a class="footnote-anchor" href="#footnote-2" id="footnote-anchor-2">2</a>')}
     <div class="footnote"><a id="footnote-1" href="#footnote-anchor-1" class="footnote-number">1</a><div><p>Of clay.</p></div></div><div class="footnote"><a id="footnote-2" href="#footnote-anchor-2" class="footnote-number">2</a><div><p>Of brick.</p></div></div>`,
  ],
  [
    'a word processor',
    `${P('<a href="#_ftn1" name="_ftnref1">[1]</a>', '<a href="#_ftn2" name="_ftnref2">[2]</a>')}
     <div id="ftn1"><p><a href="#_ftnref1" name="_ftn1">[1]</a> Of clay.</p></div><div id="ftn2"><p><a href="#_ftnref2" name="_ftn2">[2]</a> Of brick.</p></div>`,
    { marks: ['[1]^1', '[2]^2'], notes: TWO.notes },
  ],
  [
    'paragraphs under a rule, without links',
    `${P('<sup>1</sup>', '<sup>2</sup>')}<hr><p><sup>1</sup> Of clay.</p><p><sup>2</sup> Of brick.</p>`,
  ],
  [
    'a list under a title, without links',
    `${P('<sup>1</sup>', '<sup>2</sup>')}<h3>Notes</h3><ol><li>Of clay.</li><li>Of brick.</li></ol>`,
  ],
  [
    'asides, without links',
    `${P('<sup>1</sup>', '<sup>2</sup>')}<aside><ol><li>Of clay.</li></ol></aside><p>More.</p><aside><ol start="2"><li>Of brick.</li></ol></aside>`,
  ],
  [
    'a script that leads there, numbers printed before the notes',
    `${P('<sup><a href="javascript:;" id="ref-1">1</a></sup>', '<sup><a href="javascript:;">2</a></sup>')}<div id="footnote-1"><a href="javascript:;">1</a>. Of clay.</div><div id="footnote-2">2. Of brick.</div>`,
  ],
  [
    'a word processor, the names of places lost',
    `${P('<sup><a href="#_ftn1">[1]</a></sup>', '<sup><a href="#_ftn2">[2]</a></sup>')}<hr>
     <p><span><sup><a href="//5E0A#_ftnref1">[1]</a> </sup>Of clay.</span></p><p><sup><a href="#_ftnref2">[2]</a></sup> Of brick.</p>`,
    { marks: ['[1]^1', '[2]^2'], notes: TWO.notes },
  ],
  [
    'a manual, each note under its mark as a heading',
    `${P('<a class="footnote" id="DOCF1" href="#FOOT1"><sup>1</sup></a>', '<a class="footnote" id="DOCF2" href="#FOOT2"><sup>2</sup></a>')}
     <h4>Footnotes</h4><h5><a id="FOOT1" href="#DOCF1">(1)</a></h5><p>Of clay.</p><h5><a id="FOOT2" href="#DOCF2">(2)</a></h5><p>Of brick.</p>`,
  ],
])('%s', async (_name, body, notes = TWO) => expect(await notesIn(body)).toEqual(notes))

describe('notes that stand in the line', () => {
  test.each([
    [
      'beside a box that shows them, counted by a style sheet',
      '<label for="s1" class="margin-toggle sidenote-number"></label> <input type="checkbox" id="s1" class="margin-toggle"> <span class="sidenote">It was of clay.</span>',
      '^side 1',
    ],
    [
      'in a container of their own',
      '<span class="footnote-container closed"><label class="margin-toggle footnote-number"></label><input type="checkbox"><span class="footnote">It was of clay.</span></span>',
      '^side 1',
    ],
    ['in an element made for them', '<d-footnote>It was of clay.</d-footnote>', '^side 1'],
    [
      'of LaTeXML, which prints the mark thrice',
      '<span class="ltx_note ltx_role_footnote"><sup class="ltx_note_mark">1</sup><span class="ltx_note_outer"><span class="ltx_note_content"><sup class="ltx_note_mark">1</sup><span class="ltx_tag ltx_tag_note">1</span>It was of clay.</span></span></span>',
      '1^side 1',
    ],
    [
      'unfolded from a printed number',
      '<span class="inline-footnote" title="It was of clay.">1<span class="footnoteContent" style="display:none;">It was of clay.</span></span>',
      '1^side 1',
    ],
  ])('%s', async (_name, note, mark) => {
    const body = `<p>A kiln ${note} stood here.</p><p>And more.</p>`
    expect(await notesIn(body)).toEqual({ marks: [mark], notes: ['side 1: It was of clay.'] })
    const { blocks } = readHtml(`<body>${body}`, undefined, DEFAULT_LIMITS)
    expect(blocks.map(({ text }) => text)).toEqual([
      `A kiln${mark.split('^')[0]} stood here.`,
      'It was of clay.',
      'And more.',
    ])
  })

  test.each([
    '<p>A <span class="note">quite short</span> word.</p>',
    '<p><span class="footnote">A whole line is none.</span></p>',
    '<p>A kiln<span class="footnote"><a href="#x">1</a></span> stood here.</p>',
  ])('none: %s', async (body) => expect(await notesIn(body)).toEqual({ marks: [], notes: [] }))
})

test.each([
  [
    'contents',
    '<ul><li><a href="#a">1</a></li><li><a href="#b">2</a></li></ul><h2 id="a">Clay</h2><p>x</p><h2 id="b">Brick</h2>',
  ],
  [
    'exponents',
    '<p>It is 12 m<sup>2</sup> large and 2<sup>3</sup> high.</p><ol><li>Clay</li><li>Brick</li></ol>',
  ],
  ['a link back to the top', '<p id="top">Kilns</p><p>More. <a href="#top">1</a></p>'],
  ['a mark without its note', '<p>A kiln<sup><a href="#fn1">1</a></sup> stood here.</p>'],
])('none: %s', async (_name, body) => expect(await notesIn(body)).toEqual({ marks: [], notes: [] }))

test('a note holds all its paragraphs', async () => {
  const mark = '<sup><a href="#fn-1" id="r1">1</a></sup>'
  const { notes } = await notesIn(
    `${P(mark, '')}<ol><li id="fn-1"><p>Of clay.</p><p>And wood. <a href="#r1">back</a></p></li></ol>`,
  )
  expect(notes).toEqual(['1: Of clay.', '1: And wood.'])
})
