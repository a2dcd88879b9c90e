import { createHash } from 'node:crypto'

/** Remembers what it was shown, at about 16 bytes a thing, by a 64-bit hash: a million ids must fit in any memory. */
export interface Seen {
  /** True the first time, false ever after. */
  add(hash: Buffer): boolean
}

export function seen(): Seen {
  let table = new Uint32Array(2048)
  let count = 0

  function put(high: number, low: number): boolean {
    const mask = table.length / 2 - 1
    for (let at = low & mask; ; at = (at + 1) & mask) {
      const first = table[2 * at]!
      const second = table[2 * at + 1]!
      if (first === 0 && second === 0) {
        table[2 * at] = high
        table[2 * at + 1] = low
        return true
      }
      if (first === high && second === low) return false
    }
  }

  function grow(): void {
    const old = table
    table = new Uint32Array(old.length * 2)
    for (let at = 0; at < old.length; at += 2)
      if (old[at] !== 0 || old[at + 1] !== 0) put(old[at]!, old[at + 1]!)
  }

  return {
    add(hash) {
      // zero marks a free place
      const fresh = put(hash.readUInt32LE(0) || 1, hash.readUInt32LE(4))
      if (fresh && ++count * 4 > table.length) grow()
      return fresh
    },
  }
}

/** Gives every input a name of its own: the second of a name becomes `name#2`. */
export const uniqueIds = (): ((id: string) => string) => uniqueBy('#', (id) => id)

/**
 * Gives every file a name of its own, by construction: the second of a name becomes `name-2`. Names that some file system
 * takes for one, for their case or the way accents are written, are the same.
 */
export const uniqueNames = (): ((name: string) => string) =>
  uniqueBy('-', (name) => name.normalize('NFKC').toUpperCase().toLowerCase().normalize('NFKC'))

/** What was never given is given as it is. That a hash is shared makes a name longer, and never gives it twice. */
function uniqueBy(mark: string, keyOf: (id: string) => string): (id: string) => string {
  const known = seen()
  const repeats = new Map<string, number>()
  const hash = (id: string): Buffer => createHash('sha256').update(keyOf(id)).digest()
  return (id) => {
    if (known.add(hash(id))) return id
    const key = keyOf(id)
    for (let n = (repeats.get(key) ?? 1) + 1; ; n++) {
      const name = `${id}${mark}${n}`
      repeats.set(key, n)
      if (known.add(hash(name))) return name
    }
  }
}
