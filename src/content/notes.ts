import type { FootnoteReference } from 'mdast'
import type { Block, Run } from '../core/block.ts'
import type { Whole } from '../core/whole.ts'

/** The notes whose text was kept and that something kept refers to; by the mark the page gives them. */
export interface Notes {
  has(mark: string): boolean
  /** The reference to a note, where there is one; `shown` is the mark as printed. */
  reference(mark: string, shown: string): FootnoteReference | undefined
  /** The names of a note, where it is one. */
  names(mark: string): Names | undefined
}

export interface Names {
  readonly identifier: string
  readonly label: string
}

/** A mark Markdown can name a note by. */
const PLAIN = /^[\p{L}\p{N}_.-]{1,40}$/u

/** A mark Markdown cannot write (an asterisk, a long address) is replaced by the number of its note. */
export function notesOf(blocks: readonly Block[], wholes: readonly Whole[]): Notes {
  const referred = new Set<string>()
  const noted = new Set<number>()
  for (const { kind, whole, runs } of blocks) {
    const inNote = addNotes(noted, whole, wholes)
    if (runs === undefined || inNote || kind === 'code') continue
    for (const run of runs) if (isMark(run)) referred.add(run.note)
  }
  const marks = new Map<string, Names>()
  const taken = new Set<string>()
  for (const whole of wholes) {
    if (whole.kind !== 'note' || !noted.has(whole.number)) continue
    const { label: mark } = whole
    if (!referred.has(mark) || marks.has(mark)) continue
    const label = PLAIN.test(mark) && !taken.has(folded(mark)) ? mark : free(marks.size + 1, taken)
    taken.add(folded(label))
    marks.set(mark, { identifier: folded(label), label })
  }
  return {
    has: (mark) => marks.has(mark),
    names: (mark) => marks.get(mark),
    reference(mark, shown) {
      const names = marks.get(mark)
      if (names === undefined) return undefined
      const printed = shown.replace(/[\s[\]()^]+/g, '')
      const data = printed === names.label || printed === '' ? {} : { data: { mark: printed } }
      return { type: 'footnoteReference', ...names, ...data }
    },
  }
}

/** Whether it is the mark of a note and nothing else, such as a formula; one that style sheets print has no text. */
export function isMark(run: Run): run is Run & { readonly note: string } {
  if (run.note === undefined || run.math !== undefined || run.image !== undefined) return false
  return run.text === '' || run.text.trim() !== ''
}

/** Adds the notes round something. @returns whether there are any: nobody comes to a note that only notes refer to. */
function addNotes(noted: Set<number>, whole: number | undefined, wholes: readonly Whole[]): boolean {
  let found = false
  for (let i = whole; i !== undefined; i = wholes[i]!.parent)
    if (wholes[i]!.kind === 'note') {
      noted.add(i)
      found = true
    }
  return found
}

/** As CommonMark matches labels. */
const folded = (label: string): string => label.toLowerCase().toUpperCase().toLowerCase()

function free(from: number, taken: ReadonlySet<string>): string {
  let number = from
  while (taken.has(String(number))) number++
  return String(number)
}
