/** Bytes searched for text, and bytes of text sampled. */
const REACH = 1 << 20
const SAMPLE = 12_288
const LINE_FEED = 0x0a
const QUOTE = 0x22
const SEMICOLON = 0x3b
const LESS = 0x3c
const GREATER = 0x3e
const BRACE_OPEN = 0x7b
const BRACE_CLOSE = 0x7d

/**
 * The stretches of a page that hold a byte above 0x7F, up to 12 KiB: tags, scripts and style sheets are ASCII and would
 * drown the text. Stretches end where no character of a legacy charset is cut: `\n " ; < >` are second byte in none,
 * braces only after a byte above 0x7F.
 */
export function textSample(bytes: Uint8Array): Uint8Array {
  const sample = new Uint8Array(Math.min(bytes.length, SAMPLE))
  const reach = Math.min(bytes.length, REACH)
  let filled = 0
  let start = 0
  let high = false
  for (let i = 0; i <= reach && filled < sample.length; i++) {
    const byte = i < reach ? bytes[i]! : LINE_FEED
    if (byte >= 0x80) high = true
    if (!isBoundary(byte, i === 0 ? 0 : bytes[i - 1]!)) continue
    if (high) {
      const piece = bytes.subarray(start, Math.min(i + 1, start + sample.length - filled))
      sample.set(piece, filled)
      filled += piece.length
    }
    start = i + 1
    high = false
  }
  return sample.subarray(0, filled)
}

function isBoundary(byte: number, before: number): boolean {
  switch (byte) {
    case LINE_FEED:
    case QUOTE:
    case SEMICOLON:
    case LESS:
    case GREATER:
      return true
    case BRACE_OPEN:
    case BRACE_CLOSE:
      return before < 0x80
    default:
      return false
  }
}

/** True where bytes above 0x7F follow each other as in no Western or Central European text. */
export function standsInRuns(sample: Uint8Array): boolean {
  let high = 0
  let runs = 0
  for (let i = 1; i < sample.length; i++) {
    if (sample[i]! < 0x80) continue
    high++
    if (sample[i - 1]! >= 0x80) runs++
  }
  return high >= 20 && runs > high * 0.4
}
