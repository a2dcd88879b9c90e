import type { Outcome } from '../../src/core/article.ts'
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

/** What is loaded by an address told at run time: what is built is timed, and what may be missing. */
const load = (address: string): Promise<unknown> => import(address)

/** Each loads what it needs when it is asked for. An error means that the contender is not installed. */
export const CONTENDERS: Readonly<Record<string, (root: string) => Promise<Contender>>> = {
  dechaff: async (root) => {
    const { clean } = (await load(new URL('dist/index.js', root).href)) as {
      clean: (dump: Dump) => Promise<Outcome>
    }
    return async ({ bytes, html, url }) => {
      const contentType = `text/${html === undefined ? 'plain' : 'html'}; charset=utf-8`
      const outcome = await clean({ bytes, contentType, ...(url && { url }) })
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
    const { parseHTML } = (await load(name)) as { parseHTML: (html: string) => { document: unknown } }
    const Readability = await readability()
    return ({ html = '' }) => new Readability(parseHTML(html).document).parse()?.textContent?.length ?? 0
  },
}
/** Those of Python, in `worker.py`. */
export const IN_PYTHON: readonly string[] = ['trafilatura', 'resiliparse']
