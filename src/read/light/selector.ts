import { LightDocumentError } from './light-document-error.ts'

/** Who asks for elements asks for the same few lists of names on every page. */
const SELECTORS = new Map<string, readonly string[]>()

/** Names of elements in a list of them; anything else a selector may be throws a {@link LightDocumentError}. */
export function namesIn(selector: string): readonly string[] {
  const known = SELECTORS.get(selector)
  if (known !== undefined) return known
  const names = selector.toLowerCase().split(',')
  if (!names.every((name) => /^[a-z][a-z0-9]*$/.test(name)))
    throw new LightDocumentError(`no selector but element names: ${selector}`)
  if (SELECTORS.size < 100) SELECTORS.set(selector, names)
  return names
}
