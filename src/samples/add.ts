import { existsSync } from 'node:fs'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { basename, extname, join, relative, sep } from 'node:path'
import { Document, type YAMLSeq } from 'yaml'
import type { Outcome } from '../core/article.ts'
import { type Clean, isPipelineFile } from './check.ts'
import { type Choosable, type ChosenPhrase, choosePhrases } from './choose.ts'
import { WANT_FILE } from './folder.ts'
import { readSampleInput, type SampleInput } from './input.ts'

export interface AddOptions {
  readonly dir: string
  readonly why?: string
  readonly name?: string
  readonly pipeline?: string
  /** Blocks whose verdict is wrong. */
  readonly flips?: readonly FlippedBlock[]
}
export interface FlippedBlock {
  readonly at: number
  readonly text: string
}
export interface AddedSample {
  readonly folder: string
  readonly want: string
}
const SCHEMA_FILE = 'want.schema.json'
const NAME_LENGTH = 50

/**
 * Makes a folder of a page, byte for byte, and a `want.yaml` that expects what came out today.
 * @throws a message for a person where the page is not there or the name is taken.
 */
export async function addSample(page: string, clean: Clean, options: AddOptions): Promise<AddedSample> {
  return addInput(await readSampleInput(page), clean, options)
}

/** The same of a page already read. */
export async function addInput(input: SampleInput, clean: Clean, options: AddOptions): Promise<AddedSample> {
  const {
    dir,
    pipeline,
    why = `Made of ${basename(input.name)}: say here what is wrong with its result.`,
  } = options
  const { bytes, path, url } = input
  const outcome = await clean(
    { bytes, ...(path !== undefined && { path }), ...(url !== undefined && { url }) },
    { explain: true, ...(pipeline !== undefined && { pipeline }) },
  )
  const folder = join(dir, options.name || nameFor(input, outcome))
  if (existsSync(folder)) throw new Error(`${folder} is there already: give the sample another --name`)
  const want = proposeWant(outcome, {
    why,
    flips: flippedBlocks(outcome, options.flips ?? []),
    ...(url !== undefined && { url }),
    ...(pipeline !== undefined && { pipeline: seenFrom(folder, pipeline) }),
    ...(existsSync(join(dir, SCHEMA_FILE)) && { schema: `../${SCHEMA_FILE}` }),
  })
  await writeFolder(folder, { [pageName(input, outcome)]: bytes, [WANT_FILE]: want })
  return { folder, want }
}

/** Blocks are named by place and text; a page that is cut into other blocks by now is not what was looked at. */
function flippedBlocks(outcome: Outcome, flips: readonly FlippedBlock[]): ReadonlySet<number> {
  for (const { at, text } of flips)
    if (outcome.blocks?.[at]?.text !== text)
      throw new Error('the page reads differently now: open the review again, and flip what is wrong')
  return new Set(flips.map(({ at }) => at))
}

/** A pipeline's file is named as seen from the sample's folder; a name stays. */
function seenFrom(folder: string, pipeline: string): string {
  return isPipelineFile(pipeline) ? relative(folder, pipeline).split(sep).join('/') : pipeline
}

/** Writes beside the folder and moves it into place: no half of a sample is ever left. */
async function writeFolder(
  folder: string,
  files: Readonly<Record<string, Uint8Array | string>>,
): Promise<void> {
  const unfinished = `${folder}.unfinished`
  try {
    await mkdir(unfinished, { recursive: true })
    for (const [name, contents] of Object.entries(files)) await writeFile(join(unfinished, name), contents)
    await rename(unfinished, folder)
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true })
    throw error
  }
}

function pageName(input: SampleInput, outcome: Outcome): string {
  const kind = outcome.input.kind ?? (/\.(?:txt|text)$/i.test(input.name) ? 'text' : 'html')
  return kind === 'text' ? 'page.txt' : 'page.html'
}

/** From the title where it is in Latin letters, else from the file's name. */
function nameFor(input: SampleInput, outcome: Outcome): string {
  const stem = basename(input.name, extname(input.name))
  return slug(outcome.articles[0]?.title ?? '') || slug(stem) || 'page'
}

function slug(text: string): string {
  const plain = text.slice(0, 200).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const words = plain.split(/[^a-z0-9]+/).filter((word) => word !== '')
  // of a title in another script only a number or a brand would be left
  if (words.join('').length * 2 < plain.length) return ''
  let name = ''
  for (const word of words) {
    if (name.length + word.length >= NAME_LENGTH) break
    name = name === '' ? word : `${name}-${word}`
  }
  return name
}

export { phraseOf } from './choose.ts'

interface ProposeOptions {
  readonly why: string
  readonly pipeline?: string
  readonly url?: string
  /** Path of the JSON schema, as seen from the sample's folder. */
  readonly schema?: string
  /** Blocks, by `at`, whose verdict is wrong: their phrases are expected on the other side. */
  readonly flips?: ReadonlySet<number>
}

/** A `want.yaml` that expects what came out today, for a person to confirm or to flip line by line. */
export function proposeWant(outcome: Choosable, options: ProposeOptions): string {
  const { why, pipeline, url, schema, flips } = options
  const { status, articles, keep, drop, meta } = choosePhrases(outcome, flips)
  const [only, ...others] = meta
  const doc = new Document({
    why,
    ...(url !== undefined && { url }),
    ...(pipeline !== undefined && { pipeline }),
    ...(status !== 'clean' && { status }),
    ...(articles !== undefined && { articles }),
    keep: [],
    drop: [],
    ...(only !== undefined && { meta: others.length > 0 ? meta : only }),
  })
  if (schema !== undefined) doc.commentBefore = ` yaml-language-server: $schema=${schema}`
  for (const one of keep) add(doc, 'keep', one)
  for (const one of drop) add(doc, 'drop', one)
  for (const list of ['keep', 'drop']) if ((doc.get(list) as YAMLSeq).items.length === 0) doc.delete(list)
  return doc.toString({ lineWidth: 0 })
}

function add(doc: Document, list: 'keep' | 'drop', { phrase, role, note }: ChosenPhrase): void {
  const node = doc.createNode(role === undefined ? phrase : { text: phrase, role }, { flow: true })
  node.comment = ` ${note}`
  ;(doc.get(list) as YAMLSeq).add(node)
}
