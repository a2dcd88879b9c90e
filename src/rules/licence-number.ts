import { rule } from '../core/rule.ts'
import { mention } from '../words/mentions.ts'
import { isInside } from './shapes/place.ts'

export default rule({
  id: 'licence-number',
  role: 'footer',
  doc: 'A licence, registry or complaint number, or the people responsible by law, outside the story.',
  weight: 3.4,
  evidence: 'proof',
  options: { maxMass: { default: 400, min: 40, doc: 'Longest line taken, in Latin-equivalent characters.' } },
  examples: [
    {
      name: 'numbers at the foot',
      page: `
        The council met on Tuesday, as it has done since the flood, and decided nothing, as it has done since.
        The next meeting is due in a week, and the agenda is the same, with the exception of the date.
        ✗ 沪ICP备00000000号-1
        ✗ 违法和不良信息举报电话：000-00000000
        ✗ Company number 00000000
        ✗ USt-ID: DE000000000`,
    },
    {
      name: 'a licence in the story stays',
      page: `
        出租车的经营许可证由市里发放，每年只有二十张，而申请的人有三百多个，排队要排七年。
        今年的许可证在三分钟内就被领完了，没有领到的人只好再等一年。`,
    },
  ],
  seeBlock({ at }, fact, { maxMass }, view) {
    const found = mention(fact, 'licence')
    if (found === undefined || fact.mass > maxMass || fact.mass < 6 || isInside(view, at)) return undefined
    // "siren" and "cif" are words, too
    if (found.length <= ABBREVIATED && fact.digits < DIGITS) return undefined
    return `has "${found}"`
  },
})

/** A label this short says nothing without a number behind it, which has as many digits at least. */
const ABBREVIATED = 6
const DIGITS = 4
