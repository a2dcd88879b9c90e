import { foldCase } from '../filter.ts'
import { readPage } from './data.ts'

/** Pages read between two breaths, so that typing never waits. */
const AT_ONCE = 12

/** Looks through the text of pages for words, a few at a time; stops where `stale` says the question is no longer asked. */
export async function findInText(
  numbers: readonly number[],
  wanted: string,
  stale: () => boolean,
  tell: (found: readonly number[], done: boolean) => void,
): Promise<void> {
  const words = foldCase(wanted)
  for (let from = 0; from < numbers.length; from += AT_ONCE) {
    const found: number[] = []
    for (const number of numbers.slice(from, from + AT_ONCE)) {
      const { blocks = [] } = await readPage(number)
      if (blocks.some((block) => foldCase(block.text).includes(words))) found.push(number)
    }
    if (stale()) return
    tell(found, from + AT_ONCE >= numbers.length)
    await new Promise((resolve) => setTimeout(resolve))
  }
  if (numbers.length === 0 && !stale()) tell([], true)
}
