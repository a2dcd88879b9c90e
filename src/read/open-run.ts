import type { Run } from '../core/block.ts'
import type { Drawn } from './pictures.ts'

/** What the elements around a text make of it; text of one style is one run. */
export type InlineStyle = Readonly<Pick<Run, Marks>> & Record<Marks, unknown>
type Marks = 'href' | 'bold' | 'italic' | 'code' | 'shift' | 'edit' | 'math' | 'note' | 'reading'

export const PLAIN: InlineStyle = {
  href: undefined,
  bold: undefined,
  italic: undefined,
  code: undefined,
  shift: undefined,
  edit: undefined,
  math: undefined,
  note: undefined,
  reading: undefined,
}

/** The same style with some marks more. */
export function marked(style: InlineStyle, marks: Partial<Pick<Run, Marks>>): InlineStyle {
  return { ...style, ...marks }
}

/** Inline content of one style, being collected. */
export type OpenRun = {
  text: string
  readonly style: InlineStyle
  readonly image: string | undefined
  readonly drawn: Drawn | undefined
  /** A line break stands between it and text. */
  apart: boolean
}

export function textRun(text: string, style: InlineStyle): OpenRun {
  return { text, style, image: undefined, drawn: undefined, apart: false }
}

/** @param image its address, absolute where the page's is known. */
export function imageRun(image: string, drawn: Drawn, style: InlineStyle, apart: boolean): OpenRun {
  return { text: '', style, image, drawn, apart }
}

/** Runs of plain text say nothing the text does not. */
export function inline(runs: readonly OpenRun[]): readonly Run[] | undefined {
  if (runs.every((run) => run.image === undefined && isPlain(run.style))) return undefined
  // written out: pages have thousands, and copying a style by spreading it costs several times as much
  return runs.map(({ text, style, image, drawn }) => ({
    text,
    href: style.href,
    bold: style.bold,
    italic: style.italic,
    code: style.code,
    shift: style.shift,
    edit: style.edit,
    math: style.math,
    note: style.note,
    reading: style.reading,
    image,
    alt: drawn?.alt || undefined,
  }))
}

function isPlain(style: InlineStyle): boolean {
  if (style === PLAIN) return true
  const { href, bold, italic, code, shift, edit, math, note, reading } = style
  return (
    href === undefined &&
    !(bold || italic || code || shift || edit || math) &&
    note === undefined &&
    reading === undefined
  )
}

export function trim(runs: readonly OpenRun[]): readonly OpenRun[] {
  const only = runs[0]
  if (runs.length === 1 && only !== undefined && only.image === undefined) {
    const text = only.text.trim()
    return text === '' ? [] : text === only.text ? runs : [textRun(text, only.style)]
  }
  const kept = [...runs]
  const first = kept.findIndex(stands)
  if (first < 0) return []
  kept.splice(0, first)
  while (!stands(kept.at(-1)!)) kept.pop()
  kept[0] = withText(kept[0]!, kept[0]!.text.trimStart())
  kept[kept.length - 1] = withText(kept.at(-1)!, kept.at(-1)!.text.trimEnd())
  return kept
}

/** Anything but white space: text, a picture, the mark of a note that only a style sheet prints. */
function stands({ text, image, style }: OpenRun): boolean {
  return text.trim() !== '' || image !== undefined || (text === '' && style.note !== undefined)
}

function withText({ style, image, drawn, apart }: OpenRun, text: string): OpenRun {
  return { text, style, image, drawn, apart }
}

/** Code keeps its indents; only blank lines around it go. */
export function trimCode(runs: readonly OpenRun[]): OpenRun[] {
  const kept = runs.filter((run) => run.text !== '')
  if (kept.every((run) => run.text.trim() === '')) return []
  kept[0] = withText(kept[0]!, kept[0]!.text.replace(/^(?:[ \t]*\n)+/, ''))
  kept[kept.length - 1] = withText(kept.at(-1)!, kept.at(-1)!.text.trimEnd())
  return kept
}
