import type { Dump } from '../../src/core/dump.ts'

/** What is timed: takes one page, gives the number of characters found (so that nothing can be optimised away). */
export type Contender = (page: { html?: string; bytes: Uint8Array; url?: string }) => Promise<number> | number

const ADDRESS = 'https://page.example/'

interface Reader {
  parse(): { textContent?: string | null } | null
}
type ReaderClass = new (document: unknown) => Reader

async function readability(): Promise<ReaderClass> {
  return (await import('@mozilla/readability')).Readability as unknown as ReaderClass
}

/** Each loads what it needs before it is timed. An error means that the contender is not installed. */
export const CONTENDERS: Readonly<Record<string, () => Promise<Contender>>> = {
  dechaff: async () => {
    const { cleanDump, pipelineOf } = await import('../subject.ts')
    const pipeline = await pipelineOf(undefined)
    return async ({ bytes, html, url }) => {
      const dump: Dump = {
        bytes,
        contentType: html === undefined ? 'text/plain; charset=utf-8' : 'text/html; charset=utf-8',
      }
      const outcome = await cleanDump(url ? { ...dump, url } : dump, pipeline)
      return outcome.articles.reduce((sum, { text, markdown }) => sum + text.length + markdown.length, 0)
    }
  },
  parse5: async () => {
    const { parse } = await import('parse5')
    return ({ html = '' }) => parse(html).childNodes.length
  },
  'jsdom + Readability': async () => {
    const [{ JSDOM, VirtualConsole }, Readability] = [await import('jsdom'), await readability()]
    return ({ html = '', url = ADDRESS }) => {
      // A console of its own: jsdom's complaints about style sheets are not what is timed.
      const { window } = new JSDOM(html, { url, virtualConsole: new VirtualConsole() })
      const found = new Readability(window.document).parse()
      window.close()
      return found?.textContent?.length ?? 0
    }
  },
  'linkedom + Readability': async () => {
    const name = 'linkedom'
    const { parseHTML } = (await import(name)) as { parseHTML: (html: string) => { document: unknown } }
    const Readability = await readability()
    return ({ html = '' }) => new Readability(parseHTML(html).document).parse()?.textContent?.length ?? 0
  },
}
