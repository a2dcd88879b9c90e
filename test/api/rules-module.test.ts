import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { clean, cleanAll, createPool, defineRule, type Outcome, PipelineError } from '../../src/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'rules-module-'))
const cli = (...args: string[]) =>
  spawnSync(process.execPath, ['dist/cli/main.js', ...args], { encoding: 'utf8' })
const RULE = `{
  id: 'mill-calls',
  role: 'newsletter',
  doc: 'Calls of the mill.',
  weight: 9,
  evidence: 'name',
  examples: [{ name: 'a call', page: '✗ From the mill: write to us\\nThe mill stands.' }],
  seeBlock: (block) => (block.text.startsWith('From the mill:') ? 'opens with "From the mill:"' : undefined),
}`
function module(source: string, name: string): string {
  const path = join(folder, name)
  writeFileSync(path, source)
  return path
}

const STORY =
  'The weir above the mill held through the night, the miller said, and nobody had to leave the lower town.'
const CALL =
  'From the mill: our bread is baked before dawn, and whoever comes by ship gets a second loaf for nothing.'
const DUMP = {
  id: 'weir',
  html: `<title>Weir</title><main><h1>Weir</h1><p>${STORY}</p><p>${CALL}</p><p>${STORY} Again.</p></main>`,
}
const outcomes = async (all: AsyncIterable<Outcome>) => {
  const found: Outcome[] = []
  for await (const one of all) found.push(one)
  return found
}

describe('a module of rules', () => {
  const path = module(`export default ${RULE}`, 'own.mjs')

  it('takes part in clean, cleanAll and a pool, named by path or address', async () => {
    const plain = await clean(DUMP)
    expect(plain.articles[0]?.text).toContain(CALL)
    const wanted = await clean(DUMP, { rules: path })
    expect(wanted.articles[0]?.text).toBe(plain.articles[0]?.text.replace(`${CALL}\n\n`, ''))
    expect(await outcomes(cleanAll([DUMP], { rules: pathToFileURL(path) }))).toEqual([wanted])
    const pool = createPool({ size: 1, rules: path })
    expect(await pool.clean(DUMP)).toEqual(wanted)
    pool.close()
  })

  it('may be TypeScript', async () => {
    const typed = module(
      `const opening: string = 'From the mill:'\nexport const calls = { ...${RULE}, doc: \`Calls: \${opening as string}.\` }`,
      'typed.ts',
    )
    const records = join(folder, 'records.jsonl')
    writeFileSync(records, `${JSON.stringify(DUMP)}\n`)
    const out = join(folder, 'out')
    const { status, stderr } = cli('run', records, '--out', out, '--rules', typed, '--quiet')
    expect([status, stderr]).toEqual([0, ''])
    expect(readFileSync(join(out, 'articles.jsonl'), 'utf8')).not.toContain('our bread')
    expect(JSON.parse(readFileSync(join(out, 'report.json'), 'utf8')).run.rulesDigest).toHaveLength(64)
  })

  it.each([
    ['export const rules = []', 'exports no rule'],
    ['export default 5 +', 'cannot be loaded'],
    [`export default { ...${RULE}, id: 'share-bar' }`, 'rule share-bar: the name is taken'],
    [`export default { ...${RULE}, weight: -1 }`, 'its weight -1 is not above 0'],
    [
      `export default { ...${RULE}, seeBlock: () => undefined }`,
      'it does not see "From the mill: write to us"',
    ],
  ])('that does not hold is an error: %s', async (source, words) => {
    const error = await clean(DUMP, { rules: module(source, `bad-${words.length}.mjs`) }).catch(
      (thrown) => thrown,
    )
    expect(error).toBeInstanceOf(PipelineError)
    expect(error.message).toContain(words)
  })
})

describe('rules handed to cleanAll', () => {
  const calls = defineRule({
    id: 'mill-calls',
    role: 'newsletter',
    doc: 'Calls of the mill.',
    weight: 9,
    selectors: ['.call'],
    examples: [],
    seeBlock: ({ dom }) => (dom?.selected?.includes('.call') ? 'stands in .call' : undefined),
  })
  const dump = { ...DUMP, html: DUMP.html.replace(`<p>${CALL}`, `<p class="call">${CALL}`) }

  it('are heard, in this process', async () => {
    const [outcome] = await outcomes(cleanAll([dump], { rules: [calls] }))
    expect(outcome).toEqual(await clean(dump, { rules: [calls] }))
    expect(outcome?.articles[0]?.text).not.toContain(CALL)
  })

  it('exclude what holds in processes only', () => {
    expect(() => cleanAll([dump], { rules: [calls], deadline: 5 })).toThrow('name the module')
    expect(() => createPool({ rules: [calls] })).toThrow('name the module')
  })
})

describe('dechaff rules', () => {
  it('new writes a rule that holds, once, as JavaScript, TypeScript or data', () => {
    const at = (name: string) => join(folder, name)
    for (const [name, ...more] of [
      ['harbour-call.mjs'],
      ['harbour-call.ts'],
      ['harbour-call.yaml'],
      ['harbour-ad.yaml', '--site', 'harbour.example', 'quay.example'],
    ] as const) {
      expect(cli('rules', 'new', at(name), ...more).stderr).toBe('')
      const checked = cli('rules', 'check', at(name))
      expect([name, checked.status, checked.stdout, checked.stderr]).toEqual([
        name,
        0,
        '1 rule, all as their examples say\n',
        '',
      ])
    }
    expect(cli('rules', 'new', at('harbour-call.ts')).stderr).toContain('is there already')
    expect(cli('rules', 'new', at('Harbour Call.ts')).stderr).toContain('kebab case')
  })

  it('check says what does not hold, and ends with 3', () => {
    const broken = module(`export default { ...${RULE}, doc: 'Calls' }`, 'broken.mjs')
    const { status, stdout } = cli('rules', 'check', broken)
    expect([status, stdout]).toEqual([
      3,
      `${broken}: rule mill-calls: its doc is no sentence with a full stop\n`,
    ])
  })
})
