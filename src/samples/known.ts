import type { Failure } from './failure.ts'

/** The name of a failure in a sample's list of known ones: `keep: PHRASE`, `drop: PHRASE`, `role: PHRASE`, `meta.FIELD`, or the expectation. */
export function nameOf({ expectation, phrase, field }: Failure): string {
  if (expectation === 'meta' && field !== undefined) return `meta.${field}`
  return phrase === undefined ? expectation : `${expectation}: ${phrase}`
}

/**
 * Takes the failures a sample owns up to out of the list, and puts in one for each that no longer fails: what is known
 * to be wrong can only become less.
 */
export function withoutKnown(failures: readonly Failure[], known: readonly string[]): readonly Failure[] {
  const failing = new Set(failures.map(nameOf))
  const mended = known
    .filter((name) => !failing.has(name))
    .map(
      (name): Failure => ({
        expectation: 'sample',
        message: `known: "${name}" is met now; take it off the list`,
      }),
    )
  return [...failures.filter((failure) => !known.includes(nameOf(failure))), ...mended]
}
