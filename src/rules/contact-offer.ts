import { rule } from '../core/rule.ts'
import { mention } from '../words/mentions.ts'

const ACCOUNT =
  /(?:qq|微信|薇信|威信|v信|vx|wx|telegram|tg|whats ?app|line(?: id)?|kakao|카톡|zalo|viber|skype|电报|телеграм)[^\p{L}\p{N}]{0,4}(?:id|号|群|号码)?[^\p{L}\p{N}@+]{0,3}[@+]?(?:[\w.-]{0,20}|[\d ()-]{0,10})\d{4}/iu

export default rule({
  id: 'contact-offer',
  role: 'spam',
  doc: 'A messenger account with a number beside words of an offer.',
  weight: 3.4,
  options: { maxMass: { default: 400, min: 40, doc: 'Longest text taken, in Latin-equivalent characters.' } },
  examples: [
    {
      name: 'accounts',
      page: `
        ✗ 代办各种证件，诚信经营，微信：abc00000
        ✗ Cheap boats, best price, WhatsApp +000 0000000
        In 1912 a telegram took 4000 seconds to reach the island, and the answer took a week.`,
    },
  ],
  seeBlock({ text }, fact, { maxMass }) {
    if (fact.digits < 4 || fact.mass > maxMass || fact.letters < 4 || !mention(fact, 'offer'))
      return undefined
    return ACCOUNT.test(text.slice(0, 400)) ? 'offers something and names a messenger account' : undefined
  },
})
