import { rule } from '../core/rule.ts'
import { opening } from '../words/openings.ts'
import { isProse } from './shapes/line.ts'

const PLACES =
  /facebook|twitter|instagram|youtube|telegram|whatsapp|tiktok|linkedin|google news|google|wechat|rss|微信|微博|公众号|公眾號|粉絲|line|x\b|viber|vkontakte|вконтакте|дзен|channel|kanal|canal|канал/i

export default rule({
  id: 'follow-us',
  role: 'share',
  doc: 'An invitation to follow the site elsewhere.',
  weight: 3.4,
  examples: [
    {
      name: 'invitations',
      page: `
        ✗ Follow us
        ✗ Follow us on Facebook and Instagram
        ✗ Síguenos en Google News
        ✗ 关注我们
        ✗ Подписывайтесь на наш канал в Telegram
        Follow the river upstream for an hour, and you will come to a mill that has no wheel.`,
    },
  ],
  *see({ blocks, facts }) {
    for (const block of blocks) {
      const fact = facts[block.at]!
      if (fact.mass > 160 || fact.letters === 0) continue
      const length = opening(fact, 'follow')
      if (length === 0) continue
      if (
        length === fact.key.length ||
        (length >= 4 && PLACES.test(block.text) && (fact.mass < 90 || !isProse(fact)))
      )
        yield { at: block.at, because: `invites to follow: "${block.text.slice(0, 40)}"` }
    }
  },
})
