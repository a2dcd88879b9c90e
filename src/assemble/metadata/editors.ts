import { fold } from './fold.ts'
import { evidence, type Found } from './found.ts'
import { namesIn } from './person-name.ts'
import type { Witnesses } from './witnesses.ts'

/** The editors the page names, printed lines before markup. */
export function editors(seen: Witnesses): Found<readonly string[]> | undefined {
  const labelled = seen.labelled('editor')
  const claims = [...seen.lines('editor'), ...labelled, ...seen.claims('editor')]
  for (const claim of claims) {
    const group = claims.filter((other) => other.key === claim.key && other.from === claim.from)
    const names = group.flatMap(({ value }) => namesIn(value)).map((name) => name.text)
    const unique = names.filter(
      (name, index) => names.findIndex((other) => fold(other) === fold(name)) === index,
    )
    if (unique.length > 0) return { value: unique.slice(0, 8), evidence: evidence(claim, claims) }
  }
  return undefined
}
