/** V8 copies shorter slices; longer ones point into the string they were cut from. */
const SLICED = 13

/**
 * The same record with strings of its own. One cut out of a page would keep the whole page in memory for as long as
 * somebody holds the record. Strings are well-formed Unicode, as strict readers of JSON want them.
 *
 * @param onBroken called for every string that was not.
 */
export function withOwnStrings<T>(value: T, onBroken: () => void = () => {}): T {
  if (typeof value === 'string') return ownString(value, onBroken) as T
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((own) => withOwnStrings(own, onBroken)) as T
  const copy = { ...value } as Record<string, unknown>
  for (const key of Object.keys(copy)) copy[key] = withOwnStrings(copy[key], onBroken)
  return copy as T
}

function ownString(text: string, onBroken: () => void): string {
  if (!text.isWellFormed()) {
    onBroken()
    return text.toWellFormed()
  }
  return text.length < SLICED ? text : ` ${text}`.slice(1)
}
