import type { List, Nodes, PhrasingContent, Root, Table } from 'mdast'

/**
 * Content as plain text: a blank line between paragraphs, list items on lines of their own with their number or a
 * hyphen, table rows on lines with a tab between cells, code and formulas as they stand. Pictures have no text. Raised
 * and lowered digits are those of Unicode; what else would run into the word before it is set apart by a space.
 */
export function renderText({ children }: Root): string {
  return flow(children).join('\n\n')
}

function flow(nodes: readonly Nodes[]): string[] {
  return nodes.map(nodeText).filter(Boolean)
}

function nodeText(node: Nodes): string {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
      return inline(node.children)
    case 'blockquote':
      return flow(node.children).join('\n\n')
    case 'list':
      return listText(node)
    case 'table':
      return tableText(node)
    case 'code':
    case 'math':
      return node.value
    case 'footnoteDefinition':
      return item(`${node.label ?? node.identifier}. `, flow(node.children).join('\n\n'))
    default:
      return ''
  }
}

function listText({ children, start }: List): string {
  return children
    .map((one, i) => {
      const parts = flow(one.children)
      const marker = typeof start === 'number' ? `${start + i}. ` : '- '
      return parts.length === 0 ? '' : item(marker, parts.join(one.spread ? '\n\n' : '\n'))
    })
    .filter(Boolean)
    .join('\n')
}

function item(marker: string, text: string): string {
  return `${marker}${text.replace(/\n(?!\n)/g, `\n${' '.repeat(marker.length)}`)}`
}

function tableText({ children }: Table): string {
  return children
    .map((row) => row.children.map((cell) => inline(cell.children).replace(/[\n\t]+/g, ' ')).join('\t'))
    .filter((row, i) => i > 0 || row.trim() !== '')
    .join('\n')
}

/** Text being put together; `apart` is set behind what a word must not join. */
interface Line {
  text: string
  apart: boolean
}

function inline(children: readonly PhrasingContent[]): string {
  const out: Line = { text: '', apart: false }
  write(children, out)
  return out.text
}

const WORD = /[\p{L}\p{N}]/u
const isWord = (char: string | undefined): boolean => char !== undefined && WORD.test(char)

function append(out: Line, text: string): void {
  if (text === '') return
  if (out.apart && isWord([...text.slice(0, 2)][0])) out.text += ' '
  out.apart = false
  out.text += text
}

function write(children: readonly PhrasingContent[], out: Line): void {
  for (let i = 0; i < children.length; i++) {
    const child = children[i]!
    if (child.type === 'html') i = tagged(children, i, out)
    else if (child.type === 'text' || child.type === 'inlineCode' || child.type === 'inlineMath')
      append(out, child.value)
    else if (child.type === 'break') out.text += '\n'
    else if (child.type === 'footnoteReference')
      raise(child.data?.mark ?? child.label ?? child.identifier, 'sup', out)
    // struck text is no longer said
    else if (child.type === 'delete') append(out, `~~${inline(child.children)}~~`)
    else if ('children' in child) write(child.children, out)
  }
}

/** Text between two tags. @returns the place of the second. */
function tagged(children: readonly PhrasingContent[], from: number, out: Line): number {
  const tag = tagOf(children[from]!)
  if (tag === 'br') {
    out.text += ' '
    return from
  }
  let to = from + 1
  while (to < children.length && tagOf(children[to]!) !== `/${tag}`) to++
  const inner = children.slice(from + 1, to)
  if (tag === 'sup' || tag === 'sub') raise(inline(inner), tag, out)
  else if (tag === 'q') append(out, `"${inline(inner)}"`)
  // how a word is read aloud is said beside it, not in the line
  else if (tag !== 'rt') write(inner, out)
  return to
}

function tagOf(node: PhrasingContent): string | undefined {
  return node.type === 'html' ? node.value.slice(1, -1) : undefined
}

const FROM = '0123456789+-−=()n'
const TO = { sup: '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ', sub: '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₙ' } as const

/** Endings of written ordinals, which belong to their number. */
const ORDINAL = /^(?:st|nd|rd|th|er|re|ère|eme|ème|de|ste|te)$/i

function raise(text: string, tag: 'sup' | 'sub', out: Line): void {
  const places = [...text].map((char) => FROM.indexOf(char))
  if (places.every((place) => place >= 0)) {
    append(out, places.map((place) => TO[tag][place]).join(''))
    return
  }
  const joins = isWord([...out.text.slice(-2)].at(-1)) && isWord([...text][0])
  const ordinal = ORDINAL.test(text) && /\d$/.test(out.text)
  if (joins && !ordinal) out.text += ' '
  append(out, text)
  out.apart = true
}
