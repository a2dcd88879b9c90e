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

/** Files rules under the names they ask for, and finds those that fit an element. */
export function matcher(all: readonly Matched[]): Declared {
  const byClass = new Map<string, Matched[]>()
  const byId = new Map<string, Matched[]>()
  const byTag = new Map<string, Matched[]>()
  for (const one of all) {
    const { id, classes, tag } = one.compounds[0]!
    if (id !== undefined) file(byId, id, one)
    else if (classes[0] !== undefined) file(byClass, classes[0], one)
    else file(byTag, tag ?? '', one)
  }
  return (names) => {
    const found: Matched[] = []
    if (names.classes !== '' && byClass.size > 0)
      for (const name of wordsOf(names.classes)) hear(byClass.get(name), names, found)
    if (names.id !== '' && byId.size > 0) hear(byId.get(names.id), names, found)
    if (byTag.size > 0) hear(byTag.get(names.tag), names, found)
    return found.length === 0 ? undefined : valuesOf(found)
  }
}

function file(rules: Map<string, Matched[]>, name: string, one: Matched): void {
  const same = rules.get(name)
  if (same === undefined) rules.set(name, [one])
  else same.push(one)
}

function hear(rules: readonly Matched[] | undefined, names: Names, found: Matched[]): void {
  if (rules === undefined) return
  for (const one of rules) if (fits(names, one.compounds)) found.push(one)
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
