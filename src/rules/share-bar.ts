import { rule } from '../core/rule.ts'
import { phraseBook } from '../words/phrases.ts'
import { SHARE } from '../words/share.ts'
import { linesReading } from './shapes/phrase-lines.ts'

const PHRASES = phraseBook(SHARE)

export default rule({
  id: 'share-bar',
  role: 'share',
  doc: 'Words on the buttons that hand the page on to friends.',
  weight: 3.6,
  examples: [
    {
      name: 'buttons under the dateline',
      page: `
        By Mara Lind | The Orm Courier
        ✗ Share
        ✗ Share on WhatsApp
        ✗ 分享到：
        ✗ Condividi
        The two countries share a border of three thousand kilometres.`,
    },
  ],
  see: (view) => linesReading(view, PHRASES),
})
