import type { Facts } from '../core/facts.ts'
import { rule, type Said, type View } from '../core/rule.ts'
import { isStory } from '../facts/page-type.ts'
import { isProse } from './shapes/line.ts'
import { headsStory } from './shapes/place.ts'

export default rule({
  id: 'byline',
  role: 'byline',
  doc: 'A printed line that says who wrote the piece, with outlet and date perhaps. A sentence that begins with "by" is none: a name must follow, and little else.',
  weight: 2.5,
  evidence: { html: 'proof', text: 'name' },
  options: {
    longest: { default: 160, min: 10, max: 220, doc: 'Longest byline, in characters without white space.' },
  },
  examples: [
    {
      name: 'name, outlet and date on a line',
      page: `
        Bridge over the Tolm reopens
        ✗ By Ann Lee | The Harbour Daily | Updated: 2025-06-14 07:22
        By the time the bridge opened, four arches had been replaced.
        By Christmas.`,
    },
    { name: 'German', page: '✗ Von Anna Weber, 3. März 2024\nVon der Brücke ist wenig geblieben.' },
    { name: 'French', page: '✗ Par Jeanne Dupré\nPar une froide matinée, le pont a rouvert.' },
    { name: 'Chinese', page: '✗ 记者 周晓明 李娜\n记者从市政府了解到，大桥已经重新通车。' },
    {
      name: 'Korean, alone and before the first sentence',
      page: '✗ 홍길동 기자 gil@haneul.example\n[하늘신문 홍길동 기자] 기자들이 새로 놓인 다리 앞에 모였다.',
    },
    { name: 'Russian', page: '✗ Автор: Иван Петров\nАвтор моста не пришёл на открытие, рассказал мэр.' },
    {
      name: 'the name alone, where the page says whose it is',
      html: `<meta name="author" content="Mara Lind"><article><h1>Soup on Anglin Rock</h1><p>✗ Mara Lind</p><p>✗ Mara Lind, staff writer</p>
        <p>The keeper of Anglin Rock received a visitor in March, and by summer there were hundreds of them.</p>
        <p>They came for the birds, she says, and stayed for the soup, which she makes from what is left.</p></article>`,
    },
    {
      name: 'a name alone above the text, and a part below its first sentence',
      html: `<article><h1>Soup on Anglin Rock</h1><p>✗ Mara Lind</p>
        <p>The keeper of Anglin Rock received a visitor in March, and by summer there were hundreds of them.</p><p>Early Life</p>
        <p>They came for the birds, she says, and stayed for the soup, which she makes from what is left.</p></article>`,
    },
    {
      name: 'a closing note',
      page: '✗ （作者为托姆大学教授周晓明）\n作者认为，大桥的修复带来了新的机会。',
    },
  ],
  seeBlock({ at, text, kind }, fact, { longest }, view) {
    const { whole } = view
    const none = fact.chars > longest || beginsStory(text, fact) || isAnswer(fact)
    const authors = none ? undefined : fact.line?.authors
    if (authors !== undefined && authors.length > 0)
      return seen(view, at, `names ${authors.slice(0, 3).join(', ')} as its author`)
    if (fact.mass > LINE || fact.endsSentence || kind === 'code') return undefined
    if (kind === 'paragraph' && opensStory(view, at)) return `is nothing but a name above the text: "${text}"`
    if (whole.authorKeys.size === 0) return undefined
    // elsewhere an author's name stands over every post
    return isStory(whole) && isOfAuthor(fact.key, whole.authorKeys)
      ? seen(view, at, `reads "${text.slice(0, 60)}", the author the page names`)
      : undefined
  },
})

/** "By Christmas." */
const isAnswer = ({ endsSentence, words, line }: Facts) =>
  endsSentence &&
  words === 2 &&
  line?.dates?.length === 0 &&
  line.authors?.every((name) => !name.includes(' '))

/** Behind the brackets around the names the story begins. */
function beginsStory(text: string, { endsSentence }: Facts): boolean {
  return endsSentence && (text.length - (BRACKETED.exec(text)?.[0].length ?? text.length)) * 2 > text.length
}
const BRACKETED = /^[[［(（【][^\]］)）】]{2,40}[\]］)）】]/

/** Proves itself between headline and text: elsewhere one of several pieces may begin, or an answer ("By Christmas."). */
function seen(view: View, at: number, because: string): Said {
  return headsStory(view, at) && !view.facts[at]!.endsSentence ? because : { because, evidence: 'name' }
}

/** Nothing but two to five capitalised words, directly above the first sentence. */
function opensStory({ page, blocks, facts, whole }: View, at: number): boolean {
  return (
    page.door === 'html' &&
    FULL_NAMES.test(blocks[at]!.text) &&
    isStory(whole) &&
    facts.findIndex(isProse) === at + 1
  )
}
const FULL_NAMES = /^(?:\p{Lu}[\p{L}\p{M}’'.-]{0,20}[ /]){1,4}\p{Lu}[\p{L}\p{M}’'.-]{1,20}$/u

/** Longest line with the author's name and what he is, in Latin-equivalent characters. */
const LINE = 70
/** Share of such a line the names take at least. */
const MOSTLY = 0.4

/** Nothing but the names of the claimed authors, and little beside them. */
function isOfAuthor(key: string, authors: ReadonlySet<string>): boolean {
  if (authors.has(key)) return true
  let named = 0
  for (const name of authors) if (key.includes(name)) named += name.length
  return named >= key.length * MOSTLY
}
