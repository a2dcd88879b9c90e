import type { Attributes } from './attributes.ts'
import { attributeOf, type DomElement, type DomNode, ELEMENT } from './dom.ts'
import { texOfMathMl } from './mathml.ts'

/** A formula as TeX without delimiters. */
export interface Formula {
  readonly tex: string
  readonly display: boolean
}

/** What stands for a formula that is said again nearby: it is not read. */
export const SAID_AGAIN = 'said again'

const LONGEST = 20_000
/** Elements below one that are looked through for the source of a formula. */
const LOOK = 3_000

/** Words of class names: a renderer's own element, or one that holds nothing but a formula. */
const RENDERED =
  /(?:^|\s)(?:katex(?:-display)?|mathjax(?:_\w+)?|mjxc-display|mjx-chtml|mwe-math-element)(?:\s|$)/
const WRITTEN =
  /(?:^|\s)(?:math|math-container|math-inline|math-block|math-display|inline-math|display-math|block-math|inlinemath|displaymath|arithmatex|tex2jax_process|tex|latex|katex-inline|katex-block)(?:\s|$)/
/** Custom elements that hold TeX. */
const ELEMENTS = /^(?:d-math|dt-math|tex-math|la-tex|math-tex)$/
const DISPLAY = /(?:^|[\s_-])(?:display|displaymath|block|mjxc-display)(?:[\s_-]|$)/
/** Something TeX has and prose has not. */
const IS_TEX = /\\[a-zA-Z,;:!{}|]|[\^_={}<>+]|^\s*[\p{L}\p{N}]{1,3}\s*$/u

/** Words one after the other, as prose has them. */
const READS_ON = /\p{L}{3}\s+\p{L}{4}/u

/** Whether it is worth asking {@link formulaOf}. */
export function mayBeFormula(name: string, { classes, tex }: Attributes): boolean {
  if (name === 'math' || name === 'mjx-container' || tex !== undefined) return true
  if (name.includes('-') && ELEMENTS.test(name)) return true
  return classes !== '' && /math|mjx|tex\b/.test(classes) && (RENDERED.test(classes) || WRITTEN.test(classes))
}

/** The formula an element shows: KaTeX, MathJax 2 to 4, MathML, or TeX written between its tags. */
export function formulaOf(
  element: DomElement,
  attributes: Attributes,
): Formula | typeof SAID_AGAIN | undefined {
  const { tex, classes } = attributes
  const name = element.localName
  if (name.includes('-') && ELEMENTS.test(name))
    return formula(element.textContent ?? '', attributeOf(element, 'block') !== undefined)
  if (tex !== undefined) return formula(tex, name === 'div' || name === 'p' || isDisplay(element, classes))
  if (name !== 'math' && name !== 'mjx-container' && !RENDERED.test(classes)) return written(element, classes)
  if (classes.includes('mathjax') && hasSource(element)) return SAID_AGAIN
  const found = sourceOf(element) ?? converted(element)
  return found === undefined ? undefined : formula(found, isDisplay(element, classes))
}

/** A script whose type says TeX, as MathJax 2 leaves it. */
export function scriptFormula(script: DomElement): Formula | undefined {
  const type = (attributeOf(script, 'type') ?? '').toLowerCase()
  if (!type.startsWith('math/tex')) return undefined
  return formula(script.textContent ?? '', type.includes('mode=display'))
}

const IMAGE_SOURCE =
  /latex|codecogs|[?&]cht=tx|math(?:tex|jax)|mimetex|texvc|\/math\/render|\/equation[?/]|\/cgi-bin\/math/i

