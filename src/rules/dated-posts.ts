import type { Facts } from '../core/facts.ts'
import { rule, type View } from '../core/rule.ts'
import { readsCounted } from '../words/whole-lines.ts'

export default rule({
  id: 'dated-posts',
  role: 'body',
  hearing: 'neighbours',
  door: 'text',
  doc: 'In a thread, the sentences below a line that opens like the one over the first post, or ends with a number as it does, and says to the minute when another was written: a post may be two words long.',
  weight: 4.5,
  options: {
    doubt: { default: 2.6, min: 0, doc: 'Leaning below zero that counts as slight, in log-odds.' },
  },
  examples: [
    {
      name: 'short answers, with who wrote them beside',
      page: `
        - Thin soup
        - Posted: 3 March 2021, 18:04
        + The soup on the rock has been thin since March, and nobody can tell me why it is so.
        - ladle
        = Posts: 12
        - Posted: 3 March 2021, 19:40
        ✗- More salt.
        - Posted: 4 March 2021, 07:15
        ✗- It is summer soup. There is a note on the door.
        - Powered by Ladle`,
    },
    {
      name: 'numbered posts, with who wrote them above',
      page: `
        - Thin soup
        - 03-14-2021, 10:12 AM #1
        - ladle
        - Posts: 12
        + The soup on the rock has been thin since March, and nobody can tell me why it is so.
        - 03-14-2021, 11:40 AM #2
        - spoon
        - Posts: 1,204
        ✗- More salt.
        - Quick navigation`,
    },
    {
      name: 'comments below a story',
      page: `
        - Posted: 3 March 2021, 18:04
        + The soup on the rock has been thin since March, and nobody can tell me why it is so.
        - 2 comments
        - Posted: 3 March 2021, 19:40
        - More salt.
        - Posted: 4 March 2021, 07:15
        - It is summer soup.`,
    },
  ],
  *see(view, { doubt }) {
    const { blocks, facts, leaning, named } = view
    if (leaning === undefined) return
    const heads = headsOf(view)
    for (const [i, head] of heads.entries()) {
      const end = heads[i + 1] ?? blocks.length
      const from = textBelow(view, head, end)
      for (let at = from; at < end && facts[at]!.endsSentence && named?.[at] !== 1; at++) {
        if (leaning[at]! <= 0 && leaning[at]! >= -doubt)
          yield {
            at,
            strength: Math.min(1, (LIFTED - leaning[at]!) / MOST),
            because: `stands under "${blocks[head]!.text.slice(0, 40)}", as the first post does`,
          }
      }
    }
  },
})

/** Lines about who wrote a post, between the line over it and its text. */
const WRITER = 7

/** Where the text of a post begins; its end where none is near. */
function textBelow({ facts }: View, head: number, end: number): number {
  for (let at = head + 1; at < Math.min(end, head + 1 + WRITER); at++) if (facts[at]!.endsSentence) return at
  return end
}

/** Where a lifted block comes out, and the farthest it is lifted, in log-odds. */
const LIFTED = 0.3
const MOST = 4.5

/**
 * The lines over the posts of a thread: they open with the same word and say when to the minute. The first stands right
 * above text that is kept; the heading of the readers' comments, or of other stories, ends them.
 */
function headsOf(view: View): readonly number[] {
  const { blocks, facts, leaning } = view
  const { length } = blocks
  const heads: number[] = []
  let word = ''
  for (const { at, text } of blocks) {
    if (heads.length > 0 && ENDS.some((list) => readsCounted(facts[at]!, list))) break
    if (!saysMinute(facts[at]!)) continue
    const own = opensWith(text)
    const isFirst = heads.length === 0 && (leaning![textBelow(view, at, length)] ?? 0) > 0
    if (own !== undefined && (isFirst || (heads.length > 0 && own === word))) {
      heads.push(at)
      word = own
    }
  }
  return heads
}

const ENDS = ['comment-heading', 'related'] as const

const MINUTE: ReadonlySet<string> = new Set(['minute', 'second'])

function saysMinute({ line }: Facts): boolean {
  return line?.dates?.some(({ precision, kind }) => MINUTE.has(precision) && kind !== 'other') === true
}

const opensWith = (text: string): string | undefined =>
  /^\p{L}{2,}|#(?=\d{1,5}$)/u.exec(text)?.[0].toLowerCase()
