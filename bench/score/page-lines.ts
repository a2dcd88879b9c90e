import { words } from '../tokens.ts'

/** How a page's lines came out. Every line counts once, however short. */
export interface PageLines {
  /** Share of the lines that came out that stand in the gold, and of the gold's that came out. */
  readonly precision: number
  readonly recall: number
  readonly f1: number
  /** Some line came out that the gold has not; some line of the gold did not come out. */
  readonly junk: boolean
  readonly lost: boolean
}

/** Words in a row by which a longer line is found again. */
const GRAM = 3
/** A longer line stands in a text where this share of its runs of three words does. */
const STANDS = 0.7

/** A text laid out for the question whether a line stands in it. */
interface Laid {
  readonly lines: readonly string[][]
  /** All words with spaces between and around them. */
  readonly flat: string
  readonly grams: ReadonlySet<string>
}

function layOut(text: string): Laid {
  const lines = text
    .split(/\n+/)
    .map(words)
    .filter((line) => line.length > 0)
  const all = lines.flat()
  return { lines, flat: ` ${all.join(' ')} `, grams: new Set(gramsOf(all)) }
}

function gramsOf(line: readonly string[]): string[] {
  return line.slice(GRAM - 1).map((_, i) => line.slice(i, i + GRAM).join(' '))
}

function stands(line: readonly string[], { flat, grams }: Laid): boolean {
  if (line.length < GRAM) return flat.includes(` ${line.join(' ')} `)
  const own = [...new Set(gramsOf(line))]
  return own.filter((gram) => grams.has(gram)).length >= STANDS * own.length
}

/** Lines of a cleaned text against those of the gold; undefined where the gold has none. */
export function pageLines(cleaned: string, gold: string): PageLines | undefined {
  const [got, wanted] = [layOut(cleaned), layOut(gold)]
  if (wanted.lines.length === 0) return undefined
  const right = got.lines.filter((line) => stands(line, wanted)).length
  const found = wanted.lines.filter((line) => stands(line, got)).length
  const precision = got.lines.length > 0 ? right / got.lines.length : 0
  const recall = found / wanted.lines.length
  return {
    precision,
    recall,
    f1: precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0,
    junk: right < got.lines.length,
    lost: found < wanted.lines.length,
  }
}