/** A command of TeX as the last part of a path. */
const PATH_OF_TEX = /\/(%5C[a-z]{2}[^/?#]{1,4000})$/i

/** A picture of a formula, whose TeX stands in `alt` or in the address of the service that draws it. */
export function imageFormula({ src, alt, classes }: Attributes): Formula | undefined {
  const named = /(?:^|[\s_-])(?:tex|latex|math|formula|equation)(?:[\s_-]|$)/.test(classes)
  const drawn = src !== undefined && (IMAGE_SOURCE.test(src.slice(0, 300)) || PATH_OF_TEX.test(src))
  if (!named && !drawn) return undefined
  const display = /(?:^|[\s_-])(?:display|block)(?:[\s_-]|$)/.test(classes) || /^\s*(?:\\\[|\$\$)/.test(alt)
  if (IS_TEX.test(alt)) return formula(alt, display)
  if (!drawn || alt.trim() !== '') return undefined
  const asked =
    /[?&](?:tex|latex|chl|math|eq)=([^&#]{1,4000})/i.exec(src) ??
    /\?([^&#]{1,4000})$/.exec(src) ??
    PATH_OF_TEX.exec(src)
  const tex = asked && decoded(asked[1]!)
  return tex && IS_TEX.test(tex) ? formula(tex, display) : undefined
}

/**
 * TeX between delimiters inside a text, `\(…\)`, `\[…\]`, `$$…$$` or `$…$`, as pages are before their script has run.
 * Single dollar signs touch what they enclose (Pandoc's rule), for most of them are prices.
 */
const DELIMITED =
  /\\\(([^$]{1,2000}?)\\\)|\\\[([^$]{1,4000}?)\\\]|\$\$([^$]{1,4000}?)\$\$|(?<![\\$\p{L}\p{N}])\$(?!\s)([^$\n]{1,300}?)(?<![\s\\])\$(?![$\p{L}\p{N}])/gu
/** What no price and no name has: a command, a sign raised or lowered, a letter that equals something or stands alone. */
const IS_SURELY_TEX = /\\[a-zA-Z]{2}|(?<![\p{L}\p{N}])[\p{L})}\]][\^_]|^\p{L}$|^\p{L}\s*[=<>]/u

/** Cuts a text at the formulas in it; undefined where there are none. */
export function textWithFormulas(text: string): readonly (string | Formula)[] | undefined {
  if (!text.includes('\\(') && !text.includes('\\[') && !text.includes('$')) return undefined
  const parts: (string | Formula)[] = []
  let from = 0
  for (const match of text.matchAll(DELIMITED)) {
    const tex = match[1] ?? match[2] ?? match[3] ?? match[4] ?? ''
    const isTex = match[4] === undefined ? IS_TEX : IS_SURELY_TEX
    const displayed = match[1] === undefined && match[4] === undefined
    const found = isTex.test(tex) ? formula(tex, displayed) : undefined
    if (found === undefined) continue
    if (match.index > from) parts.push(text.slice(from, match.index))
    parts.push(found)
    from = match.index + match[0].length
  }
  if (from === 0) return undefined
  if (from < text.length) parts.push(text.slice(from))
  return parts
}

const DELIMITERS = [
  ['\\[', '\\]', true],
  ['$$', '$$', true],
  ['\\(', '\\)', false],
  ['$', '$', false],
] as const

/** The delimiters around a text, if it begins and ends with some. */
function delimitersOf(text: string): (typeof DELIMITERS)[number] | undefined {
  return DELIMITERS.find(
    ([open, close]) =>
      text.length > open.length + close.length && text.startsWith(open) && text.endsWith(close),
  )
}

function formula(source: string, display: boolean): Formula | undefined {
  if (source.length > LONGEST) return undefined
  const whole = source.trim()
  const around = delimitersOf(whole)
  const block = display || around?.[2] === true
  const tex = withoutStyle(
    around === undefined ? whole : whole.slice(around[0].length, -around[1].length).trim(),
  )
  return tex === '' ? undefined : { tex: block ? tex : tex.replace(/\s+/g, ' '), display: block }
}

/** Wikimedia says around each formula how large it is drawn. */
function withoutStyle(tex: string): string {
  const style = /^\{\\(?:displaystyle|textstyle)\s/.exec(tex)?.[0]
  if (style === undefined || !tex.endsWith('}')) return tex
  const inner = tex.slice(style.length, -1)
  return isBalanced(inner) ? inner.trim() : tex
}

function isBalanced(tex: string): boolean {
  let depth = 0
  for (let i = 0; i < tex.length; i++) {
    if (tex[i] === '\\') i++
    else if (tex[i] === '{') depth++
    else if (tex[i] === '}' && --depth < 0) return false
  }
  return depth === 0
}

/** TeX as the only thing between an element's tags. */
function written(element: DomElement, classes: string): Formula | undefined {
  for (let child = element.firstChild; child !== null; child = child.nextSibling)
    if (child.nodeType === ELEMENT) return undefined
  const text = (element.textContent ?? '').trim()
  if (text === '' || text.length > LONGEST) return undefined
  if (delimitersOf(text) === undefined && (!IS_TEX.test(text) || READS_ON.test(text))) return undefined
  return formula(text, isDisplay(element, classes))
}

function isDisplay(element: DomElement, classes: string): boolean {
  const said = attributeOf(element, 'display') ?? attributeOf(element, 'mode')
  if (said === 'block' || said === 'true' || said === 'display') return true
  if (DISPLAY.test(classes)) return true
  return (
    find(element, (below) =>
      below.localName === 'math' ||
      below.localName === 'mjx-math' ||
      /katex-display|math-(?:mathml|fallback-image)-display|mathjax_display/.test(classesOf(below))
        ? attributeOf(below, 'display') === 'block' ||
          attributeOf(below, 'display') === 'true' ||
          /-display|_display/.test(classesOf(below))
        : false,
    ) !== undefined
  )
}

/** TeX kept beside what is shown: an annotation, an alternative text, an attribute. */
function sourceOf(element: DomElement): string | undefined {
  let seen = 0
  let other: string | undefined
  const annotated = find(element, (below) => {
    seen++
    const name = below.localName
    if (name === 'annotation') return /tex/i.test(attributeOf(below, 'encoding') ?? '')
    other ??= name === 'math' ? (attributeOf(below, 'alttext') ?? dataOfWrapper(below)) : undefined
    other ??= name.startsWith('mjx-m') ? attributeOf(below, 'data-latex') : undefined
    return seen > LOOK
  })
  const text = annotated?.localName === 'annotation' ? annotated.textContent : undefined
  return text?.trim() ? text : other?.trim() ? other : undefined
}

/** The data attribute of an element named for formulas that holds nothing but one. */
function dataOfWrapper(math: DomElement): string | undefined {
  const wrapper = math.parentNode
  if (wrapper === null || wrapper.nodeType !== ELEMENT || wrapper.firstChild !== math || math.nextSibling)
    return undefined
  if (!/(?:^|[\s_-])(?:tex|latex|math|formula|equation)(?:[\s_-]|$)/.test(classesOf(wrapper as DomElement)))
    return undefined
  for (const { name, value } of (wrapper as DomElement).attributes)
    if (name.startsWith('data-') && !/^[\s\d.,:-]*$|^[[{]"/.test(value)) return value
  return undefined
}

/** TeX made from MathML: that of an attribute, that kept for screen readers, or what is shown. */
function converted(element: DomElement): string | undefined {
  const holder = find(element, (below) => attributeOf(below, 'data-mathml') !== undefined)
  // what is kept for screen readers says more than the glyphs that are drawn
  const math =
    find(element, ({ localName }) => localName === 'math') ??
    find(element, ({ localName }) => localName === 'mjx-math')
  return texOfMathMl(holder ? attributeOf(holder, 'data-mathml')! : math)
}

/** Whether MathJax 2 left the source in a script behind the element. */
function hasSource(element: DomElement): boolean {
  let next: DomNode | null = element.nextSibling
  for (let steps = 0; next !== null && steps < 4; next = next.nextSibling, steps++)
    if (next.nodeType === ELEMENT && next.localName === 'script')
      return scriptFormula(next as DomElement) !== undefined
    else if (next.nodeType === ELEMENT && !classesOf(next as DomElement).includes('mathjax')) return false
  return false
}

/** The element itself or the first below it that is meant. */
function find(element: DomElement, isMeant: (element: DomElement) => boolean): DomElement | undefined {
  if (isMeant(element)) return element
  for (let child = element.firstChild; child !== null; child = child.nextSibling) {
    const found = child.nodeType === ELEMENT ? find(child as DomElement, isMeant) : undefined
    if (found !== undefined) return found
  }
  return undefined
}

function classesOf(element: DomElement): string {
  return (attributeOf(element, 'class') ?? '').toLowerCase()
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}
