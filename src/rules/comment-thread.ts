import type { Block } from '../core/block.ts'
import type { Facts } from '../core/facts.ts'
import { rule, type View } from '../core/rule.ts'
import { elementsAround } from '../facts/elements.ts'
import { entriesOf } from '../facts/glued-menu.ts'
import { readsCounted } from '../words/whole-lines.ts'
import { isInside } from './shapes/place.ts'

/** Blocks between two buttons of one thread, at most. */
const STRIDE = 10

export default rule({
  id: 'comment-thread',
  role: 'comment',
  doc: 'Stands between buttons such as Reply and Report that return under each comment.',
  weight: 3.4,
  evidence: { html: 'proof', text: 'name' },
  options: { minButtons: { default: 3, min: 2, doc: 'Fewest buttons that make a thread.' } },
  examples: [
    {
      name: 'three comments',
      page: `
        The strike begins on Monday at six.
        tidewatcher
        They should have done it years ago, if you ask me.
        ✗ Reply
        ✗ Old Salt
        ✗ Years ago there was no canal.
        ✗ Reply
        ✗ tidewatcher
        ✗ There was, and I swam in it.
        ✗ Reply`,
    },
    {
      name: 'in a document, the whole of every element with such a button',
      html: `<article><h1>A strike on Monday</h1><p>The strike begins on Monday at six, the lock keepers said, and ends when they say so, which may be a while. The boats have been told, and most of them have turned back for the coast.</p></article><div>
        <div><b>✗ tidewatcher</b><p>✗ They should have done it years ago.</p><button>✗ Reply</button></div>
        <div><b>✗ Old Salt</b><p>✗ Years ago there was no canal.</p><button>✗ Reply</button></div>
        <div><b>✗ tidewatcher</b><p>✗ There was, and I swam in it.</p><button>✗ Reply</button></div></div>`,
    },
    {
      name: 'a row of buttons under each of two',
      page: `
        The strike begins on Monday at six.
        tidewatcher
        They should have done it years ago, if you ask me.
        ✗ Antworten Melden
        ✗ Old Salt
        ✗ Years ago there was no canal.
        ✗ Antworten Melden`,
    },
    {
      name: 'one reply is no thread',
      page: 'Reply\nThe mayor’s reply came on a postcard, and it showed the canal.',
    },
  ],
  *see(view, { minButtons }) {
    const { blocks, facts } = view
    let thread: number[] = []
    let buttons = 0
    for (let at = 0; at <= blocks.length; at++) {
      const found = at < blocks.length ? buttonsIn(blocks[at]!, facts[at]!) : 0
      const over = at === blocks.length || (thread.length > 0 && at - thread.at(-1)! > STRIDE)
      if (over) {
        if (buttons >= minButtons && thread.length > 1) {
          for (let i = firstOf(view, thread); i <= thread.at(-1)!; i++)
            yield {
              at: i,
              strength: isInside(view, i) ? 0.4 : 1,
              because: `stands in a thread with ${buttons} buttons such as "${blocks[thread[0]!]!.text}"`,
            }
        }
        thread = []
        buttons = 0
      }
      if (found > 0) thread.push(at)
      buttons += found
    }
  },
})

/** How many buttons a line is; a row of them returns under every comment. */
function buttonsIn({ text }: Block, fact: Facts): number {
  if (fact.mass > LONGEST) return 0
  if (readsCounted(fact, 'comment-action')) return 1
  const mayBeRow = fact.repeats > 1 && fact.words > 1 && fact.words <= ROW && !fact.endsSentence
  return mayBeRow ? entriesOf(text, 'comment-action') : 0
}
/** Longest line of buttons, in Latin-equivalent characters, and most words of a row. */
const LONGEST = 40
const ROW = 8

/** The first block of the element that holds the first button and stands beside those of the others; in a dump, that button. */
function firstOf({ blocks, whole }: View, thread: readonly number[]): number {
  const [first, ...others] = thread.map((at) => blocks[at]!)
  const element = itemAround(first!, others)
  if (element === undefined) return first!.at
  let from = first!.at
  for (let at = from; at >= 0 && elementsAround(blocks[at]!).includes(element); at--) {
    if (at === whole.headline) return first!.at
    if (first!.at - at > STRIDE) return first!.at
    from = at
  }
  return from
}

/** The outermost element around a block that does not hold all the others. */
function itemAround(block: Block, others: readonly Block[]): number | undefined {
  const around = others.map((other) => new Set(elementsAround(other)))
  return elementsAround(block)
    .filter((number) => around.some((elements) => !elements.has(number)))
    .at(-1)
}
