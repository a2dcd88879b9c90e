import type { Block } from './block.ts'
import type { Facts, PageFacts } from './facts.ts'
import type { Door, Page } from './page.ts'
import type { Role } from './role.ts'
import type { Evidence, Sighting } from './vote.ts'

/** What the other pages of its site tell of a page; the page itself is not among them. */
export interface OtherPages {
  /** How many of them were counted. */
  readonly pages: number
  /** Per block of the page, on how many of them its line stands. */
  readonly on: ArrayLike<number>
}

/** What a rule may look at. `leaning` and `named` are there in the second hearing only, `others` where somebody counted them. */
export interface View {
  /** The page as it was read. */
  readonly page: Page
  /** `page.blocks`. */
  readonly blocks: readonly Block[]
  /** Measured of each block, by `Block.at`. */
  readonly facts: readonly Facts[]
  /** Measured of all of them. */
  readonly whole: PageFacts
  /** Per block, the log-odds after the first hearing. */
  readonly leaning?: ArrayLike<number> | undefined
  /** What other pages of the site tell. */
  readonly others?: OtherPages | undefined
  /** Per block, 1 where a rule of the first hearing named it for something else than the article's text. */
  readonly named?: ArrayLike<number> | undefined
}

/** The same view with every field spelled out, so that all views are records of one shape (see `block`). */
export function view(fields: View): View {
  const { page, blocks, facts, whole, leaning, named, others } = fields
  return { page, blocks, facts, whole, leaning, named, others }
}

/** An option of a rule. */
export interface OptionSpec<
  T extends number | boolean | readonly string[] = number | boolean | readonly string[],
> {
  /** Its value where a pipeline says nothing; also says its type. */
  readonly default: T
  /** One sentence. */
  readonly doc: string
  /** Lowest value of a number, inclusive; absent where there is none. */
  readonly min?: number
  /** Highest value of a number, inclusive; absent where there is none. */
  readonly max?: number
}
/** A rule's options by name. */
export type OptionSpecs = Readonly<Record<string, OptionSpec>>
/** What a rule is handed: the value of each option, by name. */
export type OptionValues<O extends OptionSpecs> = {
  readonly [K in keyof O]: O[K]['default'] extends number
    ? number
    : O[K]['default'] extends boolean
      ? boolean
      : readonly string[]
}

/**
 * A page, one block a line. Lines marked with a leading `✗` must be seen by the rule, all others must not.
 * `page` is read as a text dump, white space around its lines taken off; `html` through the HTML door, where a `✗`
 * in a block's text marks it. In a rule of the second hearing each line of `page` says how it leans: `+` for the
 * article, `-` against it, `=` against it and named for something else, after the `✗` where there is one (`✗+ A line`). `others` counts, line by line.
 */
export type Example = {
  /** What it shows, in a few words. */
  readonly name: string
  /** Address of the page; absent where it does not matter. */
  readonly url?: string
  /** What other pages of its site tell, line by line; absent where nobody counted them. */
  readonly others?: OtherPages
} & (
  | {
      /** A text dump, one block a line. */
      readonly page: string
    }
  | {
      /** A page of HTML. */
      readonly html: string
    }
)

/** What a rule says of the one block it is shown: why it sees it, with a strength where it is not quite sure. */
export type Said = string | Omit<Sighting, 'at'>

/** What every rule says of itself. */
export interface RuleDescription<O extends OptionSpecs> {
  /** Kebab case, unique, the name of its file. */
  readonly id: string
  /** What a block seen by this rule is for. A vote for `body` speaks for the article, any other against it. */
  readonly role: Role
  /** One or two sentences a user reads in `dechaff rules ID`. */
  readonly doc: string
  /** Log-odds a sighting is worth when the pipeline names no other; always positive. */
  readonly weight: number
  /**
   * What a sighting proves. `name`: what the block is (it reads "Follow us", it stands in an element called comments);
   * a named block gets no vote for the article for its place, and does not follow the whole it is part of. `proof`: a
   * name that was right wherever it was measured; on a page with a story the block goes, however the rest leans, and so
   * it does where two rules name the same; a single sighting may prove more
   * or less than its rule. `hint`: where it stands or how it looks. Default `hint`; a rule may prove more of a dump than of
   * a document, or less. Measured by `npm run bench:rules`.
   */
  readonly evidence?: Evidence | Readonly<Record<Door, Evidence>>
  /** `page`: first hearing, sees the page. `neighbours`: second hearing, sees the leaning too. Default `page`. */
  readonly hearing?: 'page' | 'neighbours'
  /** The only door through which pages come that the rule can say something of. Default: both. */
  readonly door?: Door
  /** What a pipeline may set of it; default: nothing. */
  readonly options?: O
  /**
   * CSS selectors asked of every page that comes through the HTML door; `block.dom.selected` holds those that fit. Names,
   * classes, ids, attributes, `:is()`, `:where()`, `:not()` and the combinators are known.
   */
  readonly selectors?: readonly string[]
  /** Its tests: pages on which it must see just what is marked. */
  readonly examples: readonly Example[]
}

