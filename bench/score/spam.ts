// Where an inserted string may be taken apart without its spam coming through: list separators and sentence ends.
const PARTS = /[|,、，\n]| - | · |[。.!?！]\s*/
const LEAST = 4

const bare = (text: string) => text.replace(/\s+/g, '')

/** Share of the inserted strings' parts (of four characters or more) that did not come out; 1 where there is none. */
export function spamRecall(spam: readonly string[], cleaned: string): number {
  const parts = spam
    .flatMap((text) => text.split(PARTS))
    .map(bare)
    .filter((part) => part.length >= LEAST)
  const output = bare(cleaned)
  return parts.length ? parts.filter((part) => !output.includes(part)).length / parts.length : 1
}
