import { fold } from './fold.ts'
import { evidence, type Found } from './found.ts'
import type { Witnesses } from './witnesses.ts'

const MOST = 30
const LONGEST = 60
const BETWEEN = /\s*[,;，；、|\n]\s*/u
const LABEL =
  /^(?:tags?|topics?|keywords?|filed under|more on|schlagw[oö]rter|themen|mots[- ]cl[ée]s|etiquetas|关键词|关键字|标签|タグ|キーワード|태그|теги)\s*[:：]\s*/iu

/** Subjects the page files the article under: its list of tags, else its keywords, else the printed tag line. */
export function tags(seen: Witnesses): Found<readonly string[]> | undefined {
  const claims = seen.claims('tag')
  const first = claims.find((claim) => claim.key === 'article:tag') ?? claims[0]
  const block = seen.inRole('tags')[0]
  const chosen =
    first !== undefined
      ? claims.filter((claim) => claim.key === first.key)
      : block
        ? [
            {
              field: 'tag' as const,
              value: block.text.replace(LABEL, ''),
              from: 'line' as const,
              key: 'tags',
              at: block.at,
            },
          ]
        : []
  const values: string[] = []
  const known = new Set<string>()
  for (const tag of chosen
    .flatMap(({ value }) => value.slice(0, 2000).split(BETWEEN))
    .map((text) => text.trim())) {
    const key = fold(tag)
    if (key === '' || tag.length > LONGEST || known.has(key)) continue
    known.add(key)
    values.push(tag)
  }
  if (values.length === 0) return undefined
  return {
    value: values.slice(0, MOST),
    evidence: evidence(chosen[0]!, [], chosen.map(({ value }) => value).join(', ')),
  }
}
