/** Names of the colours text is hidden in: those of backgrounds. */
const NAMED: Readonly<Record<string, string>> = {
  white: 'ffffff',
  black: '000000',
  snow: 'fffafa',
  ivory: 'fffff0',
  whitesmoke: 'f5f5f5',
  transparent: 'transparent',
}

/**
 * A CSS colour as six hexadecimal digits, or `transparent`; undefined where it is none this reads (names of other
 * colours, gradients, variables). A `background` may say more; its first word that is a colour counts.
 */
export function colourOf(value: string): string | undefined {
  const text = value.slice(0, 200).trim()
  return single(text) ?? (text.includes('(') ? undefined : text.split(' ').map(single).find(Boolean))
}

function single(text: string): string | undefined {
  if (text in NAMED) return NAMED[text]
  const hex = /^#([\da-f]{3,8})$/.exec(text)?.[1]
  if (hex !== undefined) return fromHex(hex)
  const parts = /^rgba?\(([^)]{1,60})\)$/
    .exec(text)?.[1]
    ?.split(/[,/ ]+/)
    .filter(Boolean)
  if (parts === undefined || parts.length < 3) return undefined
  if (parts[3] !== undefined && Number.parseFloat(parts[3]) === 0) return 'transparent'
  return parts.slice(0, 3).map(byteOf).join('')
}

function fromHex(hex: string): string | undefined {
  if (hex.length === 3 || hex.length === 4) {
    if (hex[3] === '0') return 'transparent'
    return [...hex.slice(0, 3)].map((digit) => digit + digit).join('')
  }
  if (hex.length === 8 && hex.endsWith('00')) return 'transparent'
  return hex.length === 6 || hex.length === 8 ? hex.slice(0, 6) : undefined
}

function byteOf(part: string): string {
  const number = Number.parseFloat(part) * (part.endsWith('%') ? 2.55 : 1)
  return Math.round(Math.max(0, Math.min(255, number || 0)))
    .toString(16)
    .padStart(2, '0')
}
