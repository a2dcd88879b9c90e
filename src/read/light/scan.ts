/** ASCII characters a pattern matches, by their codes. */
export function ascii(pattern: RegExp): Uint8Array {
  const table = new Uint8Array(128)
  for (let unit = 0; unit < 128; unit++) table[unit] = pattern.test(String.fromCharCode(unit)) ? 1 : 0
  return table
}
/** Characters of names as nearly all are written. */
export const NAMES = ascii(/[a-z0-9_:.@-]/)

export const isSpace = (unit: number) => unit === 32 || unit === 10 || unit === 9 || unit === 12

/** Where a character comes next; it is not looked for again before it is passed. */
export class Next {
  private at = -1
  private readonly character: string
  constructor(character: string) {
    this.character = character
  }
  from(html: string, pos: number): number {
    if (this.at < pos) {
      const found = html.indexOf(this.character, pos)
      this.at = found < 0 ? html.length : found
    }
    return this.at
  }
}

export function endOfName(html: string, from: number): number {
  let end = from
  while (NAMES[html.charCodeAt(end)] === 1) end++
  return end
}
