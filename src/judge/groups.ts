import type { View } from '../core/rule.ts'
import { opensSection } from './sections.ts'

/** Ways in which blocks stand together. */
export const GROUPINGS = ['parent', 'shape', 'section', 'stretch', 'above2', 'above3', 'above5'] as const
export type Grouping = (typeof GROUPINGS)[number]

/** Which blocks stand together: per grouping the number of each block's group, -1 for none, and what each block weighs. */
export interface Groups {
  readonly mass: Float64Array
  readonly numbers: Readonly<Record<Grouping, Int32Array>>
}

export function groups(view: View): Groups {
  const { blocks, facts } = view
  const numbered = (of: (at: number) => number) => Int32Array.from(blocks, (_, at) => of(at))
  const above = (steps: number) =>
    numbered((at) => {
      const up = blocks[at]!.dom?.above
      return up?.[Math.min(steps, up.length) - 1] ?? -1
    })
  return {
    mass: Float64Array.from(facts, (fact) => fact.mass),
    numbers: {
      parent: numbered((at) => blocks[at]!.dom?.parent ?? -1),
      shape: numbered((at) => blocks[at]!.dom?.shape ?? -1),
      section: runs(blocks.length, (at) => opensSection(view, at)),
      stretch: runs(blocks.length, (at) => (blocks[at]!.layout?.blankBefore ?? 0) > 0),
      above2: above(2),
      above3: above(3),
      above5: above(5),
    },
  }
}

/** Numbers neighbours that no opening block parts. */
function runs(length: number, opens: (at: number) => boolean): Int32Array {
  const out = new Int32Array(length)
  for (let at = 1; at < length; at++) out[at] = out[at - 1]! + (opens(at) ? 1 : 0)
  return out
}
