import { rule } from '../core/rule.ts'
import { lineOpening } from './shapes/phrase-lines.ts'

export default rule({
  id: 'app-call',
  role: 'promo',
  doc: 'A call to install an app, or to open the page in one.',
  weight: 3.2,
  evidence: 'name',
  options: { maxMass: { default: 120, min: 10, doc: 'Longest text taken, in Latin-equivalent characters.' } },
  examples: [
    {
      name: 'calls',
      page: `
        ✗ Download our app
        ✗ 下载客户端
        ✗ Téléchargez notre application
        ✗ Download the Merrow Post app for the latest from the islands.
        The app was built by two students, who never thought that anybody but their mothers would use it.`,
    },
  ],
  seeBlock: (block, fact, { maxMass }) =>
    fact.mass <= maxMass && /^(?:download|install|get) /i.test(block.text) && DOWNLOAD.test(block.text)
      ? { because: 'calls to install an app', evidence: 'proof' }
      : lineOpening(block, fact, 'app', maxMass),
})

/** `Download the Harbour Daily app`. */
const DOWNLOAD = /^(?:download|install|get) (?:the|our) (?:free )?(?:[\p{L}\p{N}’'-]+ ){0,4}app\b/iu
