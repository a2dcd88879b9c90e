import { rule } from '../core/rule.ts'

export default rule({
  id: 'readable',
  role: 'body',
  doc: 'Readability, asked about the same document, kept the block. One witness among others.',
  weight: 2.4,
  door: 'html',
  examples: [
    {
      name: 'what Readability takes for the article',
      html: `<body><nav><a href="/">Home</a></nav><article>
        <p>✗ The lighthouse keeper of Anglin Rock, who has lived alone for eleven years, received a visitor in March, and then another, and by summer there were hundreds of them.</p>
        <p>✗ They came for the birds, she says, because a rare tern had nested below the lamp, and word of it spread through the clubs of the mainland faster than any ferry.</p>
        <p>✗ The council now wants to build a pier, which the keeper, the clubs and, one may suppose, the tern would rather do without, but the vote is only due in the autumn.</p>
        </article><div class="footer"><a href="/imprint">Imprint</a></div></body>`,
    },
  ],
  seeBlock({ dom }) {
    const strength = dom?.readable ?? 0
    return strength >= 0.5 ? { strength, because: 'was kept by Readability' } : undefined
  },
})
