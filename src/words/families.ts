import { characterClass, IDEOGRAPH, lowerCase, WORD } from '../core/character.ts'

/** Different words of the family most often met in a text, and the characters all hits take. */
export interface FamilyCount {
  readonly family: string
  readonly words: number
  /** Different words of all families. */
  readonly all: number
  readonly length: number
}

/** Counts words by family in the first `searched` characters of a text, or until so many different ones are found. */
export type FamilyCounter = (text: string, searched?: number, enough?: number) => FamilyCount | undefined

/** All words in one tree of characters; edges are kept in a hash table, so that a step costs a look-up and no string. */
interface Tree {
  readonly keys: Uint32Array
  readonly next: Uint16Array
  readonly mask: number
  /** Number of the word that ends at a node, from 1; 0 where none does. */
  readonly ends: Uint16Array
  /** How words begin, as a bit for each hash of their first {@link REACH} characters, or of all a shorter one has. */
  readonly starts: Int32Array
  /** Characters of the shortest word. */
  readonly shortest: number
}

const STARTS = 65_535
/** So many characters at a place tell as a rule that no word stands there. */
const REACH = 4
/** Only this many characters of a text are searched where nothing else is said. */
const SEARCHED = 400

/**
 * Prepares a counter for words by family, joined by `|`, case ignored; the longest word at a place counts. Words of
 * scripts with spaces count at word boundaries only. The words are laid out when they are first asked for: most pages
 * need few of the lists.
 */
export function familyCounter(families: Readonly<Record<string, string>>): FamilyCounter {
  const names = Object.keys(families)
  let laidOut: { readonly tree: Tree; readonly familyOf: Uint8Array } | undefined
  return (text, searched = SEARCHED, enough = Number.POSITIVE_INFINITY) => {
    laidOut ??= layOut(families)
    const { tree, familyOf } = laidOut
    let found: Set<number> | undefined
    let length = 0
    eachHit(tree, text, searched, (word, _, size) => {
      found ??= new Set()
      found.add(word - 1)
      length += size
      return found.size < enough
    })
    return found && mostFound(found, familyOf, names, length)
  }
}

function layOut(families: Readonly<Record<string, string>>): { tree: Tree; familyOf: Uint8Array } {
  const entries = Object.values(families).flatMap((words, family) =>
    [...new Set(words.toLowerCase().split('|'))].map((word) => ({ word, family })),
  )
  return {
    tree: treeOf(entries.map(({ word }) => word)),
    familyOf: Uint8Array.from(entries, ({ family }) => family),
  }
}

/** Finds the places of all words of the lists in a text, in order, each from where it begins to where it ends. */
export function familyPlaces(
  ...lists: readonly Readonly<Record<string, string>>[]
): (text: string) => readonly (readonly [from: number, to: number])[] {
  let tree: Tree | undefined
  return (text) => {
    tree ??= treeOf([
      ...new Set(lists.flatMap((families) => Object.values(families).join('|').toLowerCase().split('|'))),
    ])
    const places: (readonly [number, number])[] = []
    eachHit(tree, text, text.length, (_, at, size) => {
      places.push([at, at + size])
      return true
    })
    return places
  }
}

/** Tells the longest word at each place, its number from 1, where and how long, as long as `tell` says true. */
function eachHit(
  tree: Tree,
  text: string,
  searched: number,
  tell: (word: number, at: number, size: number) => boolean,
): void {
  // read once: where strings of many kinds come in, each look at it costs as much as one at a character
  const { length } = text
  const end = Math.min(length, searched) - 1
  let before = false
  for (let at = 0; at < end; at++) {
    const spaced = isSpaced(characterClass(text.charCodeAt(at)))
    const inside = spaced && before
    before = spaced
    if (inside || !mayStart(tree, text, at, length)) continue
    const hit = longestAt(tree, text, at, length, spaced)
    if (hit === 0) continue
    const word = hit % WORDS
    const size = (hit - word) / WORDS
    if (!tell(word, at, size)) return
    at += size - 1
    before = isSpaced(characterClass(text.charCodeAt(at)))
  }
}

