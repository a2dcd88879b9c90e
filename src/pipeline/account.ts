import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import type { Article, ExplainedBlock, Outcome, Reason } from '../core/article.ts'
import type { Dump } from '../core/dump.ts'
import type { Note, Page } from '../core/page.ts'
import type { View } from '../core/rule.ts'
import type { Verdict, Vote } from '../core/vote.ts'
import { READ_AS_ONE, type Whole, wholesAround } from '../core/whole.ts'
import { disguisesIn } from '../facts/spam/disguise.ts'
import { withOwnStrings } from './own-strings.ts'
import type { Received, SizedDump } from './receive.ts'

/** A dump that can be told from others. */
export interface NamedDump extends SizedDump {
  readonly id: string
}

export interface Account {
  readonly dump: NamedDump
  readonly received: Received | undefined
  readonly status: Outcome['status']
  readonly reason: Reason | undefined
  readonly articles?: readonly Article[]
  readonly view?: View
  readonly verdicts?: readonly Verdict[]
  readonly notes?: readonly Note[]
  readonly explain?: boolean | undefined
}

/** Writes the record of one page: keys in fixed order, no clock, host or random value. */
export function accountFor(account: Account): Outcome {
  const { dump, received, status, reason, articles = [], view, verdicts = [], notes = [], explain } = account
  const limits = [
    ...(dump.truncated === undefined ? [] : [{ limit: 'truncated' as const, message: dump.truncated }]),
    ...(view?.page.limits ?? []),
  ]
  const record = (told: readonly Note[]): Outcome => ({
    id: dump.id,
    input: {
      path: dump.path ?? null,
      url: dump.url ?? null,
      kind: received?.kind ?? null,
      charset: received?.charset ?? null,
      charsetFrom: received?.charsetFrom ?? null,
      bytes: received?.bytes ?? 0,
      ...(dump.retrieved !== undefined && { retrieved: dump.retrieved }),
      ...(dump.fields !== undefined && { fields: dump.fields }),
    },
    status,
    reason: reason ?? null,
    articles: status === 'clean' ? articles : [],
    dropped: dropped(view, verdicts),
    ...(limits.length > 0 && { limits }),
    ...(told.length > 0 && { notes: told }),
    ...(explain && view && { blocks: explainedBlocks(view, verdicts) }),
  })
  let broken = 0
  const whole = withOwnStrings(record(notes), () => broken++)
  return broken === 0 ? whole : withOwnStrings(record([...notes, brokenCharacters(broken)]))
}

function brokenCharacters(strings: number): Note {
  return {
    kind: 'broken-characters',
    message: `${strings} strings held half of a character (a lone surrogate); it is U+FFFD here`,
  }
}

function dropped(view: View | undefined, verdicts: readonly Verdict[]): Outcome['dropped'] {
  const byRole = new Map<string, number>()
  const byRule = new Map<string, number>()
  let blocks = 0
  let chars = 0
  for (const { at, role, kept, votes } of verdicts) {
    if (kept) continue
    blocks++
    chars += view!.facts[at]!.chars
    add(byRole, role)
    votes.forEach(({ rule, weight }, i) => {
      if (weight < 0 && !spokeBefore(votes, i)) add(byRule, rule)
    })
  }
  return { blocks, chars, byRole: sorted(byRole), byRule: sorted(byRule) }
}

/** A rule that speaks twice against one block counts once. */
function spokeBefore(votes: readonly Vote[], at: number): boolean {
  for (let i = 0; i < at; i++) if (votes[i]!.rule === votes[at]!.rule && votes[i]!.weight < 0) return true
  return false
}

function add(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1)
}

function sorted(counts: ReadonlyMap<string, number>): Record<string, number> {
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)))
}

function explainedBlocks({ blocks, page }: View, verdicts: readonly Verdict[]): ExplainedBlock[] {
  return blocks.map((block) => {
    const { at, kind, text, place } = block
    const { role, kept, score, votes } = verdicts[at]!
    const whole = outermost(block, page.wholes)
    return { at, kind, role, kept, text, ...place, ...(whole && { whole }), score, votes }
  })
}

/** The largest thing a reader takes in as one that a block is part of; a thing of one block is that block. */
function outermost(block: View['blocks'][number], wholes: readonly Whole[]): ExplainedBlock['whole'] {
  let found: Whole | undefined
  for (const whole of wholesAround(block, wholes))
    if (READ_AS_ONE.has(whole.kind) && whole.to > whole.from) found = whole
  return found && { kind: found.kind, from: found.from, to: found.to }
}

/** Names a dump that has no id by its path, or by what it holds. */
export async function named(dump: Dump): Promise<NamedDump> {
  const known = ownName(dump)
  if (known !== undefined) return known
  const bytes = toldBy(dump)
  return { ...dump, id: await digest(bytes as Uint8Array<ArrayBuffer>), size: bytes.length }
}

/** A dump under the name it came with, its id or path; undefined where it has none. */
export function ownName(dump: Dump): NamedDump | undefined {
  const id = dump.id ?? dump.path
  return id === undefined ? undefined : { ...dump, id, size: undefined }
}

/** The bytes by which a dump without a name of its own is named. */
export function toldBy({ bytes, html, text, url }: Dump): Uint8Array {
  return bytes ?? new TextEncoder().encode(html ?? text ?? url ?? 'document')
}

/** The first 8 bytes of a SHA-256, in hex. Browsers have a SHA-256 of their own on secure pages alone. */
async function digest(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const subtle = globalThis.crypto?.subtle as SubtleCrypto | undefined
  const hash = subtle === undefined ? sha256(bytes) : new Uint8Array(await subtle.digest('SHA-256', bytes))
  return bytesToHex(hash.subarray(0, 8))
}

/** Tells of characters nobody sees and letters in disguise; `text` is a text dump as it came, before it was read. */
export function disguiseNotes({ door, blocks }: Page, text: string): readonly Note[] {
  const { unseen, dressed } = disguisesIn(door === 'text' ? [text] : blocks.map((block) => block.text))
  const notes: Note[] = []
  if (unseen > 0)
    notes.push({
      kind: 'unseen-characters',
      message: `${unseen} characters nobody sees (zero-width, direction, tags); rules read the text without them`,
    })
  if (dressed > 0)
    notes.push({
      kind: 'disguised-letters',
      message: `${dressed} places in full-width letters or letters of two scripts; read as plain ones where spam is looked for`,
    })
  return notes
}
