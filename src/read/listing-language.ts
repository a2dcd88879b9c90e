/** What an element around or in a listing may say of its language. */
export interface CodeNames {
  readonly name: string
  readonly classes: string
  /** Value of an attribute made for it. */
  readonly data: string | undefined
  readonly lang: string | undefined
}

/** Names highlighters give to languages; a bare word among class names, or on a label, is one of these or none. */
const LANGUAGES = new Set(
  `abap actionscript ada apache applescript arduino asm assembly autohotkey awk bash bat batch c c++ c# clojure clj cmake
  cmd coffeescript common-lisp cpp cs csharp css cuda d dart delphi diff docker dockerfile elisp elixir elm emacs-lisp erlang f# fortran fsharp go
  golang gradle graphql groovy haml handlebars haskell hcl html http ini java javascript js json json5 jsonc jsx julia
  kotlin kt latex lean less lisp lua make makefile markdown matlab md mermaid mdx mysql nginx nim nix objc objective-c
  objectivec ocaml pascal perl pgsql php plsql postgresql powershell prolog properties proto protobuf ps1 puppet py
  pycon python python3 r racket rb rs rst ruby rust sas sass scala scheme scss sh shell shell-session solidity sql stylus svelte swift tcl terraform
  tex toml ts tsx twig typescript vala vb vbnet verilog vhdl vim vue wasm xml yaml yml zig zsh console`.split(
    /\s+/,
  ),
)
const NONE =
  /^(?:none|text|txt|plain|plaintext|plain-text|nohighlight|no-highlight|default|auto|notranslate|output|undefined)$/
/** Class names that say it with a prefix: the HTML Standard's (4.5.15), and those of highlighters. */
const STANDARD = /(?:^|\s)lang(?:uage)?-([a-z0-9+#.-]{1,20})(?:\s|$)/
const PREFIXED =
  /(?:^|\s)(?:highlight-source-|highlight-text-|highlight-|src-|brush:\s?)([a-z0-9+#.]{1,20}(?:-lisp)?)(?:[;\s-]|$)/
/** Class names beside which a bare word is a language. */
const HIGHLIGHTER =
  /(?:^|\s)(?:hljs|highlight|sourcecode|src|code|hl|prettyprint|syntaxhighlighter|codehilite|chroma|shiki|crayon|brush:?|prism)(?:\s|$)/

/** The language elements name, nearest first. */
export function languageIn(chain: readonly CodeNames[]): string | undefined {
  for (const one of chain) {
    const language = namedBy(one)?.trim().toLowerCase()
    if (language === undefined) continue
    if (NONE.test(language)) return undefined
    if (/^[a-z0-9+#.-]{1,20}$/.test(language)) return language
  }
  return undefined
}

function namedBy({ name, classes, data, lang }: CodeNames): string | undefined {
  if (data) return data
  const known = (word: string | undefined) =>
    word !== undefined && (LANGUAGES.has(word) || NONE.test(word)) ? word : undefined
  const names = classes.slice(0, 300)
  const standard = STANDARD.exec(names)?.[1]
  // around a listing the same prefix may tell the language people speak
  if (standard !== undefined) return name === 'pre' || name === 'code' ? standard : known(standard)
  const bare = HIGHLIGHTER.test(names) ? names.split(/[\s;:]+/).find(known) : undefined
  // the first name of a listing itself
  const own = name === 'pre' || name === 'code' ? /^[a-z0-9+#]{2,20}/.exec(names)?.[0] : undefined
  return (
    known(PREFIXED.exec(names)?.[1]) ??
    bare ??
    (own !== undefined && LANGUAGES.has(own) ? own : undefined) ??
    known(lang?.toLowerCase())
  )
}

export function isLanguage(text: string): boolean {
  return LANGUAGES.has(text.trim().toLowerCase())
}
