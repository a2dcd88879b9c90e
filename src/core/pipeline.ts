import type { Role } from './role.ts'

/** Bounds that keep any input affordable. */
export interface Limits {
  /** Bytes of one dump. */
  readonly bytes: number
  /** Element nesting; deeper elements are folded into their parent. */
  readonly depth: number
  /** Nodes of one document. */
  readonly nodes: number
  /** Attributes per element, and characters per attribute value. */
  readonly attributes: number
  readonly attributeLength: number
  /** What asking Readability may cost, in looks at an element: 40 and its depth for each, more for long text deep down. */
  readonly readability: number
  /** What asking the page's style sheets may cost, in looks at a name; beyond it they hide nothing. */
  readonly styles: number
  /** Characters of a line; a longer one is cut at sentence ends. */
  readonly lineLength: number
  /** Blocks of a page; one with more is read up to there. */
  readonly blocks: number
}

export interface RuleSetting {
  readonly weight: number
  readonly options: Readonly<Record<string, unknown>>
}

/** A checked, complete pipeline: data only, made from YAML by `loadPipeline`. */
export interface Pipeline {
  readonly name: string
  /** What it is for, in a sentence. */
  readonly about: string
  readonly keep: readonly Role[]
  readonly dom: 'light' | 'jsdom'
  readonly hidden: 'auto' | 'drop' | 'flag' | 'keep'
  readonly split: 'auto' | 'never'
  /** BCP 47 languages wanted; empty for all. */
  readonly languages: readonly string[]
  /** Log-odds every block starts with. */
  readonly bias: number
  /** A fitted model, as read from its JSON file. */
  readonly model: unknown
  readonly limits: Limits
  /** Every rule that takes part, by id. */
  readonly rules: Readonly<Record<string, RuleSetting>>
  /** Every gate that takes part, by id. */
  readonly gates: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  /** Whether records hold the tree of the article. */
  readonly content: boolean
  /** What the tree of the article, and all that is written from it, shows. */
  readonly markdown: { readonly links: boolean; readonly images: boolean }
}
