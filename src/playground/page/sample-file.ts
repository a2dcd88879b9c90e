import { zipSync } from 'fflate'
import type { Outcome } from '../../core/article.ts'
import type { Dump } from '../../core/dump.ts'
import { download } from '../../review/page/want.ts'

/** The date in the archive's entries: the same sample makes the same bytes. */
const LONG_AGO = new Date(1980, 0, 1)
const LONGEST_NAME = 50

/**
 * Takes a sample away as a packed folder of samples/: the page byte for byte, its `want.yaml`, and the file of the
 * pipeline where it is none of the package's. @returns the name of the file.
 */
export function sampleFile(
  { dump, outcome }: { readonly dump: Dump; readonly outcome: Outcome },
  named: string,
  want: string,
  pipeline: string | undefined,
): string {
  const name = named || nameOf(outcome)
  const encoder = new TextEncoder()
  const folder = {
    [outcome.input.kind === 'text' ? 'page.txt' : 'page.html']: dump.bytes!,
    'want.yaml': encoder.encode(want),
    ...(pipeline !== undefined && { 'pipeline.yaml': encoder.encode(pipeline) }),
  }
  const bytes = zipSync({ [name]: folder }, { mtime: LONG_AGO })
  download(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: 'application/zip' }), `${name}.zip`)
  return `${name}.zip`
}

function nameOf({ articles, id }: Outcome): string {
  const words = (articles[0]?.title ?? id).normalize('NFKD').toLowerCase()
  const slug = words
    .replace(/\p{M}+/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST_NAME)
  return slug.replace(/^-+|-+$/g, '') || 'sample'
}
