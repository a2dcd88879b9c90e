import { attributeOf, type DomElement, type DomNode, ELEMENT, TEXT } from './dom.ts'

const LONGEST = 50_000
/** A formula nested deeper than this is none: what converts it takes time that grows with every level. */
const DEEPEST = 50
/** Attributes of MathML that change what a formula says. */
const TELLING = ['mathvariant', 'notation', 'open', 'close', 'separators', 'linethickness', 'accent']

/**
 * TeX of presentation MathML, by mathml-to-latex; undefined where it makes nothing of it. Takes MathML as text, its
 * element, or the element MathJax 3 draws with boxes.
 */
export function texOfMathMl(source: string | DomElement | undefined): string | undefined {
  if (source === undefined) return undefined
  const text = typeof source === 'string' ? source : written(source)
  if (text.length > LONGEST || convert === undefined || depthOf(text) > DEEPEST) return undefined
  try {
    const tex = convert(text.replace(/[\u{1d400}-\u{1d7ff}]/gu, (letter) => letter.normalize('NFKC')))
    return tex.trim() || undefined
  } catch {
    return undefined
  }
}

let convert: ((mathml: string) => string) | undefined

/** Loads what {@link texOfMathMl} works with. Few pages need it, and it takes longer to load than most take to read. */
export async function loadMathMl(): Promise<void> {
  if (convert !== undefined) return
  const { MathMLToLaTeX } = await import('mathml-to-latex')
  convert = (mathml) => MathMLToLaTeX.convert(mathml)
}

function written(node: DomNode): string {
  if (node.nodeType === TEXT) return escaped((node.textContent ?? '').trim())
  if (node.nodeType !== ELEMENT) return ''
  const element = node as DomElement
  const name = element.localName
  if (name.startsWith('mjx-')) return drawn(element)
  if (name.startsWith('annotation')) return ''
  const told = TELLING.map((key) => [key, attributeOf(element, key)] as const)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escaped(value!)}"`)
  return `<${name}${told.join('')}>${inside(element)}</${name}>`
}

function inside(node: DomNode): string {
  let text = ''
  for (let child = node.firstChild; child !== null; child = child.nextSibling) text += written(child)
  return text
}

/** Parts of MathJax's boxes, in the order MathML has them. */
const SLOTS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    mfrac: ['mjx-num', 'mjx-den'],
    munder: ['mjx-base', 'mjx-under'],
    mover: ['mjx-base', 'mjx-over'],
    munderover: ['mjx-base', 'mjx-under', 'mjx-over'],
    msqrt: ['mjx-box'],
    mroot: ['mjx-box', 'mjx-root'],
  }),
)
const KEPT = new Set('math mi mn mo mtext mrow mtable mtr mtd mstyle menclose mpadded mspace'.split(' '))

/** MathML of the boxes MathJax 3 draws a formula with (its CommonHTML output). */
function drawn(element: DomElement): string {
  const name = element.localName.slice(4)
  if (name === 'c') return escaped(element.textContent?.trim() || characterOf(element))
  if (name === 'assistive-mml' || name === 'surd') return ''
  const slots = SLOTS.get(name)
  if (slots !== undefined) {
    const parts = slots.map((slot) => `<mrow>${partsNamed(element, slot, slots).map(inside).join('')}</mrow>`)
    return `<${name}>${parts.join('')}</${name}>`
  }
  if (name === 'msub' || name === 'msup' || name === 'msubsup') return scripted(element, name)
  return KEPT.has(name) ? `<${name}>${inside(element)}</${name}>` : inside(element)
}

/** A base and its scripts; of two, the upper one stands first. */
function scripted(element: DomElement, name: string): string {
  const base: string[] = []
  const scripts: string[] = []
  for (let child = element.firstChild; child !== null; child = child.nextSibling) {
    if (child.localName !== 'mjx-script') {
      base.push(written(child))
      continue
    }
    for (let part = child.firstChild; part !== null; part = part.nextSibling)
      if (part.nodeType === ELEMENT && part.localName !== 'mjx-spacer') scripts.unshift(written(part))
  }
  const rows = [base.join(''), ...scripts].map((row) => `<mrow>${row}</mrow>`)
  return `<${name}>${rows.join('')}</${name}>`
}

/** The topmost elements of a name below, none of them inside another part. */
function partsNamed(element: DomElement, wanted: string, slots: readonly string[]): DomElement[] {
  const found: DomElement[] = []
  for (let child = element.firstChild; child !== null; child = child.nextSibling) {
    if (child.nodeType !== ELEMENT) continue
    if (child.localName === wanted && !(wanted === 'mjx-box' && holdsSlot(child as DomElement, slots)))
      found.push(child as DomElement)
    else if (!slots.includes(child.localName ?? '') || child.localName === 'mjx-box')
      found.push(...partsNamed(child as DomElement, wanted, slots))
  }
  return found
}

function holdsSlot(element: DomElement, slots: readonly string[]): boolean {
  const child = element.firstChild
  return child !== null && slots.includes(child.localName ?? '')
}

/** `mjx-c1D467` is the character with that code point. */
function characterOf(element: DomElement): string {
  const code = /(?:^|\s)mjx-c([0-9a-f]{1,6})(?:\s|$)/i.exec(attributeOf(element, 'class') ?? '')?.[1]
  const point = Number.parseInt(code ?? '', 16)
  return point <= 0x10ffff ? String.fromCodePoint(point) : ''
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/** Most elements of a piece of markup that are open at once. */
function depthOf(markup: string): number {
  let [depth, deepest] = [0, 0]
  for (let at = markup.indexOf('<'); at >= 0; at = markup.indexOf('<', at + 1)) {
    if (markup[at + 1] === '/') depth--
    else if (markup[markup.indexOf('>', at) - 1] !== '/') depth++
    if (depth > deepest) deepest = depth
  }
  return deepest
}
