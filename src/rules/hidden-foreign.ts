import { isHidden } from '../core/block.ts'
import { rule, type View } from '../core/rule.ts'
import { canCompare, type SpamScore, spamScore } from '../facts/spam/score.ts'
import { surveyOf } from '../facts/spam/survey.ts'
import { hiddenShare } from './shapes/hidden-share.ts'

export default rule({
  id: 'hidden-foreign',
  role: 'hidden',
  hearing: 'neighbours',
  doc: 'Hidden text, by attributes, styles or the page’s own style sheets, that does not continue the article: in another language, in words the article does not use, or offering something.',
  weight: 9,
  evidence: 'name',
  door: 'html',
  options: {
    most: { default: 0.4, min: 0, max: 1, doc: 'Share of the page’s sentences that may be hidden.' },
    least: {
      default: -1.2,
      min: -10,
      max: 10,
      doc: 'Log-odds of being spam from which hidden text is foreign.',
    },
    leastMost: {
      default: 1,
      min: -10,
      max: 10,
      doc: 'The same where more of the page is hidden: then a script was to show the article.',
    },
  },
  examples: [
    {
      name: 'a box off the screen, and a paragraph folded away',
      html: `<p>The bell foundry of Corrin cast its last bell in the spring, and the furnace has been cold ever since.</p>
        <p>Its chimney still stands above the yard, because nobody can agree on what it would cost to take it down, and because the storks have been nesting on it for as long as anybody can remember.</p>
        <div style="position:absolute;left:-9999px"><p>✗ Play roulette tonight and win real money with instant payouts, sign up for a bonus without a deposit.</p></div>
        <p style="display:none">The chimney has been standing above the yard for as long as the foundry, and nobody can agree on what it was ever for.</p>`,
    },
  ],
  *see(view, { most, least, leastMost }) {
    if (!view.blocks.some(isHidden)) return
    const { speech } = surveyOf(view)
    if (!canCompare(speech)) return
    const floor = hiddenShare(view) > most ? leastMost : least
    const isForeign = ({ sum, fits }: SpamScore, never: boolean) =>
      sum >= floor + (never ? NEVER : fits ? FITTING : 0)
    for (const run of hiddenRuns(view)) {
      const together = spamScore(run.map(({ text }) => text).join(' , '), speech)
      for (const block of run) {
        const { at, text, kind } = block
        const never = isNeverShown(block)
        // Captions come out beside the article though they are no part of its text.
        const open = (view.leaning?.[at] ?? 0) > LOST || kind === 'figure' || kind === 'caption'
        const long = view.facts[at]!.mass >= LONG
        // What is out anyway, and what its neighbours give away, needs no look of its own.
        const said = open && (long || !isForeign(together, never)) ? spamScore(text, speech) : together
        if (isForeign(said, never)) yield { at, because: reason(said) }
      }
    }
  },
})

function reason({ sum, family }: SpamScore): string {
  const kind = family === undefined ? '' : `${family}, `
  return `is hidden and does not continue the article (${kind}log-odds ${sum.toFixed(1)})`
}

/** Log-odds below which a block is out whatever else is said. */
const LOST = -6
/** Mass from which a hidden block is judged alone; shorter ones say too little, and are judged with those beside them. */
const LONG = 60
/** What text in the page's own language, in sentences, must have beyond. */
const FITTING = 3.6

/** No script waits to show what is printed in the colour of its ground or in letters of no size: nobody was ever to read it. */
function isNeverShown({ dom }: View['blocks'][number]): boolean {
  return dom?.hidden === 'colour' || dom?.hidden === 'tiny'
}

/** And what nobody was ever to read may have so much less. */
const NEVER = -3.5

/** Hidden blocks with letters, side by side. */
function* hiddenRuns({ blocks, facts }: View): Iterable<View['blocks']> {
  let run: View['blocks'][number][] = []
  for (const block of blocks) {
    if (isHidden(block)) {
      if (facts[block.at]!.letters > 3) run.push(block)
    } else if (run.length > 0) {
      yield run
      run = []
    }
  }
  if (run.length > 0) yield run
}
