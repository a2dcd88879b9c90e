import { rule } from '../core/rule.ts'

export default rule({
  id: 'unreadable',
  role: 'boilerplate',
  doc: 'Readability found an article on the page and left this block out.',
  weight: 2.2,
  door: 'html',
  examples: [
    {
      name: 'menu and foot are left out',
      html: `<body><nav><a href="/">✗ Home</a></nav><article>
        <p>The lighthouse keeper of Anglin Rock, who has lived alone for eleven years, received a visitor in March, and then another, and by summer there were hundreds of them.</p>
        <p>They came for the birds, she says, because a rare tern had nested below the lamp, and word of it spread through the clubs of the mainland faster than any ferry.</p>
        <p>The council now wants to build a pier, which the keeper, the clubs and, one may suppose, the tern would rather do without, but the vote is only due in the autumn.</p>
        </article><div class="footer"><a href="/imprint">✗ Imprint</a></div></body>`,
    },
    {
      name: 'nothing is known of a text dump',
      page: 'Home\nThe council met on Tuesday and decided nothing.',
    },
  ],
  *see({ blocks }) {
    if (!blocks.some(({ dom }) => (dom?.readable ?? 0) > 0.5)) return
    for (const { at, dom } of blocks) {
      const share = dom?.readable ?? 1
      if (share < 0.5) yield { at, strength: 1 - share, because: 'was left out by Readability' }
    }
  },
})
