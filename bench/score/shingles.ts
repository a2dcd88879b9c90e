import { tally, wordsAsWritten } from '../tokens.ts'
import { shared } from './words.ts'

/** Precision or recall is undefined where it would divide by zero; means leave such pages out. */
export interface ShingleScore {
  readonly precision?: number
  readonly recall?: number
}

function shingles(text: string): string[] {
  const tokens = wordsAsWritten(text)
  if (!tokens.length) return []
  const last = Math.max(0, tokens.length - 4)
  return Array.from({ length: last + 1 }, (_, at) => tokens.slice(at, at + 4).join(' '))
}

const share = (part: number, whole: number, other: number) =>
  whole ? { value: part / whole } : other ? {} : { value: 1 }

/**
 * Overlap of the bags of four-word shingles, as the public article-extraction-benchmark measures it: over many pages
 * take the mean precision and the mean recall, and F1 of those two means.
 */
export function shingleOverlap(got: string, wanted: string): ShingleScore {
  const [a, b] = [shingles(got), shingles(wanted)]
  const common = shared(tally(a), tally(b))
  const precision = share(common, a.length, b.length).value
  const recall = share(common, b.length, a.length).value
  return { ...(precision === undefined ? {} : { precision }), ...(recall === undefined ? {} : { recall }) }
}
