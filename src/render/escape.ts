/** Characters that may need an escape; a text without one is written as it stands. */
const RISKY = /[\\`*_[\]<~&]/

/** Escapes what Markdown would read as markup in running text, and only that. */
export function escapeText(text: string): string {
  if (!RISKY.test(text)) return text
  const brackets = /\][([:]|\[\^/.test(text)
  const tildes = text.indexOf('~') !== text.lastIndexOf('~')
  let out = ''
  for (let i = 0; i < text.length; i++) {
    const char = text[i]!
    if (needsEscape(char, text[i - 1] ?? ' ', text[i + 1] ?? ' ', brackets, tildes, text, i)) out += '\\'
    out += char
  }
  return out
}

function needsEscape(
  char: string,
  before: string,
  after: string,
  brackets: boolean,
  tildes: boolean,
  text: string,
  at: number,
): boolean {
  switch (char) {
    case '`':
      return true
    case '*':
      return !(isSpace(before) && isSpace(after))
    // inside a word an underscore is no emphasis
    case '_':
      return !(isWord(before) && isWord(after)) && !(isSpace(before) && isSpace(after))
    case '\\':
      return after === '\n' || at === text.length - 1 || /[!-/:-@[-`{-~]/.test(after)
    case '[':
    case ']':
      return brackets
    case '<':
      return /[A-Za-z/!?]/.test(after)
    case '~':
      return tildes
    case '!':
      return after === '['
    case '&':
      return /^&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,31});/.test(text.slice(at, at + 40))
    default:
      return false
  }
}

/** What at the start of a line would begin a heading, a quotation, a list, a rule, a table or a definition. */
const STARTS =
  /^(?:#{1,6}(?=\s|$)|>|[-+](?=\s|$)|\*(?=\s|$)|=+\s*$|-+\s*$|(?:- ?){3,}$|(?:_ ?){3,}$|~{3}|\||:?-+:?\s*\||:-|\[[ xX]\](?=\s)|\[[^\]\n]{1,200}\]:)/
const NUMBERED = /^(\d{1,9})([.)])(?=\s|$)/

/** Escapes the first characters of every line of inline Markdown, where they would begin a block. */
export function escapeLineStarts(markdown: string): string {
  return markdown.includes('\n')
    ? markdown.split('\n').map(escapeLineStart).join('\n')
    : escapeLineStart(markdown)
}

function escapeLineStart(line: string): string {
  const numbered = NUMBERED.exec(line.slice(0, 12))
  if (numbered) return `${numbered[1]}\\${line.slice(numbered[1]!.length)}`
  return STARTS.test(line) ? `\\${line}` : line
}

function isSpace(char: string): boolean {
  return /\s/.test(char)
}

function isWord(char: string): boolean {
  return /[\p{L}\p{N}]/u.test(char)
}
