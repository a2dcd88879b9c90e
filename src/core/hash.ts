const SPACE = 32

/** Pieces of a text: where each begins, and where it ends. */
export interface Spans {
  readonly starts: ArrayLike<number>
  readonly ends: ArrayLike<number>
}

/**
 * Two independent 32-bit hashes of the UTF-16 units of some pieces of a text, joined by spaces (no string is made of them), the
 * same on every machine: two lanes of multiply and xor, crossed and mixed at the end as in MurmurHash3 (Appleby, public
 * domain).
 */
export function hashPair(
  text: string,
  { starts, ends }: Spans,
  from: number,
  to: number,
): readonly [number, number] {
  let a = 0xdeadbeef
  let b = 0x41c6ce57
  for (let at = from; at < to; at++) {
    const start = starts[at]!
    const end = ends[at]!
    for (let i = at === from ? start : start - 1; i < end; i++) {
      const unit = i < start ? SPACE : text.charCodeAt(i)
      a = Math.imul(a ^ unit, 0x9e3779b1)
      b = Math.imul(b ^ unit, 0x5f356495)
      a = (a << 13) | (a >>> 19)
      b = (b << 11) | (b >>> 21)
    }
  }
  return [mix(a ^ (b >>> 15)), mix(b ^ (a >>> 13))]
}

/** The finishing steps of MurmurHash3: every bit of the answer depends on every bit of the number. Unsigned. */
export function mix(value: number): number {
  let hash = value ^ (value >>> 16)
  hash = Math.imul(hash, 0x85ebca6b)
  hash ^= hash >>> 13
  hash = Math.imul(hash, 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** One hash of 53 bits, as many as a number holds exactly. */
export function hash53(text: string): number {
  const [high, low] = hashPair(text, { starts: [0], ends: [text.length] }, 0, 1)
  return (high & 0x1fffff) * 0x100000000 + low
}
