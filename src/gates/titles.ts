import type { GateView } from './gate.ts'

const LONGEST = 120
/** What parts a page's title from the site's name. */
const SEPARATOR = /\s[-–—|·•»:]\s|[|｜_–—»:：]/

/** The page's titles, whole and cut at separators, folded: lower case, single spaces, no stop at the end. */
export function titleSegments({ page, articles }: GateView): ReadonlySet<string> {
  const titles = [
    ...page.claims.filter((claim) => claim.field === 'title').map((claim) => claim.value),
    ...articles.map((article) => article.title ?? ''),
    ...page.blocks
      .filter((block) => block.kind === 'heading' && (block.level ?? 1) <= 2)
      .map((block) => block.text),
  ]
  const short = titles.map((title) => title.slice(0, LONGEST))
  return new Set(short.flatMap((title) => [title, ...title.split(SEPARATOR)]).map(foldPhrase))
}

/** Folds a phrase for comparison with a vocabulary of whole phrases. */
export function foldPhrase(phrase: string): string {
  return phrase
    .slice(0, LONGEST * 2)
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/\s{1,200}/g, ' ')
    .replace(/^[\s!¡¿:"“„(#.-]{1,20}/, '')
    .replace(/[\s.!?。！？…:"”)-]{1,20}$/, '')
}
