import { InsertionMode, type TokenHandler, Tokenizer, type TokenizerOptions } from 'parse5'
import type { Attribute } from './attribute.ts'

/** What of parse5's tokenizer is touched here; its own declarations keep these private. */
interface Inner {
  readonly preprocessor: { html: string; pos: number; bufferWaterline: number }
  /** The stretch of input that becomes text or an attribute's value. */
  runStart: number
  runEnd: number
  readonly currentAttr: { name: string }
  readonly currentToken: { tagName: string; readonly attrs: Attribute[] }
  write(chunk: string, isLast: boolean): void
  _stateData(unit: number): void
  _stateRcdata(unit: number): void
  _stateRawtext(unit: number): void
  _stateScriptData(unit: number): void
  _stateScriptDataEscaped(unit: number): void
  _stateComment(unit: number): void
  _stateTagName(unit: number): void
  _stateBeforeAttributeName(unit: number): void
  _stateAttributeName(unit: number): void
  _stateAttributeValueDoubleQuoted(unit: number): void
  _stateAttributeValueSingleQuoted(unit: number): void
}
type InnerClass = new (options: TokenizerOptions, handler: TokenHandler) => Inner

/** What the tokenizer asks of the parser it works for. */
export interface Reader extends TokenHandler {
  readonly insertionMode: InsertionMode
  /** Whether the text of the element that is open is of any use. */
  readonly skipsText?: () => boolean
}

/** Characters a state does not take for text. */
const WORD_STOPS = ascii(/[\0<& \n\t\f]/)
const SCRIPT_STOPS = ascii(/[\0<-]/)
const COMMENT_STOPS = SCRIPT_STOPS
const QUOTE = 34
const APOSTROPHE = 39
const EQUALS = 61
/** So many attributes of a tag are compared one by one; parse5 has a set for more. */
const COMPARED = 64
/** What begins a tag or a reference; NUL; the end. */
const isMarkup = (unit: number) => unit === 60 || unit === 38 || unit <= 0

/**
 * parse5's tokenizer, which takes one character at a time, with strides: where a state has just taken a character for
 * text, all that follow and mean nothing to it are taken at once, and so are names, and attributes as nearly all are
 * written. What tokens there are stays the same, but for white space inside a text, which parse5 gives in tokens of its
 * own and the tree builder joins again, and for text nobody reads, which is left out.
 */
class StridingTokenizer extends (Tokenizer as unknown as InnerClass) {
  private readonly reader: Reader
  private readonly less = new Next('<')
  private readonly ampersand = new Next('&')
  private readonly nul = new Next('\0')
  private readonly quote = new Next('"')
  private readonly apostrophe = new Next("'")
  constructor(options: TokenizerOptions, reader: Reader) {
    super(options, reader)
    this.reader = reader
    // Places in the input stay what they are.
    this.preprocessor.bufferWaterline = Number.POSITIVE_INFINITY
  }
  /** The whole input at once, its ends of lines made line feeds (HTML Standard, 13.2.3.5). */
  override write(html: string, isLast: boolean): void {
    super.write(html.includes('\r') ? html.replace(/\r\n?/g, '\n') : html, isLast)
  }

  private strideTo(end: number): void {
    this.preprocessor.pos = end - 1
    this.runEnd = end
  }
  private strideOverSpace(): void {
    const { html, pos } = this.preprocessor
    let end = pos + 1
    while (isSpace(html.charCodeAt(end))) end++
    this.strideTo(end)
  }
  private strideUpTo(stops: Uint8Array): void {
    const { html, pos } = this.preprocessor
    let end = pos + 1
    while (end < html.length && stops[html.charCodeAt(end)] !== 1) end++
    this.strideTo(end)
  }
  /** To the next tag or NUL. */
  private strideOverRawText(): void {
    const { html, pos } = this.preprocessor
    this.strideTo(Math.min(this.less.from(html, pos + 1), this.nul.from(html, pos + 1)))
  }
  /** To the next tag, reference or NUL. */
  private strideOverText(): void {
    const { html, pos } = this.preprocessor
    const end = Math.min(this.less.from(html, pos + 1), this.ampersand.from(html, pos + 1))
    this.strideTo(Math.min(end, this.nul.from(html, pos + 1)))
  }
  /** To the end of a quoted value, the next reference or NUL. */
  private strideOverValue(quote: Next): void {
    const { html, pos } = this.preprocessor
    const end = Math.min(quote.from(html, pos + 1), this.ampersand.from(html, pos + 1))
    this.strideTo(Math.min(end, this.nul.from(html, pos + 1)))
  }
  /** Framesets take white space and drop words, so both must come apart there. */
  private isInFrameset(): boolean {
    const { insertionMode } = this.reader
    return (
      insertionMode === InsertionMode.IN_FRAMESET ||
      insertionMode === InsertionMode.AFTER_FRAMESET ||
      insertionMode === InsertionMode.AFTER_AFTER_FRAMESET
    )
  }

