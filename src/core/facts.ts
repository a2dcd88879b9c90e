import type { LineReading } from './line-reading.ts'

/** Scripts told apart; `Kana` is Hiragana and Katakana, `Other` all that is not named, `None` where there is no letter. */
export type Script =
  | 'Latin'
  | 'Han'
  | 'Kana'
  | 'Hangul'
  | 'Cyrillic'
  | 'Arabic'
  | 'Hebrew'
  | 'Greek'
  | 'Thai'
  | 'Devanagari'
  | 'Other'
  | 'None'

/** All of them: where a script is kept as a number, it is its place here. */
export const SCRIPTS = [
  'Latin',
  'Han',
  'Kana',
  'Hangul',
  'Cyrillic',
  'Arabic',
  'Hebrew',
  'Greek',
  'Thai',
  'Devanagari',
  'Other',
  'None',
] as const satisfies readonly Script[]

/** Measured once per block. Counts are of UTF-16 units unless said otherwise. */
export interface Facts {
  /** Length of the text without white space. */
  readonly chars: number
  /** Length in Latin-equivalent characters: a Han, Kana, Hangul or Thai character carries more than a letter. */
  readonly mass: number
  /** Words; a Han, Kana or Thai character counts as one. */
  readonly words: number
  /** The one most of its letters are of. */
  readonly script: Script
  /** Share of the letters in the dominant script, 0 to 1; 1 where there is none. */
  readonly scriptShare: number
  /** Letters of any script. */
  readonly letters: number
  /** Decimal digits of any script. */
  readonly digits: number
  /** Upper-case letters. */
  readonly upper: number
  /** Commas of any script (`,` `，` `、` `،`). */
  readonly commas: number
  /** Sentence ends inside or at the end of the text, abbreviations and decimals not counted. */
  readonly sentences: number
  /** Ends like a sentence: `.` `!` `?` `…` `。` `।` `؟` ..., closing quotes and brackets allowed after it. */
  readonly endsSentence: boolean
  /** Ends in an ellipsis, as cut-off teasers do. */
  readonly trails: boolean
  /** Separators of menus and keyword lists: `|` `·` `•` `»` `›` `/` `>`. */
  readonly separators: number
  /** Which kinds of characters stand in it, as flags: see `signsOf`. */
  readonly signs: number
  /** Share of words that are function words of the page's scripts' languages; undefined for scripts without a list. */
  readonly functionShare: number | undefined
  /** By list of phrases, the first of it that stands in the text; absent where none does. */
  readonly mentions: Readonly<Partial<Record<string, string | undefined>>>
  /** By list, the folded length of the phrase the text opens with; absent where it opens with none. */
  readonly openings: Readonly<Partial<Record<string, number | undefined>>>
  /** By list, true where the whole text is one of its phrases; else absent. */
  readonly wholeLines: Readonly<Partial<Record<string, true | undefined>>>
  /** What a short line says that carries an article's metadata: by-line, source, date, way through the site. */
  readonly line: LineReading | undefined
  /** The text folded for comparison: NFKC, lower case, letters and digits only. */
  readonly key: string
  /** How many blocks of the page have this key, from 1. */
  readonly repeats: number
  /** Which of them this is, from 0. */
  readonly repeat: number
}

/** A piece of the page with a headline of its own. */
export interface Story {
  /**
   * `page`: what the page is there for; at most one. `full`: one of several that stand there in full, as search results,
   * digests and posts of an index do. `card`: one of several cards, a linked headline and a few words. `article`: another
   * article element with a headline, below that of the page.
   */
  readonly kind: 'page' | 'full' | 'card' | 'article'
  /** `at` of its headline. */
  readonly headline: number
  /** `at` of its first block; of a card a picture's caption may stand above the headline. */
  readonly from: number
  /** `at` of its last block, inclusive. */
  readonly to: number
  /** `at` of the first block below its headline, byline and dateline. */
  readonly text: number
  /** Where its headline leads; absent where it is no link. */
  readonly href?: string | undefined
  /** Number of the element that holds it (see `DomEvidence.number`); absent in a dump and where no element holds it alone. */
  readonly container?: number | undefined
  /** How many of its kind stand beside one another, itself included. */
  readonly among: number
}

/** Measured once per page, over all blocks. */
export interface PageFacts {
  /** Sum of the masses of its blocks. */
  readonly mass: number
  /** The densest run of prose: first and last `at`, inclusive; undefined on a page without prose. */
  readonly densest?: readonly [from: number, to: number] | undefined
  /** Script of the densest run, or of the page. */
  readonly script: Script
  /** `repeat` keys of the page's title claims, folded like `Facts.key`. */
  readonly titleKeys: ReadonlySet<string>
  /** The same of the persons it claims as its authors: names of two words or more, or of a script that parts none. */
  readonly authorKeys: ReadonlySet<string>
  /** `at` of the heading that prints what the page claims for its title, with or without the site's name; undefined where none does. */
  readonly headline?: number | undefined
  /** The pieces it is made of that have headlines, in reading order of each kind; what stands between them is in none. */
  readonly stories: readonly Story[]
  /** What the page's type is told by, by name; NaN is unknown. */
  readonly evidence?: Readonly<Record<string, number>> | undefined
  /** How likely the page is of each type (0 to 1, summing to 1), in the order of `KINDS`; undefined where nobody asked. */
  readonly kinds?: readonly number[] | undefined
}
