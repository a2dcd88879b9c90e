import {
  InsertionMode,
  Token,
  type TokenHandler,
  Tokenizer,
  TokenizerMode,
  type TokenizerOptions,
} from 'parse5'
import type { Attribute } from './attribute.ts'

/** What of parse5's tokenizer is touched here; its own declarations keep these private. */
interface Inner {
  readonly preprocessor: { html: string; pos: number; bufferWaterline: number }
  /** The stretch of input that becomes text or an attribute's value. */
  runStart: number
  runEnd: number
  readonly currentAttr: { value: string }
  readonly state: number
  readonly currentCharacterToken: { chars: string } | null
  currentToken: (Token.TagToken & { attrs: Attribute[] }) | Token.CommentToken | null
  write(chunk: string, isLast: boolean): void
  _flushRun(text: string): void
  _createStartTagToken(): void
  _createEndTagToken(): void
  _stateData(unit: number): void
  _stateRcdata(unit: number): void
  _stateRawtext(unit: number): void
  _stateScriptData(unit: number): void
  _stateScriptDataEscaped(unit: number): void
  _stateComment(unit: number): void
  _stateTagName(unit: number): void
  _stateBeforeAttributeName(unit: number): void
  _stateAttributeValueDoubleQuoted(unit: number): void
  _stateAttributeValueSingleQuoted(unit: number): void
}
type InnerClass = new (options: TokenizerOptions, handler: TokenHandler) => Inner

/** What the tokenizer asks of the parser it works for. */
export interface Reader extends TokenHandler {
  readonly insertionMode: InsertionMode
  /** Whether a line feed that comes next is left out, as it is behind `<pre>`. */
  readonly skipNextNewLine: boolean
  /** Whether the text of the element that is open is of any use. */
  readonly skipsText?: () => boolean
}

/** Characters a state does not take for text. */
const WORD_STOPS = ascii(/[\0<& \n\t\f]/)
const SCRIPT_STOPS = ascii(/[\0<-]/)
const COMMENT_STOPS = SCRIPT_STOPS
const SPACE = 32
const QUOTE = 34
const APOSTROPHE = 39
const SLASH = 47
const LESS = 60
const EQUALS = 61
const GREATER = 62
/** So many attributes of a tag are compared one by one; parse5 has a set for more. */
const COMPARED = 64
/** What begins a tag or a reference; NUL; the end. */
const isMarkup = (unit: number) => unit === 60 || unit === 38 || unit <= 0

/**
 * parse5's tokenizer, which takes one character at a time, with strides: where a state has just taken a character for
 * text, all that follow and mean nothing to it are taken at once, and so are tags as nearly all are written. What
 * tokens there are stays the same, but for white space in a text, which parse5 gives in tokens of its own and the tree
 * builder joins again, and for text nobody reads, which is left out. Texts are views of the input, not copies.
 */
