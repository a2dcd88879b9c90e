import type { Claim, ClaimField } from '../../core/claim.ts'
import type { Role } from '../../core/role.ts'
import { fold } from './fold.ts'
import { type Found, foundIn } from './found.ts'
import type { Witnesses } from './witnesses.ts'

const LONGEST = 500

/** Fields only a printed line gives: second line of the title, rubric, byline, place, page of the printed edition. */
export function printedFields(
  seen: Witnesses,
  title: string | undefined,
): Record<'subtitle' | 'kicker' | 'byline' | 'dateline' | 'printPage', Found<string> | undefined> {
  return {
    subtitle: unlessTitle(printed(seen, 'subtitle', 'subtitle') ?? markupSubtitle(seen, title), title),
    kicker: unlessTitle(printed(seen, 'kicker', 'kicker'), title),
    byline: printed(seen, 'byline', 'byline'),
    dateline: printed(seen, 'dateline'),
    printPage: printed(seen, 'printPage'),
  }
}

function printed(seen: Witnesses, field: ClaimField, role?: Role): Found<string> | undefined {
  const block = role && seen.inRole(role).find(({ text }) => text.length <= LONGEST)
  const line = seen.lines(field)[0]
  const claim: Claim | undefined =
    line ?? (block && { field, value: block.text, from: 'line', key: role ?? field, at: block.at })
  return foundIn(claim, seen.lines(field))
}

/** A subtitle of the markup counts where the page prints it. */
function markupSubtitle(seen: Witnesses, title: string | undefined): Found<string> | undefined {
  const { from } = seen.input
  const claims = seen.claims('subtitle')
  if (claims.length === 0 || title === undefined) return undefined
  const near = seen.blocks.slice(Math.max(0, from - 10), from + 3).map((block) => fold(block.text))
  return foundIn(
    claims.find(({ value }) => near.includes(fold(value))),
    claims,
  )
}

function unlessTitle(found: Found<string> | undefined, title: string | undefined): Found<string> | undefined {
  return found && title !== undefined && fold(found.value) === fold(title) ? undefined : found
}
