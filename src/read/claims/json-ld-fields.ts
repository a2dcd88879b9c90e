import type { ClaimField } from '../../core/claim.ts'
import type { Draft } from './draft.ts'
import { type Graph, isObject, list, type Node, own, strings } from './json-ld-graph.ts'

const ARTICLE_TEXTS: readonly (readonly [string, ClaimField])[] = [
  ['headline', 'title'],
  ['name', 'title'],
  ['title', 'title'],
  ['alternativeHeadline', 'subtitle'],
  ['datePublished', 'published'],
  ['dateCreated', 'published'],
  ['uploadDate', 'published'],
  ['pubDate', 'published'],
  ['dateModified', 'modified'],
  ['upDate', 'modified'],
  ['articleSection', 'section'],
  ['description', 'description'],
  ['abstract', 'description'],
  ['inLanguage', 'language'],
  ['articleBody', 'body'],
  ['text', 'body'],
]

/** Claims of the node that describes the page's article. */
export function articleDrafts(node: Node, graph: Graph): Draft[] {
  const { value } = node
  const name = node.types[0]!
  const draft = drafter(name)
  const said = new Set<ClaimField>()
  const texts = ARTICLE_TEXTS.flatMap(([property, field]) => {
    // `name` counts only where there is no headline, a creation only where there is no publication
    if (said.has(field) && field !== 'section') return []
    const values = plain(own(value, property))
    if (values.length > 0) said.add(field)
    return values.map((text) => draft(field, text, property))
  })
  return [
    { field: 'pageType', value: name, from: 'json-ld', key: '@type' },
    ...texts,
    ...people(node, ['author', 'creator'], 'author', graph),
    ...people(node, ['editor'], 'editor', graph),
    ...named(node, 'publisher', 'site', graph),
    ...named(node, 'sourceOrganization', 'source', graph),
    ...strings(own(value, 'keywords')).map((text) => draft('tag', text, 'keywords')),
    ...images(own(value, 'image'), graph).map((address) => draft('image', address, 'image')),
    ...common(node, draft),
  ]
}

/** Claims of a `WebPage` node: weaker, for its name often carries the site's. */
export function webPageDrafts(node: Node, graph: Graph): Draft[] {
  const { value } = node
  const draft = drafter('WebPage')
  const texts = (
    [
      ['headline', 'title'],
      ['name', 'title'],
      ['datePublished', 'published'],
      ['dateModified', 'modified'],
      ['description', 'description'],
      ['inLanguage', 'language'],
    ] as const
  ).flatMap(([property, field]) => plain(own(value, property)).map((text) => draft(field, text, property)))
  return [
    { field: 'pageType', value: node.types[0]!, from: 'json-ld', key: '@type' },
    ...texts,
    ...people({ value, types: ['WebPage'] }, ['author'], 'author', graph),
    ...named({ value, types: ['WebPage'] }, 'publisher', 'site', graph),
    ...common(node, draft),
  ]
}

/** The name of the site or its publisher, where a node describes it. */
export function siteDrafts({ value, types }: Node): Draft[] {
  const type = types.find((name) => name === 'WebSite' || /Organization$/.test(name))
  if (type === undefined) return []
  const names = [
    ...plain(own(value, 'name')),
    ...(type === 'WebSite' ? plain(own(value, 'alternateName')) : []),
  ]
  return names.map((name) => drafter(type)('site', name, 'name'))
}

function common({ value }: Node, draft: ReturnType<typeof drafter>): Draft[] {
  const free = strings(own(value, 'isAccessibleForFree'))[0]?.toLowerCase()
  const license = list(own(value, 'license')).flatMap((item) =>
    isObject(item)
      ? [...strings(own(item, 'url')), ...strings(own(item, 'name'))].slice(0, 1)
      : strings(item),
  )
  return [
    ...(free === undefined
      ? []
      : [draft('paywalled', String(/^(?:false|no|0)$/.test(free)), 'isAccessibleForFree')]),
    ...license.map((text) => draft('license', text, 'license')),
  ]
}

function drafter(type: string): (field: ClaimField, value: string, property: string) => Draft {
  return (field, value, property) => ({ field, value, from: 'json-ld', key: `${type}.${property}` })
}

/** Strings of a value, or the names of its objects. */
function plain(value: unknown): string[] {
  return list(value).flatMap((item) =>
    isObject(item) && own(item, '@value') === undefined ? strings(own(item, 'name')) : strings(item),
  )
}

/** People by name; an organisation is marked as such in the key. References within the page's graph are followed once. */
function people(
  node: Node,
  properties: readonly string[],
  field: 'author' | 'editor',
  graph: Graph,
): Draft[] {
  for (const property of properties) {
    const drafts = list(own(node.value, property)).flatMap((item) => {
      const person = resolve(item, graph)
      const key = `${node.types[0]}.${property}`
      const names = isObject(person) ? personNames(person) : strings(person)
      const mark = isObject(person) && strings(own(person, '@type')).some((t) => /Organization$/.test(t))
      return names.map(
        (value) => ({ field, value, from: 'json-ld', key: mark ? `${key}[Organization]` : key }) as const,
      )
    })
    if (drafts.length > 0) return drafts
  }
  return []
}

function personNames(person: Readonly<Record<string, unknown>>): string[] {
  const names = strings(own(person, 'name'))
  if (names.length > 0) return names
  const parts = [...strings(own(person, 'givenName')), ...strings(own(person, 'familyName'))]
  return parts.length === 2 ? [parts.join(' ')] : []
}

function named(node: Node, property: string, field: ClaimField, graph: Graph): Draft[] {
  return list(own(node.value, property)).flatMap((item) => {
    const thing = resolve(item, graph)
    const names = isObject(thing) ? strings(own(thing, 'name')) : strings(thing)
    return names.map((value) => drafter(node.types[0]!)(field, value, property))
  })
}

function images(value: unknown, graph: Graph): string[] {
  return list(value)
    .slice(0, 3)
    .flatMap((item) => {
      const image = resolve(item, graph)
      if (!isObject(image)) return strings(image)
      return [...strings(own(image, 'url')), ...strings(own(image, 'contentUrl'))].slice(0, 1)
    })
}

/** The object a bare `{ "@id": ... }` stands for, looked up once, so that circles do no harm. */
function resolve(item: unknown, graph: Graph): unknown {
  if (!isObject(item)) return item
  const id = own(item, '@id')
  if (typeof id !== 'string' || own(item, 'name') !== undefined || own(item, 'url') !== undefined) return item
  return graph.byId.get(id)?.value ?? item
}
