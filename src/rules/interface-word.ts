import { rule } from '../core/rule.ts'
import { readsAmongNumbers } from '../words/whole-lines.ts'
import { lineReading } from './shapes/phrase-lines.ts'

/** How far a player is, and how long it plays. */
const PLAYED = /^(?:\d{1,2}:)?\d{1,2}:\d{2} ?\/ ?(?:\d{1,2}:)?\d{1,2}:\d{2}$/

/** Stars, an average, how many voted. */
const RATED =
  /^[★☆⭐✩]{3,}|^\(?\d(?:[.,]\d{1,2})?\)? ?(?:★|stars?|out of 5|\/ ?5|from|of|by|based on|aus|von|sur|de)\b.{0,20}\b(?:votes?|ratings?|reviews?|bewertungen|stimmen|votos|avis)\b/i

/** What a site for questions has given who answers. */
const BADGES = /^[\d.,k●•\s]{1,20}(?: ?[●•]? ?\d{1,5} (?:gold|silver|bronze) badges?)+$/i

/** The label of a cell in a notebook. */
const PROMPT = /^(?:In|Out)\s?\[[\d\s*]{0,6}\]:$/

export default rule({
  id: 'interface-word',
  role: 'interface',
  doc: 'A word on one of the page’s own controls: font size, print, play, close.',
  weight: 3.2,
  evidence: { html: 'name', text: 'proof' },
  examples: [
    {
      name: 'controls',
      page: `
        ✗ Print
        ✗ 字号
        ✗ Listen to this article
        ✗ Schließen
        ✗ Video player is loading.
        ✗ Duration 1:12
        ✗ 0:00 / 4:12
        ✗ In [3]:
        ✗ 展开剩余64%
        ✗ 6 min read
        ✗ 1,204 1 gold badge 7 silver badges
        The scouts won 2 gold badges and 7 silver badges.
        The duration of the concert was 1:12.
        The print of the lost photograph was found in a shoe box.`,
    },
  ],
  seeBlock: (block, fact) =>
    lineReading(block, fact, 'interface') ??
    (fact.mass <= 50 &&
    block.kind !== 'code' &&
    (readsAmongNumbers(fact, 'counted') ||
      PLAYED.test(block.text) ||
      PROMPT.test(block.text) ||
      BADGES.test(block.text) ||
      RATED.test(block.text))
      ? `reads "${block.text}"`
      : undefined),
})
