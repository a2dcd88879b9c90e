import type { View } from '../../core/rule.ts'

/** Where a block stands against the densest run of prose; a page without prose has no inside. */
export function isInside({ whole }: View, at: number): boolean {
  return whole.densest !== undefined && at >= whole.densest[0] && at <= whole.densest[1]
}

export function isAfter({ whole }: View, at: number): boolean {
  return whole.densest !== undefined && at > whole.densest[1]
}

export function isBefore({ whole }: View, at: number): boolean {
  return whole.densest !== undefined && at < whole.densest[0]
}
