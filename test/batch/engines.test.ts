import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { EXIT } from '../../src/batch/exit.ts'
import { mergeRuns, statusOf } from '../../src/batch/merge.ts'
import { partFrom } from '../../src/batch/shard-auto.ts'
import { folder, put } from './folder.ts'

const at = (path: string): string => fileURLToPath(new URL(`../../examples/engines/${path}`, import.meta.url))
const hasPython = spawnSync('python3', ['--version']).status === 0

it.runIf(hasPython || process.env.DECHAFF_REQUIRE_ENGINES)(
  'dechaff.py passes its own tests',
  () => {
    const { status, stderr } = spawnSync('python3', ['-m', 'unittest'], { cwd: at(''), encoding: 'utf8' })
    expect({ status, stderr }).toEqual({ status: 0, stderr: expect.stringMatching(/\nOK\n$/) })
  },
  180_000,
)

it('the Job of Kubernetes tells every index its own part, and gives up on codes that stay', () => {
  const { spec } = parse(readFileSync(at('kubernetes/job.yaml'), 'utf8'))
  const [{ env }] = spec.template.spec.containers
  const { value } = env.find(({ name }: { name: string }) => name === 'DECHAFF_SHARDS')
  const parts = Array.from({ length: spec.completions }, (_, index) =>
    partFrom({ JOB_COMPLETION_INDEX: String(index), DECHAFF_SHARDS: value }),
  )
  expect(parts.map(({ index, of }) => `${index}/${of}`)).toEqual(
    parts.map((_, index) => `${index + 1}/${spec.completions}`),
  )
  const given = spec.podFailurePolicy.rules.flatMap((rule: { onExitCodes?: { values: number[] } }) =>
    rule.onExitCodes ? rule.onExitCodes.values : [],
  )
  expect(given).toEqual([EXIT.failed, EXIT.usage, EXIT.unread])
})

it('the pods of the Job make one run, though one of them is killed and started again', async () => {
  const { spec } = parse(readFileSync(at('kubernetes/job.yaml'), 'utf8'))
  const [{ args, env }] = spec.template.spec.containers
  const given = Object.fromEntries(
    env.map(({ name, value }: { name: string; value: string }) => [name, value]),
  )
  const root = folder()
  const pages = Array.from(
    { length: 48 },
    (_, i) => `${JSON.stringify({ id: `p${i}`, text: `page ${i} @slow 5` })}\n`,
  )
  put(join(root, 'crawl'), { 'pages.jsonl': pages.join('') })
  const cli = fileURLToPath(new URL('./cli.mjs', import.meta.url))
  const words = (out: string, without: string[] = []): string[] => [
    ...args
      .slice(1)
      .map((word: string) =>
        word.replace('/data/crawl', join(root, 'crawl')).replace('/data/clean', join(root, out)),
      )
      .filter((word: string) => !without.includes(word)),
    '--shard-size',
    '2',
  ]
  const pod = (index: number) =>
    spawn(process.execPath, [cli, ...words('clean')], {
      env: { ...process.env, ...given, JOB_COMPLETION_INDEX: String(index) },
      stdio: 'ignore',
    })
  const shards = join(root, 'clean/.dechaff/shards')
  const first = pod(0)
  const end = once(first, 'close')
  while (first.exitCode === null && !(existsSync(shards) && readdirSync(shards).length > 0)) await pause(5)
  first.kill('SIGKILL')
  await end
  for (let index = 0; index < spec.completions; index++) expect((await once(pod(index), 'close'))[0]).toBe(0)
  expect((await statusOf([join(root, 'clean')])).state).toBe('mergeable')
  await mergeRuns([join(root, 'clean')], join(root, 'clean'))
  expect(spawnSync(process.execPath, [cli, ...words('whole', ['--shard', 'auto'])]).status).toBe(0)
  for (const name of ['articles.jsonl', 'report.json'])
    expect(readFileSync(join(root, 'clean', name))).toEqual(readFileSync(join(root, 'whole', name)))
}, 180_000)
