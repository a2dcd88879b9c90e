import type { Dump } from '../core/dump.ts'
import { failedInput, LARGEST_PAGE, type RefusedInput, reasonOf, refusal } from './input.ts'
import type { Parcel } from './parcel.ts'
import type { FieldMap } from './sources/fields.ts'
import { openJson, openLine } from './sources/jsonl.ts'
import { readMhtml } from './sources/mhtml.ts'
import { readRegularSync } from './sources/regular.ts'
import { isMhtml } from './sources/sniff.ts'
import { openRecord } from './sources/warc.ts'
import { weightOf } from './weight.ts'

export type NamedDump = Dump & { readonly id: string }
export interface Opened {
  readonly page: NamedDump | RefusedInput
  /** Content of the file a parcel only named. */
  readonly file?: Buffer
}

/** Reads a parcel: the page in it, or why there is none. Never throws. */
export function openParcel(parcel: Parcel, place: string, fields: FieldMap): Opened {
  const path = parcel.kind === 'dump' ? parcel.dump.path : parcel.path
  let file: Buffer | undefined
  try {
    if (parcel.kind === 'file') file = readRegularSync(parcel.at, LARGEST_PAGE)
    const page = contentOf(parcel, place, fields, file)
    if (!('refused' in page) && weightOf(page) > LARGEST_PAGE) throw tooLarge()
    return { page, ...(file && { file }) }
  } catch (error) {
    return { page: failedInput(place, path, reasonOf(error)), ...(file && { file }) }
  }
}

export const tooLarge = (): Error => refusal('too-large', `is larger than ${LARGEST_PAGE} bytes`)

function contentOf(
  parcel: Parcel,
  place: string,
  fields: FieldMap,
  file: Buffer | undefined,
): NamedDump | RefusedInput {
  switch (parcel.kind) {
    case 'dump':
      return { ...parcel.dump, id: parcel.dump.id ?? place }
    case 'file': {
      const { path, mhtml } = parcel
      return { path, ...(mhtml || isMhtml(file!) ? readMhtml(file!) : { bytes: file! }), id: place }
    }
    case 'mhtml':
      return { path: parcel.path, ...readMhtml(parcel.bytes), id: place }
    case 'line':
      return openLine(parcel.bytes, place, parcel.path, fields)
    case 'json':
      return openJson(parcel.bytes, place, parcel.path, fields, parcel.whole)
    case 'warc':
      return openRecord(parcel.record, parcel.bytes, parcel.path)
  }
}
