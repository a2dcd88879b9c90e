import { expect, test } from 'vitest'
import { clean } from '../../src/index.ts'

const LINES = [
  'The glass house in the mill yard was built by two sisters who had never seen a furnace before, and it has not gone out since.',
  'They melt what the town throws away, sorted by colour on long tables, and sell it back as bowls, beads and the panes of lanterns.',
  'In the first winter the roof caught fire twice, and the second time the neighbours brought potatoes to bake in the embers.',
]

/** The Markdown of a page that holds something between the paragraphs of a story. */
async function told(inside: string): Promise<string> {
  const [first, second, third] = LINES.map((line) => `<p>${line}</p>`)
  const page = `<nav><a href="/">Home</a> <a href="/shop">Shop</a></nav><main><article><h1>Glass from the mill yard</h1>${first}${inside}${second}${third}</article></main>`
  const record = await clean({ html: `<!DOCTYPE html><title>Glass from the mill yard</title><body>${page}` })
  expect(record.status).toBe('clean')
  return record.articles[0]!.markdown
}

test('a table that is kept has no holes: links, and heads that read like those of a form', async () => {
  const table = `<figure><table><thead><tr><th>Name</th><th>Colour</th></tr></thead>
    <tr><td><a href="/bowl">Bowl</a></td><td>green</td></tr><tr><td><a href="/bead">Bead</a></td><td>blue</td></tr></table>
    <figcaption>Sold in May. Source: the sisters</figcaption></figure>`
  const markdown = await told(table)
  expect(markdown).toContain(
    '| Name | Colour |\n| --- | --- |\n| [Bowl](/bowl) | green |\n| [Bead](/bead) | blue |',
  )
  expect(markdown).toContain('Source: the sisters')
})

test('a short list of which half is links stays whole', async () => {
  const list =
    '<ul><li><a href="/a">A kiln</a></li><li><a href="/b">A roof</a></li><li>Rain</li><li>Peace</li></ul>'
  expect(await told(`<p>Four wishes hang above the door, written in chalk.</p>${list}`)).toContain(
    '- [A kiln](/a)\n- [A roof](/b)\n- Rain\n- Peace',
  )
})

test('who is quoted stays with the quotation, and what a listing is called with the listing', async () => {
  const figure =
    '<figure><blockquote><p>Glass remembers every hand.</p></blockquote><figcaption>The elder sister, May 1931</figcaption></figure>'
  expect(await told(figure)).toContain('The elder sister, May 1931')
  const listing = '<div class="listing"><div class="code-caption">melt.py</div><pre>melt(glass)</pre></div>'
  expect(await told(listing)).toContain('melt.py\n\n```\nmelt(glass)\n```')
})

test('the title of a hint heads the hint, whatever it reads', async () => {
  const hint =
    '<div class="admonition seealso"><p class="admonition-title">See also</p><p>The chapter on <a href="/beads">beads</a>.</p></div>'
  expect(await told(hint)).toContain('> See also\n>\n> The chapter on [beads](/beads).')
})

test('on a page of nothing but comments they are the page', async () => {
  const comment = (name: string, text: string) =>
    `<div class="timeline-item"><h3><a href="/${name}">${name}</a> commented</h3><div class="comment-body"><p>${text}</p></div></div>`
  const html = `<!DOCTYPE html><title>Bowl cracks when it cools, issue 12</title><body><h1>Bowl cracks when it cools</h1>${comment('ada', LINES[0]!)}${comment('ida', LINES[1]!)}${comment('ada', LINES[2]!)}</body>`
  const [article] = (await clean({ html })).articles
  for (const line of LINES) expect(article?.text).toContain(line)
})

test('a callout that is set as a figure is text', async () => {
  const figure =
    '<figure class="callout"><div><span>💡</span></div><div>Never look into the fire.</div></figure>'
  expect(await told(figure)).toContain('> Never look into the fire.')
})

test('a formula set apart right below a paragraph is part of it', async () => {
  const math =
    '<table><tr><td></td><td><math display="block"><mi>h</mi><mo>=</mo><mi>v</mi><mi>t</mi></math></td><td>(1)</td></tr></table>'
  const html = `<!DOCTYPE html><title>Glass that cools</title><body><main><h1>Glass that cools</h1><p>${LINES[0]}</p>${math}</main></body>`
  const [article] = (await clean({ html })).articles
  expect(article?.markdown).toContain('$$\nh = v t\n$$')
})
