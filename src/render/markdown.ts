import type {
  Blockquote,
  Image,
  InlineCode,
  Link,
  Nodes,
  Paragraph,
  PhrasingContent,
  Root,
  RootContent,
} from 'mdast'
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote'
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough'
import { gfmTableToMarkdown } from 'mdast-util-gfm-table'
import { gfmTaskListItemToMarkdown } from 'mdast-util-gfm-task-list-item'
import { type InlineMath, mathToMarkdown } from 'mdast-util-math'
import {
  defaultHandlers,
  type Handle,
  type Info,
  type Join,
  type Options,
  type State,
  toMarkdown,
  type Unsafe,
} from 'mdast-util-to-markdown'
import { tidy } from '../content/inline.ts'

/** Content as CommonMark with GitHub's tables, struck text, tasks and notes, and formulas between dollar signs. */
export function renderMarkdown(content: Root): string {
  return toMarkdown(markable(content), OPTIONS).trimEnd()
}

const table = gfmTableToMarkdown({ tablePipeAlign: false })
const tasks = gfmTaskListItemToMarkdown()
const formulas = mathToMarkdown()

/**
 * A paragraph, heading or cell. Dollar signs and tildes mark something in pairs only: prices would be full of
 * backslashes if one by itself were escaped.
 */
function counted(handle: Handle): Handle {
  return (node: Nodes, parent, state, info) => {
    const { unsafe } = state
    const harmless = ['$', '~'].filter((sign) => countOf(sign, node) < 2)
    if (harmless.length > 0)
      state.unsafe = unsafe.filter(({ character, atBreak }) => atBreak || !harmless.includes(character))
    const written = handle(node, parent, state, info)
    state.unsafe = unsafe
    return written
  }
}

/** How often a sign is written, two standing for more. A formula that is opened before it goes on into code and addresses. */
function countOf(sign: string, node: Nodes): number {
  if (node.type === 'inlineMath') return sign === '$' ? 2 : 0
  let count = node.type === 'delete' ? 2 : 0
  if ('children' in node) for (const child of node.children) count += countOf(sign, child)
  return count + writtenIn(node).split(sign, 3).length - 1
}

function writtenIn(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value
  if (node.type === 'image') return `${node.alt}${node.url}${node.title}`
  return node.type === 'link' ? node.url : ''
}

/** Signs that may mark something wherever they stand, and openings that begin a block. */
const SIGN = /[\\`*_[\]<~&$|\n\r\t]|!$|#$|^\(/
const OPENING = /^[ \t]*(?:[#+=>:-]|\d+[.)])/

const text: Handle = (node: { readonly value: string }, _, state, info) => {
  const { value } = node
  const opens = /[\r\n]$/.test(info.before) && OPENING.test(value)
  if (!opens && !SIGN.test(value)) return value
  // a star or an underscore between spaces marks nothing
  return state.safe(value, info).replace(/(?<=\S )\\([*_])(?= )/g, '$1')
}

const counting = counted(tasks.handlers!.paragraph!)

/** Most paragraphs are text without a mark: what the library would write of them is the text itself. */
const paragraph: Handle = (node: Paragraph, parent, state, info) => {
  const isTask = parent?.type === 'listItem' && typeof parent.checked === 'boolean'
  return (isTask ? undefined : plainly(node)) ?? counting(node, parent, state, info)
}

/** What is written of a paragraph or heading that is text without a mark; undefined for all else. */
function plainly(node: Nodes): string | undefined {
  if (node.type !== 'paragraph' && node.type !== 'heading') return undefined
  const [only] = node.children
  if (node.children.length !== 1 || only!.type !== 'text') return undefined
  const { value } = only!
  if (value === '' || OPENING.test(value) || SIGN.test(value)) return undefined
  if (node.type === 'paragraph') return value
  return value.startsWith(' ') ? undefined : `${'#'.repeat(node.depth)} ${value}`
}

/**
 * A link or picture whose address stands between angle brackets where it has parentheses, rather than with escapes:
 * everything reads that right.
 */
const address = (handle: Handle & { peek?: Handle }, opening: string): Handle => {
  const written = (node: Link | Image, parent: Parameters<Handle>[1], state: State, info: Info): string => {
    if (!/[()]/.test(node.url)) return handle(node, parent, state, info)
    // the library writes angle brackets round an address with a space
    const spaced = handle({ ...node, url: `${node.url} ` }, parent, state, info)
    const end = spaced.lastIndexOf(' >')
    const whole = spaced.slice(0, end) + spaced.slice(end + 1)
    // an empty title keeps a label with `]:` in it from being a definition
    const defines = node.title == null && /[\r\n]$/.test(info.before) && /^\[(?:[^\\\]]|\\.)*\]:/s.test(whole)
    return defines ? `${whole.slice(0, -1)} "")` : whole
  }
  return Object.assign(written, { peek: () => opening })
}

const blockquote: Handle = (node: Blockquote, parent, state, info) => {
  const written = defaultHandlers.blockquote(node, parent, state, info)
  const callout = node.data?.callout
  if (callout === undefined) return written
  return `> [!${callout.toUpperCase()}]\n${node.children[0]?.type === 'paragraph' ? '' : '>\n'}${written}`
}

/** In a cell a bar ends the cell, in a formula too: there it goes by its name. */
const inlineMath: Handle & { peek: Handle } = Object.assign(
  (node: InlineMath, parent: Parameters<Handle>[1], state: State, info: Info): string => {
    const value = state.stack.includes('tableCell') ? node.value.replace(/\\?[|]|\\./g, named) : node.value
    return formulas.handlers!.inlineMath!({ ...node, value }, parent, state, info)
  },
  { peek: () => '$' },
)
const named = (sign: string): string => (sign === '|' ? '\\vert ' : sign === '\\|' ? '\\Vert ' : sign)

/** Code in a cell cannot hold a bar behind a backslash; an element can. */
const inlineCode: Handle & { peek: Handle } = Object.assign(
  (node: InlineCode, parent: Parameters<Handle>[1], state: State, info: Info): string =>
    state.stack.includes('tableCell') && node.value.includes('\\|')
      ? `<code>${state.safe(node.value, { ...info, before: '>', after: '<' })}</code>`
      : table.handlers!.inlineCode!(node, parent, state, info),
  { peek: () => '`' },
)

