import { mayHold, type NameFilter, type Names, NO_NAMES, placeOf, withPlaces } from './name-filter.ts'
import type { Compound, Matched, Selector } from './style-selector.ts'

/** What rules declare for elements, for as long as the page's budget of looks lasts. */
export interface Matcher {
  /** Lower-case values by property for an element of these names; undefined where no rule fits, and once the budget is spent. */
  readonly declared: (names: Names) => ReadonlyMap<string, string> | undefined
  readonly spent: () => boolean
}

/** Most elements above that are looked at for one part of a selector. */
const STEPS = 12

/** What is known of a list of classes as it is written: many elements of a page have the same. */
interface ClassList {
  readonly words: ReadonlySet<string>
  /** The rules filed under them. */
  readonly filed: readonly (readonly Selector[])[]
}
const NO_CLASSES: ClassList = { words: new Set(), filed: [] }

/**
 * Finds the rules that fit an element, by the names they ask for.
 *
 * @param looks names compared and values taken, over all elements of a page.
 */
export function matcher(selectors: readonly Selector[], looks: number): Matcher {
  const asking = new Asking(selectors, looks)
  return { declared: (names) => asking.declared(names), spent: () => asking.left < 0 }
}

class Asking {
  /** Looks that are left: what a rule costs hangs on the elements, so a product of two lengths is paid from it. */
  left: number
  private readonly filed = new Map<string, Selector[]>()
  private readonly lists = new Map<string, ClassList>()
  constructor(selectors: readonly Selector[], looks: number) {
    this.left = looks
    for (const selector of selectors) {
      const same = this.filed.get(selector.key)
      if (same === undefined) this.filed.set(selector.key, [selector])
      else same.push(selector)
    }
  }

  declared(names: Names): ReadonlyMap<string, string> | undefined {
    const { filed } = this.listOf(names)
    const ofId = names.id === '' ? undefined : this.filed.get(`#${names.id}`)
    const ofTag = this.filed.get(names.tag)
    if (filed.length === 0 && ofId === undefined && ofTag === undefined) return undefined
    let found: Matched[] | undefined
    for (const selectors of filed) found = this.hear(names, selectors, found)
    if (ofId !== undefined) found = this.hear(names, ofId, found)
    if (ofTag !== undefined) found = this.hear(names, ofTag, found)
    return found === undefined || this.left < 0 ? undefined : valuesOf(found)
  }

  private hear(
    names: Names,
    selectors: readonly Selector[],
    before: Matched[] | undefined,
  ): Matched[] | undefined {
    let found = before
    for (const selector of selectors) {
      if (this.left-- < 0) return found
      const { matched } = selector
      if (matched === undefined) continue
      const { places } = matched
      if (places.length > 0 && !mayHold(this.around(names.above), places)) continue
      if (!this.fits(names, matched.compounds)) continue
      if (found === undefined) found = [matched]
      else found.push(matched)
      this.left -= matched.values.size
    }
    return found
  }

  private fits(names: Names, compounds: Matched['compounds']): boolean {
    if (!this.isOf(compounds[0]!, names)) return false
    let { above } = names
    for (let i = 1; i < compounds.length; i++) {
      let steps = 0
      const child = compounds[i - 1]!.child
      while (above !== undefined && !this.isOf(compounds[i]!, above)) {
        if (child || ++steps > STEPS) return false
        above = above.above
      }
      if (above === undefined) return false
      above = above.above
    }
    return true
  }

  private isOf({ tag, id, classes }: Compound, names: Names): boolean {
    this.left -= 1 + classes.length
    if (tag !== undefined && tag !== names.tag) return false
    if (id !== undefined && id !== names.id) return false
    if (classes.length === 0) return true
    const { words } = this.listOf(names)
    for (const wanted of classes) if (!words.has(wanted)) return false
    return true
  }

  private listOf({ classes }: Names): ClassList {
    if (classes === '') return NO_CLASSES
    let list = this.lists.get(classes)
    if (list === undefined) {
      const words = new Set(classes.split(/\s+/))
      const filed: (readonly Selector[])[] = []
      for (const name of words) {
        const selectors = this.filed.get(`.${name}`)
        if (selectors !== undefined) filed.push(selectors)
      }
      list = { words, filed }
      this.lists.set(classes, list)
    }
    return list
  }

  /** The names of an element and of all above it, kept for those below it. */
  private around(names: Names | undefined): NameFilter {
    if (names === undefined) return NO_NAMES
    if (names.within === undefined) {
      const places = [placeOf(names.tag)]
      for (const word of this.listOf(names).words) places.push(placeOf(word))
      if (names.id !== '') places.push(placeOf(names.id))
      names.within = withPlaces(this.around(names.above), places)
    }
    return names.within
  }
}

/** Later rules and more specific ones win. */
function valuesOf(found: Matched[]): ReadonlyMap<string, string> {
  if (found.length === 1) return found[0]!.values
  const values = new Map<string, string>()
  for (const one of found.sort((a, b) => a.weight - b.weight))
    for (const [name, value] of one.values) values.set(name, value)
  return values
}
