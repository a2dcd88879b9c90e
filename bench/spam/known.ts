import { partCounter } from '../../src/words/parts.ts'
import { SPAM_TOPICS } from '../../src/words/spam-topics.ts'

const COUNT = partCounter(SPAM_TOPICS)

/** Whether the project's own lexicon of spam has the word, or a word of it. */
export function isKnown(word: string): boolean {
  return COUNT(word) !== undefined
}
