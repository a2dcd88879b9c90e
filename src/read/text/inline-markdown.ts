import { type Run, run as runOf } from '../../core/block.ts'

/** Characters looked at for the end of a link's text or address; keeps the scan linear. */
const REACH = 1000
const OPENINGS = /[[!*`]/

type Writable<T> = { -readonly [K in keyof T]: T[K] }
type Marks = Omit<Writable<Run>, 'text'>
interface Found {
  readonly text: string
  readonly marks: Marks
  /** Offset behind the markup. */
  readonly end: number
}

/**
 * The runs of a folded line of Markdown: links, images, bold and code without their marks; undefined where there
 * are none. Addresses go to `href` and `image`, everything else stays text.
 */
export function inlineRuns(text: string): Run[] | undefined {
  if (!OPENINGS.test(text)) return undefined
  const runs: Run[] = []
  let from = 0
  let found = false
  let open = true
  for (let at = 0; at < text.length; at++) {
    const span =
      linkAt(text, at) ?? markedAt(text, at, '**', { bold: true }) ?? markedAt(text, at, '`', { code: true })
    if (span === undefined) continue
    found = true
    open = pushRun(runs, text.slice(from, at), {}, open)
    open = pushRun(runs, span.text, span.marks, open)
    from = span.end
    at = span.end - 1
  }
  if (!found) return undefined
  pushRun(runs, text.slice(from), {}, open)
  const last = runs.at(-1)
  if (last?.text.endsWith(' ')) runs[runs.length - 1] = { ...last, text: last.text.slice(0, -1) }
  return runs.filter((run) => run.text.length > 0 || run.image !== undefined)
}

/** White space a removed image left behind is folded here; `open` says that no space may follow. */
function pushRun(runs: Run[], text: string, marks: Marks, open: boolean): boolean {
  const fits = open && text.startsWith(' ') ? text.slice(1) : text
  if (fits.length > 0 || marks.image !== undefined) runs.push(runOf({ text: fits, ...marks }))
  return fits.length > 0 ? fits.endsWith(' ') : open
}

/** `[text](address)` or `![description](address)`. */
function linkAt(text: string, at: number): Found | undefined {
  const image = text.charCodeAt(at) === 33 && text.charCodeAt(at + 1) === 91
  if (!image && text.charCodeAt(at) !== 91) return undefined
  const open = image ? at + 1 : at
  const window = text.slice(open, open + REACH)
  const middle = window.indexOf('](')
  const close = middle < 0 ? -1 : window.indexOf(')', middle)
  if (close < 0) return undefined
  const label = window.slice(1, middle)
  const address = window.slice(middle + 2, close).split(' ', 1)[0]!
  // A bracket inside belongs to an inner image or to the text; the outer one then stays as printed.
  if (label.includes('[') || label.includes(']') || address === '') return undefined
  const end = open + close + 1
  return image
    ? { text: '', marks: { image: address, alt: label }, end }
    : { text: label, marks: { href: address }, end }
}

function markedAt(text: string, at: number, sign: string, marks: Marks): Found | undefined {
  if (!text.startsWith(sign, at)) return undefined
  const from = at + sign.length
  const close = text.slice(from, from + REACH).indexOf(sign)
  if (close <= 0 || text.charCodeAt(from) === 32) return undefined
  return { text: text.slice(from, from + close), marks, end: from + close + sign.length }
}
