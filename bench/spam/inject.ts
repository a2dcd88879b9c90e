import type { BenchPage } from '../pages.ts'
import { compose, STYLES, type Style } from './compose.ts'
import { dice } from './dice.ts'
import { HIDINGS } from './hiding.ts'
import { intoHtml } from './into-html.ts'
import { intoText } from './into-text.ts'
import { HTML_PLACES, isWholeLine, type SpamPlace, TEXT_PLACES } from './places.ts'
import { FAMILIES } from './vocabulary/all.ts'
import { type Half, halfOf, type Words } from './vocabulary/family.ts'

/** A page with spam in it, and what is known of the spam. */
export interface Injected {
  readonly page: BenchPage
  readonly spam: string
  readonly place: SpamPlace
  readonly style: Style
  readonly words: Words
  /** Name of the hiding way; undefined where the spam is seen. */
  readonly hiding?: string
}

/**
 * The page with spam of one half of the vocabulary; which, how and where hangs on the page's id, the seed and the
 * number of the variant alone. Undefined where the page has no such place.
 */
export function inject(
  page: BenchPage,
  half: Half,
  variant: number,
  known: (word: string) => boolean,
  options: { readonly seed: string; readonly hide?: boolean },
): Injected | undefined {
  const own = dice(`${options.seed} ${page.id} ${variant} ${half}`)
  const words = halfOf(own.pick(FAMILIES), half, known)
  const html = page.html
  const hiding = options.hide && html !== undefined ? own.pick(Object.keys(HIDINGS)) : undefined
  const places =
    html === undefined ? TEXT_PLACES : hiding ? TEXT_PLACES.filter((place) => place !== 'menu') : HTML_PLACES
  const place = own.pick(places)
  const style = words.family === 'prompts' ? 'sentence' : own.pick(STYLES)
  const spam = compose(
    words,
    place === 'title' ? 'lines' : style,
    own,
    isWholeLine(place) && hiding === undefined,
  )
  const short = place === 'title' ? spam.slice(0, 90) : spam
  const changed =
    html === undefined
      ? intoText(page, place, short, own)
      : intoHtml(html, page.gold.text, place, short, own, hiding === undefined ? undefined : HIDINGS[hiding])
  if (changed === undefined) return undefined
  const injected = html === undefined ? { ...page, text: changed } : { ...page, html: changed }
  return { page: injected, spam: short, place, style, words, ...(hiding !== undefined && { hiding }) }
}
