import { BITS, DROPPED, WHITE } from './characters.ts'

/**
 * Folds every run of white space to one space, trims, and removes characters nobody can see or needs
 * (zero-width space, byte order mark, soft hyphen, controls). Joiners and direction marks stay.
 */
export function fold(raw: string): string {
  const parts: string[] = []
  let from = -1
  let white = false
  for (let at = 0; at < raw.length; at++) {
    const bits = BITS[raw.charCodeAt(at)]!
    if (!(bits & (WHITE | DROPPED))) {
      if (from < 0) {
        if (white && parts.length > 0) parts.push(' ')
        white = false
        from = at
      }
      continue
    }
    if (from >= 0) parts.push(raw.slice(from, at))
    from = -1
    if (bits & WHITE) white = true
  }
  if (from >= 0) parts.push(from === 0 ? raw : raw.slice(from))
  return parts.length === 1 ? parts[0]! : parts.join('')
}
