import type { ReviewPage } from '../packed.ts'

/** Pages read between two breaths, so that typing never waits. */
const AT_ONCE = 12

/** Looks through the text of pages for words, a few at a time; stops where `stale` says the question is no longer asked. */
export async function findInText(
  numbers: readonly number[],
  pattern: RegExp,
  read: (number: number) => Promise<ReviewPage>,
  stale: () => boolean,
  tell: (found: readonly number[], done: boolean) => void,
): Promise<void> {
  for (let from = 0; from < numbers.length; from += AT_ONCE) {
    const found: number[] = []
    for (const number of numbers.slice(from, from + AT_ONCE)) {
      const { blocks = [] } = await read(number)
      if (blocks.some((block) => block.text.search(pattern) >= 0)) found.push(number)
    }
    if (stale()) return
    tell(found, from + AT_ONCE >= numbers.length)
    await new Promise((resolve) => setTimeout(resolve))
  }
  if (numbers.length === 0 && !stale()) tell([], true)
}
