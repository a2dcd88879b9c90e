import { readFileSync } from 'node:fs'
import { globSync } from 'tinyglobby'
import type { Dump } from '../../src/core/dump.ts'
import { clean } from '../../src/index.ts'
import { pipelineNamed } from '../../src/pipeline/complete.ts'
import { readPage } from '../../src/pipeline/read-page.ts'
import { receive } from '../../src/pipeline/receive.ts'

/** Numbers below a bound, the same ones for a seed (mulberry32, Tommy Ettinger, public domain). */
export function diceOf(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) % below
  }
}

/** What breaks parsers: marks that open and never close, bytes of no charset, marks of direction, long runs. */
// biome-ignore format: a list of words
const SEEDS = [
  '<', '>', '</', '<!--', '-->', '<![CDATA[', '<?', '<!doctype html', '&#x110000;', '&amp', '\0', '\uFEFF',
  '<table><tr><td>', '</p>', '<svg><foreignObject>', '<math><mi>', '<template>', '<select><option>', '<plaintext>',
  '<script type="application/ld+json">{"@graph":[', '<meta charset=utf-16>', '<style>*{display:none}</style>',
  '```', '| a | b |', '1) ', '\r', '\u2028', '\u202E', '\u{1F600}', '\uD800', '2026-13-45', 'By By By', 'http://',
  '[[[[', '$$', '\\(', '<a href=javascript:1>', '<p hidden>', '<iframe srcdoc="', '<br>',
]

const BYTES = [
  [0xff, 0xfe],
  [0xfe, 0xff],
  [0xef, 0xbb, 0xbf],
  [0x80],
  [0xc3],
  [0xed, 0xa0, 0x80],
  [0x1b, 0x24, 0x42],
  [0x1f, 0x8b],
]

export const PAGES = globSync('samples/*/page.*').sort()

/** A case: bytes from nowhere, or a sample's page, cut, doubled, shuffled and sown with what breaks parsers. */
export function caseOf(seed: number): Uint8Array {
  const dice = diceOf(seed)
  if (dice(4) === 0) return soup(dice)
  let bytes = readFileSync(PAGES[dice(PAGES.length)]!)
  for (let times = 1 + dice(6); times > 0; times--) bytes = mutated(bytes, dice)
  return bytes
}

function soup(dice: (below: number) => number): Uint8Array {
  const pieces: Buffer<ArrayBuffer>[] = []
  for (let count = dice(300); count > 0; count--) pieces.push(piece(dice))
  return Buffer.concat(pieces)
}

function piece(dice: (below: number) => number): Buffer<ArrayBuffer> {
  const kind = dice(4)
  if (kind === 0) return Buffer.from(BYTES[dice(BYTES.length)]!)
  if (kind === 1) return Buffer.from([dice(256), dice(256), dice(256)])
  const word = SEEDS[dice(SEEDS.length)]!
  return Buffer.from(word.repeat(dice(20) === 0 ? 1 + dice(400) : 1))
}

function mutated(bytes: Buffer<ArrayBuffer>, dice: (below: number) => number): Buffer<ArrayBuffer> {
  const from = dice(bytes.length + 1)
  const to = Math.min(bytes.length, from + dice(2000))
  const [head, middle, tail] = [bytes.subarray(0, from), bytes.subarray(from, to), bytes.subarray(to)]
  const kind = dice(5)
  if (kind === 0) return Buffer.concat([head, tail])
  if (kind === 1) return Buffer.concat([head, middle, middle, tail])
  if (kind === 2) return Buffer.concat([tail, head, middle])
  if (kind === 3) return Buffer.concat([head, piece(dice), middle, piece(dice), tail])
  return Buffer.from(head)
}

/** @throws what went wrong: an exception, a page that failed, or two records of the same bytes. */
export async function tryCase(bytes: Uint8Array, twice = false): Promise<void> {
  const dump: Dump = { bytes, id: 'fuzz', url: 'https://paper.example/a/1' }
  const pipeline = pipelineNamed('article')
  const received = await receive({ ...dump, id: 'fuzz' }, pipeline.limits, undefined)
  if (received.refused === undefined) await readPage(received, { ...dump, id: 'fuzz' }, pipeline)
  const outcome = await clean(dump, { explain: true })
  if (outcome.status === 'failed') throw new Error(`failed: ${JSON.stringify(outcome.reason)}`)
  const record = JSON.stringify(outcome)
  if (twice && JSON.stringify(await clean(dump, { explain: true })) !== record)
    throw new Error('another record for the same bytes')
}
