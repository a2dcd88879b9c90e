import type { View } from '../core/rule.ts'

/** What the blocks that share an element or a chain of tags and classes have in common. HTML only. */
export interface Containers {
  /** Share of the page's mass in blocks of the same shape; how much of it Readability kept; how many blocks. */
  readonly shapeMass: (at: number) => number
  readonly shapeReadable: (at: number) => number
  readonly shapeCount: (at: number) => number
  readonly parentMass: (at: number) => number
  readonly parentReadable: (at: number) => number
  readonly parentLinkShare: (at: number) => number
  /** 1 where the block's parent holds more prose than any other. */
  readonly inMain: (at: number) => number
  /** Elements to climb up and down from the block's place to the main block's place. */
  readonly stepsToMain: (at: number) => number
  /** Class and id words, of the block's element and its parent, that tend to stand on articles, and on anything else. */
  readonly goodNames: (at: number) => number
  readonly badNames: (at: number) => number
  /** The same shares over all that stands below the element `steps` above the block's own (1: its parent). */
  readonly belowMass: (at: number, steps: number) => number
  readonly belowReadable: (at: number, steps: number) => number
  readonly belowLinkShare: (at: number, steps: number) => number
  readonly belowProse: (at: number, steps: number) => number
}

interface Group {
  mass: number
  readable: number
  linked: number
  count: number
  prose: number
}

const GOOD = /article|body|content|entry|story|post|text|paragraph|prose/
const BAD =
  /related|recommend|share|social|comment|footer|sidebar|menu|nav|widget|promo|banner|advert|sponsor|newsletter|subscri|cookie|consent|popup|modal|teaser|card|tag|breadcrumb|author|bio|caption|credit|meta|byline|login|search|rating|carousel|trending|popular|more-/

export function containers({ blocks, facts, whole }: View): Containers {
  const shapes = new Map<number, Group>()
  const parents = new Map<number, Group>()
  const subtrees = new Map<number, Group>()
  for (const { at, dom } of blocks) {
    if (dom === undefined) continue
    const fact = facts[at]!
    add(shapes, dom.shape, fact.mass, dom.readable ?? 0, dom.linkShare, fact.endsSentence)
    add(parents, dom.parent, fact.mass, dom.readable ?? 0, dom.linkShare, fact.endsSentence)
    for (const number of dom.above)
      add(subtrees, number, fact.mass, dom.readable ?? 0, dom.linkShare, fact.endsSentence)
  }
  const main = heaviest(parents)
  const mainPath = pathsOf(blocks.find(({ dom }) => dom?.parent === main)?.place)
  const steps = new Map<string, number>()
  const names = new Map<string, readonly [number, number]>()
  const below = (at: number, level: number) => {
    const { above } = blocks[at]!.dom!
    return subtrees.get(above[Math.min(level, above.length) - 1] ?? -1)
  }
  const shape = (at: number) => shapes.get(blocks[at]!.dom!.shape)!
  const parent = (at: number) => parents.get(blocks[at]!.dom!.parent)!
  const named = (at: number) => {
    const words = blocks[at]!.dom!.names
    let found = names.get(words)
    if (found === undefined) {
      found = [GOOD.test(words) ? 1 : 0, BAD.test(words) ? 1 : 0]
      names.set(words, found)
    }
    return found
  }
  return {
    shapeMass: (at) => shape(at).mass / Math.max(1, whole.mass),
    shapeReadable: (at) => shape(at).readable / Math.max(1, shape(at).mass),
    shapeCount: (at) => shape(at).count,
    parentMass: (at) => parent(at).mass / Math.max(1, whole.mass),
    parentReadable: (at) => parent(at).readable / Math.max(1, parent(at).mass),
    parentLinkShare: (at) => parent(at).linked / Math.max(1, parent(at).mass),
    inMain: (at) => (blocks[at]!.dom!.parent === main ? 1 : 0),
    stepsToMain(at) {
      const { place } = blocks[at]!
      const key = 'path' in place ? place.path : ''
      let found = steps.get(key)
      if (found === undefined) {
        found = distance(pathsOf(place), mainPath)
        steps.set(key, found)
      }
      return found
    },
    goodNames: (at) => named(at)[0],
    badNames: (at) => named(at)[1],
    belowMass: (at, level) => (below(at, level)?.mass ?? 0) / Math.max(1, whole.mass),
    belowReadable: (at, level) => ratio(below(at, level), 'readable'),
    belowLinkShare: (at, level) => ratio(below(at, level), 'linked'),
    belowProse: (at, level) => ratio(below(at, level), 'prose'),
  }
}

function add(
  groups: Map<number, Group>,
  key: number,
  mass: number,
  readable: number,
  linkShare: number,
  ends: boolean,
): void {
  let group = groups.get(key)
  if (group === undefined) {
    group = { mass: 0, readable: 0, linked: 0, count: 0, prose: 0 }
    groups.set(key, group)
  }
  group.mass += mass
  group.readable += mass * readable
  group.linked += mass * linkShare
  group.count++
  if (ends) group.prose += mass * (1 - linkShare)
}

function heaviest(groups: ReadonlyMap<number, Group>): number {
  let best = -1
  let most = 0
  for (const [key, group] of groups) {
    if (group.prose > most) {
      best = key
      most = group.prose
    }
  }
  return best
}

function pathsOf(place: View['blocks'][number]['place'] | undefined): readonly string[] {
  return place !== undefined && 'path' in place ? place.path.split('>') : []
}

function distance(a: readonly string[], b: readonly string[]): number {
  let common = 0
  while (common < a.length && common < b.length && a[common] === b[common]) common++
  return a.length + b.length - 2 * common
}

function ratio(group: Group | undefined, part: 'readable' | 'linked' | 'prose'): number {
  return group === undefined ? 0 : group[part] / Math.max(1, group.mass)
}
