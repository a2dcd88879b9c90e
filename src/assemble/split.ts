import type { Block } from '../core/block.ts'
import type { Facts } from '../core/facts.ts'
import type { Verdict } from '../core/vote.ts'

/** Blocks of one article, `at` inclusive. */
export type Range = readonly [from: number, to: number]

/** Least mass of kept text behind a header for it to open an article of its own. */
const LEAST = 250
/** The kept text begins at most this many blocks after the line that dates it. */
const REACH = 4
const HEADER_ROLES = new Set(['byline', 'dateline', 'source'])

/**
 * Splits a dump that holds several articles: only where at least two headers of the same shape stand, each a short line
 * directly above a dated line, each followed by enough kept text. Otherwise the page is one article.
 */
export function splitArticles(
  blocks: readonly Block[],
  facts: readonly Facts[],
  verdicts: readonly Verdict[],
): readonly Range[] {
  const whole: Range = [0, blocks.length - 1]
  if (blocks.length === 0 || blocks[0]!.dom !== undefined) return [whole]
  const heads = headers(blocks, facts, verdicts)
  if (heads.length < 2) return [whole]
  const ranges = heads.map((head, i): Range => [head, (heads[i + 1] ?? blocks.length) - 1])
  return ranges.every((range) => keptMass(range, facts, verdicts) >= LEAST) ? ranges : [whole]
}

function headers(blocks: readonly Block[], facts: readonly Facts[], verdicts: readonly Verdict[]): number[] {
  const found: { title: number; shape: string }[] = []
  for (let at = 1; at < blocks.length; at++) {
    if (!HEADER_ROLES.has(verdicts[at]!.role) || !isTitleLine(facts[at - 1]!) || verdicts[at - 1]!.kept)
      continue
    if (!startsText(at, facts, verdicts)) continue
    found.push({ title: at - 1, shape: shapeOf(blocks[at]!.text) })
  }
  const first = found[0]
  return first === undefined
    ? []
    : found.filter(({ shape }) => shape === first.shape).map(({ title }) => title)
}

function isTitleLine(fact: Facts): boolean {
  return fact.mass >= 15 && fact.mass <= 260 && fact.letters > 5
}

function startsText(at: number, facts: readonly Facts[], verdicts: readonly Verdict[]): boolean {
  for (let i = at + 1; i <= at + REACH && i < facts.length; i++)
    if (verdicts[i]!.kept && facts[i]!.mass >= 80) return true
  return false
}

/** Letters to a, digits to 0, runs to one: two datelines of one template look alike. */
function shapeOf(text: string): string {
  return text
    .slice(0, 120)
    .replace(/\p{N}+/gu, '0')
    .replace(/[\p{L}\p{M}]+/gu, 'a')
    .replace(/(?:a[ '’.-]*)+/g, 'a ')
    .trim()
}

function keptMass([from, to]: Range, facts: readonly Facts[], verdicts: readonly Verdict[]): number {
  let mass = 0
  for (let at = from; at <= to; at++) if (verdicts[at]!.kept) mass += facts[at]!.mass
  return mass
}
