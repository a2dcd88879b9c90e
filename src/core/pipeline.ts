import type { Role } from './role.ts'
import type { Example } from './rule.ts'

/** Bounds that keep any input affordable. */
export interface Limits {
  /** Bytes of one dump. */
  readonly bytes: number
  /** Element nesting; deeper elements are folded into their parent. */
  readonly depth: number
  /** Nodes of one document. */
  readonly nodes: number
  /** Attributes of one element. */
  readonly attributes: number
  /** Characters of one attribute's value. */
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

/** What a pipeline makes of a rule. */
export interface RuleSetting {
  /** Log-odds a sighting is worth. */
  readonly weight: number
  /** The rule's options, complete. */
  readonly options: Readonly<Record<string, unknown>>
}

/** What tells a block, in a rule that is data; any of these does. */
export interface DataMatch {
  /** The whole block, letter case and signs aside. */
  readonly line?: readonly string[] | undefined
  /** How the block opens, up to the end of a word; letter case and signs aside. */
  readonly opening?: readonly string[] | undefined
  /** Expressions in the syntax of RE2, which match in linear time; letter case aside. */
  readonly pattern?: readonly string[] | undefined
  /** CSS selectors of the block's element or one around it. */
  readonly selector?: readonly string[] | undefined
}

/** A rule that is data, as a pipeline file writes it; its weight stands in {@link Pipeline.rules}. */
export interface DataRule {
  /** Kebab case, unique. */
  readonly id: string
  /** What a block seen is for. */
  readonly role: Role
  /** One sentence. */
  readonly doc: string
  /** What tells a block. */
  readonly match: DataMatch
  /** What the rule does is final: `keep` and `drop` outweigh all other rules and the model. */
  readonly decides?: 'keep' | 'drop' | undefined
  /** Hosts, each with the hosts below it, on whose pages the rule works; empty for all. */
  readonly sites: readonly string[]
  /** Its tests, checked on loading. */
  readonly examples: readonly Example[]
}

/** A checked, complete pipeline: data only, made from YAML by `loadPipeline`. */
export interface Pipeline {
  /** Shown in reports. */
  readonly name: string
  /** What it is for, in a sentence. */
  readonly about: string
  /** Roles whose blocks make the text. */
  readonly keep: readonly Role[]
  /** Engine that parses HTML. */
  readonly dom: 'light' | 'jsdom'
  /** What becomes of text the page hides. */
  readonly hidden: 'auto' | 'drop' | 'flag' | 'keep'
  /** Whether a dump may hold several articles. */
  readonly split: 'auto' | 'never'
  /** BCP 47 languages wanted; empty for all. */
  readonly languages: readonly string[]
  /** Log-odds every block starts with. */
  readonly bias: number
  /** A fitted model, as read from its JSON file. */
  readonly model: unknown
  /** Bounds that keep any input affordable. */
  readonly limits: Limits
  /** Every rule that takes part, by id. */
  readonly rules: Readonly<Record<string, RuleSetting>>
  /** Rules of the pipeline's own. */
  readonly own: readonly DataRule[]
  /** Every gate that takes part, by id. */
  readonly gates: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  /** Whether records hold the tree of the article. */
  readonly content: boolean
  /** What the tree of the article, and all that is written from it, shows. */
  readonly markdown: {
    /** Whether links keep their addresses. */
    readonly links: boolean
    /** Whether pictures are in it. */
    readonly images: boolean
  }
}
