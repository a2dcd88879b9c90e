import type { ClaimField } from '../../core/claim.ts'
import type { Draft } from './draft.ts'
import { absolute, decodeEntities, samePageKey } from './draft.ts'
import { collectNodes, type Graph, isObject, list, type Node, own, strings } from './json-ld-graph.ts'
import type { ClaimSources } from './sources.ts'

/** Scripts read per page; a page of more is a catalogue. */
const SCRIPTS = 30
const MOST_TYPES = 30

/**
 * Claims of the page's JSON-LD: of the one article it is about, then of the page, the site and the trail to it.
 * Where several articles stand side by side and none is this page's, none of them speaks for it.
 */
export function jsonLdClaims(sources: ClaimSources, url: string | undefined): Draft[] {
  const graph = readGraph(sources.jsonLd)
  if (graph.nodes.length === 0) return []
  const articles = pickArticles(graph.nodes.filter(isArticle), sources, url)
  const pages = graph.nodes.filter(isWebPage)
  return [
    ...articles.flatMap((node) => articleDrafts(node, graph)),
    ...pages.slice(0, 2).flatMap((node) => webPageDrafts(node, graph)),
    ...graph.nodes.flatMap(siteDrafts),
    ...hints(graph),
    ...breadcrumbDrafts(graph.nodes),
  ]
}

function readGraph(scripts: readonly string[]): Graph {
  const graph: { nodes: Node[]; byId: Map<string, Node> } = { nodes: [], byId: new Map() }
  for (const script of scripts.slice(0, SCRIPTS)) collectNodes(parseLenient(script), graph)
  return graph
}

/** Every type of thing the page describes, its own article's and others'. */
function hints({ nodes }: Graph): Draft[] {
  const types = new Set(nodes.flatMap((node) => node.types))
  return [...types]
    .slice(0, MOST_TYPES)
    .map((value) => ({ field: 'hint', value, from: 'json-ld', key: '@type' }))
}

const ARTICLE =
  /(?:Article|Posting|Report|Review|^Question|^Recipe|^HowTo|^Product|^CreativeWork|^Episode|PodcastEpisode|^VideoObject|^SoftwareSourceCode|^Course|^Event|^Book|^SpecialAnnouncement|^Chapter|^Thesis|^Dataset)$/
const SECONDARY =
  /(?:Review|^Question|^Recipe|^HowTo|^Product|^CreativeWork|Episode|^VideoObject|^SoftwareSourceCode|^Course|^Event|^Book|^Chapter|^Dataset)$/
const WEB_PAGE = /(?:Page|^Collection|^CollectionPage)$/

function isArticle(node: Node): boolean {
  return node.types.some((type) => ARTICLE.test(type))
}

function isWebPage(node: Node): boolean {
  return !isArticle(node) && node.types.some((type) => WEB_PAGE.test(type))
}

/**
 * The nodes that speak of this page's article: one, or several that tell of the same. A listing describes many
 * articles of which none has this page's address or title; then the answer is empty.
 */
function pickArticles(nodes: readonly Node[], sources: ClaimSources, url: string | undefined): Node[] {
  const primary = nodes.filter((node) => !node.types.every((type) => SECONDARY.test(type)))
  // a film or a product beside a text is no description of the text
  const candidates = primary.length > 0 ? primary : nodes.filter((node) => saidByPage(titleOf(node), sources))
  if (candidates.length <= 1) return [...candidates]
  const addresses = pageAddresses(sources, url)
  const here = candidates.filter((node) => nodeAddresses(node, url).some((address) => addresses.has(address)))
  if (here.length > 0 && sameHeadline(here)) return here
  const titled = candidates.filter((node) => saidByPage(titleOf(node), sources))
  if (titled.length > 0 && sameHeadline(titled)) return titled
  return sameHeadline(candidates) ? [...candidates] : []
}

function pageAddresses(sources: ClaimSources, url: string | undefined): Set<string> {
  const addresses = [
    url,
    ...sources.links.filter((link) => link.rel.toLowerCase() === 'canonical').map((link) => link.href),
    ...sources.metas.filter((meta) => meta.name === 'og:url').map((meta) => meta.content),
  ]
  return new Set(addresses.flatMap((address) => samePageKey(address ?? '', url) ?? []))
}

function nodeAddresses({ value }: Node, url: string | undefined): string[] {
  const page = list(own(value, 'mainEntityOfPage')).flatMap((item) =>
    isObject(item) ? [...strings(own(item, '@id')), ...strings(own(item, 'url'))] : strings(item),
  )
  const addresses = [...strings(own(value, 'url')), ...strings(own(value, '@id')), ...page]
  return addresses.flatMap((address) => (absolute(address, url) ? (samePageKey(address, url) ?? []) : []))
}

function titleOf({ value }: Node): string {
  return foldTitle(strings(own(value, 'headline'))[0] ?? strings(own(value, 'name'))[0] ?? '')
}

