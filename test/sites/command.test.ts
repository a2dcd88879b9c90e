import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { folder, put } from '../batch/folder.ts'

vi.setConfig({ testTimeout: 180_000 })

const MAIN = join(import.meta.dirname, '../../dist/cli/main.js')
const dechaff = (cwd: string, ...args: string[]) =>
  spawnSync(process.execPath, [MAIN, ...args], { cwd, encoding: 'utf8' })

const STORIES = ['The mill', 'The weir', 'The ford', 'The lock', 'The quay', 'The pier'].map(
  (place, i) =>
    `${place} was painted in the colours of the town last week, after ${i + 3} summers of waiting for the paint to come.

Nobody in the street had asked for it, says the painter, who began with ${i + 2} brushes and ended with one.

Sign up for the letter of the Harbour Post and read every Friday what the harbour did.`,
)

const crawl = (): string =>
  put(folder(), {
    'pages.jsonl': STORIES.map(
      (text, i) => `${JSON.stringify({ id: `p${i}`, url: `https://post.example/p${i}`, text })}\n`,
    ).join(''),
  })

it('counts, part by part or at once, to the same bytes', () => {
  const at = crawl()
  expect(dechaff(at, 'sites', 'pages.jsonl', '-j', '2').stderr).toContain('6 pages of 1 sites')
  for (const part of ['1/2', '2/2'])
    dechaff(at, 'sites', 'pages.jsonl', '--shard', part, '--shard-size', '2', '-o', `${part[0]}.jsonl`)
  expect(dechaff(at, 'sites', 'merge', '2.jsonl', '1.jsonl', '-o', 'sum.jsonl').status).toBe(0)
  const sum = readFileSync(join(at, 'sum.jsonl'), 'utf8')
  expect(sum).toBe(readFileSync(join(at, 'sites.jsonl'), 'utf8'))
  expect(sum.split('\n')[1]).toContain('"line":"sign up for the letter of the harbour post')
  const shown = dechaff(at, 'sites', 'show', 'https://www.post.example/x')
  expect(shown.stdout).toMatch(/^post\.example \(text\): 6 pages\n {7}6 of 6 {2}sign up/)
  expect(dechaff(at, 'sites', 'show', 'other.example').status).toBe(1)
})

it('cleans with the counts, which belong to the run', () => {
  const at = crawl()
  dechaff(at, 'sites', 'pages.jsonl')
  const articles = (out: string) => readFileSync(join(at, out, 'articles.jsonl'), 'utf8')
  const own = dechaff(at, 'run', 'pages.jsonl', '--sites', 'sites.jsonl', '--out', 'own')
  expect(own.status).toBe(0)
  expect(articles('own')).not.toContain('every Friday')
  expect(dechaff(at, 'run', 'pages.jsonl', '--sites', 'auto', '--out', 'auto').status).toBe(0)
  expect(articles('auto')).toBe(articles('own'))
  expect(readFileSync(join(at, 'auto/sites.jsonl'))).toEqual(readFileSync(join(at, 'sites.jsonl')))
  writeFileSync(join(at, 'sites.jsonl'), '{"site":"post.example","door":"text","pages":6}\n')
  const other = dechaff(at, 'run', 'pages.jsonl', '--sites', 'sites.jsonl', '--out', 'own')
  expect(other.status).toBe(2)
  expect(other.stderr).toContain('sitesDigest')
})

it('refuses what it cannot do with a word', () => {
  const at = crawl()
  writeFileSync(join(at, 'bad.jsonl'), 'no counts\n')
  const bad = dechaff(at, 'run', 'pages.jsonl', '--sites', 'bad.jsonl', '--out', 'x')
  expect([bad.status, bad.stderr]).toEqual([2, 'error: bad.jsonl:1: is not valid JSON\n'])
  const twice = dechaff(at, 'run', '-', '--sites', 'auto', '--out', 'x')
  expect([twice.status, twice.stderr]).toEqual([2, expect.stringContaining('reads the input twice')])
  expect(dechaff(at, 'clean', 'pages.jsonl', '--sites', 'bad.jsonl').status).toBe(2)
  expect(dechaff(at, 'sites').status).toBe(2)
})
