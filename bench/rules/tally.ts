/** What a rule's sightings on a page came to; `right` where its word agrees with the gold. */
export interface Tally {
  fired: number
  right: number
  /** The verdict went the other way. */
  outvoted: number
  outvotedRight: number
  /** The verdict went its way, and without this vote would not have. */
  decided: number
  decidedRight: number
}

export interface PageTallies {
  readonly type: string
  readonly door: 'html' | 'text'
  readonly rules: Readonly<Record<string, Tally>>
}

export const noTally = (): Tally => ({
  fired: 0,
  right: 0,
  outvoted: 0,
  outvotedRight: 0,
  decided: 0,
  decidedRight: 0,
})
