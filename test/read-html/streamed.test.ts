import { describe, expect, test } from 'vitest'
import { DEFAULT_LIMITS } from '../../src/pipeline/limits.ts'
import { readHtml } from '../../src/read/html.ts'
import { readWithJsdom } from '../../src/read/standard-dom.ts'

/** A page whose story is sent after its frame, as a part with this id. */
const page = (part: string) => `<!DOCTYPE html><title>Ferry</title><nav><a href="/">Home</a></nav>
  <main><!--$?--><template id="B:0"></template><p>Loading</p><!--/$--></main><footer>Terms</footer>
  <div ${part}><article><h1>The ferry to Quilby sails again</h1>
  <p>The ferry to Quilby sails at noon, wind and tide permitting, said the harbour master, and nobody was surprised.</p>
  <p>It had lain at the quay for eleven weeks, while a gearbox was made in Orm, brought by road and fitted by hand.</p>
  </article></div><script>$RC("B:0","S:0")</script>`

async function storyOf(html: string) {
  const pages = [
    readHtml(html, undefined, DEFAULT_LIMITS),
    await readWithJsdom(html, undefined, DEFAULT_LIMITS),
  ]
  return pages.map(({ blocks }) => {
    const { hidden, readable } = blocks.find(({ text }) => text.startsWith('It had lain'))!.dom!
    return { hidden, readable }
  })
}

describe('a part that is hidden until it is put in its place', () => {
  test.each(['hidden id="S:0"', 'hidden="" id="S:1f"', 'id="app-S:2" hidden'])(
    '%s is shown',
    async (part) => {
      const shown = { hidden: undefined, readable: 1 }
      expect(await storyOf(page(part))).toEqual([shown, shown])
    },
  )

  test.each(['hidden id="story"', 'hidden id="S:"', 'hidden', 'hidden id="S:0x"', 'hidden id="FAQS:hours"'])(
    '%s is not',
    async (part) => {
      for (const { hidden } of await storyOf(page(part))) expect(hidden).toBe('attribute')
    },
  )
})
