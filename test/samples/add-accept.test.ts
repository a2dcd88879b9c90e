import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { applyAcceptance, planAcceptance } from '../../src/samples/accept.ts'
import { addSample } from '../../src/samples/add.ts'
import { checkSamples, openSample } from '../../src/samples/check-all.ts'
import { lineClean } from './line-clean.ts'

const PAGE = `The bridge over the Ouse is open again
[navigation] Home and garden
After two years of work, the first lorry crossed the river this morning.
[related] Ten more bridges to see before you are forty
The mayor was late.`

let dir: string
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'dechaff-samples-'))
  await writeFile(join(dir, 'bad page.txt'), PAGE)
})
afterEach(() => rm(dir, { recursive: true, force: true }))

const add = (options: { why?: string; name?: string } = {}) =>
  addSample(join(dir, 'bad page.txt'), lineClean, { dir: join(dir, 'samples'), ...options })
const check = async () =>
  (await checkSamples(join(dir, 'samples'), lineClean)).flatMap((result) =>
    result.failures.map((failure) => failure.message),
  )
async function edit(change: (want: string) => string): Promise<string> {
  const file = join(dir, 'samples', 'a', 'want.yaml')
  const edited = change(await readFile(file, 'utf8'))
  await writeFile(file, edited)
  return edited
}

test('a page added as a sample is there byte for byte and passes as it is', async () => {
  const { folder } = await add({ why: 'the mayor is kept' })
  expect(folder).toBe(join(dir, 'samples', 'the-bridge-over-the-ouse-is-open-again'))
  expect(await readFile(join(folder, 'page.txt'), 'utf8')).toBe(PAGE)
  expect((await readdir(folder)).sort()).toEqual(['page.txt', 'want.yaml'])
  expect(await check()).toEqual([])
})

test('moving one proposed line makes it red', async () => {
  await add({ name: 'a' })
  const flipped = await edit((want) =>
    want
      .replace(/^ {2}- (The mayor was late\.).*\n/m, '')
      .replace('drop:\n', 'drop:\n  - The mayor was late.\n'),
  )
  expect(flipped).toMatch(/drop:\n {2}- The mayor/)
  expect(await check()).toEqual(['drop: "The mayor was late." is in an article'])
})

test('the pipeline it was cleaned with is named as seen from its folder', async () => {
  const pipeline = join(dir, 'own.yaml')
  const { want } = await addSample(join(dir, 'bad page.txt'), lineClean, {
    dir: join(dir, 'samples'),
    pipeline,
  })
  expect(want).toMatch(/^pipeline: \.\.\/\.\.\/own\.yaml$/m)
})

test('a name that is taken is refused', async () => {
  await add({ name: 'a' })
  await expect(add({ name: 'a' })).rejects.toThrow('give the sample another --name')
})

test('a page is found by its id in a record file', async () => {
  const records = join(dir, 'run.jsonl')
  const record = { id: 'p7', input: { path: 'bad page.txt', url: 'https://a.example/7' } }
  await writeFile(records, `not json\n${JSON.stringify({ id: 'p1' })}\n${JSON.stringify(record)}\n`)
  const { folder } = await addSample(`${records}#p7`, lineClean, { dir: join(dir, 'samples'), name: 'a' })
  expect(await readFile(join(folder, 'want.yaml'), 'utf8')).toMatch('url: https://a.example/7')
  const missing = addSample(`${records}#p8`, lineClean, { dir: join(dir, 'samples') })
  await expect(missing).rejects.toThrow('no record with the id "p8"')
})

test('a phrase whose verdict changed can be accepted only as a regression, after it was shown', async () => {
  await add({ name: 'a' })
  const want = await edit((text) =>
    text
      .replace('title: The bridge', 'title: A bridge')
      .replace('keep:\n', 'keep:\n  - Home and garden # a remark\n'),
  )
  const sample = await openSample('a', join(dir, 'samples'))
  const plan = await planAcceptance(sample, lineClean)
  expect(plan.regressions).toEqual([
    'keep: "Home and garden" is in no article',
    'meta.title: want "A bridge over the Ouse is open again", got "The bridge over the Ouse is open again"',
  ])
  expect(plan.diff).toContain('-   - Home and garden # a remark')
  expect(plan.diff).toContain('+   title: The bridge over the Ouse is open again')
  expect(await readFile(join(sample.folder, 'want.yaml'), 'utf8')).toBe(want)
  await applyAcceptance(sample, plan)
  expect(await check()).toEqual([])
})

test('another role, and a pinned text, are accepted without more ado', async () => {
  await add({ name: 'a' })
  await edit((text) => `${text.replace('role: related', 'role: promo')}text: text.txt\n`)
  await writeFile(join(dir, 'samples', 'a', 'text.txt'), 'The bridge over the Ouse is open again\n')
  const sample = await openSample('a', join(dir, 'samples'))
  const plan = await planAcceptance(sample, lineClean)
  expect(plan.regressions).toEqual([])
  expect(Object.keys(plan.files)).toEqual(['want.yaml', 'text.txt'])
  expect(plan.diff).toContain('+ The mayor was late.')
  await applyAcceptance(sample, plan)
  expect(await check()).toEqual([])
})

test('a phrase that is not on the page cannot be accepted', async () => {
  await add({ name: 'a' })
  await edit((text) => text.replace('keep:\n', 'keep:\n  - No such words\n'))
  const plan = await planAcceptance(await openSample('a', join(dir, 'samples')), lineClean)
  expect(plan.unmendable).toEqual(['keep: "No such words" is not on the page'])
  expect(plan.files).toEqual({})
})

test('an expectation file that is missing, and a folder that is empty, fail', async () => {
  const { folder } = await add({ name: 'a' })
  await rm(join(folder, 'want.yaml'))
  expect((await check())[0]).toMatch('want.yaml is missing: a page without expectations tests nothing')
  await rm(join(folder, 'page.txt'))
  expect((await check())[0]).toMatch('needs one page.html or page.txt, has none')
})

test('checking writes nothing', async () => {
  await add({ name: 'a' })
  await edit((text) => text.replace('keep:\n', 'keep:\n  - Home and garden\n'))
  const before = await readdir(dir, { recursive: true })
  await check()
  expect(await readdir(dir, { recursive: true })).toEqual(before)
})
