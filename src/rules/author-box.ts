import type { Block } from '../core/block.ts'
import type { Facts } from '../core/facts.ts'
import { rule, type View } from '../core/rule.ts'
import { isCommentHeading } from './shapes/comment-headings.ts'
import { extent } from './shapes/extent.ts'
import { holdsStory, namedElements } from './shapes/named-elements.ts'
import { isNamed } from './shapes/names.ts'

const ABOUT =
  /^(?:about the author|about the authors|about the writer|about [A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,2}$|meet the author|written by|more (?:posts |stories |articles )?(?:by|from) [A-Z]|view all posts by|see all posts by|author bio|über den autor|über die autorin|zur person|à propos de l.auteur|sobre el autor|acerca del autor|l.autore|sobre o autor|об авторе|про автора|关于作者|作者简介|作者簡介|關於作者|この記事を書いた人|著者プロフィール|執筆者|ライター|기자 소개|필자 소개|عن الكاتب|نبذة عن|yazar hakkında|tentang penulis|về tác giả|over de auteur|o autorze|om författaren|o autorovi)/i
/** Opens with a name, and with what its bearer does. */
const LIVES =
  /^(?!(?:This|That|It|He|She|There|What|The|They|Who|Here|One) )(?:\p{Lu}[\p{L}\p{M}.'’-]+ ){1,4}(?:is|was|has (?:been|written|worked|covered|reported)|writes|covers|works|lives|joined|reports|edits|leads|studied|holds) (?:a|an|the(?! (?:most|best|only|first|\p{Ll}+est)\b)|our|as|for|on|about|in|at|from|with|to)\b/u
const TRADE =
  /\b(?:reporter|writer|editor|journalist|correspondent|columnist|author|freelance|covers|covering|writes|writing|blogger|contributor|newsroom|producer|(?:before|prior to|since) (?:she|he|they|join)\w*|follow (?:her|him|them)|(?:reach|contact|email) (?:her|him|them)|(?:her|his|their) work)\b/i
/** Where a writer is to be reached, and who else worked on it. */
const REACHED =
  /^[—–-]?\s?(?:contact|e-?mail|write to) .{2,60}\b(?:at|via email),? [\w.+-]+@[\w-]+\.\w+\.?$|\b(?:can|may) be (?:reached|contacted|emailed|followed) (?:at|on|via|by|through)\b.{0,80}@|\bcontributed (?:reporting )?(?:to|for) this (?:report|story|article|piece)\b|\b(?:hat|haben) an diesem (?:bericht|artikel|text) mitge(?:wirkt|arbeitet)|\ba contribué à cet article|\bcontribuyó (?:a|en|con) (?:este|esta) (?:artículo|reportaje|informe|nota)/i
/** Apart, for letters of any script without regard to case are laid out for milliseconds. */
const REPORTED =
  /^(?:\p{Lu}[\p{L}’'-]+ ){1,4}(?:and (?:\p{Lu}[\p{L}’'-]+ ){1,3})?reported from \p{Lu}|^\W{0,4}additional reporting by \p{Lu}/iu
/** What is looked for first, in a folded text: nearly no line has it. */
const REACHES = /reached|additionalreporting|reportedfrom|contact|email|followed|writeto|contribu|mitge/
const NAMES =
  /(?:^|[\s_-])(?:author-?(?:bio|box|info|description|card|about|profile)?|bio|about-author|byline-bio|contributor)(?:[\s_-]|$)/

/** Names of elements that plugins and themes put around all they tell of an author. */
const AROUND =
  /^(?:saboxplugin|abh_|molongui|author-?_?(?:box|bio|info|card|profile|desc\w*|about|section)|about-?_?(?:the-?)?author|(?:post|entry|article|single)-?_?author)/

export default rule({
  id: 'author-box',
  role: 'author-box',
  doc: 'Tells who the author is, after the story: not part of it.',
  weight: 3,
  evidence: 'proof',
  examples: [
    {
      name: 'a box under the story',
      page: `
        The keeper of Anglin Rock received a visitor in March, and by summer there were hundreds of them.
        They came for the birds, she says, and stayed for the soup, which she makes from what is left.
        ✗ About the author
        ✗ Mara Lind is a reporter for the Orm Courier and covers the islands.
        ✗ Mara Lind can be reached at mara@courier.example. Ole Brandt contributed to this report.`,
    },
    {
      name: 'a person in the story stays',
      page: `
        Mara Lind is a reporter by trade and writes about the islands, and she was the first to see the fire.
        She called the lifeboat before she called her paper, and she still regrets neither of it.`,
    },
    {
      name: 'the author of the page by name',
      html: `<meta name="author" content="Mara Lind"><article><p>The keeper of Anglin Rock received a visitor in March, and by summer there were hundreds of them.</p>
        <p>They came for the birds, she says, and stayed for the soup, which she makes from what is left.</p>
        <p>✗ Mara Lind keeps bees on the roof of the old customs house, and has a dog.</p></article>`,
    },
    {
      name: 'the longest of a page with a word or two of text',
      html: `<meta name="author" content="Mara Lind"><article><p>Heat the soup.</p><p>Serve it.</p>
        <p>✗ Mara Lind keeps bees on the roof of the old customs house. Her book on soup is out in May.</p></article>`,
    },
    {
      name: 'deep in a box that a plugin makes',
      html: `<article><p>The keeper of Anglin Rock received a visitor in March, and by summer there were hundreds of them.</p>
        <p>They came for the birds, she says, and stayed for the soup, which she makes from what is left.</p></article>
        <div class="saboxplugin-wrap"><div><div><p>✗ Bees and ropes are what she knows best.</p></div></div></div>`,
    },
    {
      name: 'an element named after it',
      html: `<article><p>The keeper of Anglin Rock received a visitor in March, and by summer there were hundreds of them.</p>
        <p>They came for the birds, she says, and stayed for the soup, which she makes from what is left.</p></article>
        <div class="author-bio"><p>✗ Mara has lived on four islands and written about six.</p></div>`,
    },
  ],
  *see(view) {
    const run = extent(view)
    if (run === undefined) return
    // among the last blocks of the densest run of prose, or after it: a note on the author is prose too
    // comments below a short story may be prose as well
    const talk = view.facts.findIndex((fact, at) => at > run[0] && at <= run[1] && isCommentHeading(fact))
    const last = talk < 0 ? run[1] : talk - 1
    // the note may be the first paragraph of a story of shorter lines
    const told = view.facts.slice(0, run[0]).some(({ endsSentence }) => endsSentence)
    const first = Math.max(told ? run[0] : run[0] + 1, last - 2)
    const around = namedElements(AROUND, holdsStory(view, MOST))
    const authors = authorsOf(view, run[0])
    for (const block of view.blocks.slice(first)) {
      const fact = view.facts[block.at]!
      const because = fact.mass > LONGEST || fact.letters === 0 ? undefined : saysWho(block, fact, authors)
      const element = because === undefined ? around(block) : undefined
      if (because !== undefined) yield { at: block.at, because }
      else if (element !== undefined)
        yield { at: block.at, because: `stands in an element named "${element.label}"` }
    }
  },
})

/** Longest note, in Latin-equivalent characters. */
const LONGEST = 800
/** An element that holds more of the page's sentences than this, as a share, is not that of a note. */
const MOST = 0.4

function saysWho(block: Block, fact: Facts, authors: readonly string[]): string | undefined {
  const { text } = block
  if (fact.mass <= 80 && ABOUT.test(text)) return 'heads a note on the author'
  if (fact.mass >= 40 && isOfAuthor(text, authors)) return 'tells who the author is, by name'
  if (fact.mass >= 40 && TRADE.test(text.slice(0, 400)) && LIVES.test(text)) return 'tells who the author is'
  if (fact.mass <= 300 && REACHES.test(fact.key) && (REACHED.test(text) || saysWhence(text, fact)))
    return 'tells how to reach the author, or who else worked on it'
  return isNamed(block, NAMES) ? `stands in an element named "${block.dom!.names}"` : undefined
}

/** Names reporters, and where they reported from. */
function saysWhence(text: string, { key }: Facts): boolean {
  return /reportedfrom|additionalreporting/.test(key) && REPORTED.test(text)
}

/** Names the page gives for its authors', in claims and in the bylines above its first paragraph. */
function authorsOf({ page, facts }: View, first: number): readonly string[] {
  const claimed = page.claims.flatMap(({ field, value }) =>
    field === 'author' ? value.split(NAMES_BETWEEN).map((name) => name.trim()) : [],
  )
  const printed = facts.slice(0, first + 1).flatMap(({ line }) => line?.authors ?? [])
  return [...new Set([...claimed, ...printed])]
}

/** Opens with an author's name, and goes on with what he is or does. */
function isOfAuthor(text: string, authors: readonly string[]): boolean {
  const start = text.search(/\p{L}/u)
  if (start < 0) return false
  return authors.some((name) => {
    const end = start + name.length
    if (text.slice(start, end).toLowerCase() !== name.toLowerCase()) return false
    const rest = text.slice(end, end + 12)
    if (name.length >= FULL && name.includes(' ') && /^(?:,| \(| \p{Ll}{2})/u.test(rest)) return true
    return /^\p{Script=Han}{2,4}$/u.test(name) && /^\s?[（(，,是系为為现現]/u.test(rest)
  })
}
/** Shortest name of two words. */
const FULL = 5
const NAMES_BETWEEN = /[,;&、，]|\s(?:and|und|et|y)\s/u
