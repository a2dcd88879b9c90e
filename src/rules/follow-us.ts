import { rule } from '../core/rule.ts'
import { opening } from '../words/openings.ts'
import { isProse } from './shapes/line.ts'

const PLACES =
  /facebook|twitter|instagram|youtube|telegram|whatsapp|tiktok|linkedin|google news|google|wechat|rss|微信|微博|公众号|蓝字|二维码|公眾號|粉絲|line|x\b|viber|vkontakte|вконтакте|дзен|channel|kanal|canal|канал/i

export default rule({
  id: 'follow-us',
  role: 'share',
  doc: 'An invitation to follow the site elsewhere.',
  weight: 3.4,
  evidence: 'proof',
  examples: [
    {
      name: 'invitations',
      page: `
        ✗ Follow us
        ✗ Follow us on Facebook and Instagram
        ✗ Síguenos en Google News
        ✗ 关注我们
        ✗ 点击上方蓝字，关注我的小船
        ✗ Подписывайтесь на наш канал в Telegram
        Follow the river upstream for an hour, and you will come to a mill that has no wheel.`,
    },
  ],
  seeBlock({ text }, fact) {
    const length = opening(fact, 'follow')
    if (length === 0 || fact.mass > 160 || fact.letters === 0) return undefined
    const invites =
      length === fact.key.length || (length >= 4 && PLACES.test(text) && (fact.mass < 90 || !isProse(fact)))
    return invites ? `invites to follow: "${text.slice(0, 40)}"` : undefined
  },
})
