/** Tokens of one sequence as small integers, with the places where each token and each three tokens in a row stand. */
export interface Indexed {
  readonly length: number
  readonly codes: readonly number[]
  /** Code of a token, -1 where the sequence lacks it. */
  readonly code: (token: string) => number
  /** Places of a token, ascending. */
  readonly placesOf: (code: number) => readonly number[]
  /** Places where these three tokens start, ascending; undefined for none. */
  readonly placesOfThree: (a: number, b: number, c: number) => readonly number[] | undefined
}

function push(map: Map<number, number[]>, key: number, place: number) {
  const places = map.get(key)
  if (places) places.push(place)
  else map.set(key, [place])
}

export function indexTokens(tokens: readonly string[]): Indexed {
  const codeOf = new Map<string, number>()
  const codes = tokens.map((token) => {
    const code = codeOf.get(token) ?? codeOf.size
    codeOf.set(token, code)
    return code
  })
  const size = codeOf.size
  const [ones, threes] = [new Map<number, number[]>(), new Map<number, number[]>()]
  const keyOf = (a: number, b: number, c: number) => (a * size + b) * size + c
  for (let at = 0; at < codes.length; at++) {
    push(ones, codes[at]!, at)
    if (at + 2 < codes.length) push(threes, keyOf(codes[at]!, codes[at + 1]!, codes[at + 2]!), at)
  }
  return {
    length: tokens.length,
    codes,
    code: (token) => codeOf.get(token) ?? -1,
    placesOf: (code) => ones.get(code) ?? [],
    placesOfThree: (a, b, c) => (a < 0 || b < 0 || c < 0 ? undefined : threes.get(keyOf(a, b, c))),
  }
}

/** The place nearest to `wanted`, the earlier one of two equally near; `places` ascends and is not empty. */
export function nearest(places: readonly number[], wanted: number): number {
  let [low, high] = [0, places.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if (places[middle]! < wanted) low = middle + 1
    else high = middle
  }
  const [after, before] = [places[low]!, places[low - 1]]
  return before !== undefined && Math.abs(before - wanted) <= Math.abs(after - wanted) ? before : after
}
