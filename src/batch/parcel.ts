import { createHash } from 'node:crypto'
import type { Dump } from '../core/dump.ts'
import { LARGEST_FILE, readRegular } from './sources/regular.ts'
import { weightOf } from './weight.ts'

/**
 * A page as it was found, still unread. It is opened in the process that cleans it: what breaks a reader breaks no other
 * page, and whoever hands out the work only cuts streams into pieces.
 */
export type Parcel =
  | { readonly kind: 'dump'; readonly dump: Dump }
  /** A file that process reads itself. `at` is what the system opens: names need not be valid UTF-8. */
  | { readonly kind: 'file'; readonly path: string; readonly at: Buffer; readonly mhtml: boolean }
  | { readonly kind: 'mhtml'; readonly path: string; readonly bytes: Buffer }
  /** A line of JSON Lines. */
  | { readonly kind: 'line'; readonly path: string; readonly bytes: Buffer }
  /** A JSON file, or one record of many in it. */
  | { readonly kind: 'json'; readonly path: string; readonly bytes: Buffer; readonly whole: boolean }
  | { readonly kind: 'warc'; readonly path: string; readonly record: WarcRecord; readonly bytes: Buffer }

/** What the header of an archive's record says; `bytes` of its parcel are the block. */
export interface WarcRecord {
  readonly id: string
  readonly type: string
  readonly media?: string
  readonly url?: string
  readonly retrieved?: string
  /** Why whoever wrote the archive cut it (`WARC-Truncated`). */
  readonly truncated?: string
}

/** A parcel on its way: what is short as JSON, what may be long as bytes. */
export interface Wire {
  readonly head: WireHead
  readonly body: Uint8Array
}
export type WireHead =
  | {
      readonly kind: 'dump'
      readonly dump: Omit<Dump, 'bytes' | 'html' | 'text' | 'document'>
      readonly content: 'bytes' | 'html' | 'text'
      /** Text that is no valid Unicode cannot travel as UTF-8. */
      readonly utf16: boolean
    }
  | { readonly kind: 'file'; readonly path: string; readonly mhtml: boolean }
  | { readonly kind: 'mhtml' | 'line'; readonly path: string }
  | { readonly kind: 'json'; readonly path: string; readonly whole: boolean }
  | { readonly kind: 'warc'; readonly path: string; readonly record: WarcRecord }

export function wireOf(parcel: Parcel): Wire {
  if (parcel.kind === 'dump') return wireOfDump(parcel.dump)
  if (parcel.kind === 'file') {
    const { at: body, ...head } = parcel
    return { head, body }
  }
  const { bytes: body, ...head } = parcel
  return { head, body }
}

function wireOfDump({ bytes, html, text, document, ...dump }: Dump): Wire {
  const words = html ?? text ?? ''
  const utf16 = bytes === undefined && /\p{Surrogate}/u.test(words)
  const content = bytes ? 'bytes' : html === undefined ? 'text' : 'html'
  return {
    head: { kind: 'dump', dump, content, utf16 },
    body: bytes ?? Buffer.from(words, utf16 ? 'utf16le' : 'utf8'),
  }
}

export function parcelOf(head: WireHead, body: Buffer): Parcel {
  if (head.kind === 'dump') {
    const content = head.content === 'bytes' ? body : body.toString(head.utf16 ? 'utf16le' : 'utf8')
    return { kind: 'dump', dump: { ...head.dump, [head.content]: content } }
  }
  if (head.kind === 'file') return { ...head, at: body }
  return { ...head, bytes: body }
}

/** SHA-256 over what a parcel is and holds; `file` is the content of the file it names. */
export function digestOf({ head, body }: Wire, place: string, file?: Uint8Array): string {
  const hash = createHash('sha256')
    .update(`${JSON.stringify([place, head])}\n`)
    .update(body)
  if (file) hash.update(`\n${file.length}\n`).update(file)
  return hash.digest('base64url')
}

/** The same of a parcel that has not been sent; a file that cannot be read has the digest of its name. */
export async function digestOfParcel(parcel: Parcel, place: string): Promise<string> {
  const file =
    parcel.kind === 'file' ? await readRegular(parcel.at, LARGEST_FILE).catch(() => undefined) : undefined
  return digestOf(wireOf(parcel), place, file)
}

/** A parcel's digest where the file it names cannot be read. */
export const digestOfUnread = (parcel: Parcel, place: string): string => digestOf(wireOf(parcel), place)

/** What is known of a page without opening its parcel; undefined where only opening tells. */
export function knownOf(
  parcel: Parcel,
  place: string,
  size: number,
): { id: string; path?: string | undefined; url?: string | undefined; bytes: number } | undefined {
  if (parcel.kind === 'file' || parcel.kind === 'mhtml') return { id: place, path: parcel.path, bytes: size }
  if (parcel.kind !== 'dump') return undefined
  const { id = place, path, url } = parcel.dump
  return { id, path, url, bytes: weightOf(parcel.dump) }
}
