import type { Block } from '../core/block.ts'
import { rule } from '../core/rule.ts'
import { DUMP_MARKS } from '../words/interface.ts'

const BRACKETED = /^(?:\[[^\][]{0,60}\][\s•*+-]*){1,4}$/
const WORD = /[a-z]+/

export default rule({
  id: 'dump-mark',
  role: 'interface',
  doc: 'A note the text browser or extractor wrote where the page had a frame, a button, a picture or a form, or what it adds: the page’s feeds, the addresses of its links, the times of subtitles.',
  weight: 3.6,
  evidence: 'proof',
  examples: [
    {
      name: 'marks',
      page: `
        ✗ [IFRAME]
        ✗ [BUTTON]
        ✗ [logo.png]
        ✗ ( ) Yes ( ) No
        ✗ [thumb_up] 12 [thumb_down] 0
        ✗ [old-mill-800x533]
        ✗ [fb] [tw] [print]
        ✗ (BUTTON) Show more
        [sic] is what the editor wrote behind every second word of the letter.`,
    },
    {
      name: 'the feeds above a page, and the addresses below it',
      page: `
        ✗ #[1]Tolm Herald feed
        [2]Home
        [3]Harbour
        [4]Letters
        The lock keepers of Tolm voted for a strike on Friday, for the first [5]time since the canal was dug.
        ✗ References
        ✗ 1. https://tolm.example/feed
        ✗ 2. https://tolm.example/
        ✗ 3. https://tolm.example/harbour
        ✗ 4. https://tolm.example/letters
        ✗ 5. https://tolm.example/1911`,
    },
    {
      name: 'subtitles',
      page: `
        ✗ 1
        ✗ 00:00:01,000 --> 00:00:04,200
        The lock keepers voted for a strike.
        ✗ 2
        ✗ 00:00:04,400 --> 00:00:07,900
        It was the first since the canal was dug.
        A --> B is what the plan of the lock says.`,
    },
    {
      name: 'sources a writer lists',
      page: `
        The lock keepers of Tolm voted for a strike on Friday, for the first time since the canal was dug.
        References
        1. https://tolm.example/1911
        2. https://tolm.example/1926
        3. https://tolm.example/1954`,
    },
  ],
  seeBlock(block, fact, _, view) {
    const { text, kind, at } = block
    if (isCue(text) || (fact.letters === 0 && fact.digits < 6 && isCue(view.blocks[at + 1]?.text ?? '')))
      return 'times a line of subtitles'
    if (block.layout !== undefined && at >= addressesFrom(view.blocks))
      return 'closes the dump with the addresses of its links'
    if (fact.chars > 80 || kind === 'code') return undefined
    const first = text[0]
    const mark =
      (first === '[' && (isMark(text) || (block.layout !== undefined && isAddress(text)))) ||
      MARKED.test(text) ||
      (first === '#' && at === 0 && addressesFrom(view.blocks) < view.blocks.length) ||
      (first === '(' && /^\( \) .{1,40}/.test(text)) ||
      // a browser of text draws a field so; in a document it is a blank to fill in
      (text.includes('______') && (block.layout !== undefined || fact.letters === 0))
    return mark ? `is a mark of the dump: "${text.slice(0, 30)}"` : undefined
  },
})

/** When a line of subtitles (SubRip, WebVTT) is shown; its number stands above. */
const isCue = (text: string): boolean =>
  text.includes('-->') && /^(?:\d{1,2}:)?\d{2}:\d{2}[.,]\d{3} --> /.test(text)

/** Buttons and frames as lynx prints them. */
const MARKED = /^(?:IFRAME: \S+|(?:\(BUTTON\)\s*){1,6}(?:\S{1,24}\s?){0,3})$/

/** Names of pictures and forms that a text browser prints in brackets, with counts beside them: `[thumb_up] 12`. */
function isAddress(text: string): boolean {
  return ADDRESS.test(text) && /[A-Za-z]{2}/.test(text)
}
const ADDRESS =
  /^(?:\[(?=[^\]\s]*[\d_.-])[\w.%+-]{3,80}\]\s*\d{0,5}\s*){1,4}$|^\[\s{0,40}\]\s?\[[\w-]+\]$|^(?:\[[\w-]{1,16}\]\s*){2,6}$/

function isMark(text: string): boolean {
  if (!BRACKETED.test(text)) return false
  const word = WORD.exec(text.toLowerCase())?.[0]
  return word === undefined || DUMP_MARKS.has(word) || /\.(?:png|jpe?g|gif|svg|webp|aspx?|php)\b/i.test(text)
}

/** Fewest addresses that make a closing list. */
const LIST = 3
const LABELS: ReadonlySet<string> = new Set(['references', 'visible links', 'hidden links'])
const known = new WeakMap<readonly Block[], number>()

/** The first block of the list of addresses that closes a dump whose text bears their numbers; behind the last where there is none. */
function addressesFrom(blocks: readonly Block[]): number {
  const from = known.get(blocks) ?? findAddresses(blocks)
  known.set(blocks, from)
  return from
}

function findAddresses(blocks: readonly Block[]): number {
  let from = blocks.length
  while (from > 0 && (isBareAddress(blocks[from - 1]!) || LABELS.has(labelOf(blocks[from - 1]!)))) from--
  if (blocks.length - from < LIST) return blocks.length
  const listed = new Set(blocks.slice(from).map(({ text }) => text))
  const isOfBrowser =
    blocks.slice(from).some((block) => labelOf(block).endsWith(' links')) ||
    blocks.slice(0, from).some(({ runs }) => runs?.some(({ href }) => listed.has(href ?? '')))
  return isOfBrowser ? from : blocks.length
}

const labelOf = ({ text }: Block): string => (text.length > 20 ? '' : text.toLowerCase().replace(/:$/, ''))

const isBareAddress = ({ ordinal, text }: Block): boolean =>
  ordinal !== undefined && /^[a-z][a-z\d+.-]{1,12}:\S+$/i.test(text)
