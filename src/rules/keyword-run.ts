import { rule } from '../core/rule.ts'
import { keywordList } from './shapes/keyword-list.ts'
import { isGrammatical } from './shapes/line.ts'

export default rule({
  id: 'keyword-run',
  role: 'spam',
  doc: 'Many short phrases joined by separators, the same words in ever new combinations, no sentence: text for search engines.',
  weight: 4,
  options: {
    repetition: {
      default: 0.35,
      min: 0.1,
      max: 1,
      doc: 'Share of words that must have been said before in the same block.',
    },
  },
  examples: [
    {
      name: 'combinations of the same words',
      page: `
        The ferry to Tolm was cancelled again on Friday, and the islanders wrote their third letter to the ministry.
        ✗ 免费看船视频|高清船视频在线看|在线看免费高清船|船视频高清免费在线|免费船视频在线|高清在线船视频看|看船高清免费
        ✗ cheap boats online, buy cheap boats, boats online cheap, best cheap boats, cheap boats store, buy boats online`,
    },
    {
      name: 'a list of names and a sentence full of commas stay',
      page: `
        The small lamp costs 40 crowns, the large lamp 90 crowns, the small rope 12 crowns, the large rope 30 crowns, the small sail 400 crowns
        Ole Brandt, Mara Lind, Jon Orr, Ada Hale, Tom Perrin, Ida Merrow, Kai Sarn, Eva Onder, Nils Darrow
        He sold eels, and eel skins, and eel soup, and boots of eel leather, and once, in a bad year, the eel pond.`,
    },
  ],
  seeBlock({ text, kind }, fact, { repetition }) {
    if (fact.mass < 60 || fact.sentences > 2 || kind === 'code' || kind === 'cell') return undefined
    if (fact.digits * 5 > fact.letters) return undefined
    if (fact.functionShare !== undefined && isGrammatical(fact) && fact.endsSentence) return undefined
    if (fact.commas + fact.separators < 5 && !text.includes(' - ')) return undefined
    const list = keywordList(text, fact)
    return list !== undefined && list.repetition >= repetition
      ? `is ${list.phrases} short phrases, ${Math.round(list.repetition * 100)} % of their words said before`
      : undefined
  },
})
