/** A seeded source of numbers in [0, 1): mulberry32, small and the same everywhere. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** `count` different whole numbers below `from`, ascending. */
export function pick(count: number, from: number, random: () => number): number[] {
  const all = Array.from({ length: from }, (_, i) => i)
  for (let i = 0; i < count; i++) {
    const other = i + Math.floor(random() * (from - i))
    ;[all[i], all[other]] = [all[other]!, all[i]!]
  }
  return all.slice(0, count).sort((a, b) => a - b)
}
