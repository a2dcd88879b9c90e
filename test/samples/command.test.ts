import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { dechaff } from '../../src/cli/program.ts'

const PAGE = `The weir at Stannick will be lowered by half a metre next spring, the water board said on Monday.

Two families of otters will have to move, and a shelter is being built for them further down the stream.

Work is expected to take nine weeks, after which the path along the bank will be opened again to walkers.
`

let dir: string
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'dechaff-command-'))
  await mkdir(join(dir, 'samples'))
  await writeFile(join(dir, 'weir.txt'), PAGE)
})
afterEach(async () => {
  vi.restoreAllMocks()
  process.exitCode = undefined
  await rm(dir, { recursive: true, force: true })
})

/** Runs `dechaff sample ...` and gives back what it printed and its exit code. */
async function run(...args: string[]): Promise<{ out: string; err: string; code: number }> {
  const printed = { out: '', err: '' }
  const into = (stream: 'out' | 'err') => (text: string | Uint8Array) => {
    printed[stream] += String(text)
    return true
  }
  vi.spyOn(process.stdout, 'write').mockImplementation(into('out'))
  vi.spyOn(process.stderr, 'write').mockImplementation(into('err'))
  process.exitCode = undefined
  try {
    await dechaff().parseAsync(['sample', ...args], { from: 'user' })
  } finally {
    vi.restoreAllMocks()
  }
  const code = Number(process.exitCode ?? 0)
  process.exitCode = undefined
  return { ...printed, code }
}
const samples = () => join(dir, 'samples')

test('add, check, edit one line, check again', async () => {
  const added = await run(
    'add',
    join(dir, 'weir.txt'),
    '--name',
    'weir',
    '--why',
    'otters',
    '--dir',
    samples(),
  )
  expect(added).toMatchObject({ code: 0 })
  expect(added.out).toMatch(/^why: otters$/m)
  expect(await run('check', samples())).toMatchObject({ code: 0, out: '1 sample, all as wanted\n' })

  const file = join(samples(), 'weir', 'want.yaml')
  await writeFile(file, (await readFile(file, 'utf8')).replace('keep:', 'drop:'))
  const red = await run('check', samples())
  expect(red.code).toBe(3)
  expect(red.out).toMatch(
    /FAIL weir\n {2}drop: "The weir at Stannick.*" is in an article\n {4}line 1: paragraph kept/,
  )

  const refused = await run('accept', 'weir', '--dir', samples())
  expect(refused).toMatchObject({ code: 3, err: expect.stringContaining('add --allow-regression') })
  const accepted = await run('accept', 'weir', '--dir', samples(), '--allow-regression')
  expect(accepted).toMatchObject({ code: 0, err: 'Wrote want.yaml.\n' })
  expect(await run('check', samples())).toMatchObject({ code: 0 })
  expect(await run('accept', join(samples(), 'weir'))).toMatchObject({
    err: expect.stringContaining('as wanted already'),
  })
})

test('a wrong call is told in one line', async () => {
  const nowhere = join(dir, 'nowhere.html')
  await expect(run('add', nowhere, '--dir', samples())).rejects.toThrow(`there is no file ${nowhere}`)
  await expect(run('check', join(dir, 'none'))).rejects.toThrow('there is no folder')
  await expect(run('check', samples())).rejects.toThrow('there is no sample in')
  await expect(run('accept', 'nothing', '--dir', samples())).rejects.toThrow('there is no sample nothing')
  await expect(run('check', '--reporter', 'xml')).rejects.toThrow('Allowed choices are text, json, junit')
})

test('the schema is printed', async () => {
  expect(JSON.parse((await run('schema')).out)).toMatchObject({ type: 'object', additionalProperties: false })
})
