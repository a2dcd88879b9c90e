/** Raw material for claims, collected in one walk of the document, in document order. */
export interface ClaimSources {
  /** `lang` (or `xml:lang`) of the root element. */
  readonly lang?: string | undefined
  /** Texts of the `title` elements of the head. */
  readonly titles: readonly string[]
  readonly metas: readonly MetaSource[]
  readonly links: readonly LinkSource[]
  /** Raw texts of `application/ld+json` scripts. */
  readonly jsonLd: readonly string[]
  /** Other JSON scripts: the state a framework hands to the browser. */
  readonly states: readonly { readonly id: string; readonly text: string }[]
  /** Inline scripts that may hold such a state; none where the document shows text of its own. */
  readonly scripts?: readonly string[] | undefined
  readonly microdata: readonly MicrodataSource[]
  readonly times: readonly TimeSource[]
  /** `href` of the `base` element. */
  readonly base?: string | undefined
  /** Class and id words of the `body` element. */
  readonly bodyNames?: string | undefined
}

export interface MetaSource {
  /** `name`, `property`, `itemprop` or `http-equiv`, lower case. */
  readonly name: string
  readonly content: string
}

export interface LinkSource {
  readonly rel: string
  readonly href: string
  readonly hreflang?: string | undefined
  readonly type?: string | undefined
}

export interface MicrodataSource {
  /** The `itemprop`; may hold several names. */
  readonly prop: string
  /** `content`, `datetime`, `href` or `src`; empty where the value is the element's text. */
  readonly value: string
  /** `itemtype` of the scope the property stands in. */
  readonly type?: string | undefined
  readonly text: string
}

export interface TimeSource {
  readonly datetime?: string | undefined
  readonly text: string
  /** Class, id and itemprop words of the element and its parent. */
  readonly names: string
  /** Elements above it, innermost first, with their class and id words; none above the nearest `article`. */
  readonly around: string
  readonly pubdate: boolean
  /** What stands right before it in its parent, its last characters; empty where nothing or another `time` does. */
  readonly label?: string | undefined
}
