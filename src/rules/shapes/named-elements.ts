import type { Block } from '../../core/block.ts'
import type { View } from '../../core/rule.ts'

/** Where an element named for something stands above a block. */
export interface NamedElement {
  /** Its number (see `DomEvidence.number`). */
  readonly number: number
  /** As it stands in a path (`div#comments`). */
  readonly label: string
}

/**
 * Per block, the outermost element above it, or its own, whose name in its path (id, else first class) matches; one
 * that `isTooWide` says holds more than what it is named for is passed over.
 */
export function namedElements(
  names: RegExp,
  isTooWide: (element: NamedElement) => boolean,
): (block: Block) => NamedElement | undefined {
  const fits = new Map<string, boolean>()
  /** By element, its own name or the outermost around it. */
  const known = new Map<number, NamedElement | 'none'>()
  const matches = (label: string) => {
    let found = fits.get(label)
    if (found === undefined) {
      const mark = label.search(/[.#]/)
      found = mark > 0 && names.test(label.slice(mark + 1, 120).toLowerCase())
      fits.set(label, found)
    }
    return found
  }
  return ({ dom, place }) => {
    if (dom === undefined || !('path' in place)) return undefined
    const { number, above } = dom
    let met = known.get(number)
    if (met !== undefined) return met === 'none' ? undefined : met
    // from the nearest element of which it is known down to the block's own
    let step = 0
    while (step < above.length && met === undefined) met = known.get(above[step++]!)
    const unknown = met === undefined ? above.length + 1 : step
    const labels = lastSteps(place.path, unknown)
    met ??= 'none'
    for (let i = unknown - 1; i >= 0; i--) {
      const element = { number: i === 0 ? number : above[i - 1]!, label: labels[i] ?? '' }
      if (met === 'none' && matches(element.label) && !isTooWide(element)) met = element
      known.set(element.number, met)
    }
    return met === 'none' ? undefined : met
  }
}

/** So many steps of a path, the last one first; fewer where it has no more. */
function lastSteps(path: string, count: number): readonly string[] {
  const steps: string[] = []
  for (let end = path.length; steps.length < count && end > 0; ) {
    const start = path.lastIndexOf('>', end - 1) + 1
    steps.push(path.slice(start, end))
    end = start - 1
  }
  return steps
}

/** Elements that hold the headline, or more of the sentences than `most` (a share), are named for something else. */
export function holdsStory(view: View, most: number): (element: NamedElement) => boolean {
  const { blocks, whole } = view
  const title = whole.headline === undefined ? undefined : blocks[whole.headline]
  let share: ((number: number) => number) | undefined
  return ({ number }) => {
    if (title?.dom?.above.includes(number) === true) return true
    // few pages have an element with such a name
    share ??= shareOfProse(view)
    return share(number) > most
  }
}

/** Share of the page's finished sentences, by mass, that an element holds. */
function shareOfProse({ blocks, facts }: View): (number: number) => number {
  const prose = new Map<number, number>()
  let total = 0
  for (const { at, dom } of blocks) {
    const { endsSentence, mass } = facts[at]!
    if (!endsSentence || dom === undefined) continue
    total += mass
    for (const number of dom.above) prose.set(number, (prose.get(number) ?? 0) + mass)
  }
  return (number) => (prose.get(number) ?? 0) / Math.max(1, total)
}
