import type { ClaimOrigin } from '../../core/claim.ts'
import type { Draft } from './draft.ts'
import { META_FIELDS } from './meta-names.ts'
import type { MetaSource } from './sources.ts'

/** `meta` elements with a name known to say something of the article. */
export function metaClaims(metas: readonly MetaSource[]): Draft[] {
  const drafts: Draft[] = []
  for (const { name, content } of metas) {
    const key = name.trim().toLowerCase()
    const field = META_FIELDS.get(key)
    if (field !== undefined) drafts.push({ field, value: content, from: origin(key), key: keyOf(key) })
  }
  drafts.push(...labelledCards(metas))
  return drafts
}

function origin(name: string): ClaimOrigin {
  return name.startsWith('og:') || name.startsWith('article:') ? 'opengraph' : 'meta'
}

function keyOf(name: string): string {
  return origin(name) === 'opengraph' || name.startsWith('twitter:') ? name : `meta[name=${name}]`
}

const WRITTEN_BY =
  /^(?:written by|by|author|verfasst von|geschrieben von|[ée]crit par|escrito por|autor|scritto da|geschreven door|skrevet av|написано|автор|作者|執筆者|글쓴이|penulis|được viết bởi|yazan)$/i

/** Card labels (`twitter:label1` = "Written by", `twitter:data1` = the name). */
function labelledCards(metas: readonly MetaSource[]): Draft[] {
  const values = new Map(metas.filter((m) => m.name.startsWith('twitter:')).map((m) => [m.name, m.content]))
  const drafts: Draft[] = []
  for (const number of ['1', '2']) {
    const label = values.get(`twitter:label${number}`)?.trim()
    const value = values.get(`twitter:data${number}`)
    if (label === undefined || label.length > 40 || !WRITTEN_BY.test(label) || !value) continue
    drafts.push({ field: 'author', value, from: 'meta', key: `twitter:data${number}` })
  }
  return drafts
}
