import fc from 'fast-check'
import { type DefaultTreeAdapterMap, Parser, type ParserOptions, parse, serialize } from 'parse5'
import { expect, test } from 'vitest'
import { stridingTokenizer } from '../../src/read/light/tokenizer.ts'
import { BAD_MARKUP } from '../conformance/bad-markup.ts'

class Striding extends Parser<DefaultTreeAdapterMap> {
  constructor(options: ParserOptions<DefaultTreeAdapterMap>) {
    super(options)
    this.tokenizer = stridingTokenizer(this)
  }
}

const options = { scriptingEnabled: false }
function treeOf(html: string): string {
  const parser = new Striding(options)
  parser.tokenizer.write(html, true)
  return serialize(parser.document)
}

const bits =
  '< > " \' & &amp; &nbsp \0 \r \r\n \n <!-- --> <script> </script> <style> </style> <textarea> </textarea> <table> <frameset> <svg> 😀 \ud83d <p\u00a0class=x> </p> <![CDATA[ ]]> <title> = / <a\u00a0href=" <pre>\n <select><option> <template> <plaintext> -- <! </ word'
    .split(' ')
    .map((bit) => bit.replace('\u00a0', ' '))
const anything = fc.array(fc.constantFrom(...bits, ' ', 'word', 'two words'), { maxLength: 30 })
const inTags = [
  ...'a b class data-x ID é = " \' / > < &amp; &x \0 \r\n =x ="y" =\'z\' ="a\u00a0&lt;\u00a0b" a="1" a="2"'.split(
    ' ',
  ),
  ' ',
  '\n',
].map((bit) => bit.replaceAll('\u00a0', ' '))
const tags = fc.array(
  fc.tuple(fc.constantFrom('<p', '<DIV ', '</p', '<br ', '<x-y', '<1'), fc.array(fc.constantFrom(...inTags))),
)

test('strides change no tree', () => {
  fc.assert(
    fc.property(anything, (pieces) => {
      const html = pieces.join('')
      expect(treeOf(html)).toBe(serialize(parse(html, options)))
    }),
    { numRuns: 2000, seed: 7 },
  )
})

test('tags taken at once are the same tags', () => {
  fc.assert(
    fc.property(tags, (pieces) => {
      const html = pieces.map(([tag, inside]) => `${tag}${inside.join('')}>`).join('text')
      expect(treeOf(html)).toBe(serialize(parse(html, options)))
    }),
    { numRuns: 2000, seed: 11 },
  )
})

test.each([63, 64, 65, 66, 200])('a tag with %i attributes and doubles of each', (count) => {
  const attributes = Array.from({ length: count }, (_, i) => `a${i}="${i}"`).join(' ')
  const html = `<p ${attributes} ${attributes}>`
  expect(treeOf(html)).toBe(serialize(parse(html, options)))
})

test.each(Object.entries(BAD_MARKUP))('strides change no tree: %s', (_name, html) => {
  expect(treeOf(html)).toBe(serialize(parse(html, options)))
})
