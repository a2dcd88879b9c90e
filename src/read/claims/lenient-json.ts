/** Longest script read, in UTF-16 units; real ones stay far below. */
const LENGTH = 2_000_000
/** Longest script worth mending character by character. */
const MEND_LENGTH = 500_000

/** Parses JSON as pages write it; undefined where nothing can be made of it. Cost is linear. */
export function parseLenient(text: string): unknown {
  if (text.length > LENGTH) return undefined
  const bare = unwrap(text)
  return parse(bare) ?? (bare.length <= MEND_LENGTH ? parse(mend(bare)) : undefined)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

/** Takes off comment and CDATA marks and what stands around the outermost brackets. */
function unwrap(text: string): string {
  const opened = text.replace(/^\s{0,200}(?:\/\/|\/\*)?\s{0,20}(?:<!\[CDATA\[|<!--)/, '')
  const close = opened.lastIndexOf(']]>')
  const body = close >= 0 && opened.length - close < 40 ? opened.slice(0, close) : opened
  const start = body.search(/[{[]/)
  const end = Math.max(body.lastIndexOf('}'), body.lastIndexOf(']'))
  return start < 0 ? '' : body.slice(start, end + 1)
}

/**
 * Escapes raw control characters and stray quotes inside strings, drops commas before a closing bracket and brackets
 * that close nothing, and makes one array of several values in a row. A quote closes a string where punctuation of the outer level follows.
 */
function mend(text: string): string {
  const out: string[] = []
  let inString = false
  let depth = 0
  for (let i = 0; i < text.length; i++) {
    const char = text[i]!
    if (inString) {
      if (char === '"' && closes(text, i)) inString = false
      const [kept, used] = stringCharacter(text, i, inString)
      out.push(kept)
      i += used - 1
      continue
    }
    if (char === '"') inString = true
    if (char === '{' || char === '[') depth++
    if ((char === '}' || char === ']') && depth-- === 0) {
      depth = 0
      continue
    }
    if (char === ',' && /[}\]]/.test(nextVisible(text, i))) continue
    out.push(char)
    if (depth === 0 && /[}\]]/.test(char) && /[{[]/.test(nextVisible(text, i))) out.push(',')
  }
  return `[${out.join('')}]`
}

/** How the character at `i` of a string is written, and how many characters of the text that takes. */
function stringCharacter(text: string, i: number, inString: boolean): readonly [string, number] {
  const char = text[i]!
  if (char === '\\') {
    const next = text[i + 1] ?? ''
    const valid = /["\\/bfnrt]/.test(next) || /^u[\da-fA-F]{4}/.test(text.slice(i + 1, i + 6))
    return valid ? [char + next, 2] : ['', 1]
  }
  if (char === '"') return inString ? ['\\"', 1] : ['"', 1]
  return char < ' ' ? [' ', 1] : [char, 1]
}

function closes(text: string, at: number): boolean {
  const next = nextVisible(text, at)
  return next === '' || next === ',' || next === ':' || next === '}' || next === ']'
}

/** The next character that is no white space, at most 200 characters ahead. */
function nextVisible(text: string, at: number): string {
  for (let i = at + 1; i < text.length && i < at + 200; i++) if (text[i]! > ' ') return text[i]!
  return ''
}
