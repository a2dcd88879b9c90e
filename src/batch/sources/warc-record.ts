import type { Dump } from '../../core/dump.ts'
import { type RefusedInput, reasonOf } from '../input.ts'
import type { WarcRecord } from '../parcel.ts'
import { parseHttp } from './http.ts'

const PAGE_MEDIA =
  /^(?:text\/(?:html|plain)|application\/(?:xhtml\+xml|xml|octet-stream)|text\/xml)?(?:\s*;|\s*$)/i

/** The page in an archive's record: the payload of a `response`, freed of its codings, or the block of another one. */
export function openRecord(
  record: WarcRecord,
  block: Buffer,
  path: string,
): (Dump & { readonly id: string }) | RefusedInput {
  const { id, type, url, retrieved } = record
  const known = { id, path, ...(url !== undefined && { url }) }
  const refused = (status: RefusedInput['status'], code: string, message: string): RefusedInput => ({
    ...known,
    status,
    refused: { code, message, stage: 'source' },
  })
  try {
    const http = type === 'response' ? parseHttp(block) : undefined
    const media = (http ? http.headers.get('content-type') : record.media) ?? ''
    if (http && http.status >= 400)
      return refused('rejected', 'http-status', `was answered with ${http.status}`)
    if (!PAGE_MEDIA.test(media))
      return refused('rejected', 'media-type', `is ${media.slice(0, 80)}, not a page`)
    const cut =
      record.truncated === undefined ? http?.cut : `the archive cut it (${record.truncated.slice(0, 40)})`
    return {
      ...known,
      ...(cut !== undefined && { truncated: cut }),
      ...(retrieved !== undefined && { retrieved }),
      bytes: http ? http.body : block,
      ...(media && (http || media.startsWith('text/')) && { contentType: media }),
    }
  } catch (error) {
    return { ...known, status: 'failed', refused: reasonOf(error) }
  }
}
