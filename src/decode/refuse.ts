import { sniffBytes } from './sniff-bytes.ts'
import { sniffText } from './sniff-text.ts'

/** Why an input is no page at all; the code of the outcome's reason, and one line for a person. */
export interface Refusal {
  readonly code: 'empty' | 'binary' | 'not-a-page'
  readonly message: string
}

const BLANK = new Set([0x00, 0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x20])

/** Refuses input with nothing in it (no byte, or only white space, NULs and a byte order mark) and data that is no text. */
export function rejectBytes(bytes: Uint8Array): Refusal | undefined {
  if (bytes.length === 0) return { code: 'empty', message: 'the input has no bytes' }
  if (isBlank(bytes)) return { code: 'empty', message: `the input is ${bytes.length} bytes of white space` }
  const found = sniffBytes(bytes)
  if (found === undefined) return undefined
  const what = found.media === 'application/octet-stream' ? 'binary data' : found.media
  return { code: 'binary', message: `the input is ${what}, not text or HTML` }
}

function isBlank(bytes: Uint8Array): boolean {
  let at = markLength(bytes)
  while (at < bytes.length && BLANK.has(bytes[at]!)) at++
  return at === bytes.length
}

function markLength(bytes: Uint8Array): number {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return 3
  return (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff) ? 2 : 0
}

/** Refuses decoded text that is data or source code rather than a page. */
export function refuseText(text: string): Refusal | undefined {
  const found = sniffText(text)
  return found && { code: 'not-a-page', message: `the input is ${found.media}, not a page` }
}
