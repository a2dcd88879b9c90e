import type { Role } from '../core/role.ts'
import type { Votes } from './votes.ts'

/** Roles whose headings turn what follows them. */
export const TAILS = [
  'related',
  'comment',
  'footer',
  'share',
  'newsletter',
  'author-box',
  'tags',
  'byline',
  'title',
] as const
type Tail = (typeof TAILS)[number]
export type Since = Readonly<Record<Tail, Float64Array>>

/** As far as it gets. */
const FAR = 60

export function sinceTails(votes: Votes): Since {
  return Object.fromEntries(TAILS.map((role) => [role, distances(votes, role)])) as Record<Tail, Float64Array>
}

/** Blocks since a block was last seen in this role; capped, and the cap where there was none. */
function distances(votes: Votes, role: Role): Float64Array {
  const out = new Float64Array(votes.length)
  let since = FAR
  for (let at = 0; at < votes.length; at++) {
    since = Math.min(FAR, since + 1)
    for (const vote of votes[at]!) if (vote.role === role) since = 0
    out[at] = since
  }
  return out
}
