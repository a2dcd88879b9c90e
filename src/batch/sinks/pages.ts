import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { syncFolder } from '../durable.ts'
import { articleOf } from '../record.ts'
import { fileName } from './names.ts'
import type { Sink } from './sink.ts'

/** One file an article, in `folder`; the folder gets its name when all of them are written. */
export async function pageSink(folder: string, kind: 'md' | 'txt'): Promise<Sink> {
  const temporary = `${folder}.${process.pid}.tmp`
  const discard = (): Promise<void> => rm(temporary, { recursive: true, force: true })
  await discard()
  await mkdir(temporary, { recursive: true })
  return {
    async take({ card, articles }) {
      for (const [at, line] of articles.entries()) {
        const article = articleOf(line)
        const name = `${fileName(card.id, at + 1, articles.length)}.${kind}`
        const text = kind === 'md' ? article.markdown : article.text
        await writeFile(join(temporary, name), text.endsWith('\n') ? text : `${text}\n`, { flush: true })
      }
    },
    async close() {
      await syncFolder(temporary)
      await rm(folder, { recursive: true, force: true })
      await rename(temporary, folder)
      await syncFolder(join(folder, '..'))
    },
    discard,
  }
}
