import { CONTEXT, context } from '../subject.ts'
import type { PageRows } from './page-rows.ts'

/**
 * Pages as the second look sees them: the context of their first answers, then their features. The answers must be
 * those of models that did not see the page, or the second look learns to trust what it should doubt.
 */
export function secondPages(
  pages: readonly PageRows[],
  answers: readonly Float64Array[],
  width: number,
): PageRows[] {
  const wide = CONTEXT.length + width
  return pages.map((page, p) => {
    const around = context(page.groups, answers[p]!)
    const values = new Float32Array(page.keep.length * wide)
    for (let at = 0; at < page.keep.length; at++) {
      values.set(around.subarray(at * CONTEXT.length, (at + 1) * CONTEXT.length), at * wide)
      values.set(page.values.subarray(at * width, (at + 1) * width), at * wide + CONTEXT.length)
    }
    return { ...page, values }
  })
}
