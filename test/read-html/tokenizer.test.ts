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

test('strides change no tree', () => {
  fc.assert(
    fc.property(anything, (pieces) => {
      const html = pieces.join('')
      expect(treeOf(html)).toBe(serialize(parse(html, options)))
    }),
    { numRuns: 2000, seed: 7 },
  )
})

test.each(Object.entries(BAD_MARKUP))('strides change no tree: %s', (_name, html) => {
  expect(treeOf(html)).toBe(serialize(parse(html, options)))
})