/** An ordered list that opens an item opens no paragraph's line: micromark takes its number for text then. */
const numberedInside: Join = (left, right, parent) => {
  if (left.type !== 'paragraph' || right.type !== 'list' || parent.type !== 'listItem') return undefined
  const first = right.children[0]?.children[0]
  return first?.type === 'list' && first.ordered && first.start !== 1 ? 1 : undefined
}

/** A delimiter row of three hyphens a column and two spaces in an empty cell, as people write them. */
const delimited: Handle = (node, parent, state, info) =>
  table.handlers!.table!(node, parent, state, info)
    .replace(/\n[^\n]+/, (row) => row.replaceAll('-', '---'))
    .replace(/(?<!\\)\| (?=\|)/g, '|  ')

/**
 * What the library would escape wherever it stands is escaped only where it would be read as a mark: prose is full of
 * brackets, ampersands and number signs. Each pattern looks at a few characters beside its own.
 */
const ESCAPED: readonly Unsafe[] = [
  { atBreak: true, character: '#', after: '(?=#{0,5}(?:\\s|$))' },
  // at the start of a line all but `[1] …` might begin a definition, a note or a task
  { atBreak: true, character: '[', after: '(?![^[\\]^!\\n][^[\\]\\n]{1,80}\\][^:]|[^[\\]^!\\n xX]\\][^:])' },
  { character: '[', after: '\\^', inConstruct: 'phrasing' },
  { character: '[', inConstruct: ['label', 'reference'] },
  // an address and a title are read whole before a formula is looked for
  {
    character: '$',
    inConstruct: 'phrasing',
    notInConstruct: ['destinationLiteral', 'destinationRaw', 'titleQuote'],
  },
  {
    character: '&',
    after: '(?=#\\d{1,7};|#[xX][\\da-fA-F]{1,6};|[A-Za-z][A-Za-z\\d]{1,31};)',
    inConstruct: [
      'destinationLiteral',
      'destinationRaw',
      'phrasing',
      'titleApostrophe',
      'titleQuote',
      'codeFencedLangGraveAccent',
    ],
  },
]

function isReplaced({ character, atBreak, inConstruct }: Unsafe): boolean {
  if (character === '$') return inConstruct === 'phrasing'
  return character === '[' || character === '&' || (character === '#' && atBreak === true)
}

/** The same patterns for all, so that each is compiled once. */
let patterns: Unsafe[] | undefined

const root: Handle = (node: Root, _, state, info) => {
  patterns ??= [...state.unsafe.filter((pattern) => !isReplaced(pattern)), ...ESCAPED]
  state.unsafe = patterns
  const written: string[] = []
  let others: RootContent[] = []
  const write = (): void => {
    if (others.length > 0) written.push(state.containerFlow({ ...node, children: others }, info))
    others = []
    state.bulletLastUsed = undefined
  }
  // the library takes its time over each, and before and behind a paragraph it writes an empty line
  for (const child of node.children) {
    const plain = plainly(child)
    if (plain === undefined) others.push(child)
    else {
      write()
      written.push(plain)
    }
  }
  write()
  return written.join('\n\n')
}