function saidByPage(title: string, sources: ClaimSources): boolean {
  if (title === '') return false
  const metas = sources.metas.filter((meta) => meta.name === 'og:title').map((meta) => meta.content)
  return [...sources.titles.slice(0, 1), ...metas].some((said) => foldTitle(said).startsWith(title))
}

function sameHeadline(nodes: readonly Node[]): boolean {
  return new Set(nodes.map(titleOf)).size === 1
}

function foldTitle(title: string): string {
  return decodeEntities(title.slice(0, 500))
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

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
function articleDrafts(node: Node, graph: Graph): Draft[] {
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
function webPageDrafts(node: Node, graph: Graph): Draft[] {
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
function siteDrafts({ value, types }: Node): Draft[] {
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

/** The page's trail, one claim a step, from its longest `BreadcrumbList`. */
function breadcrumbDrafts(nodes: readonly Node[]): Draft[] {
  const trails = nodes.filter((node) => node.types.includes('BreadcrumbList')).map(trail)
  const longest = trails.reduce<string[]>((best, next) => (next.length > best.length ? next : best), [])
  return longest.map((value) => ({
    field: 'breadcrumb',
    value,
    from: 'json-ld',
    key: 'BreadcrumbList.itemListElement',
  }))
}

function trail({ value }: Node): string[] {
  const items = list(own(value, 'itemListElement')).filter(isObject).slice(0, 12)
  return items
    .map((item, index) => ({
      order: Number(strings(own(item, 'position'))[0]) || index + 1,
      name: nameOf(item),
    }))
    .sort((a, b) => a.order - b.order)
    .flatMap(({ name }) => (name === undefined ? [] : [name]))
}

function nameOf(item: Readonly<Record<string, unknown>>): string | undefined {
  const inner = own(item, 'item')
  return strings(own(item, 'name'))[0] ?? (isObject(inner) ? strings(own(inner, 'name'))[0] : undefined)
}

/** Longest script read, in UTF-16 units; real ones stay far below. */
const LENGTH = 2_000_000
/** Longest script worth mending character by character. */
const MEND_LENGTH = 500_000

/** Parses JSON as pages write it; undefined where nothing can be made of it. Cost is linear. */
function parseLenient(text: string): unknown {
  if (text.length > LENGTH) return undefined
  const bare = unwrap(text)
  return parse(bare) ?? (bare.length <= MEND_LENGTH ? parse(mend(bare)) : undefined)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

/** Takes off comment and CDATA marks and what stands around the outermost brackets. */
function unwrap(text: string): string {
  const opened = text.replace(/^\s{0,200}(?:\/\/|\/\*)?\s{0,20}(?:<!\[CDATA\[|<!--)/, '')
  const close = opened.lastIndexOf(']]>')
  const body = close >= 0 && opened.length - close < 40 ? opened.slice(0, close) : opened
  const start = body.search(/[{[]/)
  const end = Math.max(body.lastIndexOf('}'), body.lastIndexOf(']'))
  return start < 0 ? '' : body.slice(start, end + 1)
}

/**
 * Escapes raw control characters and stray quotes inside strings, drops commas before a closing bracket and brackets
 * that close nothing, and makes one array of several values in a row. A quote closes a string where punctuation of the outer level follows.
 */
function mend(text: string): string {
  const out: string[] = []
  let inString = false
  let depth = 0
  for (let i = 0; i < text.length; i++) {
    const char = text[i]!
    if (inString) {
      if (char === '"' && closes(text, i)) inString = false
      const [kept, used] = stringCharacter(text, i, inString)
      out.push(kept)
      i += used - 1
      continue
    }
    if (char === '"') inString = true
    if (char === '{' || char === '[') depth++
    if ((char === '}' || char === ']') && depth-- === 0) {
      depth = 0
      continue
    }
    if (char === ',' && /[}\]]/.test(nextVisible(text, i))) continue
    out.push(char)
    if (depth === 0 && /[}\]]/.test(char) && /[{[]/.test(nextVisible(text, i))) out.push(',')
  }
  return `[${out.join('')}]`
}

/** How the character at `i` of a string is written, and how many characters of the text that takes. */
function stringCharacter(text: string, i: number, inString: boolean): readonly [string, number] {
  const char = text[i]!
  if (char === '\\') {
    const next = text[i + 1] ?? ''
    const valid = /["\\/bfnrt]/.test(next) || /^u[\da-fA-F]{4}/.test(text.slice(i + 1, i + 6))
    return valid ? [char + next, 2] : ['', 1]
  }
  if (char === '"') return inString ? ['\\"', 1] : ['"', 1]
  return char < ' ' ? [' ', 1] : [char, 1]
}

function closes(text: string, at: number): boolean {
  const next = nextVisible(text, at)
  return next === '' || next === ',' || next === ':' || next === '}' || next === ']'
}

/** The next character that is no white space, at most 200 characters ahead. */
function nextVisible(text: string, at: number): string {
  for (let i = at + 1; i < text.length && i < at + 200; i++) if (text[i]! > ' ') return text[i]!
  return ''
}
