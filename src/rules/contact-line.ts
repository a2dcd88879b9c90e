import { rule } from '../core/rule.ts'
import { opening } from '../words/openings.ts'
import { isLabelled } from './shapes/phrase-lines.ts'
import { isInside } from './shapes/place.ts'

const REACH = /@[\w-]+\.\w|\+?\(?\d[\d\s().-]{6,}\d/

export default rule({
  id: 'contact-line',
  role: 'footer',
  doc: 'An address, telephone number or mail address with its label, outside the story.',
  weight: 3.2,
  evidence: 'proof',
  options: { maxMass: { default: 200, min: 20, doc: 'Longest line taken, in Latin-equivalent characters.' } },
  examples: [
    {
      name: 'labels with numbers',
      page: `
        The council met on Tuesday, as it has done since the flood, and decided nothing, as it has done since.
        The next meeting is due in a week, and the agenda is the same, with the exception of the date.
        ✗ Tel: 000 000 0000
        ✗ 地址：海岛市港口路一号
        ✗ Email: desk@example.org
        ✗ Главный редактор: А. Н. Онимов`,
    },
    { name: 'a sentence stays', page: 'Address him as captain, the cook said, and he will give you soup.' },
    { name: 'a heading with a colon stays', page: 'Office chairs and backs: what we found' },
  ],
  seeBlock({ at, text }, fact, { maxMass }, view) {
    if (fact.mass <= maxMass && !fact.endsSentence && isCard(text, fact.digits) && !isInside(view, at))
      return 'is a name with a mail address and a number'
    const length = opening(fact, 'contact')
    if (length === 0 || fact.mass > maxMass || fact.letters === 0 || isInside(view, at)) return undefined
    return length === fact.key.length || REACH.test(text) || isLabelled(text, length)
      ? `says how to reach somebody: "${text.slice(0, 40)}"`
      : undefined
  },
})

/** A name, a mail address and a telephone number, as at the foot of a press release. */
function isCard(text: string, digits: number): boolean {
  return digits >= 7 && /^\p{L}/u.test(text) && MAIL.test(text) && NUMBER.test(text)
}
const MAIL = /[\w.+-]{1,64}@[\w-]{1,64}\.[a-z]{2}/i
const NUMBER = /\+?\d[\d ().-]{6,20}\d/
