import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contentOf } from '../../src/content/content.ts'
import { markable, renderMarkdown } from '../../src/render/markdown.ts'
import { made } from './made.ts'
import { comparable, readMarkdown } from './read-back.ts'

const OPTIONS = { links: true, images: true }

test('Markdown read back by another parser gives the tree it was made from', () => {
  fc.assert(
    fc.property(made, ({ blocks, wholes }) => {
      const content = contentOf({ blocks, wholes, pictures: [] }, OPTIONS)
      const markdown = renderMarkdown(content)
      expect(comparable(readMarkdown(markdown)), markdown).toEqual(comparable(markable(content)))
    }),
    { numRuns: 300 },
  )
}, 120_000)