class StridingTokenizer extends (Tokenizer as unknown as InnerClass) {
  private readonly reader: Reader
  private readonly less = new Next('<')
  private readonly ampersand = new Next('&')
  private readonly nul = new Next('\0')
  private readonly quote = new Next('"')
  private readonly apostrophe = new Next("'")
  private endTag: Token.TagToken | undefined
  /** Attributes of the tag under way, the first `count` of them. */
  private readonly attrs: Attribute[] = []
  private count = 0
  /** Where the name taken last ends. */
  private end = 0
  constructor(options: TokenizerOptions, reader: Reader) {
    super(options, reader)
    this.reader = reader
    // Places in the input stay what they are.
    this.preprocessor.bufferWaterline = Number.POSITIVE_INFINITY
  }
  /** The whole input at once, its ends of lines made line feeds (HTML Standard, 13.2.3.5). */
  override write(html: string, isLast: boolean): void {
    super.write(html.includes('\r') ? html.replaceAll('\r\n', '\n').replaceAll('\r', '\n') : html, isLast)
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

  override _flushRun(text: string): void {
    if (this.runEnd === this.runStart && text === '') return
    const run = this.preprocessor.html.slice(this.runStart, this.runEnd) + text
    const { currentToken } = this
    this.runStart = this.runEnd
    if (currentToken === null) this.currentCharacterToken!.chars += run
    else if (currentToken.type === Token.TokenType.COMMENT) currentToken.data += run
    else this.currentAttr.value += run
  }
  override _stateData(unit: number): void {
    const { preprocessor } = this
    let next = unit
    while (next === LESS ? this.takeTag() : this.takeText(next)) {
      if (this.state !== TokenizerMode.DATA || preprocessor.pos + 1 >= preprocessor.html.length) return
      next = preprocessor.html.charCodeAt(++preprocessor.pos)
    }
    super._stateData(next)
    if (isSpace(next)) this.strideOverSpace()
    else if (isMarkup(next)) return
    else if (this.isInFrameset()) this.strideUpTo(WORD_STOPS)
    else this.strideOverText()
  }
  /** Text without references from there to the next tag, or the white space before it; false for any other. */
  private takeText(unit: number): boolean {
    if (isMarkup(unit) || this.currentCharacterToken !== null || this.isInFrameset()) return false
    const { html, pos } = this.preprocessor
    const end = this.less.from(html, pos + 1)
    if (end === html.length || this.ampersand.from(html, pos + 1) < end || this.nul.from(html, pos + 1) < end)
      return false
    // a character of two units is passed already
    const from = unit > 0xffff ? pos - 1 : pos
    let to = from
    while (isSpace(html.charCodeAt(to))) to++
    const isText = to === from || (to < end && this.joinsSpace())
    const type = isText ? Token.TokenType.CHARACTER : Token.TokenType.WHITESPACE_CHARACTER
    if (isText) to = end
    this.preprocessor.pos = to - 1
    const token = { type, chars: html.slice(from, to), location: null } as Token.CharacterToken
    if (isText) this.reader.onCharacter(token)
    else this.reader.onWhitespaceCharacter(token)
    return true
  }
  /** Whether white space before a text can be taken with it: the tree builder makes one node of both. */
  private joinsSpace(): boolean {
    const { insertionMode, skipNextNewLine } = this.reader
    const joins = insertionMode === InsertionMode.IN_BODY || insertionMode === InsertionMode.IN_CELL
    return joins && !skipNextNewLine
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
  override _stateBeforeAttributeName(unit: number): void {
    const { currentToken, preprocessor } = this
    if (NAMES[unit] !== 1 || currentToken === null || currentToken.type === Token.TokenType.COMMENT)
      return super._stateBeforeAttributeName(unit)
    const { attrs } = currentToken
    if (attrs.length >= COMPARED) return super._stateBeforeAttributeName(unit)
    this.count = attrs.length
    for (let i = 0; i < attrs.length; i++) this.attrs[i] = attrs[i]!
    const next = this.takeAttribute(preprocessor.pos)
    if (next < 0) super._stateBeforeAttributeName(unit)
    else this.takeAttributes(currentToken, next)
  }
  /** One token for all end tags: nobody keeps them. */
  override _createEndTagToken(): void {
    const { endTag } = this
    if (endTag === undefined) {
      super._createEndTagToken()
      this.endTag = this.currentToken as Token.TagToken
      return
    }
    this._flushRun('')
    endTag.tagName = ''
    endTag.selfClosing = false
    if (endTag.attrs.length > 0) endTag.attrs = []
    this.currentToken = endTag
  }

  /** A tag as nearly all are written, up to the first attribute that is not; false where none begins here. */
  private takeTag(): boolean {
    const { preprocessor } = this
    const { html, pos } = preprocessor
    const ends = html.charCodeAt(pos + 1) === SLASH
    const from = ends ? pos + 2 : pos + 1
    if (!isLetter(html.charCodeAt(from))) return false
    const name = this.takeName(from)
    const { end } = this
    const unit = html.charCodeAt(end)
    if (unit !== GREATER && (ends || !(isSpace(unit) || unit === SLASH))) return false
    if (ends) this._createEndTagToken()
    else this._createStartTagToken()
    const token = this.currentToken as Token.TagToken
    token.tagName = name
    if (ends) {
      preprocessor.pos = end
      super._stateTagName(GREATER)
    } else {
      this.count = 0
      this.takeAttributes(token, end)
    }
    return true
  }
  /** Attributes from there on and the end of the tag; what is written unlike most is left to the states. */
  private takeAttributes(token: Token.TagToken, from: number): void {
    const { preprocessor } = this
    const { html } = preprocessor
    let at = from
    while (at >= 0) {
      while (isSpace(html.charCodeAt(at))) at++
      const unit = html.charCodeAt(at)
      token.selfClosing = unit === SLASH && html.charCodeAt(at + 1) === GREATER
      if (unit === GREATER || token.selfClosing) {
        token.attrs = this.count === 0 ? [] : this.attrs.slice(0, this.count)
        preprocessor.pos = token.selfClosing ? at + 1 : at
        return super._stateTagName(GREATER)
      }
      preprocessor.pos = at - 1
      at = NAMES[unit] === 1 ? this.takeAttribute(at) : -1
    }
    token.attrs = this.attrs.slice(0, this.count)
    super._stateTagName(SPACE)
  }
  /** An attribute without references, and where it ends; -1 for any other. */
  private takeAttribute(from: number): number {
    if (this.count >= COMPARED) return -1
    const { html } = this.preprocessor
    const name = this.takeName(from)
    let value = ''
    let { end } = this
    const unit = html.charCodeAt(end)
    if (unit === EQUALS) {
      const quote = html.charCodeAt(end + 1)
      const quoted = quote === QUOTE || quote === APOSTROPHE
      const start = quoted ? end + 2 : end + 1
      const to = quoted
        ? (quote === QUOTE ? this.quote : this.apostrophe).from(html, start)
        : endOfBareValue(html, start)
      if (
        to < 0 ||
        to === html.length ||
        this.ampersand.from(html, start) < to ||
        this.nul.from(html, start) < to
      )
        return -1
      value = html.slice(start, to)
      end = quoted ? to + 1 : to
    } else if (!isBare(html, end)) return -1
    for (let i = 0; i < this.count; i++) if (this.attrs[i]!.name === name) return end
    this.attrs[this.count++] = { name, value }
    return end
  }
  /** The name that begins there; `end` is where it ends. */
  private takeName(from: number): string {
    const { html } = this.preprocessor
    let end = from
    let hash = 0
    for (let unit = html.charCodeAt(end); NAMES[unit] === 1; unit = html.charCodeAt(++end))
      hash = Math.imul(hash, 31) + unit
    this.end = end
    if (end - from > LONGEST_KNOWN) return internalized(html.slice(from, end))
    const place = (hash ^ (hash >>> 10)) & (KNOWN.length - 1)
    const known = KNOWN[place]!
    if (known.length === end - from && html.startsWith(known, from)) return known
    const name = internalized(html.slice(from, end))
    KNOWN[place] = name
    return name
  }
}

/** Names met before, by their characters: who compares them afterwards compares addresses. */
const KNOWN: string[] = new Array<string>(4096).fill('')

const LONGEST_KNOWN = 40

/** The engine's own string of these characters, as it keeps one for each name of a property. */
function internalized(name: string): string {
  return Object.keys({ [name]: 0 })[0]!
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

const isLetter = (unit: number) => unit >= 97 && unit <= 122

/** Characters that end a value without quotes, and those it has no business with. */
const BARE_STOPS = ascii(/[\0 \t\n\f>"'<=`]/)

/** Where a value without quotes ends; -1 where it is none, or none as it should be. */
function endOfBareValue(html: string, from: number): number {
  let end = from
  while (end < html.length && BARE_STOPS[html.charCodeAt(end)] !== 1) end++
  const unit = html.charCodeAt(end)
  return end > from && (isSpace(unit) || unit === GREATER) ? end : -1
}

/** Whether a name that ends there has no value. */
function isBare(html: string, from: number): boolean {
  let end = from
  while (isSpace(html.charCodeAt(end))) end++
  const unit = html.charCodeAt(end)
  return unit === GREATER || unit === SLASH || (end > from && NAMES[unit] === 1)
}
