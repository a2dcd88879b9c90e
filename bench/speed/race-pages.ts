import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { decode } from '../../src/decode/decode.ts'
import { selectLines, setName, toPage } from '../pages.ts'
import { fnv1a } from '../site.ts'
import type { RacePage } from './race.ts'

const SET = /\.jsonl(?:\.gz)?$/
const HTML = /\.x?html?$/i
const TEXT = /\.txt$/i

/** Pages to race over, by set: page sets, and the loose HTML and text files of a folder as a set of its own. */
export async function* racePages(
  path: string,
  sample: number | undefined,
): AsyncGenerator<{ readonly set: string; readonly pages: readonly RacePage[] }> {
  const files = statSync(path).isDirectory() ? readdirSync(path).sort() : ['']
  const named = files.map((file) => join(path, file))
  for (const file of named.filter((name) => SET.test(name)))
    yield { set: setName(file), pages: await setPages(file, sample) }
  const loose = named
    .filter((name) => HTML.test(name) || TEXT.test(name))
    .sort((a, b) => fnv1a(basename(a)) - fnv1a(basename(b)))
  if (loose.length > 0) yield { set: basename(path), pages: loose.slice(0, sample).map(loosePage) }
}

async function setPages(file: string, sample: number | undefined): Promise<RacePage[]> {
  const pages: RacePage[] = []
  for await (const line of selectLines(file, { holdout: 'all', sample })) {
    const { id, html, text, url } = toPage(line, setName(file))
    if (!html && !text) continue
    pages.push({ id, ...(html ? { html } : { text: text! }), ...(url ? { url } : {}) })
  }
  return pages
}

function loosePage(file: string): RacePage {
  const { text } = decode(readFileSync(file))
  return { id: basename(file), ...(TEXT.test(file) ? { text } : { html: text }) }
}
