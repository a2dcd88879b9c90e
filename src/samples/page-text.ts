import { legacyHookDecode, normalizeEncoding } from '@exodus/bytes/encoding.js'
import { parse } from 'parse5'
import type { Sample } from './folder.ts'
import { fold, loosen } from './phrase.ts'

/**
 * All text of the page, seen or unseen, folded: tells a phrase the reader lost from one that never stood there.
 * `charset` is how the page was decoded; UTF-8 where that is not known.
 */
export function pageText(sample: Pick<Sample, 'page' | 'bytes'>, charset: string | null): string {
  const source = legacyHookDecode(sample.bytes, normalizeEncoding(charset ?? '') ?? 'utf-8')
  return fold(sample.page.endsWith('.txt') ? source : htmlText(source))
}

/** Words of a line that has the phrase's letters and digits, but other marks, case or width; undefined where there is none. */
export function nearMiss(lines: Iterable<string>, phrase: string): string | undefined {
  const wanted = loosen(phrase)
  if (wanted === '') return undefined
  for (const line of lines) if (loosen(line).includes(wanted)) return fold(line)
  return undefined
}

interface Node {
  readonly nodeName: string
  readonly value?: string
  readonly childNodes?: readonly Node[]
  readonly content?: Node
}
const UNREAD = new Set(['script', 'style'])

function htmlText(source: string): string {
  const texts: string[] = []
  const stack: Node[] = [parse(source, { scriptingEnabled: false }) as unknown as Node]
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.nodeName === '#text' && node.value !== undefined) texts.push(node.value)
    if (UNREAD.has(node.nodeName)) continue
    const children = [...(node.childNodes ?? []), ...(node.content?.childNodes ?? [])]
    for (let at = children.length - 1; at >= 0; at--) stack.push(children[at]!)
  }
  return texts.join('')
}
