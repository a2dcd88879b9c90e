import type { Origin, Reason } from '../core/article.ts'
import type { ReasonCode } from '../core/reason.ts'
import type { Parcel } from './parcel.ts'
import { LARGEST_FILE } from './sources/regular.ts'

/** One page to clean, not opened yet. */
export interface PageInput {
  /** Where it was found; its name too, where it does not name itself. */
  readonly place: string
  /** Bytes of the page as far as known without opening it; decides where shards are cut. */
  readonly size: number
  readonly parcel: Parcel
  /** Of a page in a file of many: where it is fetched again. */
  readonly origin?: Origin
}

/** Something that was named or found but cannot be handed to the cleaner. It is still one record. */
export interface RefusedInput {
  readonly id: string
  readonly path?: string
  readonly url?: string
  /** `failed`: it may be a page and could not be read. `rejected`: it is no page. */
  readonly status: 'rejected' | 'failed'
  readonly refused: Reason
}

export type Input = PageInput | RefusedInput

/** `path`: the file the page's own bytes lie in. */
export function withOrigin(
  page: PageInput,
  span: Omit<Origin, 'file'> | undefined,
  path = pathOf(page),
): PageInput {
  return span === undefined || path === undefined ? page : { ...page, origin: { file: path, ...span } }
}

const pathOf = ({ parcel }: PageInput): string | undefined =>
  parcel.kind === 'dump' ? parcel.dump.path : parcel.path

/** Largest page handed to a cleaner, and largest record of a container, in bytes. */
export const LARGEST_PAGE = LARGEST_FILE

const REASON = Symbol('reason')

/** A reason the place a page comes from has. */
export const ofSource = (code: ReasonCode, message: string): Reason => ({ code, message, stage: 'source' })

/** An error that carries the reason a record will show. */
export const refusalFor = (reason: Reason): Error =>
  Object.assign(new Error(reason.message), { [REASON]: reason })

export const refusal = (code: ReasonCode, message: string): Error => refusalFor(ofSource(code, message))

const SYSTEM: Readonly<Record<string, readonly [code: ReasonCode, message: string]>> = {
  ENOENT: ['not-found', 'there is no such file'],
  ENOTDIR: ['not-found', 'a folder on the way to it is a file'],
  ELOOP: ['dangling-link', 'is a link that leads back to itself'],
  EACCES: ['unreadable', 'permission denied'],
  EPERM: ['unreadable', 'permission denied'],
  EISDIR: ['folder', 'is a folder, not a page'],
  ENOTFILE: ['not-a-file', 'is a named pipe, a socket or a device'],
  EFBIG: ['too-large', `is larger than ${LARGEST_FILE} bytes`],
  ENXIO: ['not-a-file', 'is a named pipe, a socket or a device'],
  ENAMETOOLONG: ['unreadable', 'its name is too long for the file system'],
}

/** The reason behind any error thrown while reading; never shows an absolute path or a stack. */
export function reasonOf(error: unknown): Reason {
  const thrown = error as { [REASON]?: Reason; code?: unknown; message?: unknown } | null | undefined
  if (thrown?.[REASON]) return thrown[REASON]
  const known = SYSTEM[String(thrown?.code)]
  if (known) return ofSource(...known)
  const code = typeof thrown?.code === 'string' ? ` (${thrown.code})` : ''
  return ofSource('unreadable', `could not be read${code}`)
}

/** It may hold pages, and could not be opened or read. */
export const isUnread = (input: Input): boolean => 'refused' in input && input.status === 'failed'
export const placeOf = (input: Input): string => ('refused' in input ? input.id : input.place)
export const sizeOf = (input: Input): number => ('refused' in input ? 0 : input.size)

export const failedInput = (id: string, path: string | undefined, reason: Reason): RefusedInput => ({
  id,
  ...(path === undefined ? {} : { path }),
  status: 'failed',
  refused: reason,
})
