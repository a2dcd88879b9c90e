import { rule } from '../core/rule.ts'
import { reads } from '../words/whole-lines.ts'
import { isInside } from './shapes/place.ts'

export default rule({
  id: 'menu-entry',
  role: 'navigation',
  doc: 'Reads, as a whole, like an entry of a site’s menu, and stands outside the densest run of prose or is linked.',
  weight: 3,
  evidence: 'name',
  examples: [
    {
      name: 'menu words of several languages',
      page: `
        ✗ Home
        ✗ Politik
        ✗ 首页
        ✗ Спорт
        The school of Little Orm has one pupil left, and she is the best in her class, as her teacher likes to say.
        She will leave in the summer, and then the building is to become a museum of chalk.`,
    },
    {
      name: 'a heading inside the story stays',
      page: `
        The island of Sarn has two hundred people, a chapel and the only bank in the world without a door.
        Economy
        Most of them live on salt, which they sell to the mainland, and on what visitors leave behind.`,
    },
  ],
  seeBlock({ at, text, dom }, fact, _, view) {
    if (fact.mass > 60 || fact.endsSentence || !reads(fact, 'menu')) return undefined
    if (isInside(view, at) && (dom?.linkShare ?? 0) < 0.8) return undefined
    return `reads "${text}", as menus do`
  },
})
