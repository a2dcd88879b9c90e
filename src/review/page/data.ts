import type { ReportIndex } from '../index-of.ts'
import { type PackedPage, type ReviewPage, unpackPage } from '../packed.ts'

/** The list of pages, small enough to be read at once. */
export function readIndex(): ReportIndex {
  return JSON.parse(document.getElementById('index')?.textContent ?? '') as ReportIndex
}

/** One page's record, unpacked when it is asked for. */
export async function readPage(number: number): Promise<ReviewPage> {
  const chunk = document.getElementById(`page-${number}`)?.textContent ?? ''
  const bytes = Uint8Array.from(atob(JSON.parse(chunk)), (character) => character.charCodeAt(0))
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'))
  return unpackPage(JSON.parse(await new Response(stream).text()) as PackedPage)
}
