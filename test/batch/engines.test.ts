import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { EXIT } from '../../src/batch/exit.ts'
import { partFrom } from '../../src/batch/shard-auto.ts'

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
