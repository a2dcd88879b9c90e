import { rule } from '../core/rule.ts'
import { mention } from '../words/mentions.ts'
import { isInside } from './shapes/place.ts'

export default rule({
  id: 'after-the-foot',
  role: 'boilerplate',
  hearing: 'neighbours',
  doc: 'Stands after the copyright line at the foot of the page, where no story goes on.',
  weight: 2.4,
  evidence: 'name',
  options: {
    above: { default: 0.7, min: 0, max: 1, doc: 'Share of the kept text that must stand above the line.' },
  },
  examples: [
    {
      name: 'what follows the copyright line',
      page: `
        + The keeper of Anglin Rock received a visitor in March, and by summer there were hundreds of them.
        + They came for the birds, she says, and stayed for the soup, which she makes from what is left.
        + The council now wants to build a pier.
        - © 2031 The Orm Courier
        ✗+ Made with love on the island, and printed in the harbour every night but Sunday.`,
    },
    {
      name: 'a copyright line above the story is no foot',
      page: `
        - © 2031 The Orm Courier
        + The keeper of Anglin Rock received a visitor in March, and by summer there were hundreds of them.`,
    },
  ],
  *see(view, { above }) {
    const { page, blocks, facts, leaning } = view
    if (leaning === undefined) return
    let total = 0
    for (const { at } of blocks) if (leaning[at]! > 0) total += facts[at]!.mass
    let kept = 0
    let foot = false
    for (const { at } of blocks) {
      const fact = facts[at]!
      if (foot) yield { at, because: 'stands after the copyright line' }
      if (leaning[at]! > 0) kept += fact.mass
      else if (
        !foot &&
        total > 0 &&
        kept >= total * above &&
        fact.mass < 300 &&
        // a document goes on below a line of its story that only speaks of copying
        !(page.door === 'html' && isInside(view, at)) &&
        closes(mention(fact, 'copyright'), fact.digits)
      )
        foot = true
    }
  },
})

/** A bare sign without a year is a picture's. */
function closes(found: string | undefined, digits: number): boolean {
  return found !== undefined && (!found.startsWith('©') || digits >= 4)
}
