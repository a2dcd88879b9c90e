/** Letters, marks and digits of a short text, folded: two spellings of one title or name have the same fold. */
export function fold(text: string): string {
  const cut = text.length > 600 ? text.slice(0, 600) : text
  return cut
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '')
}
