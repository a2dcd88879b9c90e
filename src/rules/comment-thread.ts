import { rule } from '../core/rule.ts'
import { readsCounted } from '../words/whole-lines.ts'
import { isInside } from './shapes/place.ts'

/** Blocks between two buttons of one thread, at most. */
const STRIDE = 10

export default rule({
  id: 'comment-thread',
  role: 'comment',
  doc: 'Stands between buttons such as Reply and Report that return under each comment.',
  weight: 3.4,
  evidence: 'name',
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
      name: 'one reply is no thread',
      page: 'Reply\nThe mayor’s reply came on a postcard, and it showed the canal.',
    },
  ],
  *see(view, { minButtons }) {
    const { blocks, facts } = view
    let thread: number[] = []
    for (let at = 0; at <= blocks.length; at++) {
      const button = at < blocks.length && facts[at]!.mass <= 40 && readsCounted(facts[at]!, 'comment-action')
      const over = at === blocks.length || (thread.length > 0 && at - thread.at(-1)! > STRIDE)
      if (over) {
        if (thread.length >= minButtons) {
          for (let i = thread[0]!; i <= thread.at(-1)!; i++)
            yield {
              at: i,
              strength: isInside(view, i) ? 0.4 : 1,
              because: `stands in a thread with ${thread.length} buttons such as "${blocks[thread[0]!]!.text}"`,
            }
        }
        thread = []
      }
      if (button) thread.push(at)
    }
  },
})
