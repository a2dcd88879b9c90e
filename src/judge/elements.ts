import type { View } from '../core/rule.ts'

/** What stands below an element, by sums: so many numbers an element, in this order. */
export const SUM = {
  mass: 0,
  linked: 1,
  prose: 2,
  long: 3,
  readable: 4,
  blocks: 5,
  headings: 6,
  images: 7,
  prices: 8,
} as const
export const SUMS = 9
export type Sum = keyof typeof SUM

/** The elements that hold a page's blocks, each once, parents before children; a number is a place in these arrays. */
export interface Elements {
  readonly parent: Int32Array
  readonly depth: Int32Array
  /** Equal for elements with equal names from the root on, but for digits: what a template repeats. */
  readonly chain: Int32Array
  /** As it stands in a path (`div.card`). */
  readonly labels: readonly string[]
  /** {@link SUMS} numbers an element. */
  readonly below: Float64Array
  /** Per block: the element it is the text of. */
  readonly owner: Int32Array
}

const PARAGRAPH = 150
const LONGEST_PRICE = 60
const PRICE = /[$€£¥₹₽]\s?\d|\d\s?[$€£¥₹₽]|\b(?:usd|eur|gbp|inr)\b|\d\s?(?:kr|zł|руб)\.?$/i

export function addSums(into: Float64Array, at: number, from: Float64Array, other: number): void {
  for (let i = 0; i < SUMS; i++) into[at * SUMS + i]! += from[other * SUMS + i]!
}

/** The tree above the blocks of an HTML page. */
export function elements(view: View): Elements {
  const { parent, depth, chain, labels, owner } = tree(view)
  const below = new Float64Array(parent.length * SUMS)
  for (const { at, text, kind, dom } of view.blocks) {
    const fact = view.facts[at]!
    const own = owner[at]! * SUMS
    const { linkShare, images, readable = 0 } = dom!
    if (fact.digits > 0 && fact.chars < LONGEST_PRICE && PRICE.test(text)) below[own + SUM.prices]!++
    below[own + SUM.mass]! += fact.mass
    below[own + SUM.linked]! += fact.mass * linkShare
    below[own + SUM.readable]! += fact.mass * readable
    below[own + SUM.images]! += images
    below[own + SUM.blocks]!++
    if (kind === 'heading') below[own + SUM.headings]!++
    if (!fact.endsSentence) continue
    below[own + SUM.prose]! += fact.mass * (1 - linkShare)
    if (fact.mass >= PARAGRAPH) below[own + SUM.long]! += fact.mass
  }
  // parents come first, so that the way back carries every sum to the root
  for (let e = parent.length - 1; e > 0; e--) if (parent[e]! >= 0) addSums(below, parent[e]!, below, e)
  return {
    parent: Int32Array.from(parent),
    depth: Int32Array.from(depth),
    chain: Int32Array.from(chain),
    labels,
    below,
    owner,
  }
}

function tree({ blocks }: View) {
  const places = new Map<number, number>()
  const chains = new Map<string, number>()
  const [parent, depth, chain]: [number[], number[], number[]] = [[], [], []]
  const labels: string[] = []
  const owner = new Int32Array(blocks.length)
  const add = (label: string, up: number): number => {
    const key = `${up < 0 ? -1 : chain[up]!} ${stem(label)}`
    const number = chains.get(key) ?? chains.size
    chains.set(key, number)
    parent.push(up)
    depth.push(up < 0 ? 0 : depth[up]! + 1)
    chain.push(number)
    labels.push(label)
    return parent.length - 1
  }
  for (const { at, dom, place } of blocks) {
    const { above, number } = dom!
    let level = -1
    let up = places.get(number) ?? -1
    // climbs to the nearest element already known, and comes down again
    while (up < 0 && ++level < above.length) up = places.get(above[level]!) ?? -1
    const path = 'path' in place ? place.path : ''
    let start = 0
    for (let known = above.length - level; known > 0; known--) start = behindStep(path, start)
    for (let i = level - 1; i >= -1; i--) {
      const end = behindStep(path, start)
      up = add(path.slice(start, end - 1), up)
      places.set(i < 0 ? number : above[i]!, up)
      start = end
    }
    owner[at] = up
  }
  return { parent, depth, chain, labels, owner }
}

/** Where the step after the one that starts here starts; behind the end where there is none. */
function behindStep(path: string, start: number): number {
  const mark = path.indexOf('>', start)
  return (mark < 0 ? path.length : mark) + 1
}

/** Siblings often differ by a number in their id or class. */
function stem(label: string): string {
  return /\d/.test(label) ? label.replace(/\d+/g, '') : label
}
