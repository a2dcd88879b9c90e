/** What an address points at: a page of the report, and a block of that page. */
export interface Place {
  readonly page: string
  readonly block?: number
}

/** The part of an address behind `#`, for a page named by its id; it holds in every report that has the page. */
export function addressOf({ page, block }: Place): string {
  const named = `#page=${encodeURIComponent(page.toWellFormed())}`
  return block === undefined ? named : `${named}&block=${block}`
}

/** What an address points at; undefined where it names no page. */
export function placeOf(hash: string): Place | undefined {
  const fields = new URLSearchParams(hash.replace(/^#/, '').replaceAll('+', '%2B'))
  const [page, block] = [fields.get('page'), fields.get('block')]
  if (page === null) return undefined
  return block !== null && /^\d{1,9}$/.test(block) ? { page, block: Number(block) } : { page }
}
