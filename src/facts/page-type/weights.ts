export const PAGE_TYPE_BIAS: readonly number[] = [0, 0, 0, 0, 0, 0, 0]
export const PAGE_TYPE_WEIGHTS: Readonly<
  Record<string, readonly [mean: number, deviation: number, ...weights: number[]]>
> = {}
