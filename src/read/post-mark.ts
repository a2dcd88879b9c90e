/** The post of a thread an element stands in: the number of its element, and whether a name or a type marks it. */
export interface PostMark {
  readonly number: number
  readonly named: boolean
}
