import { mayHold, type NameFilter, NO_NAMES, placeOf, withNames } from './name-filter.ts'

/** What selectors ask of an element: its id, its classes in lower case as they are written, and what stands above it. */
export interface Names {
  readonly tag: string
  readonly id: string
  readonly classes: string
  readonly above: Names | undefined
}

/** Tag, id and classes of one element; other conditions are not read. */
export interface Compound {
  readonly tag: string | undefined
  readonly id: string | undefined
  readonly classes: readonly string[]
}
export interface Matched {
  /** The element itself, then what stands above it, nearest first; `child` where it must be the parent. */
  readonly compounds: readonly (Compound & { readonly child: boolean })[]
  readonly values: ReadonlyMap<string, string>
  readonly weight: number
}

/** What rules declare for an element of these names, lower-case values by property; undefined where none fits. */
export type Declared = (names: Names) => ReadonlyMap<string, string> | undefined

/** Most elements above that are looked at for one part of a selector. */
const STEPS = 12

/** A rule, and the places of the names it asks for above an element. */
interface Filed {
  readonly rule: Matched
  readonly above: readonly number[]
}

/** Files rules under the names they ask for, and finds those that fit an element. */
export function matcher(all: readonly Matched[]): Declared {
  const byClass = new Map<string, Filed[]>()
  const byId = new Map<string, Filed[]>()
  const byTag = new Map<string, Filed[]>()
  for (const rule of all) {
    const { id, classes, tag } = rule.compounds[0]!
    const filed = { rule, above: rule.compounds.slice(1).flatMap(namesOf).map(placeOf) }
    if (id !== undefined) file(byId, id, filed)
    else if (classes[0] !== undefined) file(byClass, classes[0], filed)
    else file(byTag, tag ?? '', filed)
  }
  const namesFrom = filters()
  return (names) => {
    const found: Matched[] = []
    const hear = (rules: readonly Filed[] | undefined) => {
      if (rules === undefined) return
      const there = namesFrom(names.above)
      for (const { rule, above } of rules)
        if (mayHold(there, above) && fits(names, rule.compounds)) found.push(rule)
    }
    if (names.classes !== '' && byClass.size > 0)
      for (const name of wordsOf(names.classes)) hear(byClass.get(name))
    if (names.id !== '' && byId.size > 0) hear(byId.get(names.id))
    if (byTag.size > 0) hear(byTag.get(names.tag))
    return found.length === 0 ? undefined : valuesOf(found)
  }
}

function file(rules: Map<string, Filed[]>, name: string, one: Filed): void {
  const same = rules.get(name)
  if (same === undefined) rules.set(name, [one])
  else same.push(one)
}

/** Later rules and more specific ones win. */
function valuesOf(found: Matched[]): ReadonlyMap<string, string> {
  const values = new Map<string, string>()
  for (const one of found.sort((a, b) => a.weight - b.weight))
    for (const [name, value] of one.values) values.set(name, value)
  return values
}

function wordsOf(classes: string): readonly string[] {
  return /\s/.test(classes) ? classes.split(/\s+/) : [classes]
}

function namesOf({ tag, id, classes }: Compound): string[] {
  return [...classes, tag ?? '', id ?? ''].filter((name) => name !== '')
}

/** The names of an element and of all above it, kept for those below it. */
function filters(): (names: Names | undefined) => NameFilter {
  const known = new WeakMap<Names, NameFilter>()
  const from = (names: Names | undefined): NameFilter => {
    if (names === undefined) return NO_NAMES
    let filter = known.get(names)
    if (filter === undefined) {
      const { tag, id, classes } = names
      filter = withNames(from(names.above), namesOf({ tag, id, classes: wordsOf(classes) }))
      known.set(names, filter)
    }
    return filter
  }
  return from
}

function fits(names: Names, compounds: Matched['compounds']): boolean {
  if (!isOf(compounds[0]!, names)) return false
  let { above } = names
  for (let i = 1; i < compounds.length; i++) {
    let steps = 0
    const child = compounds[i - 1]!.child
    while (above !== undefined && !isOf(compounds[i]!, above)) {
      if (child || ++steps > STEPS) return false
      above = above.above
    }
    if (above === undefined) return false
    above = above.above
  }
  return true
}

function isOf({ tag, id, classes }: Compound, names: Names): boolean {
  if (tag !== undefined && tag !== names.tag) return false
  if (id !== undefined && id !== names.id) return false
  for (const wanted of classes) if (!hasWord(names.classes, wanted)) return false
  return true
}

/** Has a word between white space. */
function hasWord(classes: string, word: string): boolean {
  for (let at = classes.indexOf(word); at >= 0; at = classes.indexOf(word, at + 1)) {
    const end = at + word.length
    if (
      (at === 0 || classes.charCodeAt(at - 1) <= 32) &&
      (end === classes.length || classes.charCodeAt(end) <= 32)
    )
      return true
  }
  return false
}
