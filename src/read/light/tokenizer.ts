import { InsertionMode, type TokenHandler, Tokenizer, type TokenizerOptions } from 'parse5'

/** What of parse5's tokenizer is touched here; its own declarations keep these private. */
interface Inner {
  readonly preprocessor: { html: string; pos: number; skipNextNewLine: boolean }
  /** End of the stretch of input that becomes text or an attribute's value. */
  runEnd: number
  currentAttr: { name: string; value: string }
  _stateData(unit: number): void
  _stateRcdata(unit: number): void
  _stateRawtext(unit: number): void
  _stateScriptData(unit: number): void
  _stateScriptDataEscaped(unit: number): void
  _stateComment(unit: number): void
  _stateAttributeValueDoubleQuoted(unit: number): void
  _stateAttributeValueSingleQuoted(unit: number): void
}
type InnerClass = new (options: TokenizerOptions, handler: TokenHandler) => Inner

/** Characters a state does not take for text; NUL and CR are everywhere replaced by others. */
function stops(characters: string): Uint8Array {
  const table = new Uint8Array(128)
  for (const character of `\0\r${characters}`) table[character.charCodeAt(0)] = 1
  return table
}
const DATA = stops('<&')
const WORD = stops('<& \n\t\f')
const RAW = stops('<')
const SCRIPT = stops('<-')
const COMMENT = stops('<-')
const DOUBLE = stops('"&')
const SINGLE = stops("'&")

const isStop = (table: Uint8Array, unit: number) => unit < 128 && (unit < 0 || table[unit] === 1)
const isSpace = (unit: number) => unit === 32 || unit === 10 || unit === 9 || unit === 12

/**
 * parse5's tokenizer, which takes one character at a time, with strides: where a state has just taken a character for
 * text, all that follow and mean nothing to it are taken at once. What tokens there are stays the same, but for white
 * space inside a text, which parse5 gives in tokens of its own and the tree builder joins again.
 */
class StridingTokenizer extends (Tokenizer as unknown as InnerClass) {
  private readonly parser: { readonly insertionMode: InsertionMode }
  constructor(options: TokenizerOptions, handler: TokenHandler & { readonly insertionMode: InsertionMode }) {
    super(options, handler)
    this.parser = handler
  }
  private stride(table: Uint8Array): void {
    const { preprocessor } = this
    if (preprocessor.skipNextNewLine) return
    const { html } = preprocessor
    let end = preprocessor.pos + 1
    while (end < html.length && !isStop(table, html.charCodeAt(end))) end++
    preprocessor.pos = end - 1
    this.runEnd = end
  }
  private strideOverSpace(): void {
    const { preprocessor } = this
    if (preprocessor.skipNextNewLine) return
    const { html } = preprocessor
    let end = preprocessor.pos + 1
    while (end < html.length && isSpace(html.charCodeAt(end))) end++
    preprocessor.pos = end - 1
    this.runEnd = end
  }
  /** Framesets take white space and drop words, so both must come apart there. */
  private textStops(): Uint8Array {
    const mode = this.parser.insertionMode
    return mode === InsertionMode.IN_FRAMESET ||
      mode === InsertionMode.AFTER_FRAMESET ||
      mode === InsertionMode.AFTER_AFTER_FRAMESET
      ? WORD
      : DATA
  }
  override _stateData(unit: number): void {
    super._stateData(unit)
    if (isSpace(unit)) this.strideOverSpace()
    else if (!isStop(DATA, unit)) this.stride(this.textStops())
  }
  override _stateRcdata(unit: number): void {
    super._stateRcdata(unit)
    if (isSpace(unit)) this.strideOverSpace()
    else if (!isStop(DATA, unit)) this.stride(DATA)
  }
  override _stateRawtext(unit: number): void {
    super._stateRawtext(unit)
    if (isSpace(unit)) this.strideOverSpace()
    else if (!isStop(RAW, unit)) this.stride(RAW)
  }
  override _stateScriptData(unit: number): void {
    super._stateScriptData(unit)
    if (isSpace(unit)) this.strideOverSpace()
    else if (!isStop(RAW, unit)) this.stride(RAW)
  }
  override _stateScriptDataEscaped(unit: number): void {
    super._stateScriptDataEscaped(unit)
    if (isSpace(unit)) this.strideOverSpace()
    else if (!isStop(SCRIPT, unit)) this.stride(SCRIPT)
  }
  override _stateComment(unit: number): void {
    super._stateComment(unit)
    if (!isStop(COMMENT, unit)) this.stride(COMMENT)
  }
  override _stateAttributeValueDoubleQuoted(unit: number): void {
    super._stateAttributeValueDoubleQuoted(unit)
    if (!isStop(DOUBLE, unit)) this.stride(DOUBLE)
  }
  override _stateAttributeValueSingleQuoted(unit: number): void {
    super._stateAttributeValueSingleQuoted(unit)
    if (!isStop(SINGLE, unit)) this.stride(SINGLE)
  }
}

/** A tokenizer for one parser. It reports no errors and no places, which strides would get wrong. */
export function stridingTokenizer(
  handler: TokenHandler & { readonly insertionMode: InsertionMode },
): Tokenizer {
  const options: TokenizerOptions = { sourceCodeLocationInfo: false }
  return new StridingTokenizer(options, handler) as unknown as Tokenizer
}
