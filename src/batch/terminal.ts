/** Text of a page's own making, safe to print: no control, escape or bidirectional character gets to the terminal. */
export function printable(text: string, longest = 100): string {
  const short = text.length > longest ? `${text.slice(0, longest - 1)}…` : text
  return short.replace(
    /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]/gu,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** `1:05`, `2:03:04`. */
export function clock(ms: number): string {
  const seconds = Math.round(ms / 1000)
  const pad = (n: number): string => String(n).padStart(2, '0')
  const hours = Math.floor(seconds / 3600)
  const minutes = Math.floor(seconds / 60) % 60
  return hours > 0 ? `${hours}:${pad(minutes)}:${pad(seconds % 60)}` : `${minutes}:${pad(seconds % 60)}`
}
