/** A rule of a style sheet as text: what stands before the brace, and what between the braces. */
export interface RuleText {
  readonly selectors: string
  readonly declarations: string
}

/** Rules read of one page. */
const MOST = 20_000
/** Conditions that hold on any screen; rules under others (print, widths, features) are not read. */
const ALWAYS = /^@(?:media\s+(?:all|screen|only screen)\s*$|layer\b)/i

/** Cuts a style sheet into its rules at braces, comments left out, and hands over those that hold on any screen. */
export function ruleTexts(css: string): RuleText[] {
  const text = withoutComments(css)
  const rules: RuleText[] = []
  let from = 0
  for (let open = text.indexOf('{'); open >= 0 && rules.length < MOST; open = text.indexOf('{', from)) {
    const selectors = text.slice(from, open)
    const at = selectors.lastIndexOf('}') + 1
    const prelude = selectors.slice(Math.max(at, selectors.lastIndexOf(';') + 1)).trim()
    if (prelude.startsWith('@')) {
      from = ALWAYS.test(prelude) ? open + 1 : endOfBlock(text, open)
      continue
    }
    const close = text.indexOf('}', open)
    if (close < 0) break
    rules.push({ selectors: prelude, declarations: text.slice(open + 1, close) })
    from = close + 1
  }
  return rules
}

function endOfBlock(text: string, open: number): number {
  let depth = 0
  for (let i = open; i < text.length; i++) {
    const char = text.charCodeAt(i)
    if (char === 123) depth++
    else if (char === 125 && --depth === 0) return i + 1
  }
  return text.length
}

function withoutComments(css: string): string {
  if (!css.includes('/*')) return css
  let out = ''
  let from = 0
  for (let at = css.indexOf('/*'); at >= 0; at = css.indexOf('/*', from)) {
    out += css.slice(from, at)
    const end = css.indexOf('*/', at + 2)
    if (end < 0) return out
    from = end + 2
  }
  return out + css.slice(from)
}
