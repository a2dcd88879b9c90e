import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import type { Outcome } from '../core/article.ts'
import { type Format, printed } from './print.ts'

export interface Folder {
  write(outcome: Outcome): Promise<void>
  close(): Promise<void>
}

/** Writes `records.jsonl` and, unless the format is json, a file for every page that came out clean. */
export async function folderOf(out: string, format: Format): Promise<Folder> {
  await mkdir(out, { recursive: true })
  const records = createWriteStream(join(out, 'records.jsonl'))
  const names = new Set<string>()
  return {
    async write(outcome) {
      records.write(printed(outcome, 'json'))
      if (format === 'json' || outcome.articles.length === 0) return
      const extension = format === 'md' ? 'md' : 'txt'
      await writeFile(join(out, `${fileName(outcome.id, names)}.${extension}`), printed(outcome, format))
    },
    async close() {
      records.end()
      await finished(records)
    },
  }
}

/** Letters, digits and dashes of the id's last parts; a hash tells apart what that leaves equal. */
function fileName(id: string, taken: Set<string>): string {
  const slug = id
    .normalize('NFKC')
    .replace(/\.(?:html?|txt)$/i, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(-60)
  const hash = createHash('sha256').update(id).digest('hex').slice(0, 8)
  const name =
    slug === '' || taken.has(slug.toLowerCase()) || /^(?:con|prn|aux|nul|com\d|lpt\d)$/i.test(slug)
      ? `${slug}-${hash}`.replace(/^-/, '')
      : slug
  taken.add(name.toLowerCase())
  return name
}
