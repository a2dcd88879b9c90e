import { createHash } from 'node:crypto'

/**
 * A file name for an article: a slug of ASCII letters and digits that helps a reader, and a hash of the page's id
 * that makes it unique. Nothing else of the input gets into it, so it names a plain file in its folder on any system.
 */
export function fileName(id: string, part: number, parts: number): string {
  const slug = id
    .slice(-200)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\.(?:x?html?|txt|mhtml?)$/, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(-48)
    .replace(/^-+|-+$/g, '')
  const hash = createHash('sha256').update(id).digest('hex').slice(0, 12)
  return `${slug || 'page'}-${hash}${parts > 1 ? `-${part}` : ''}`
}
