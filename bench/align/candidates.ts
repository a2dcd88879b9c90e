import { isUnspaced } from '../tokens.ts'
import { type Indexed, nearest } from './vocabulary.ts'

/** A stretch of the whole that one piece may stand for: `[from, to)`, and how many of its tokens lie there. */
export interface Candidate {
  readonly piece: number
  readonly from: number
  readonly to: number
  readonly covered: number
}

// Bounds of the search, those of the labels that came with the text dumps: a change moves line scores.
const DIAGONAL = 4
const COMMON = 60
const DIAGONALS_TRIED = 6
const CANDIDATES_KEPT = 4
const LEAST_SHARE = 0.25

type Places = readonly number[] | undefined

/** Too short to be found by its own tokens: under four, or under eight characters of an unspaced script. */
export function isShort(tokens: readonly string[]): boolean {
  return tokens.length < 4 || (tokens.length < 8 && tokens.every(isUnspaced))
}

/** Offsets (in steps of four) at which many threes of the piece meet the whole, the best first. */
function diagonals(hits: readonly Places[]): number[] {
  const votes = new Map<number, number>()
  hits.forEach((places, at) => {
    if (!places || places.length >= COMMON) return
    for (const place of places) {
      const diagonal = Math.floor((place - at) / DIAGONAL)
      votes.set(diagonal, (votes.get(diagonal) ?? 0) + 1)
    }
  })
  const best = [...votes].sort((a, b) => b[1] - a[1])
  return best.slice(0, DIAGONALS_TRIED).map(([diagonal]) => diagonal)
}

function along(diagonal: number, hits: readonly Places[], size: number, piece: number): Candidate {
  const marked = new Uint8Array(size)
  const slack = 8 + Math.floor(size / 8)
  let [from, to] = [-1, -1]
  hits.forEach((places, at) => {
    if (!places) return
    const expected = at + diagonal * DIAGONAL
    const place = nearest(places, expected)
    const off = Math.abs(place - expected)
    if (off > slack) return
    marked.fill(1, at, at + 3)
    const continues = place > from && place < to + 6
    if (off > 10 && from >= 0 && !continues) return
    from = from < 0 ? place : Math.min(from, place)
    to = Math.max(to, place + 3)
  })
  return { piece, from, to, covered: marked.reduce((sum, mark) => sum + mark, 0) }
}

/** Where a piece may lie in the whole; none for short pieces. */
export function candidatesOf(tokens: readonly string[], piece: number, whole: Indexed): Candidate[] {
  if (isShort(tokens)) return []
  const codes = tokens.map(whole.code)
  const hits = codes.slice(2).map((last, at) => whole.placesOfThree(codes[at]!, codes[at + 1]!, last))
  const found: Candidate[] = []
  const tried = new Set<number>()
  for (const diagonal of diagonals(hits)) {
    if (tried.has(diagonal)) continue
    for (const near of [diagonal - 1, diagonal, diagonal + 1]) tried.add(near)
    const candidate = along(diagonal, hits, tokens.length, piece)
    if (candidate.covered < Math.max(3, LEAST_SHARE * tokens.length)) continue
    found.push(candidate)
    if (found.length === CANDIDATES_KEPT) break
  }
  return found
}
