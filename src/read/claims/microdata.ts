import type { ClaimField } from '../../core/claim.ts'
import type { Draft } from './draft.ts'
import type { MicrodataSource } from './sources.ts'

const FIELDS: ReadonlyMap<string, ClaimField> = new Map([
  ['headline', 'title'],
  ['alternativeheadline', 'subtitle'],
  ['author', 'author'],
  ['creator', 'author'],
  ['editor', 'editor'],
  ['datepublished', 'published'],
  ['datecreated', 'published'],
  ['datemodified', 'modified'],
  ['articlesection', 'section'],
  ['keywords', 'tag'],
  ['inlanguage', 'language'],
])
/** How many properties after a nested person its name is looked for. */
const REACH = 6
/** Pages that say the same property of many things list them; then nothing is said of the page. */
const MANY = 8

/** Properties of the article's scope. Nested persons and organisations give their `name`; breadcrumbs their items' names. */
export function microdataClaims(records: readonly MicrodataSource[]): Draft[] {
  const drafts: Draft[] = []
  records.forEach((record, index) => {
    for (const prop of record.prop.toLowerCase().split(' ')) {
      const field = FIELDS.get(prop)
      if (field === undefined || !ofArticle(record.type)) continue
      const value = field === 'author' ? personName(records, index) : record.value || record.text
      if (value.length <= 500)
        drafts.push({ field, value, from: 'microdata', key: `${typeName(record.type)}${prop}` })
    }
  })
  return [...unlisted(drafts), ...breadcrumbs(records), ...hints(records)]
}

/** The types of the scopes whose properties the page marks. */
function hints(records: readonly MicrodataSource[]): Draft[] {
  const types = new Set(records.map(({ type }) => typeName(type).replace('.', '')).filter(Boolean))
  return [...types]
    .slice(0, 30)
    .map((value) => ({ field: 'hint', value, from: 'microdata', key: 'itemtype' }))
}

/** A comment's or a list item's date says nothing of the article. */
function ofArticle(type: string | undefined): boolean {
  return !/comment|review|answer|itemlist|listitem|imageobject|organization|person$|offer|blog$|sitenavigation|wp(?:header|footer)/i.test(
    type === undefined || /person/i.test(type) ? '' : type,
  )
}

function typeName(type: string | undefined): string {
  const name = type === undefined ? '' : (/([A-Za-z]+)\/?$/.exec(type.slice(0, 200))?.[1] ?? '')
  return name === '' ? '' : `${name}.`
}

function personName(records: readonly MicrodataSource[], index: number): string {
  const author = records[index]!
  for (const next of records.slice(index + 1, index + 1 + REACH)) {
    if (next.prop === author.prop) break
    const name = next.value && !/^https?:/.test(next.value) ? next.value : next.text
    if (next.prop.toLowerCase() === 'name' && /person|organization/i.test(next.type ?? '') && name !== '')
      return name
  }
  return author.value && !/^(?:https?:|\/)/.test(author.value) ? author.value : author.text
}

function unlisted(drafts: readonly Draft[]): Draft[] {
  const values = new Map<ClaimField, Set<string>>()
  for (const { field, value } of drafts) values.set(field, (values.get(field) ?? new Set()).add(value))
  return drafts.filter(({ field }) => field === 'tag' || values.get(field)!.size < MANY)
}

function breadcrumbs(records: readonly MicrodataSource[]): Draft[] {
  const drafts: Draft[] = []
  for (const { prop, type, text, value } of records) {
    if (prop.toLowerCase() !== 'name' || !/ListItem$/.test(type ?? '')) continue
    drafts.push({ field: 'breadcrumb', value: text || value, from: 'microdata', key: 'ListItem.name' })
  }
  const values = drafts.map((draft) => draft.value)
  return drafts.length <= 10 && new Set(values).size === values.length ? drafts : []
}
