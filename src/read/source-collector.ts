import type { Attributes } from './attributes.ts'
import type { ClaimSources, LinkSource, MetaSource, MicrodataSource, TimeSource } from './claims/sources.ts'
import { attributesOf, type DomElement, type DomNode } from './dom.ts'
import { LONGEST_NAMES } from './frame.ts'

/** Longest text taken of one script or element, in characters. */
const LONGEST_SCRIPT = 4_000_000
const LONGEST_TEXT = 2_000

export interface SourceCollector {
  element(element: DomElement, attributes: Attributes): void
  sources(root?: DomElement): ClaimSources
}

/** Gathers what claims are made of, element by element, in document order. */
export function sourceCollector(): SourceCollector {
  const titles: string[] = []
  const metas: MetaSource[] = []
  const links: LinkSource[] = []
  const jsonLd: string[] = []
  const states: { id: string; text: string }[] = []
  const microdata: MicrodataSource[] = []
  const times: TimeSource[] = []
  let base: string | undefined
  let bodyNames: string | undefined

  type Reader = (element: DomElement, all: ReadonlyMap<string, string>, attributes: Attributes) => void
  const readers: Record<string, Reader> = {
    title: (element) => void titles.push(textOf(element)),
    meta(_element, all) {
      const name = all.get('property') ?? all.get('name') ?? all.get('itemprop') ?? all.get('http-equiv')
      const content = all.get('content')
      if (name && content) metas.push({ name: name.trim().toLowerCase(), content })
    },
    link(_element, all) {
      const rel = all.get('rel')
      const href = all.get('href')
      if (rel && href)
        links.push({ rel: rel.toLowerCase(), href, hreflang: all.get('hreflang'), type: all.get('type') })
    },
    script(element, all) {
      const type = (all.get('type') ?? '').toLowerCase()
      const text = () => (element.textContent ?? '').slice(0, LONGEST_SCRIPT)
      if (type.includes('ld+json')) jsonLd.push(text())
      else if (type.includes('application/json') && all.get('id'))
        states.push({ id: all.get('id')!, text: text() })
    },
    body(_element, _all, { classes, id }) {
      bodyNames ??= `${classes} ${id}`.trim().toLowerCase()
    },
    base(_element, all) {
      base ??= all.get('href')
    },
    time(element, all, attributes) {
      const names = `${namesOf(attributes)} ${namesOf(attributes.above)}`
      times.push({
        datetime: all.get('datetime'),
        text: textOf(element),
        names: names.trim().toLowerCase(),
        around: around(attributes),
        pubdate: all.has('pubdate'),
        label: labelOf(element),
      })
    },
  }
  const read = new Map(Object.entries(readers))
  return {
    element(element, attributes) {
      const reader = read.get(element.localName)
      if (reader === undefined && attributes.itemprop === undefined) return
      const all = new Map<string, string>()
      for (const { name, value } of attributesOf(element)) all.set(name, value)
      reader?.(element, all, attributes)
      if (attributes.itemprop !== undefined) microdata.push(property(element, attributes, all))
    },
    sources(root) {
      const lang = root && languageOf(root)
      return { lang, titles, metas, links, jsonLd, states, microdata, times, base, bodyNames }
    },
  }
}

function property(
  element: DomElement,
  { itemprop: prop = '', above }: Attributes,
  all: ReadonlyMap<string, string>,
): MicrodataSource {
  const value = all.get('content') ?? all.get('datetime') ?? all.get('href') ?? all.get('src') ?? ''
  const bodyText = /articlebody|text|description/i.test(prop)
  return { prop, value, type: scopeType(above), text: bodyText ? '' : textOf(element) }
}

/** `itemtype` of the nearest scope above; a property may itself open one, which is not its own scope. */
function scopeType(above: Attributes | undefined): string | undefined {
  let steps = 0
  for (let at = above; at !== undefined && steps < 12; at = at.above) {
    if (at.itemtype !== undefined) return at.itemtype
    steps++
  }
  return undefined
}

function namesOf(above: Attributes | undefined): string {
  if (above === undefined) return ''
  return `${above.classes.slice(0, LONGEST_NAMES)} ${above.id.slice(0, LONGEST_NAMES)} ${above.itemprop ?? ''}`
}

const ABOVE = 8

function around({ above: from }: Attributes): string {
  const above: string[] = []
  for (let at = from; at !== undefined && above.length < ABOVE; at = at.above) {
    const { tag, classes, id } = at
    if (tag === 'article' || tag === 'body') break
    above.push(`<${tag}> ${classes.slice(0, 200)} ${id}`.slice(0, 200))
  }
  return above.join(' ').toLowerCase()
}

/** Longest label of a time, and how many nodes before it are looked at. */
const LONGEST_LABEL = 40
const BEFORE = 20

function labelOf(element: DomElement): string {
  let label = ''
  let steps = 0
  let node: DomNode | null = element.parentNode?.firstChild ?? null
  for (; node !== null && node !== element && steps < BEFORE; node = node.nextSibling, steps++)
    label = node.localName === 'time' ? '' : `${label} ${(node.textContent ?? '').slice(-LONGEST_LABEL)}`
  return node === element ? label.replace(/\s+/g, ' ').trim().slice(-LONGEST_LABEL) : ''
}

function languageOf(root: DomElement): string | undefined {
  let lang: string | undefined
  for (const { name, value } of attributesOf(root))
    if (name === 'lang' || (name === 'xml:lang' && lang === undefined)) lang = value
  return lang
}

function textOf(element: DomElement): string {
  return (element.textContent ?? '').slice(0, LONGEST_TEXT).replace(/\s+/g, ' ').trim()
}
