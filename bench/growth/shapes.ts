/** A page of about so many characters. */
export type Shape = (size: number) => string

const SENTENCE =
  'The harbour master of Quilby counted forty boats before the fog came in, and wrote the number down. '
const HAN = '港务长在雾起之前数了四十条船，把数字记在本子上。'

const fill = (piece: (i: number) => string, size: number): string => {
  const pieces: string[] = []
  for (let length = 0, i = 0; length < size; i++) {
    const next = piece(i)
    pieces.push(next)
    length += next.length
  }
  return pieces.join('')
}
const page = (body: string) =>
  `<!DOCTYPE html><html><head><title>Growth</title></head><body>${body}</body></html>`
const nested = (open: string, middle: string, size: number) => page(fill(() => open, size) + middle)

/** Pages that are hard on tree builders, on scoring and on regular expressions. */
export const HTML_SHAPES: Readonly<Record<string, Shape>> = {
  'flat paragraphs': (size) => page(fill(() => `<p>${SENTENCE.repeat(3)}</p>\n`, size)),
  links: (size) => page(fill((i) => `<a href="/p/${i}">Page number ${i}</a> `, size)),
  'nested div': (size) => nested('<div>', `<p>${SENTENCE}</p>`, size),
  'unclosed inline': (size) => nested('<b><i>word ', '', size),
  'nested lists': (size) => nested('<ul><li>item ', '', size),
  'short paragraphs': (size) => page(fill((i) => `<p>Line ${i}.</p>`, size)),
  digits: (size) => page(`<p>${SENTENCE}</p><p>${'7'.repeat(size)}</p>`),
  blanks: (size) => page(`<p>${SENTENCE}${' '.repeat(size)}x</p><p>${SENTENCE}</p>`),
  'full-width blanks': (size) => page(`<p>${HAN}${'\u3000'.repeat(size)}x</p><p>${HAN}</p>`),
  'references in a value': (size) =>
    page(`<p data-all="${fill(() => '&quot;fog&quot;:1,', size)}">${SENTENCE}</p>`),
  'values with references': (size) =>
    page(fill((i) => `<p title="Fog &amp; mist, ${i}">${SENTENCE}</p>`, size)),
  'one huge line': (size) => page(`<p>${fill(() => SENTENCE, size)}</p>`),
  'one huge Han line': (size) => page(`<p>${fill(() => HAN, size)}</p>`),
  notes: (size) => {
    const marks = fill((i) => `word<sup><a id="r${i}" href="#n${i}">${i}</a></sup> `, size / 2)
    const notes = fill((i) => `<li><p id="n${i}">Note ${i} <a href="#r${i}">back</a></p></li>`, size / 2)
    return page(`<p>${SENTENCE.repeat(9)}${marks}</p><ol start="0">${notes}</ol>`)
  },
  'lines of code': (size) =>
    page(
      `<pre class="highlight"><code>${fill((i) => `<span class="line">  let a${i} = ${i}</span>\n`, size)}</code></pre>`,
    ),
  pictures: (size) =>
    page(
      fill(
        (i) =>
          `<figure><img src="/i/${i}.jpg" width="600" alt="Boat ${i}"><figcaption>Boat ${i}</figcaption></figure>`,
        size,
      ),
    ),
  'custom elements': (size) => page(fill((i) => `<q-line>Line ${i} of the log.</q-line>`, size)),
  'wide tables': (size) => {
    const row = `<tr>${fill((i) => `<td>cell ${i}</td>`, 4000)}</tr>`
    return page(`<table>${fill(() => row, size)}</table>`)
  },
  // two lengths that grow together: what costs their product shows here
  'style rules x elements': (size) =>
    page(
      `<style>${fill((i) => `.a${i} .b{display:none}`, size / 2)}</style>${fill((i) => `<p class="a${i}">Line ${i}.</p>`, size / 2)}`,
    ),
  'copies of a class x rules': (size) =>
    page(
      `<style>${fill((i) => `.a.b${i}{display:none}`, size / 2)}</style><p class="${fill(() => 'a ', size / 2)}">${SENTENCE}</p>`,
    ),
  'claims x blocks': (size) =>
    page(
      `<script type="application/ld+json">[${fill((i) => `{"@type":"Article","headline":"Line ${i}."},`, size / 2).slice(0, -1)}]</script>${fill((i) => `<p>Line ${i}.</p>`, size / 2)}`,
    ),
  'headings x titles': (size) =>
    page(
      `${fill((i) => `<meta property="og:title" content="Boats of Quilby ${i}">`, size / 2)}${fill((i) => `<h1>Boats of Quilby ${i}</h1>`, size / 2)}`,
    ),
  'columns x rows': (size) => {
    const width = Math.ceil(Math.sqrt(size / 12))
    const row = `<tr>${Array.from({ length: width }, (_, i) => `<td>${i}</td>`).join('')}</tr>`
    return page(`<table>${row.repeat(width)}</table>`)
  },
}

/** The same for text dumps. */
export const TEXT_SHAPES: Readonly<Record<string, Shape>> = {
  'flat paragraphs': (size) => fill(() => `${SENTENCE.repeat(3)}\n\n`, size),
  'menu lines': (size) => fill((i) => `Page number ${i}\n`, size),
  bullets: (size) => fill((i) => `  • Page number ${i}\n`, size),
  'deep indents': (size) => fill((i) => `${' '.repeat(i % 200)}item ${i}\n`, size),
  'short paragraphs': (size) => fill((i) => `Line ${i}.\n\n`, size),
  'wrapped at 80 columns': (size) => fill(() => `   ${SENTENCE.slice(0, 74)}\n`, size),
  'one line again and again': (size) => fill(() => 'Read more\n', size),
  'headers of many articles': (size) =>
    fill(
      (i) => `Boats of Quilby, part ${i}\nThe Quilby Post | 2024-05-1${i % 10}\n${SENTENCE.repeat(4)}\n\n`,
      size,
    ),
  digits: (size) => `${SENTENCE}\n${'7'.repeat(size)}\n`,
  blanks: (size) => `${SENTENCE}${' '.repeat(size)}x\n${SENTENCE}`,
  'full-width blanks': (size) => `${HAN}${'\u3000'.repeat(size)}x\n${HAN}`,
  'empty lines': (size) => `${SENTENCE}\n${'\n'.repeat(size)}${SENTENCE}`,
  'one huge line': (size) => fill(() => SENTENCE, size),
  'one huge Han line': (size) => fill(() => HAN, size),
  'wide tables': (size) => fill((i) => `${fill((j) => `cell ${i} ${j}\t`, 2000)}\n`, size),
}
