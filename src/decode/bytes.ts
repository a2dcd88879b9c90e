/** Whether bytes are ASCII alone. */
export function isAscii(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; at++) if (bytes[at]! > 0x7f) return false
  return true
}

/** Whether bytes are valid UTF-8: no overlong form, no surrogate, no cut sequence. */
export function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** Characters made at once: more arguments than engines take would be an error. */
const STEP = 8_192

/** Every byte as the character of its number (ISO 8859-1), which is not what the Encoding Standard calls Latin-1. */
export function latin1(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += STEP)
    text += String.fromCharCode(...bytes.subarray(at, at + STEP))
  return text
}
