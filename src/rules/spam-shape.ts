import { rule } from '../core/rule.ts'
import { spamOn } from '../facts/spam/survey.ts'

export default rule({
  id: 'spam-shape',
  role: 'spam',
  hearing: 'neighbours',
  doc: 'Text unlike the page it stands on (its script, language, grammar, words) that repeats itself or offers something: what somebody put into the page. Weighs a dozen traits; decides by itself.',
  weight: 12,
  evidence: 'name',
  options: {
    least: { default: 2.6, min: 0, doc: 'Log-odds of being spam from which a block is seen.' },
  },
  examples: [
    {
      name: 'offers between the paragraphs of a report',
      page: `
        + The ferry to Tolm was cancelled again on Friday, and the islanders wrote their third letter to the ministry. It asks for nothing more than a timetable that is kept, or a reason, when it is not.
        ✗- 澳门赌场在线开户送彩金，真人百家乐注册即送，老虎机返水天天领
        + The ministry answered in the autumn that ferries depend on the weather, and that the weather of the strait is not its business.
        ✗- cheap viagra online, buy cialis online cheap, order viagra cheap, buy cheap cialis online, viagra cialis order
        + The letter was nailed to the door of the harbour office, where it hung until the spring, when the ferry came back.`,
    },
  ],
  *see(view, { least }) {
    for (const { at, score, because, family } of spamOn(view)) {
      if (score < least) continue
      const kind = family === undefined ? '' : ` (${family})`
      yield { at, strength: Math.min(1, 0.6 + score / 20), because: `reads like spam${kind}: ${because}` }
    }
  },
})
