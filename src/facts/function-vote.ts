import { FUNCTION_WORDS } from '../words/function-words.ts'

/** How the words of a text vote for languages by their function words. */
export interface FunctionVote {
  readonly language: string
  /** Share of the words that are function words of this language. */
  readonly share: number
  /** Function words found, and what the next language has of them. */
  readonly hits: number
  readonly next: number
}

const LANGUAGES_OF = new Map<string, string[]>()
for (const [language, words] of Object.entries(FUNCTION_WORDS))
  for (const word of new Set(words.split(' ')))
    LANGUAGES_OF.set(word, [...(LANGUAGES_OF.get(word) ?? []), language])

/** Votes of at most the first 2,000 characters; undefined where no function word of any of the languages stands. */
export function functionVote(text: string, among?: ReadonlySet<string>): FunctionVote | undefined {
  const words =
    text
      .slice(0, 2_000)
      .toLowerCase()
      .match(/[\p{L}\p{M}]{1,30}/gu) ?? []
  const hits = new Map<string, number>()
  for (const word of words)
    for (const language of LANGUAGES_OF.get(word) ?? [])
      if (among === undefined || among.has(language)) hits.set(language, (hits.get(language) ?? 0) + 1)
  const [first, second] = [...hits].sort((a, b) => b[1] - a[1])
  return (
    first && { language: first[0], share: first[1] / words.length, hits: first[1], next: second?.[1] ?? 0 }
  )
}