const OPTIONS: Options = {
  bullet: '-',
  bulletOther: '*',
  rule: '-',
  listItemIndent: 'one',
  resourceLink: true,
  extensions: [gfmStrikethroughToMarkdown(), table, tasks, gfmFootnoteToMarkdown(), formulas],
  join: [numberedInside],
  handlers: {
    root,
    text,
    blockquote,
    inlineMath,
    inlineCode,
    table: delimited,
    link: address(defaultHandlers.link, '['),
    image: address(defaultHandlers.image, '!'),
    paragraph,
    heading: counted(defaultHandlers.heading),
  },
}

/**
 * The tree without the emphasis Markdown cannot write: by CommonMark's flanking rules (6.2) a mark beside a letter on its
 * outer side and punctuation on its inner side is no mark. Chinese text meets them often. The words then stand
 * unmarked, rather than between characters spelled as references. A callout's title that says no more than its kind
 * goes too: the kind stands above it.
 */
export function markable(root: Root): Root {
  return clean(root) as Root
}

function clean(node: Nodes): Nodes {
  if (!('children' in node)) return node
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
    if (!node.children.some(({ type }) => type === 'link' || MARKERS.has(type))) return node
    return { ...node, children: marked(node.children, ' ', ' ') } as Nodes
  }
  const children = node.type === 'blockquote' ? untitled(node) : (node.children as Nodes[])
  return { ...node, children: children.map(clean) } as Nodes
}

/** The blocks of a quotation, without the title of a callout that names its kind and nothing else. */
function untitled({ children, data }: Blockquote): readonly Nodes[] {
  const [title, ...rest] = children
  if (data?.callout === undefined || title?.type !== 'paragraph' || rest.length === 0) return children
  return textIn(title)?.replace(/:$/, '').trim().toLowerCase() === data.callout ? rest : children
}

/** Text with marks round it; undefined where anything else stands in it. */
function textIn(node: Nodes): string | undefined {
  if (node.type === 'text') return node.value
  if (!('children' in node)) return undefined
  const parts = node.children.map(textIn)
  return parts.includes(undefined) ? undefined : parts.join('')
}

const MARKERS: ReadonlyMap<string, string> = new Map([
  ['strong', '*'],
  ['emphasis', '*'],
  ['delete', '~'],
])

function marked(children: readonly PhrasingContent[], before: string, after: string): PhrasingContent[] {
  const out: PhrasingContent[] = []
  let unmarked = false
  children.forEach((child, i) => {
    const last = out.at(-1)
    const previous = last === undefined ? before : edge(last, -1)
    const next = children[i + 1] === undefined ? after : edge(children[i + 1]!, 0)
    if (child.type === 'link')
      out.push({ ...child, children: marked(child.children, '[', ']') } as PhrasingContent)
    else if (child.type === 'strong' || child.type === 'emphasis' || child.type === 'delete') {
      const inner = marked(child.children, previous, next)
      const opens = flanks(previous, edge(inner[0]!, 0))
      const closes = flanks(next, edge(inner.at(-1)!, -1))
      const touches = last !== undefined && MARKERS.get(last.type) === MARKERS.get(child.type)
      if (opens && closes && !touches) out.push({ ...child, children: inner } as PhrasingContent)
      else {
        out.push(...inner)
        unmarked = true
      }
    } else out.push(child)
  })
  return unmarked ? tidy(out) : out
}

function flanks(outside: string, inside: string): boolean {
  return !isPunctuation(inside) || isSpace(outside) || isPunctuation(outside)
}

/** The first (0) or last (-1) character that is written of a node, its own marks aside. */
function edge(node: PhrasingContent, at: 0 | -1): string {
  switch (node.type) {
    case 'text':
      return [...(at === 0 ? node.value.slice(0, 2) : node.value.slice(-2))].at(at) ?? ' '
    case 'strong':
    case 'emphasis':
    case 'delete':
      return node.children.length === 0 ? ' ' : edge(node.children.at(at)!, at)
    case 'break':
      return at === 0 ? '\\' : '\n'
    default:
      return ')'
  }
}

function isPunctuation(char: string): boolean {
  return /[\p{P}\p{S}]/u.test(char)
}

function isSpace(char: string): boolean {
  return /\s/.test(char)
}
