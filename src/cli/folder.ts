import { type Files, systemFiles } from '../batch/files.ts'
import { refuseOverlap } from '../batch/inputs.ts'
import { openRunFolder } from '../batch/run-folder.ts'
import { uniqueNames } from '../batch/seen.ts'
import { articleFileName } from '../batch/sinks.ts'
import type { Outcome } from '../core/article.ts'
import { ARTICLE_ENDINGS, articleWriter } from '../render/article-file.ts'
import { type Format, jsonLine } from './print.ts'

export interface Folder {
  write(outcome: Outcome): Promise<void>
  /** All files appear, in place of those an earlier call wrote. */
  close(): Promise<void>
  /** After an error: the folder is as it was. */
  discard(): Promise<void>
}

/**
 * Writes `records.jsonl` and, unless the format is json, a file for every article. Nothing is replaced but
 * what an earlier call wrote. Throws where the folder lies in an input, is a run's, or has other files of these names.
 */
export async function folderOf(
  out: string,
  format: Format,
  inputs: readonly string[] = [],
  files: Files = systemFiles,
): Promise<Folder> {
  await refuseOverlap(inputs, out, { inside: true })
  const folder = await openRunFolder(out, { command: 'clean' }, { files, names: ['records.jsonl'] })
  try {
    const stage = await folder.stage()
    const records = await stage.create('records.jsonl')
    const writer = format === 'json' ? undefined : await articleWriter(format)
    const unique = uniqueNames()
    let inputs = 0
    return {
      async write(outcome) {
        inputs++
        await records.write(jsonLine(outcome))
        if (format === 'json' || writer === undefined) return
        const { id, input, articles } = outcome
        for (const [at, article] of articles.entries()) {
          const name = unique(articleFileName(id, at + 1, articles.length))
          const file = await stage.create(`${name}.${ARTICLE_ENDINGS[format]}`)
          await file.write(writer.file(article, input))
          await file.close()
        }
      },
      async close() {
        await records.close()
        await folder.finish(stage, { inputs, digest: '' })
        await folder.close()
      },
      async discard() {
        await stage.discard()
        await folder.close()
      },
    }
  } catch (error) {
    await folder.close()
    throw error
  }
}
