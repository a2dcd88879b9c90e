/**
 * Parts of a page that its server sends when they are ready, hidden at the end of the document under the name `S:` and a
 * number, until the page's own script puts them in their places (React's streaming of boundaries, since version 18).
 * Readers see them: they count as shown.
 */
const STREAMED = /^[\w:«»-]{0,40}S:[0-9a-f]{1,6}$/

/** Tells by its id an element that is `hidden` for as long as it is on its way. */
export function isStreamed(id: string): boolean {
  return STREAMED.test(id)
}
