import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet'
import { beforeAll, describe, expect, it } from 'vitest'
import { put, records } from './folder.ts'

const MAIN = 'dist/cli/main.js'
const STORY =
  '<p>The weir above the mill held through the night, the miller said, and nobody had to leave the lower town.</p>'
const page = (title: string) => `<html lang="en"><head><title>${title}</title>
  <meta property="article:published_time" content="2024-03-02T06:30:00+01:00"><meta name="keywords" content="weir, mill">
  <meta name="author" content="Ann Lee"></head><body><main><h1>${title}</h1>${STORY.repeat(4)}</main></body></html>`
const PAGES = [
  {
    id: 'one',
    url: 'https://www.valley.example/1',
    html: page('The weir holds'),
    label: 'river',
    date: '2024-03-03T10:00:00Z',
    fetched_at: '2024-03-03T10:00:00Z',
  },
  { id: 'two', html: page('The weir held'), label: null },
]

describe('dechaff run and clean', () => {
  let root: string
  const cli = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], { encoding: 'utf8' })
    expect([status, stderr.replace(/^.*\n?/gm, (line) => (/warn/i.test(line) ? '' : line))]).toEqual([
      0,
      expect.any(String),
    ])
    return stdout
  }
  const read = (name: string) => records(readFileSync(join(root, name), 'utf8'))
  beforeAll(() => {
    root = put(mkdtempSync(join(tmpdir(), 'outputs-')), {
      'pages.jsonl': PAGES.map((one) => `${JSON.stringify(one)}\n`).join(''),
    })
    const inputs = [join(root, 'pages.jsonl'), '--pass', 'label,date', '--quiet']
    cli('run', ...inputs, '--out', join(root, 'out'), '--parquet', '--chunks', '150', '--articles', 'md')
    cli('run', ...inputs, '--out', join(root, 'trove'), '--layout', 'datatrove')
  }, 120_000)

  it('pass fields of the caller, and tell when a page was retrieved, in every line', () => {
    const [one, two] = read('out/articles.jsonl')
    expect(one).toMatchObject({
      input: { retrieved: PAGES[0]!.fetched_at, fields: { label: 'river', date: PAGES[0]!.date } },
    })
    expect(two).toMatchObject({ input: { fields: { label: null } } })
    const lines = records(cli('clean', join(root, 'pages.jsonl'), '--pass', 'label', '-f', 'json'))
    expect(lines.map(({ input }) => (input as { fields: object }).fields)).toEqual([
      { label: 'river' },
      { label: null },
    ])
  })

  it('say where each page lies, so that a list of it cleans it again', () => {
    const lines = read('out/articles.jsonl')
    const list = lines.map(({ input }) => `${JSON.stringify((input as { origin: object }).origin)}\n`)
    put(root, { 'again.list': list.join('') })
    cli('run', '--list', join(root, 'again.list'), '--out', join(root, 'again'), '--quiet')
    expect(read('again/articles.jsonl').map(({ text }) => text)).toEqual(lines.map(({ text }) => text))
  })

  it('write Parquet with lists, moments, every field, and what made it', async () => {
    const file = await asyncBufferFromFile(join(root, 'out/articles.parquet'))
    const { schema, key_value_metadata: about } = await parquetMetadataAsync(file)
    const element = (name: string) => schema.find((one) => one.name === name)
    expect(element('tags')?.converted_type).toBe('LIST')
    expect(element('publishedAt')).toMatchObject({ type: 'INT64', converted_type: 'TIMESTAMP_MILLIS' })
    expect(Object.fromEntries(about!.map(({ key, value }) => [key, value]))).toMatchObject({
      'dechaff.pipeline': 'article',
      'dechaff.version': expect.stringMatching(/^\d/),
      'dechaff.pipelineDigest': expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    const rows = await parquetReadObjects({ file })
    const lines = read('out/articles.jsonl')
    expect(rows).toHaveLength(2)
    rows.forEach((row, i) => {
      const { page, part, parts, input, limits: _, notes: __, ...article } = lines[i]!
      const { origin, retrieved, fields } = input as Record<string, unknown>
      expect(row).toMatchObject({ page, part, parts, ...article, origin, fields })
      expect(row.retrieved).toBe(retrieved ?? null)
      expect(row.publishedAt).toEqual(new Date('2024-03-02T05:30:00Z'))
      expect(row.modifiedAt).toBeNull()
    })
    expect(rows[0]!.retrievedAt).toEqual(new Date(PAGES[0]!.fetched_at!))
  })

  it('cut pieces for retrieval, and write for other tools', () => {
    const chunks = read('out/chunks.jsonl')
    expect(chunks.length).toBeGreaterThan(4)
    expect(chunks[0]).toMatchObject({
      page: 'one',
      part: 1,
      chunk: 1,
      title: 'The weir holds',
      fields: { label: 'river' },
    })
    expect(
      records(cli('clean', join(root, 'pages.jsonl'), '--pass', 'label,date', '--chunks', '150')),
    ).toEqual(chunks)
    const [one] = read('trove/articles.jsonl')
    expect(one).toMatchObject({ id: 'one', media: [], metadata: { label: 'river', url: PAGES[0]!.url } })
  })

  it('write the same files by the same names', () => {
    cli('clean', join(root, 'pages.jsonl'), '--pass', 'label,date', '-o', join(root, 'own'))
    const files = (name: string) =>
      Object.fromEntries(
        readdirSync(join(root, name))
          .filter((file) => file.endsWith('.md'))
          .map((file) => [file, readFileSync(join(root, name, file), 'utf8')]),
      )
    expect(Object.keys(files('own'))).toHaveLength(2)
    expect(files('own')).toEqual(files('out/articles'))
  })
})
