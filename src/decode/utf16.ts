/** Units looked at: enough to see a pattern, cheap on every page. */
const SAMPLE = 2_048
/** High bytes of alphabets' letters (Greek 3, Cyrillic 4, Hebrew 5, Arabic 6, Devanagari 9, Thai 14 ...) lie below this. */
const HIGH_BYTES = 0x12

/**
 * Tells UTF-16 without a byte order mark by its zero bytes: text in a legacy charset has none, and in UTF-16 the zero
 * half of ASCII characters (line ends, digits, tags) always stands on the same side.
 */
export function utf16Order(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const units = Math.min(bytes.length >> 1, SAMPLE)
  let first = 0
  let second = 0
  let wide = 0
  const low = [0, 0]
  for (let i = 0; i < units * 2; i += 2) {
    const a = bytes[i]!
    const b = bytes[i + 1]!
    if (a === 0 && b !== 0) first++
    if (b === 0 && a !== 0) second++
    if (a >= 0x80 || b >= 0x80) wide++
    if (a < HIGH_BYTES && a !== 0) low[0]!++
    if (b < HIGH_BYTES && b !== 0) low[1]!++
  }
  const zeros = first + second
  const isAlphabet = Math.max(low[0]!, low[1]!) > units * 0.7
  if (zeros < 2 && !isAlphabet) return undefined
  const order = second > first ? 'utf-16le' : 'utf-16be'
  if (zeros > units / 2) return textShare(bytes, units, order) >= 0.9 ? order : undefined
  // few zeros: CJK text, an alphabet whose letters have both bytes below 0x80, or ASCII with stray NULs, which taken for
  // pairs reads as Han, but has no byte above 0x7F and hardly one below a blank
  if (wide < units / 8 && !isAlphabet) return undefined
  const little = textShare(bytes, units, 'utf-16le')
  const big = textShare(bytes, units, 'utf-16be')
  if (Math.max(little, big) < 0.98 || little === big) return undefined
  return little > big ? 'utf-16le' : 'utf-16be'
}

function textShare(bytes: Uint8Array, units: number, order: 'utf-16le' | 'utf-16be'): number {
  const [high, low] = order === 'utf-16le' ? [1, 0] : [0, 1]
  let good = 0
  for (let i = 0; i < units * 2; i += 2) if (isTextUnit(bytes[i + high]! * 256 + bytes[i + low]!)) good++
  return good / units
}

/** Units of scripts in use; private, unassigned and rare blocks are left out. */
function isTextUnit(unit: number): boolean {
  if (unit < 0x7f) return unit >= 0x20 || (unit >= 9 && unit <= 13)
  if (unit < 0xa0) return false
  return (
    unit < 0x700 ||
    (unit >= 0x900 && unit < 0xe80) ||
    (unit >= 0x1e00 && unit < 0x2100) ||
    (unit >= 0x2190 && unit < 0x2700) ||
    (unit >= 0x3000 && unit < 0x3400) ||
    (unit >= 0x4e00 && unit < 0xa000) ||
    (unit >= 0xac00 && unit < 0xe000) ||
    (unit >= 0xfe10 && unit < 0xfff0)
  )
}