/** A rule either tells of every block by itself, which is fastest, or walks the page and yields what it saw. */
export type RuleSpec<O extends OptionSpecs = OptionSpecs> = RuleDescription<O> &
  (
    | {
        /** What is seen of one block; undefined where nothing is. */
        readonly seeBlock: (
          block: Block,
          fact: Facts,
          options: OptionValues<O>,
          view: View,
        ) => Said | undefined
        /** Absent: the blocks are shown one by one. */
        readonly see?: undefined
      }
    | {
        /** Walks the page and yields what is seen, in any order. */
        readonly see: (view: View, options: OptionValues<O>) => Iterable<Sighting>
        /** Absent: the page is walked. */
        readonly seeBlock?: undefined
      }
  )

/** A rule as `defineRule` makes it. */
export interface Rule {
  /** Kebab case, unique. */
  readonly id: string
  /** What a block seen is for. */
  readonly role: Role
  /** One or two sentences. */
  readonly doc: string
  /** Log-odds; always positive. */
  readonly weight: number
  /** What a sighting proves, at each door. */
  readonly evidence: Readonly<Record<Door, Evidence>>
  /** When it is asked. */
  readonly hearing: 'page' | 'neighbours'
  /** The only door it is asked about; absent for both. */
  readonly door?: Door | undefined
  /** By name; empty where there are none. */
  readonly options: OptionSpecs
  /** CSS selectors asked of pages of HTML; empty where there are none. */
  readonly selectors: readonly string[]
  /** Its tests. */
  readonly examples: readonly Example[]
  /** Walks a page and yields what it saw. */
  readonly see: (view: View, options: Readonly<Record<string, unknown>>) => Iterable<Sighting>
  /** The same for one block, where the rule looks at blocks one by one. */
  readonly seeBlock?:
    | ((
        block: Block,
        fact: Facts,
        options: Readonly<Record<string, unknown>>,
        view: View,
      ) => Said | undefined)
    | undefined
}

/**
 * Types a rule's options from their specs and fills the defaults of the spec itself.
 *
 * @throws {TypeError} where it has no name, or nothing to see with.
 */
export function rule<const O extends OptionSpecs = Record<never, never>>(spec: RuleSpec<O>): Rule {
  checkSpec(spec)
  const { id, role, doc, weight, evidence = 'hint', hearing = 'page', door, options = {}, examples } = spec
  const { selectors = [] } = spec
  const seeBlock = spec.seeBlock as Rule['seeBlock']
  const see = seeBlock === undefined ? (spec.see as Rule['see']) : blockByBlock(seeBlock)
  const proves = typeof evidence === 'string' ? { html: evidence, text: evidence } : evidence
  return {
    id,
    role,
    doc,
    weight,
    evidence: proves,
    hearing,
    door,
    options,
    selectors,
    examples,
    see,
    seeBlock,
  }
}

function checkSpec(spec: unknown): void {
  if (typeof spec !== 'object' || spec === null)
    throw new TypeError(`defineRule() takes an object that describes a rule, got ${String(spec)}`)
  const { id, see, seeBlock, weight } = spec as Readonly<Record<string, unknown>>
  if (typeof id !== 'string') throw new TypeError(`a rule's id must be a string, got ${String(id)}`)
  if (typeof (seeBlock ?? see) !== 'function')
    throw new TypeError(`rule ${id} needs seeBlock(block, fact, options, view) or see(view, options)`)
  if (typeof weight !== 'number')
    throw new TypeError(`rule ${id} needs a weight in log-odds, a number above 0`)
}

function blockByBlock(seeBlock: NonNullable<Rule['seeBlock']>): Rule['see'] {
  return function* see(view, options) {
    for (const block of view.blocks) {
      const said = seeBlock(block, view.facts[block.at]!, options, view)
      if (typeof said === 'string') yield { at: block.at, because: said }
      else if (said !== undefined) yield { at: block.at, ...said }
    }
  }
}

/** The value every option has when a pipeline says nothing. */
export function optionDefaults(specs: OptionSpecs): Record<string, unknown> {
  return Object.fromEntries(Object.entries(specs).map(([name, spec]) => [name, spec.default]))
}
