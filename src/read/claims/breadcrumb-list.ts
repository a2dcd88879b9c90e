import type { Draft } from './draft.ts'
import { isObject, list, type Node, own, strings } from './json-ld-graph.ts'

/** The page's trail, one claim a step, from its longest `BreadcrumbList`. */
export function breadcrumbDrafts(nodes: readonly Node[]): Draft[] {
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
