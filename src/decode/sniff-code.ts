/** Size of a window; a long text is looked at in its head, middle and end, and all must be code. */
const WINDOW = 4_096
/** A text shorter than this tells too little. */
const SHORTEST = 80

const STYLE = /(?:^|[;{\s])-{0,2}[a-z][a-z-]{1,40}\s{0,4}:\s{0,4}[^;{}\n]{1,200}[;}]/g
const RULE = /[^{}\n;]{1,200}\{/g
const KEYWORD =
  /\b(?:function|return|var|const|let|=>|if ?\(|else|for ?\(|while ?\(|import|export|def|class|elif|public|private|static|void|int|include|require|typeof|null|undefined|true|false|self|this\.|struct|fn|func|package|namespace|SELECT|INSERT)(?:\b|(?<=[(>.]))/g

/** Media type of a text that is source code through and through; undefined as soon as one window reads like prose. */
export function codeMedia(text: string): string | undefined {
  if (text.length < SHORTEST) return undefined
  const all = windows(text)
  if (!all.every(isMarked) || all.some(readsLikeProse)) return undefined
  if (all.every(isStyleSheet)) return 'text/css'
  if (!all.every(isCode)) return undefined
  return /\b(?:function\b|var |const |let |=>|document\.|window\.|require\()/.test(all[0]!)
    ? 'text/javascript'
    : 'text/x-source'
}

function windows(text: string): readonly string[] {
  if (text.length <= WINDOW * 3) return [text]
  const middle = (text.length >> 1) - WINDOW / 2
  return [text.slice(0, WINDOW), text.slice(middle, middle + WINDOW), text.slice(-WINDOW)]
}

/** 1 for the marks of code, by character. */
const MARKS = new Uint8Array(128)
for (const mark of '{}()[];=<>&|+*:') MARKS[mark.charCodeAt(0)] = 1

/** Cheap first look: prose has a mark in fifty characters, code one in ten. */
function isMarked(window: string): boolean {
  let marks = 0
  for (let i = 0; i < window.length; i++) {
    const unit = window.charCodeAt(i)
    if (unit < 128) marks += MARKS[unit]!
  }
  return marks > window.length * 0.03
}

/** Lines of sentences outside comments: what an article with listings has and a source file has not. */
function readsLikeProse(window: string): boolean {
  let prose = 0
  for (const line of window.split('\n')) {
    const text = line.slice(0, 600).trim()
    if (
      text.length < 12 ||
      /^(?:\/\/|\/\*|\*|#|--|<!--)/.test(text) ||
      /[{};=]|[):]$|["'],?$|[a-z][.(][a-z]/.test(text)
    )
      continue
    const letters = text.match(/[\p{L}\p{M} ]/gu)?.length ?? 0
    if (letters > text.length * 0.85) prose++
  }
  return prose >= 3
}

function isStyleSheet(window: string): boolean {
  const declarations = matchedLength(window, STYLE)
  const rules = window.match(RULE)?.length ?? 0
  return rules >= 2 && declarations > 0 && declarations + matchedLength(window, RULE) > solid(window) * 0.6
}

/** Marks of code stand ten times thicker than in prose, and words of programming languages stand between them. */
function isCode(window: string): boolean {
  const marks = window.match(/[{}()[\];:=<>&|+*]/g)?.length ?? 0
  const words = window.match(KEYWORD)?.length ?? 0
  const ends = window.match(/[;{}):,]\s{0,20}(?:\n|$)/g)?.length ?? 0
  const lines = window.split('\n').filter((line) => line.trim() !== '').length
  return marks > solid(window) * 0.06 && words >= Math.max(3, window.length / 500) && ends > lines * 0.4
}

function matchedLength(window: string, pattern: RegExp): number {
  return window.match(pattern)?.reduce((sum, one) => sum + one.length, 0) ?? 0
}

function solid(window: string): number {
  return window.replace(/\s/g, '').length
}
