import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Document, isMap, isScalar, isSeq, parseDocument, type YAMLSeq } from 'yaml'
import type { Article, Outcome } from '../core/article.ts'
import { type Clean, checkOutcome, cleanSample, pinnedText } from './check.ts'
import type { Failure } from './failure.ts'
import { type Sample, WANT_FILE } from './folder.ts'
import { changedLines, diffLines } from './line-diff.ts'
import { parseWant } from './parse-want.ts'
import { fold } from './phrase.ts'

/** What accepting today's result would write; nothing is written yet. */
export interface Acceptance {
  /** New contents by file name; empty where the sample passes already. */
  readonly files: Readonly<Record<string, string>>
  /** The changed lines of those files, for a person. */
  readonly diff: readonly string[]
  /** Expectations that would be turned round or given up, one line each. */
  readonly regressions: readonly string[]
  /** What no acceptance can mend. */
  readonly unmendable: readonly string[]
}

/** A page that changed its status must be compared again before its phrases can be. */
const MOST_PASSES = 3

/** Cleans the page and works out what `want.yaml` and the pinned text would have to say for the sample to pass. */
export async function planAcceptance(sample: Sample, clean: Clean): Promise<Acceptance> {
  const outcome = await cleanSample(sample, clean)
  const before = await readFile(join(sample.folder, WANT_FILE), 'utf8')
  const doc = parseDocument(before)
  const notes = { regressions: [] as string[], unmendable: [] as string[] }
  let current = sample
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const { failures } = checkOutcome(current, outcome)
    for (const failure of failures) mend(doc, failure, outcome, notes)
    if (failures.length === 0 || notes.unmendable.length > 0) break
    current = withDocument(current, doc, outcome)
  }
  const after = doc.toString({ lineWidth: 0 })
  const files: Record<string, string> = {}
  if (JSON.stringify(doc.toJS()) !== JSON.stringify(parseDocument(before).toJS())) files[WANT_FILE] = after
  if (current.pinned !== sample.pinned) files[sample.want.text!] = current.pinned!
  const old: Record<string, string> = { [WANT_FILE]: before, [sample.want.text ?? '']: sample.pinned ?? '' }
  const diff = Object.entries(files).flatMap(([name, text]) => [
    `${join(sample.folder, name)}:`,
    ...changedLines(diffLines(old[name] ?? '', text)),
  ])
  return { files, diff, ...notes }
}

/** Writes an acceptance, each file whole. */
export async function applyAcceptance(sample: Sample, { files }: Acceptance): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    const file = join(sample.folder, name)
    await writeFile(`${file}.unfinished`, text)
    await rename(`${file}.unfinished`, file)
  }
}

function withDocument(sample: Sample, doc: Document, outcome: Outcome): Sample {
  const parsed = parseWant(String(doc), WANT_FILE)
  const { text } = sample.want
  return {
    ...sample,
    want: parsed.ok ? parsed.want : sample.want,
    ...(text !== undefined && { pinned: pinnedText(outcome, text) }),
  }
}

interface Notes {
  readonly regressions: string[]
  readonly unmendable: string[]
}

function mend(doc: Document, failure: Failure, outcome: Outcome, notes: Notes): void {
  const { expectation, phrase = '', message } = failure
  if (expectation === 'text') return
  if (expectation === 'page' || expectation === 'sample') {
    notes.unmendable.push(message)
    return
  }
  const role = failure.blocks?.[0]?.role
  if (expectation === 'role' && role !== undefined) {
    setRole(doc, phrase, role)
    return
  }
  notes.regressions.push(message)
  if (expectation === 'status') setStatus(doc, outcome)
  if (expectation === 'articles') doc.set('articles', outcome.articles.length)
  if (expectation === 'keep') move(doc, phrase, 'keep', 'drop')
  if (expectation === 'drop') move(doc, phrase, 'drop', 'keep')
  if (expectation === 'role') setRole(doc, phrase, undefined)
  if (expectation === 'meta') setMeta(doc, failure, outcome)
}

function setStatus(doc: Document, outcome: Outcome): void {
  if (outcome.status === 'clean') doc.delete('status')
  else doc.set('status', outcome.status)
  doc.delete('articles')
}

function setMeta(doc: Document, { field = '', article = 0 }: Failure, outcome: Outcome): void {
  const path = isSeq(doc.get('meta', true)) ? ['meta', article, field] : ['meta', field]
  const value = outcome.articles[article]?.[field as keyof Article]
  doc.setIn(path, doc.createNode(value ?? null))
}

function move(doc: Document, phrase: string, from: 'keep' | 'drop', to: 'keep' | 'drop'): void {
  const at = positionOf(doc, from, phrase)
  if (at < 0) return
  doc.deleteIn([from, at])
  if ((doc.get(from) as YAMLSeq).items.length === 0) doc.delete(from)
  if (isSeq(doc.get(to, true))) doc.addIn([to], phrase)
  else doc.set(to, doc.createNode([phrase]))
}

function setRole(doc: Document, phrase: string, role: string | undefined): void {
  const at = positionOf(doc, 'drop', phrase)
  if (at < 0) return
  if (role === undefined) doc.setIn(['drop', at], phrase)
  else doc.setIn(['drop', at, 'role'], role)
}

/** Position of a phrase in a list of `want.yaml`, or -1. */
function positionOf(doc: Document, list: 'keep' | 'drop', phrase: string): number {
  const node = doc.get(list, true)
  if (!isSeq(node)) return -1
  return node.items.findIndex((item) => {
    const text = isMap(item) ? item.get('text') : isScalar(item) ? item.value : undefined
    return typeof text === 'string' && fold(text) === fold(phrase)
  })
}