  override _stateData(unit: number): void {
    super._stateData(unit)
    if (isSpace(unit)) this.strideOverSpace()
    else if (!isMarkup(unit)) {
      if (this.isInFrameset()) this.strideUpTo(WORD_STOPS)
      else this.strideOverText()
    }
  }
  override _stateRcdata(unit: number): void {
    super._stateRcdata(unit)
    if (isSpace(unit)) this.strideOverSpace()
    else if (!isMarkup(unit)) this.strideOverText()
  }
  override _stateRawtext(unit: number): void {
    super._stateRawtext(unit)
    if (isSpace(unit)) this.strideOverSpace()
    else if (!isMarkup(unit)) this.strideOverRawText()
  }
  override _stateScriptData(unit: number): void {
    super._stateScriptData(unit)
    if (isMarkup(unit)) return
    this.strideOverRawText()
    if (this.reader.skipsText?.()) this.runStart = this.runEnd
  }
  override _stateScriptDataEscaped(unit: number): void {
    super._stateScriptDataEscaped(unit)
    if (isSpace(unit)) this.strideOverSpace()
    else if (SCRIPT_STOPS[unit] !== 1 && unit > 0) this.strideUpTo(SCRIPT_STOPS)
  }
  override _stateComment(unit: number): void {
    super._stateComment(unit)
    if (COMMENT_STOPS[unit] !== 1 && unit > 0) this.strideUpTo(COMMENT_STOPS)
  }
  override _stateAttributeValueDoubleQuoted(unit: number): void {
    super._stateAttributeValueDoubleQuoted(unit)
    if (unit !== QUOTE && !isMarkup(unit)) this.strideOverValue(this.quote)
  }
  override _stateAttributeValueSingleQuoted(unit: number): void {
    super._stateAttributeValueSingleQuoted(unit)
    if (unit !== APOSTROPHE && !isMarkup(unit)) this.strideOverValue(this.apostrophe)
  }
  override _stateTagName(unit: number): void {
    const { currentToken } = this
    if (currentToken.tagName !== '' || NAMES[unit] !== 1) return super._stateTagName(unit)
    currentToken.tagName = this.takeName()
  }
  override _stateBeforeAttributeName(unit: number): void {
    if (NAMES[unit] !== 1 || !this.takeAttribute()) super._stateBeforeAttributeName(unit)
  }
  override _stateAttributeName(unit: number): void {
    const { currentAttr } = this
    if (currentAttr.name !== '' || NAMES[unit] !== 1) return super._stateAttributeName(unit)
    currentAttr.name = this.takeName()
  }

  private takeName(): string {
    const { preprocessor } = this
    const { html, pos } = preprocessor
    const end = endOfName(html, pos)
    preprocessor.pos = end - 1
    return html.slice(pos, end)
  }
  /** An attribute in quotes without references; what follows it is read as before any other attribute. */
  private takeAttribute(): boolean {
    const { preprocessor, currentToken } = this
    const { html, pos } = preprocessor
    const end = endOfName(html, pos)
    const quote = html.charCodeAt(end + 1)
    if (html.charCodeAt(end) !== EQUALS || (quote !== QUOTE && quote !== APOSTROPHE)) return false
    const from = end + 2
    const to = (quote === QUOTE ? this.quote : this.apostrophe).from(html, from)
    if (to === html.length || this.ampersand.from(html, from) < to || this.nul.from(html, from) < to)
      return false
    const { attrs } = currentToken
    if (attrs.length >= COMPARED) return false
    preprocessor.pos = to
    const name = html.slice(pos, end)
    for (const attr of attrs) if (attr.name === name) return true
    attrs.push({ name, value: html.slice(from, to) })
    return true
  }
}

/** A tokenizer for one parser. It reports no errors and no places, which strides would get wrong. */
export function stridingTokenizer(reader: Reader): Tokenizer {
  const options: TokenizerOptions = { sourceCodeLocationInfo: false }
  return new StridingTokenizer(options, reader) as unknown as Tokenizer
}

/** ASCII characters a pattern matches, by their codes. */
function ascii(pattern: RegExp): Uint8Array {
  const table = new Uint8Array(128)
  for (let unit = 0; unit < 128; unit++) table[unit] = pattern.test(String.fromCharCode(unit)) ? 1 : 0
  return table
}
/** Characters of names as nearly all are written. */
const NAMES = ascii(/[a-z0-9_:.@-]/)

const isSpace = (unit: number) => unit === 32 || unit === 10 || unit === 9 || unit === 12

/** Where a character comes next; it is not looked for again before it is passed. */
class Next {
  private at = -1
  private readonly character: string
  constructor(character: string) {
    this.character = character
  }
  from(html: string, pos: number): number {
    if (this.at < pos) {
      const found = html.indexOf(this.character, pos)
      this.at = found < 0 ? html.length : found
    }
    return this.at
  }
}

function endOfName(html: string, from: number): number {
  let end = from
  while (NAMES[html.charCodeAt(end)] === 1) end++
  return end
}
