import type { Block } from '../core/block.ts'
import type { Claim, ClaimField } from '../core/claim.ts'

const named = (field: ClaimField, labels: string): readonly (readonly [string, ClaimField])[] =>
  labels.split(' ').map((label) => [label, field])

/** What feed readers, extractors, mail and front matter call a field, lower case; `undefined` where it is none of ours. */
const FIELDS: ReadonlyMap<string, ClaimField | undefined> = new Map<string, ClaimField | undefined>([
  ['title', 'title'],
  ['headline', 'title'],
  ['subject', 'title'],
  ['subtitle', 'subtitle'],
  ['author', 'author'],
  ['from', 'author'],
  ['authors', 'author'],
  ['creator', 'author'],
  ['byline', 'author'],
  ['published', 'published'],
  ['published time', 'published'],
  ['published on', 'published'],
  ['publish date', 'published'],
  ['pubdate', 'published'],
  ['pub date', 'published'],
  ['date', 'published'],
  ['updated', 'modified'],
  ['modified', 'modified'],
  ['last modified', 'modified'],
  ['source', 'source'],
  ['publisher', 'source'],
  ['site', 'site'],
  ['site name', 'site'],
  ['link', 'canonicalUrl'],
  ['url', 'canonicalUrl'],
  ['url source', 'canonicalUrl'],
  ['permalink', 'canonicalUrl'],
  ['canonical', 'canonicalUrl'],
  ['category', 'section'],
  ['section', 'section'],
  ['tags', 'tag'],
  ['keywords', 'tag'],
  ['description', 'description'],
  ['summary', 'description'],
  ['language', 'language'],
  ['lang', 'language'],
  ['to', undefined],
  ['cc', undefined],
  ['reply to', undefined],
  ...named(
    'title',
    'titel titre título titolo tytuł başlık judul заголовок название 标题 標題 题目 タイトル 件名 제목 العنوان عنوان',
  ),
  ...named(
    'author',
    'autor autorin auteur autore autora författare forfatter yazar penulis автор 作者 著者 作成者 작성자 الكاتب نویسنده',
  ),
  ...named(
    'published',
    'datum veröffentlicht publié fecha publicado data pubblicato gepubliceerd publicerad opublikowano tarih tanggal дата опубликовано 日期 时间 時間 发布时间 发布日期 日付 公開日 날짜 작성일 التاريخ تاریخ',
  ),
  ...named('modified', 'aktualisiert actualizado aggiornato обновлено 更新时间 更新日'),
  ...named(
    'source',
    'quelle fuente fonte bron źródło kaynak sumber источник 来源 來源 出典 출처 المصدر منبع',
  ),
  ...named(
    'canonicalUrl',
    'adresse lien enlace collegamento länk bağlantı tautan ссылка 链接 鏈接 网址 リンク 링크 الرابط',
  ),
  ...[
    'newsgroups',
    'organization',
    'in reply to',
    'references',
    'sender',
    'path',
    'lines',
    'user agent',
    'content type',
    'mime version',
  ].map((label) => [label, undefined] as const),
  ['message id', undefined],
  ['comments', undefined],
  ['guid', undefined],
  ['id', undefined],
  ['slug', undefined],
  ['layout', undefined],
  ['draft', undefined],
  ['fetched', undefined],
  ['retrieved', undefined],
  ['feed', undefined],
  ['warning', undefined],
])
/** Blocks of a head at most, and above its first field; fields it must have. */
const LONGEST = 16
const ABOVE = 1
const FEWEST = 3
const FIELD = /^(\p{L}[\p{L}\p{M} _-]{1,15})\s?(?:[:：]\s+|：)(\S.*)$/u
const ADDRESS = /^https?:\/\/\S+$/

/** A line that names a field and gives its value. */
export interface LabelledField {
  readonly at: number
  readonly label: string
  readonly field: ClaimField | undefined
  readonly value: string
}

/**
 * The fields at the head of a text dump, one a line, as feed readers and extractors write them over the text: at least
 * three, a title and an address or a day among them. Empty where there is no such head.
 */
export function labelledHead(blocks: readonly Block[]): readonly LabelledField[] {
  const found: LabelledField[] = []
  for (const block of blocks.slice(0, LONGEST)) {
    const field = block.layout === undefined ? undefined : fieldOf(block)
    if (field !== undefined) found.push(field)
    else if (found.length > 0 || block.at >= ABOVE) break
  }
  const has = (name: ClaimField) => found.some(({ field }) => field === name)
  const isHead = found.length >= FEWEST && has('title') && (has('canonicalUrl') || has('published'))
  return isHead ? found : []
}

function fieldOf({ at, text }: Block): LabelledField | undefined {
  const [, label, value] = FIELD.exec(text) ?? []
  if (label === undefined || value === undefined) return undefined
  const name = label.toLowerCase().replace(/[_-]/g, ' ')
  if (!FIELDS.has(name)) return undefined
  const field = FIELDS.get(name)
  if (field === 'canonicalUrl' && !ADDRESS.test(value)) return undefined
  return { at, label, field, value: value.replace(/^(["'])(.*)\1$/u, '$2') }
}

/** What the head says of the article, as claims of the page. */
export function headClaims(blocks: readonly Block[]): Claim[] {
  return labelledHead(blocks).flatMap(({ label, field, value }) =>
    field === undefined ? [] : [{ field, value, from: 'meta', key: `label ${label}` }],
  )
}
