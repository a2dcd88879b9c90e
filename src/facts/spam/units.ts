import { SCRIPTS } from '../../core/facts.ts'
import { CLOSING, characterClass, DIGIT, FULL_STOP, LETTER, SPACE, STOP } from '../character.ts'
import type { Speech } from './speech.ts'

/** A stretch of a text, from one place to another, white space at its edges left out. */
export interface Unit {
  readonly from: number
  readonly to: number
}

/** Letters of another script in a row that make a unit of their own; of Latin ones, which stand in any text, more. */
const RUN = 6
const LATIN_RUN = 24
/** A script with less than this share of the page's letters is another one. */
const OWN = 0.12
const LATIN = SCRIPTS.indexOf('Latin')
const NONE = SCRIPTS.indexOf('None')
const HAN = SCRIPTS.indexOf('Han')
const KANA = SCRIPTS.indexOf('Kana')

/** Cuts a text where sentences end, where lines end, and where it turns to a script foreign to the page and back. */
export function unitsOf(text: string, speech: Speech): Unit[] {
  const foreign = foreignScripts(speech)
  const units: Unit[] = []
  let from = 0
  const cut = (at: number): void => {
    const unit = trimmed(text, from, at)
    if (unit.to > unit.from) units.push(unit)
    from = at
  }
  let strange: boolean | undefined
  let turn = 0
  let run = 0
  for (let i = 0; i < text.length; i++) {
    const flags = characterClass(text.charCodeAt(i))
    if ((flags & LETTER) !== 0) {
      const now = foreign[flags & 15] === 1
      if (strange === undefined) strange = now
      if (now === strange) {
        run = 0
        continue
      }
      if (run === 0) turn = i
      run++
      if (run < (now ? ((flags & 15) === LATIN ? LATIN_RUN : RUN) : 3)) continue
      cut(turn)
      strange = now
      run = 0
    } else if ((flags & STOP) !== 0 && ends(text, i, flags)) {
      while (i + 1 < text.length && (characterClass(text.charCodeAt(i + 1)) & (CLOSING | STOP)) !== 0) i++
      cut(i + 1)
      strange = undefined
      run = 0
    } else if (text[i] === '\n') {
      cut(i + 1)
      strange = undefined
      run = 0
    }
  }
  cut(text.length)
  return units
}

/** Scripts the page's prose hardly has, as flags. Beside Han, Kana never turns: Japanese mixes both in every sentence. */
export function foreignScripts(speech: Speech): Uint8Array {
  const foreign = new Uint8Array(SCRIPTS.length)
  const isOwn = (script: number) => speech.perScript[script]! > speech.letters * OWN
  for (let i = 0; i < foreign.length; i++) {
    const mixed = (i === HAN && isOwn(KANA)) || (i === KANA && isOwn(HAN))
    foreign[i] = i === NONE || mixed || isOwn(i) ? 0 : 1
  }
  return foreign
}

/** A stop ends a sentence before white space or the end, a full-width one anywhere; not between digits, not in a row. */
function ends(text: string, at: number, flags: number): boolean {
  if ((flags & FULL_STOP) !== 0) return true
  let next = at + 1
  while (
    next < text.length &&
    next < at + 4 &&
    (characterClass(text.charCodeAt(next)) & (CLOSING | STOP)) !== 0
  )
    next++
  if (next >= text.length) return true
  const after = characterClass(text.charCodeAt(next))
  return (after & SPACE) !== 0 && (after & DIGIT) === 0
}

export function trimmed(text: string, from: number, to: number): Unit {
  let [start, end] = [from, to]
  while (start < end && (characterClass(text.charCodeAt(start)) & SPACE) !== 0) start++
  while (end > start && (characterClass(text.charCodeAt(end - 1)) & SPACE) !== 0) end--
  return { from: start, to: end }
}

/** Marks between the parts of a title. */
const JOINT = /[|｜_]|\s[-–—·•»:]{1,2}\s|\s{2,8}/g

/** Cuts a title at the marks that join it to others. */
export function titleUnits(text: string): Unit[] {
  const units: Unit[] = []
  let from = 0
  const cut = (to: number): void => {
    const unit = trimmed(text, from, to)
    if (unit.to > unit.from) units.push(unit)
  }
  for (const { index, 0: mark } of text.matchAll(JOINT)) {
    cut(index)
    from = index + mark.length
  }
  cut(text.length)
  return units
}