function mayStart({ starts, shortest }: Tree, text: string, from: number, end: number): boolean {
  let hash = 0
  for (let count = 1; count <= REACH; count++) {
    const at = from + count - 1
    hash = hashOn(hash, at < end ? text.charCodeAt(at) : 0)
    if (count >= shortest && ((starts[hash >> 5]! >> (hash & 31)) & 1) === 1) return true
  }
  return false
}

/** The hash with one character more, in lower case. */
function hashOn(hash: number, unit: number): number {
  return (Math.imul(hash, 131) + lowerCase(unit, characterClass(unit))) & STARTS
}

/** More than any list has words. */
const WORDS = 1 << 16

/** The longest word that stands at a place, as its length times {@link WORDS} plus its number; 0 where none does. */
function longestAt(tree: Tree, text: string, from: number, end: number, spaced: boolean): number {
  let node = 0
  let best = 0
  for (let at = from; at < end; at++) {
    const unit = text.charCodeAt(at)
    node = step(tree, node, lowerCase(unit, characterClass(unit)))
    if (node === 0) return best
    const word = tree.ends[node]!
    if (word === 0) continue
    const open = spaced && at + 1 < end && isSpaced(characterClass(text.charCodeAt(at + 1)))
    if (!open) best = (at + 1 - from) * WORDS + word
  }
  return best
}

function isSpaced(flags: number): boolean {
  return (flags & (WORD | IDEOGRAPH)) === WORD
}

function step(tree: Tree, node: number, unit: number): number {
  return tree.next[placeOf(tree, keyOf(node, unit))]!
}

function keyOf(node: number, unit: number): number {
  return ((node << 16) | unit) >>> 0
}

/** Where an edge stands in the table, or would: there `next` is 0. */
function placeOf({ keys, mask }: Tree, key: number): number {
  let at = (Math.imul(key, 0x9e3779b1) >>> 7) & mask
  while (keys[at] !== key && keys[at] !== 0) at = (at + 1) & mask
  return at
}

function treeOf(words: readonly string[]): Tree {
  const most = words.reduce((sum, word) => sum + word.length, 1)
  const size = 2 ** Math.ceil(Math.log2(most * 3))
  const tree: Tree = {
    keys: new Uint32Array(size),
    next: new Uint16Array(size),
    mask: size - 1,
    ends: new Uint16Array(most + 1),
    starts: new Int32Array((STARTS + 1) >> 5),
    shortest: Math.min(REACH, ...words.map((word) => word.length)),
  }
  let nodes = 0
  words.forEach((word, number) => {
    let node = 0
    for (let i = 0; i < word.length; i++) {
      const unit = word.charCodeAt(i)
      const known = step(tree, node, unit)
      node = known === 0 ? grow(tree, node, unit, ++nodes) : known
    }
    if (tree.ends[node] === 0) tree.ends[node] = number + 1
    let start = 0
    for (let i = 0; i < word.length && i < REACH; i++) start = hashOn(start, word.charCodeAt(i))
    tree.starts[start >> 5]! |= 1 << (start & 31)
  })
  return tree
}

function grow(tree: Tree, node: number, unit: number, child: number): number {
  const key = keyOf(node, unit)
  const at = placeOf(tree, key)
  tree.keys[at] = key
  tree.next[at] = child
  return child
}

function mostFound(
  found: ReadonlySet<number>,
  familyOf: Uint8Array,
  names: readonly string[],
  length: number,
): FamilyCount {
  const counts = new Map<number, number>()
  for (const word of found) counts.set(familyOf[word]!, (counts.get(familyOf[word]!) ?? 0) + 1)
  let [family, words] = [0, 0]
  for (const [name, count] of counts) if (count > words) [family, words] = [name, count]
  return { family: names[family]!, words, all: found.size, length }
}
