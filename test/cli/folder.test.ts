import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { systemFiles } from '../../src/batch/files.ts'
import { articleFileName } from '../../src/batch/sinks.ts'
import { folderOf } from '../../src/cli/folder.ts'
import type { Outcome } from '../../src/core/article.ts'
import { contents, folder, put, records } from '../batch/folder.ts'

const outcome = (id: string, text: string): Outcome => ({
  id,
  input: { path: null, url: null, kind: 'text', charset: null, charsetFrom: null, bytes: text.length },
  status: 'clean',
  reason: null,
  articles: [{ text, markdown: text, wordCount: 1, confidence: 1, evidence: {} }],
  dropped: { blocks: 0, chars: 0, byRole: {}, byRule: {} },
})

async function write(out: string, pages: readonly Outcome[], files = systemFiles): Promise<void> {
  const into = await folderOf(out, 'md', [], files)
  try {
    for (const page of pages) await into.write(page)
    await into.close()
  } catch (error) {
    await into.discard()
    throw error
  }
}

const fileOf = (id: string): string => `${articleFileName(id, 1, 1)}.md`
const visible = (out: string): string[] => readdirSync(out).filter((name) => name !== '.dechaff')

describe('dechaff clean --out', () => {
  it('writes a file a page, also where ids are the same, or make one name, or one to some file system', async () => {
    const ids = [
      'a/b',
      'a b',
      'a/b',
      'A b',
      'a-b-2',
      'CON',
      '',
      '...',
      '\ud83d\ude00'.repeat(99),
      'é',
      'e\u0301',
    ]
    const out = folder()
    await write(
      out,
      ids.map((id, at) => outcome(id, `text ${at}`)),
    )
    const pages = visible(out).filter((name) => name.endsWith('.md'))
    expect(pages.map((name) => readFileSync(join(out, name), 'utf8')).sort()).toEqual(
      ids.map((_, at) => `text ${at}\n`).sort(),
    )
    expect(new Set(pages.map((name) => name.normalize('NFC').toLowerCase())).size).toBe(ids.length)
    expect(records(readFileSync(join(out, 'records.jsonl'), 'utf8')).map(({ id }) => id)).toEqual(ids)
  })

  it('replaces what it wrote before, and nothing else', async () => {
    const out = put(folder(), { [fileOf('mine')]: 'precious' })
    await write(out, [outcome('one', 'old'), outcome('two', 'old')])
    await write(out, [outcome('two', 'new')])
    expect(visible(out)).toEqual([fileOf('mine'), 'records.jsonl', fileOf('two')])
    await expect(write(out, [outcome('two', 'x'), outcome('mine', 'x')])).rejects.toThrow(
      `${fileOf('mine')} is there`,
    )
    put(out, { [fileOf('two')]: 'edited' })
    await expect(write(out, [outcome('two', 'x')])).rejects.toThrow(
      `${fileOf('two')} is not as this program wrote it`,
    )
    expect(
      visible(out)
        .map((name) => readFileSync(join(out, name), 'utf8'))
        .join(),
    ).toMatch(/precious.*edited/s)
    rmSync(join(out, fileOf('two')))
    await write(out, [outcome('two', 'x')])
  })

  it('is as it was where the disk is full', async () => {
    const out = folder()
    await write(out, [outcome('one', 'old')])
    const before = contents(out)
    const full: typeof systemFiles = {
      ...systemFiles,
      async open(path, how) {
        if (path.endsWith(fileOf('two'))) throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' })
        return systemFiles.open(path, how)
      },
    }
    await expect(write(out, [outcome('one', 'new'), outcome('two', 'new')], full)).rejects.toThrow('ENOSPC')
    expect(visible(out).map((name) => readFileSync(join(out, name), 'utf8'))).toEqual(
      visible(out).map((name) => before[name]),
    )
    await write(out, [outcome('one', 'old')])
    expect(contents(out)).toEqual(before)
  })

  it('refuses the folder of a run, and one inside its inputs', async () => {
    const root = put(folder(), {
      'pages/a.html': 'x',
      'run/.dechaff/run.json': '{"format":4,"settings":{"pipeline":"one"}}',
    })
    await expect(folderOf(join(root, 'run'), 'md')).rejects.toThrow('holds results of dechaff run')
    await expect(folderOf(join(root, 'pages/out'), 'md', [join(root, 'pages')])).rejects.toThrow(
      'lies in the input',
    )
  })
})
