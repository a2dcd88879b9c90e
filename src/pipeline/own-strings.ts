/** V8 copies shorter slices; longer ones point into the string they were cut from. */
const SLICED = 13

/**
 * The same record with strings of its own. One cut out of a page would keep the whole page in memory for as long as
 * somebody holds the record.
 */
export function withOwnStrings<T>(value: T): T {
  if (typeof value === 'string') return (value.length < SLICED ? value : ` ${value}`.slice(1)) as T
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(withOwnStrings) as T
  return Object.fromEntries(Object.entries(value).map(([key, own]) => [key, withOwnStrings(own)])) as T
}
