import { type DefaultTreeAdapterMap, parse, parseFragment, serialize } from 'parse5'
import { foldedWords } from '../tokens.ts'
import type { Dice } from './dice.ts'
import type { Hiding } from './hiding.ts'
import { type SpamPlace, sentenceStarts } from './places.ts'

type Node = DefaultTreeAdapterMap['node']
type Parent = DefaultTreeAdapterMap['parentNode']
type Element = DefaultTreeAdapterMap['element']
type TextNode = DefaultTreeAdapterMap['textNode']

const isElement = (node: Node): node is Element => 'tagName' in node
const isText = (node: Node): node is TextNode => node.nodeName === '#text'

/** A page with spam in it, seen or hidden; undefined where the page has no such place. */
export function intoHtml(
  html: string,
  gold: string,
  place: SpamPlace,
  spam: string,
  dice: Dice,
  hiding?: Hiding,
): string | undefined {
  const document = parse(html)
  const all = [...elements(document)]
  const body = all.find(({ tagName }) => tagName === 'body')
  const head = all.find(({ tagName }) => tagName === 'head')
  if (!body || !head) return undefined
  if (hiding?.css) append(head, `<style>${hiding.css}</style>`)
  const markup = hiding ? hiding.wrap(lineMarkup(spam)) : lineMarkup(spam)
  if (place === 'title') return intoTitle(all, spam, dice) ? serialize(document) : undefined
  if (place === 'before') insert(body, 0, markup)
  else if (place === 'after') append(body, markup)
  else if (place === 'menu') {
    const menu = all.find(({ tagName, childNodes }) => tagName === 'ul' && childNodes.length > 4)
    if (!menu) return undefined
    insert(menu, 1 + dice.roll(3), `<li>${markup}</li>`)
  } else {
    const paragraphs = all.filter((element) => isParagraph(element, gold))
    if (paragraphs.length < 2) return undefined
    const paragraph = dice.pick(place === 'between' ? paragraphs.slice(0, -1) : paragraphs)
    if (place === 'between') insertAfter(paragraph, markup)
    else if (
      !glue(
        paragraph,
        place,
        hiding ? hiding.wrap(escaped(spam)).replaceAll('div', 'span') : escaped(spam),
        dice,
      )
    )
      return undefined
  }
  return serialize(document)
}

function* elements(parent: Parent): Iterable<Element> {
  for (const child of parent.childNodes) {
    if (!isElement(child)) continue
    yield child
    yield* elements(child)
  }
}

/** A paragraph of the article: long enough, and its opening stands in the answer. */
function isParagraph(element: Element, gold: string): boolean {
  if (element.tagName !== 'p') return false
  const text = textOf(element)
  if (text.length < 90) return false
  return foldedWords(gold)
    .join(' ')
    .includes(foldedWords(text.slice(0, 80)).slice(0, -1).join(' '))
}

function textOf(node: Node): string {
  if (isText(node)) return node.value
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : ''
}

function glue(paragraph: Element, place: SpamPlace, markup: string, dice: Dice): boolean {
  if (place === 'tail') {
    append(paragraph, ` ${markup}`)
    return true
  }
  const texts = paragraph.childNodes.filter(isText).filter(({ value }) => sentenceStarts(value).length > 0)
  if (texts.length === 0) return false
  const text = dice.pick(texts)
  const at = dice.pick(sentenceStarts(text.value))
  const rest = text.value.slice(at)
  text.value = text.value.slice(0, at)
  insert(paragraph, paragraph.childNodes.indexOf(text) + 1, `${markup} ${escaped(rest)}`)
  return true
}

function intoTitle(all: readonly Element[], spam: string, dice: Dice): boolean {
  const title = all.find(({ tagName }) => tagName === 'title')
  const text = title?.childNodes.find(isText)
  if (!text) return false
  const first = dice.roll(2) === 0
  const glued = (clean: string) => (first ? `${spam} | ${clean}` : `${clean} - ${spam}`)
  text.value = glued(text.value.trim())
  for (const { tagName, attrs } of all) {
    const name = attrs.find((attr) => attr.name === 'property' || attr.name === 'name')?.value
    const content = attrs.find((attr) => attr.name === 'content')
    if (tagName === 'meta' && content && /^(?:og:|twitter:)title$/.test(name ?? ''))
      content.value = glued(content.value.trim())
  }
  return true
}

function lineMarkup(spam: string): string {
  return spam
    .split('\n')
    .map((line) => `<p>${escaped(line)}</p>`)
    .join('')
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

function insert(parent: Parent, at: number, markup: string): void {
  const nodes = parseFragment(markup).childNodes
  for (const node of nodes) node.parentNode = parent
  parent.childNodes.splice(at, 0, ...nodes)
}

const append = (parent: Parent, markup: string) => insert(parent, parent.childNodes.length, markup)

function insertAfter(element: Element, markup: string): void {
  const parent = element.parentNode!
  insert(parent, parent.childNodes.indexOf(element) + 1, markup)
}
