/** A page's words must not steer the terminal they are shown on. */
export function plain(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
}

/** Everything that may steer a terminal: controls but tab and line feed, and marks of direction. */
const STEERING = /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g

/** A text for a terminal: what would steer it is shown as its code, never sent. */
export function shown(text: string): string {
  return text.replace(STEERING, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** A text for a stream: as it is for a file or a pipe, as {@link shown} for a terminal. */
export function forStream(text: string, { isTTY }: { readonly isTTY?: boolean | undefined }): string {
  return isTTY ? shown(text) : text
}
