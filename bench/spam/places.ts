/** Where spam is put. */
export const TEXT_PLACES = ['before', 'menu', 'between', 'inside', 'tail', 'after'] as const
export const HTML_PLACES = [...TEXT_PLACES, 'title'] as const
export type SpamPlace = (typeof HTML_PLACES)[number]

/** Places where spam stands in a line of its own. */
export function isWholeLine(place: SpamPlace): boolean {
  return place !== 'inside' && place !== 'tail' && place !== 'title'
}

/** Where one sentence ends and another begins, inside a text; places after the white space between them. */
export function sentenceStarts(text: string): number[] {
  const starts: number[] = []
  for (const { index, 0: end } of text.matchAll(/[.!?…]["”’)]?\s+(?=\S)|[。！？]["”’」』）]?\s*(?=\S)/gu))
    starts.push(index + end.length)
  return starts.filter((at) => at > 10 && at < text.length - 10)
}
