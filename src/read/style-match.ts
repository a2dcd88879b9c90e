import { attributesOf, type DomElement, type DomNode, ELEMENT } from './dom.ts'
import { type Attributes, readAttributes } from './frame.ts'

/** What selectors ask of an element: its id, and its classes in lower case as they are written. */
export type Names = Pick<Attributes, 'classes' | 'id'>

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
export type Declared = (element: DomElement, names: Names) => ReadonlyMap<string, string> | undefined

/** Most elements above that are looked at for one part of a selector. */
const STEPS = 12

/** Files rules under the names they ask for, and finds those that fit an element. */
export function matcher(all: readonly Matched[]): Declared {
  const byName = new Map<string, Matched[]>()
  for (const one of all) {
    const { id, classes, tag } = one.compounds[0]!
    const key = id !== undefined ? `#${id}` : (classes[0] ?? `<${tag}`)
    byName.set(key, [...(byName.get(key) ?? []), one])
  }
  const ids = [...byName.keys()].some((key) => key.startsWith('#'))
  const tags = [...byName.keys()].some((key) => key.startsWith('<'))
  const namesOf = namesReader()
  return (element, names) => {
    let found: Matched[] | undefined
    const hear = (key: string): void => {
      for (const one of byName.get(key) ?? [])
        if (fits(element, names, one.compounds, namesOf)) found = [...(found ?? []), one]
    }
    if (names.classes !== '') for (const name of wordsOf(names.classes)) hear(name)
    if (ids && names.id !== '') hear(`#${names.id}`)
    if (tags) hear(`<${element.localName}`)
    return found && valuesOf(found)
  }
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

/** Reads the names of an element above once: the same elements stand above many others. */
function namesReader(): (element: DomElement) => Names {
  const known = new WeakMap<DomElement, Names>()
  return (element) => {
    let names = known.get(element)
    if (names === undefined) {
      names = readAttributes(element.localName, attributesOf(element))
      known.set(element, names)
    }
    return names
  }
}

function fits(
  element: DomElement,
  names: Names,
  compounds: Matched['compounds'],
  namesOf: (element: DomElement) => Names,
): boolean {
  if (!isOf(compounds[0]!, element, names)) return false
  let node: DomNode | null = element.parentNode
  for (let i = 1; i < compounds.length; i++) {
    let steps = 0
    const child = compounds[i - 1]!.child
    while (node?.nodeType === ELEMENT && !isAbove(compounds[i]!, node as DomElement, namesOf)) {
      if (child || ++steps > STEPS) return false
      node = node.parentNode
    }
    if (node?.nodeType !== ELEMENT) return false
    node = node.parentNode
  }
  return true
}

function isAbove(compound: Compound, element: DomElement, namesOf: (element: DomElement) => Names): boolean {
  return isOf(compound, element, namesOf(element))
}

function isOf({ tag, id, classes }: Compound, element: DomElement, own: Names): boolean {
  if (tag !== undefined && tag !== element.localName) return false
  if (id !== undefined && id !== own.id) return false
  for (const wanted of classes) if (!hasWord(own.classes, wanted)) return false
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
