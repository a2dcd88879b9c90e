import { cover } from '../align/cover.ts'
import type { GoldArticle } from '../pages.ts'
import { foldedWords, tally } from '../tokens.ts'
import { shared } from './words.ts'

export interface SplitScore {
  readonly wanted: number
  readonly got: number
  /** Wanted articles with a partner of their own at token F1 .8 or more. */
  readonly found: number
  /** Sum over the wanted articles of the partner's F1. */
  readonly f1Sum: number
  /** Cuts made, and how many of them fall between the same articles as a gold cut. */
  readonly cuts: number
  readonly rightCuts: number
}

const FOUND = 0.8
/** A line may reach so many tokens into the next article without being of it. */
const STRAY = 2

function f1(a: readonly string[], b: readonly string[]): number {
  return a.length && b.length ? (2 * shared(tally(a), tally(b))) / (a.length + b.length) : 0
}

/** Pairs up wanted and got articles, the most alike first, each at most once. */
function partners(wanted: readonly string[][], got: readonly string[][]): number[] {
  const pairs = wanted.flatMap((a, i) => got.map((b, j) => ({ i, j, f1: f1(a, b) })))
  pairs.sort((a, b) => b.f1 - a.f1)
  const [taken, used] = [new Set<number>(), new Set<number>()]
  const scores: number[] = []
  for (const { i, j, f1 } of pairs) {
    if (taken.has(i) || used.has(j)) continue
    taken.add(i)
    used.add(j)
    scores.push(f1)
  }
  return scores
}

/** First line of the dump that each got article covers, -1 where none. */
function firstLines(lines: readonly string[][], got: readonly string[][]): number[] {
  const { spans } = cover(lines, got.flat())
  let end = 0
  return got.map((article) => {
    const from = end
    end += article.length
    return spans.findIndex((span) => span !== undefined && span[1] > from + STRAY && span[0] < end)
  })
}

/** A cut is right where the article's first line lies in the gold header or the first lines below it. */
function isRightCut(line: number, gold: readonly GoldArticle[]): boolean {
  return gold.slice(1).some((article) => {
    const latest = article.body_line + Math.min(2, article.end_line - article.body_line)
    return line >= article.start_line && line <= latest
  })
}

/** Scores the articles cut out of a dump that holds several. */
export function splitScore(
  text: string,
  gold: readonly GoldArticle[],
  articles: readonly string[],
): SplitScore {
  const wanted = gold.map((article) => foldedWords(article.text))
  const got = articles.map(foldedWords).filter((tokens) => tokens.length > 0)
  const scores = partners(wanted, got)
  const starts = firstLines(text.split('\n').map(foldedWords), got).slice(1)
  return {
    wanted: wanted.length,
    got: got.length,
    found: scores.filter((score) => score >= FOUND).length,
    f1Sum: scores.reduce((sum, score) => sum + score, 0),
    cuts: starts.length,
    rightCuts: starts.filter((line) => isRightCut(line, gold)).length,
  }
}
