import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadPipeline, PipelineError, pipelineNames } from '../../src/index.ts'
import { pipelineJsonSchema } from '../../src/pipeline/schema.ts'

const folder = mkdtempSync(join(tmpdir(), 'pipeline-'))
function file(yaml: string): string {
  const path = join(folder, `${Math.abs(yaml.length * 31 + yaml.charCodeAt(10))}.yaml`)
  writeFileSync(path, yaml)
  return path
}
const fault = async (yaml: string) => {
  const path = file(yaml)
  const error = await loadPipeline(path).then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(PipelineError)
  return (error as Error).message.replaceAll(path, 'own.yaml')
}

describe('loadPipeline', () => {
  it.each(pipelineNames())('%s holds', async (name) => {
    const pipeline = await loadPipeline(name)
    expect(pipeline.name).toBe(name)
    expect(pipeline.about).not.toBe('')
  })

  it.each([
    ['{"version":2}', 'is of version 2'],
    ['{"version":1}', 'names no features'],
    ['{"version":1,"features":["words","moonlight"]}', 'a feature "moonlight" nobody knows'],
    ['null', 'is of version undefined'],
    ['{"version":1,"features":[],"trees":[]}', 'has no bias'],
    ['{"version":1,"features":[],"bias":0}', 'has no trees'],
    ['{"version":1,"features":[],"bias":0,"trees":[null]}', 'its tree 0 is none'],
    ['{"version":1,"features":[],"bias":0,"trees":[{"feature":[-1]}]}', 'its tree 0 is none'],
    [
      '{"version":1,"features":["words"],"bias":0,"trees":[{"feature":[0],"threshold":[1],"left":[0],"right":[0],"unknownLeft":[0],"value":[1]}]}',
      'its tree 0 is none',
    ],
  ])('does not take the model %s', async (model, why) => {
    writeFileSync(join(folder, 'own.model.json'), model)
    expect(await fault('name: own\nmodel: own.model.json\n')).toContain(why)
  })

  it('fills in the defaults of every rule and gate', async () => {
    const pipeline = await loadPipeline(
      file('name: own\nrules:\n  share-bar: { weight: 7 }\n  menu-run: off\n'),
    )
    expect(pipeline.rules['share-bar']?.weight).toBe(7)
    expect(pipeline.rules['menu-run']).toBeUndefined()
    expect(pipeline.rules.copyright?.weight).toBeGreaterThan(0)
    expect(Object.keys(pipeline.gates)).toContain('not-an-article')
  })

  it('hands the languages wanted to the language gate', async () => {
    const pipeline = await loadPipeline(file('name: own\nlanguages: [en, de]\n'))
    expect(pipeline.gates.language).toMatchObject({ languages: ['en', 'de'] })
  })

  it('names the nearest of an unknown pipeline', async () => {
    await expect(loadPipeline('artcle')).rejects.toThrow('unknown pipeline "artcle"; did you mean "article"?')
  })

  it('names file, line, column and the nearest key of a typo', async () => {
    expect(await fault('name: own\nrules:\n  share-bra: { weight: 2 }\n')).toBe(
      'own.yaml:3:3 rules.share-bra: unknown rule, did you mean "share-bar"?',
    )
    expect(await fault('name: own\nrules:\n  share-bar: { wieght: 2 }\n')).toBe(
      'own.yaml:3:16 rules.share-bar.wieght: unknown option, did you mean "weight"?',
    )
    expect(await fault('name: own\nkeeep: [body]\n')).toContain(
      'own.yaml:2:1 keeep: unknown key, did you mean "keep"?',
    )
  })

  it('refuses values out of bounds and of the wrong kind', async () => {
    expect(await fault('name: own\nrules:\n  share-bar: { weight: -1 }\n')).toContain(
      'own.yaml:3:16 rules.share-bar.weight:',
    )
    expect(await fault('name: own\nrules:\n  share-bar: loud\n')).toContain('must be "off" or a map')
    expect(await fault('name: own\nkeep: [bodi]\n')).toContain('own.yaml:2:')
    expect(await fault('name: [unclosed\n')).toContain('own.yaml:')
  })

  it('has a schema file that says what the rules say', () => {
    expect(readFileSync('pipelines/schema.json', 'utf8')).toBe(pipelineJsonSchema())
  })
})
