import { absolute, samePageKey } from './address.ts'
import { decodeEntities } from './entities.ts'
import { isObject, list, type Node, own, strings } from './json-ld-graph.ts'
import type { ClaimSources } from './sources.ts'

const ARTICLE =
  /(?:Article|Posting|Report|Review|^Question|^Recipe|^HowTo|^Product|^CreativeWork|^Episode|PodcastEpisode|^VideoObject|^SoftwareSourceCode|^Course|^Event|^Book|^SpecialAnnouncement|^Chapter|^Thesis|^Dataset)$/
const SECONDARY =
  /(?:Review|^Question|^Recipe|^HowTo|^Product|^CreativeWork|Episode|^VideoObject|^SoftwareSourceCode|^Course|^Event|^Book|^Chapter|^Dataset)$/
const WEB_PAGE = /(?:Page|^Collection|^CollectionPage)$/

export function isArticle(node: Node): boolean {
  return node.types.some((type) => ARTICLE.test(type))
}

export function isWebPage(node: Node): boolean {
  return !isArticle(node) && node.types.some((type) => WEB_PAGE.test(type))
}

/**
 * The nodes that speak of this page's article: one, or several that tell of the same. A listing describes many
 * articles of which none has this page's address or title; then the answer is empty.
 */
export function pickArticles(nodes: readonly Node[], sources: ClaimSources, url: string | undefined): Node[] {
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
