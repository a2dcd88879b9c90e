import type { Origin } from '../core/article.ts'
import { PRESETS } from './sources/fields.ts'
import type { Entry } from './sources/list.ts'
import { openFile } from './sources/open.ts'
import { type FoundFile, findFiles } from './sources/paths.ts'
import { type Content, isNamedAsPage } from './sources/sniff.ts'

export interface SplitOptions {
  /** Bytes of a part; a part ends with the record that reaches them. */
  readonly bytes: number
  /** What the files hold; default: found out. */
  readonly content?: Content
  /** Told of files that are larger and cannot be cut. */
  readonly uncut?: (path: string) => void
}

/**
 * Cuts files into parts of about so many bytes between two of their records, for `--list`. Reads every file once. A part ends
 * where the next one begins, so that together they are the file. What cannot be cut is named whole, and so is what is no file:
 * its record will say so.
 */
export async function* splitFiles(operands: readonly string[], options: SplitOptions): AsyncGenerator<Entry> {
  for await (const found of findFiles(operands)) {
    if ('refused' in found) yield { file: found.path ?? found.id }
    else if (isNamedAsPage(found.path) || found.size <= options.bytes) yield { file: found.path }
    else yield* partsOf(found, options)
  }
}

async function* partsOf(file: FoundFile, options: SplitOptions): AsyncGenerator<Entry> {
  const { path, size } = file
  let offset = 0
  let pages = 0
  for await (const at of beginnings(file, options)) {
    if (pages > 0 && at.offset - offset >= options.bytes) {
      yield { file: path, offset, length: at.offset - offset }
      offset = at.offset
      pages = 0
    }
    pages++
  }
  if (offset > 0) yield { file: path, offset, length: size - offset }
  else {
    options.uncut?.(path)
    yield { file: path }
  }
}

/** Where the pages of a file lie that lie there by themselves. */
async function* beginnings(file: FoundFile, { content }: SplitOptions): AsyncGenerator<Origin> {
  for await (const input of openFile(file, { fields: PRESETS.auto!, ...(content && { content }) }))
    if ('origin' in input && input.origin) yield input.origin
}
