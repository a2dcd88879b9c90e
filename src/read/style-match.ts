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

/** What rules declare for elements, for as long as the page's budget of looks lasts. */
export interface Matcher {
  /** Lower-case values by property for an element of these names; undefined where no rule fits, and once the budget is spent. */
  readonly declared: (names: Names) => ReadonlyMap<string, string> | undefined
  readonly spent: () => boolean
}

/** Most elements above that are looked at for one part of a selector. */
const STEPS = 12

/** A rule, and the places of the names it asks for above an element. */
interface Filed {
  readonly rule: Matched
  readonly above: readonly number[]
}

/** Looks at a name that are left: what a rule costs hangs on the elements, so a product of two lengths is paid from it. */
interface Budget {
  left: number
}

/**
 * Files rules under the names they ask for, and finds those that fit an element.
 *
 * @param looks names compared and values taken, over all elements of a page.
 */
export function matcher(all: readonly Matched[], looks: number): Matcher {
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
  const wordsOf = classWords()
  const namesFrom = filters(wordsOf)
  const budget: Budget = { left: looks }
  const ofClasses = filedByClasses(byClass)
  const hear = (names: Names, rules: readonly Filed[], found: Matched[]): void => {
    if (budget.left < 0) return
    const there = namesFrom(names.above)
    for (const { rule, above } of rules) {
      if (budget.left-- < 0) return
      if (!mayHold(there, above) || !fits(names, rule.compounds, wordsOf, budget)) continue
      found.push(rule)
      budget.left -= rule.values.size
    }
  }
  const declared = (names: Names) => {
    const byWord = names.classes === '' ? NO_RULES : ofClasses(names.classes)
    const ofId = names.id === '' ? undefined : byId.get(names.id)
    const ofTag = byTag.get(names.tag)
    if (byWord.length === 0 && ofId === undefined && ofTag === undefined) return undefined
    const found: Matched[] = []
    for (const rules of byWord) hear(names, rules, found)
    if (ofId !== undefined) hear(names, ofId, found)
    if (ofTag !== undefined) hear(names, ofTag, found)
    return found.length === 0 || budget.left < 0 ? undefined : valuesOf(found)
  }
  return { declared, spent: () => budget.left < 0 }
}

const NO_RULES: readonly (readonly Filed[])[] = []

/** The rules filed under each class of an element; many elements of a page have the same classes, written the same way. */
function filedByClasses(
  byClass: ReadonlyMap<string, readonly Filed[]>,
): (classes: string) => readonly (readonly Filed[])[] {
  const known = new Map<string, readonly (readonly Filed[])[]>()
  return (classes) => {
    let filed = known.get(classes)
    if (filed === undefined) {
      filed = [...new Set(classes.split(/\s+/))].flatMap((name) => {
        const rules = byClass.get(name)
        return rules === undefined ? [] : [rules]
      })
      known.set(classes, filed)
    }
    return filed
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

type Words = (names: Names) => ReadonlySet<string>

/** The classes of an element, each once however often it is written, kept for the rules that ask for them. */
function classWords(): Words {
  const known = new WeakMap<Names, ReadonlySet<string>>()
  return (names) => {
    let words = known.get(names)
    if (words === undefined) {
      words = new Set(names.classes === '' ? [] : names.classes.split(/\s+/))
      known.set(names, words)
    }
    return words
  }
}

function namesOf({ tag, id, classes }: Compound): string[] {
  return [...classes, tag ?? '', id ?? ''].filter((name) => name !== '')
}

/** The names of an element and of all above it, kept for those below it. */
function filters(wordsOf: Words): (names: Names | undefined) => NameFilter {
  const known = new WeakMap<Names, NameFilter>()
  const from = (names: Names | undefined): NameFilter => {
    if (names === undefined) return NO_NAMES
    let filter = known.get(names)
    if (filter === undefined) {
      const { tag, id } = names
      filter = withNames(from(names.above), namesOf({ tag, id, classes: [...wordsOf(names)] }))
      known.set(names, filter)
    }
    return filter
  }
  return from
}

function fits(names: Names, compounds: Matched['compounds'], wordsOf: Words, budget: Budget): boolean {
  if (!isOf(compounds[0]!, names, wordsOf, budget)) return false
  let { above } = names
  for (let i = 1; i < compounds.length; i++) {
    let steps = 0
    const child = compounds[i - 1]!.child
    while (above !== undefined && !isOf(compounds[i]!, above, wordsOf, budget)) {
      if (child || ++steps > STEPS) return false
      above = above.above
    }
    if (above === undefined) return false
    above = above.above
  }
  return true
}

function isOf({ tag, id, classes }: Compound, names: Names, wordsOf: Words, budget: Budget): boolean {
  budget.left -= 1 + classes.length
  if (tag !== undefined && tag !== names.tag) return false
  if (id !== undefined && id !== names.id) return false
  if (classes.length === 0) return true
  if (names.classes === '') return false
  const words = wordsOf(names)
  for (const wanted of classes) if (!words.has(wanted)) return false
  return true
}

/**
 * A set of names in 256 bits: it may hold a name it was not given, but has all it was (Bloom 1970; browsers match
 * selectors with one).
 */
type NameFilter = readonly number[]

const WORDS = 8
export const NO_NAMES: NameFilter = new Array<number>(WORDS).fill(0)

/** Where a name's bit is. */
export function placeOf(name: string): number {
  let hash = 0
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash, 31) + name.charCodeAt(i)
  return (hash ^ (hash >>> 16) ^ (hash >>> 8)) & (WORDS * 32 - 1)
}

/** The same set with some names more. */
export function withNames(filter: NameFilter, names: readonly string[]): NameFilter {
  const more = [...filter]
  for (const name of names) {
    const place = placeOf(name)
    more[place >> 5]! |= 1 << (place & 31)
  }
  return more
}

/** False where some of the names at these places are sure to be missing. */
export function mayHold(filter: NameFilter, places: readonly number[]): boolean {
  for (const place of places) if (((filter[place >> 5]! >> (place & 31)) & 1) === 0) return false
  return true
}
