import { candidatesOf } from './candidates.ts'
import { heaviestChain } from './chain.ts'
import { type Indexed, indexTokens } from './vocabulary.ts'

export interface Coverage {
  /** Per piece, how many of its tokens lie in the whole, in order. */
  readonly covered: Int32Array
  /** Per piece, the stretch `[from, to)` of the whole it stands for. */
  readonly spans: readonly (readonly [from: number, to: number] | undefined)[]
}

type Spans = (readonly [number, number] | undefined)[]

// How far a short piece may stand from its aligned neighbour, in tokens.
const TOUCH = 3
const REACH = 40
const WIDE = 400

function nextStarts(spans: Spans): (number | undefined)[] {
  const starts: (number | undefined)[] = []
  let next: number | undefined
  for (let piece = spans.length - 1; piece >= 0; piece--) {
    starts[piece] = next
    next = spans[piece]?.[0] ?? next
  }
  return starts
}

function standsAt(whole: Indexed, codes: readonly number[], place: number): boolean {
  return codes.every((code, i) => whole.codes[place + i] === code)
}

/** The first exact place of a short piece between its neighbours, touching one of them unless it is three tokens long. */
function placeBetween(
  whole: Indexed,
  codes: readonly number[],
  end: number | undefined,
  next: number | undefined,
): number | undefined {
  const size = codes.length
  const from = Math.max(0, (end ?? 0) - TOUCH)
  const to = Math.min(whole.length, (next ?? (end ?? 0) + REACH) + TOUCH)
  if (to - from < size || (to - from > WIDE && size < 2) || codes.includes(-1)) return undefined
  return whole.placesOf(codes[0]!).find((place) => {
    if (place < from || place + size > to || !standsAt(whole, codes, place)) return false
    const afterLast = end !== undefined && Math.abs(place - end) <= TOUCH
    const beforeNext = next !== undefined && Math.abs(next - place - size) <= TOUCH
    return afterLast || beforeNext || size >= 3
  })
}

/**
 * Lays pieces (lines, blocks) onto a whole (a cleaned or a gold text) that holds some of them in the same order.
 * Long pieces are anchored by three tokens in a row and chained; short ones must stand, unchanged, beside a neighbour.
 */
export function cover(pieces: readonly (readonly string[])[], tokens: readonly string[]): Coverage {
  const whole = indexTokens(tokens)
  const covered = new Int32Array(pieces.length)
  const spans: Spans = pieces.map(() => undefined)
  const candidates = pieces.flatMap((piece, at) => candidatesOf(piece, at, whole))
  for (const { piece, from, to, covered: count } of heaviestChain(
    candidates,
    (p) => pieces[p]!.length,
    whole.length,
  )) {
    covered[piece] = count
    spans[piece] = [from, to]
  }
  const starts = nextStarts(spans)
  let end: number | undefined
  pieces.forEach((piece, at) => {
    const span = spans[at]
    if (span) end = span[1]
    else if (piece.length) {
      const place = placeBetween(whole, piece.map(whole.code), end, starts[at])
      if (place === undefined) return
      end = place + piece.length
      covered[at] = piece.length
      spans[at] = [place, end]
    }
  })
  return { covered, spans }
}
