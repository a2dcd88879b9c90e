import { countTopics } from '../../src/words/spam-counters.ts'

/** Whether the project's own lexicon of spam has the word, or a word of it. */
export function isKnown(word: string): boolean {
  return countTopics(word) !== undefined
}
