import { rule } from '../core/rule.ts'
import { isQuoted, reportsIn } from '../facts/spam/evidence.ts'
import { mention } from '../words/mentions.ts'
import { countSpam } from '../words/spam-counters.ts'
import { isGrammatical } from './shapes/line.ts'

export default rule({
  id: 'spam-words',
  role: 'spam',
  doc: 'Several words of one family of unwanted offers (porn, gambling, pharmacy, replicas, loans, essays, links) in a text that is no sentence, or crowded into it.',
  weight: 3.6,
  evidence: 'name',
  options: { minWords: { default: 2, min: 1, doc: 'Fewest different words of one family.' } },
  examples: [
    {
      name: 'offers',
      page: `
        ✗ slot gacor | judi online | togel terpercaya
        ✗ 真人百家乐 注册送彩金 老虎机
        ✗ buy viagra cialis no prescription`,
    },
    {
      name: 'a report on the topic stays',
      page: `
        The island voted against a casino for the third time, because the last one had left nothing but slot machines.
        赌场的开业时间一再推迟，因为岛上的居民担心老虎机会让年轻人不再出海打鱼。
        В Терне задержали двоих, которые продавали виагру и трамадол без рецепта, сообщили в полиции.
        Viagra was found by accident, in a trial for another illness, and the nurses were the first to notice.
        Casino`,
    },
  ],
  seeBlock({ text, kind }, fact, { minWords }) {
    if (fact.mass < 16 || kind === 'code' || !mention(fact, 'spam')) return undefined
    const sentence = fact.endsSentence && isGrammatical(fact)
    if (sentence && (fact.mass > 240 || isQuoted(text) || reportsIn(text) > 0)) return undefined
    const hit = countSpam(text)
    if (hit === undefined || (hit.words < minWords && hit.all <= minWords)) return undefined
    const share = (hit.length * (fact.mass / Math.max(1, fact.chars))) / fact.mass
    if (share < (sentence ? 0.35 : 0.15)) return undefined
    return {
      strength: sentence ? 0.6 : 1,
      because: `has ${hit.words} words of ${hit.family} in ${sentence ? 'a short text' : 'no sentence'}`,
    }
  },
})
