/** Makes the shards of a run, merges them, and says what that cost: `tsx bench/batch/merge.ts [SHARDS] [RECORDS] [SENTENCES]`; 1,000 of 1,000, of 31. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { recordOf } from '../../src/batch/record.ts'
import { openRunFolder } from '../../src/batch/run-folder.ts'
import { placeMark } from '../../src/batch/shard.ts'
import type { Outcome } from '../../src/core/article.ts'

const [shards = 1000, each = 1000, sentences = 31] = process.argv.slice(2).map(Number)
const out = mkdtempSync(join(tmpdir(), 'dechaff-merge-'))
const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** By default as long as news are: 400 words. */
const TEXT = 'The ferry between the two harbours runs again after a winter of repairs. '.repeat(sentences)

function outcomeOf(id: string): Outcome {
  const input = { path: 'crawl.jsonl', url: `https://paper.example/${id}`, kind: 'html', bytes: 40_000 }
  const article = {
    title: `Ferry ${id}`,
    language: 'en',
    text: TEXT,
    markdown: TEXT,
    wordCount: 13 * sentences,
  }
  return {
    id,
    input: { ...input, kind: 'html', charset: 'utf-8', charsetFrom: 'default' },
    status: 'clean',
    reason: null,
    articles: [{ ...article, confidence: 0.9, evidence: {} }],
    dropped: { blocks: 20, chars: 900, byRole: { boilerplate: 20 }, byRule: { 'outside-run': 20 } },
  }
}

const folder = await openRunFolder(out, { pipeline: 'article' }, { names: [], part: { index: 1, of: 1 } })
const places = createHash('sha256')
for (let shard = 0; shard < shards; shard++) {
  const records = Array.from({ length: each }, (_, i) => {
    const place = `crawl.jsonl:${shard * each + i + 1}`
    places.update(placeMark(place))
    const content = createHash('sha256').update(place).digest('base64url')
    return recordOf(outcomeOf(`p${shard * each + i}`), place, content)
  })
  const counts = { clean: each, rejected: 0, failed: 0 }
  const whole = { shards, inputs: shards * each, places: places.copy().digest('hex') }
  const mark = { digest: String(shard), counts, slowest: [], ...(shard === shards - 1 && { whole }) }
  await folder.write({ split: 0, index: shard }, mark, records)
}
await folder.close()

const watched = [at('watch.ts'), '--', process.execPath, at('../../dist/cli/main.js'), 'merge', out]
const { status } = spawnSync(process.execPath, ['--import', 'tsx', ...watched], { stdio: 'inherit' })
rmSync(out, { recursive: true })
process.exitCode = status ?? 1
