import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadPipeline } from '../../src/index.ts'

async function withModel(model?: string) {
  const file = join(await mkdtemp(join(tmpdir(), 'dechaff-model-')), 'mine.yaml')
  await writeFile(file, `name: mine\n${model === undefined ? '' : `model: ${model}\n`}`)
  return loadPipeline(file)
}

test("a pipeline anywhere may name the package's own model", async () => {
  expect((await withModel('article')).model).toEqual((await loadPipeline('article')).model)
  await expect(withModel('articel')).rejects.toThrow('model articel cannot be read')
  expect((await withModel('none')).model).toBeUndefined()
})

test('a pipeline that names no model has that of the default one', async () => {
  expect((await withModel()).model).toEqual((await loadPipeline('article')).model)
})
