import { breadcrumbDrafts } from './breadcrumb-list.ts'
import type { Draft } from './draft.ts'
import { isArticle, isWebPage, pickArticles } from './json-ld-article.ts'
import { articleDrafts, siteDrafts, webPageDrafts } from './json-ld-fields.ts'
import { collectNodes, type Graph, type Node } from './json-ld-graph.ts'
import { parseLenient } from './lenient-json.ts'
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
