import type { Block } from '../../core/block.ts'
import type { Facts } from '../../core/facts.ts'
import type { View } from '../../core/rule.ts'
import { isProse } from './line.ts'

/** What reference works, manuals and papers call the sections they close with. */
const CLOSING =
  /^(?:see also|further reading|references|sources|bibliography|literature|external links|siehe auch|literatur|weblinks|quellen|zum weiterlesen|voir aussi|bibliographie|liens externes|pour aller plus loin|véase también|bibliografía|enlaces externos|vedi anche|bibliografia|collegamenti esterni|ver também|ligações externas|zie ook|externe links|zobacz też|linki zewnętrzne|см\. также|литература|ссылки|関連項目|参考文献|外部リンク|参见|參見|外部链接|外部連結|延伸阅读|延伸閱讀|함께 보기|같이 보기|외부 링크)$/i
/** Sections of the story there must be above, each with prose below a heading in the same kind of place. */
const SECTIONS = 2

/**
 * The heading of a section a story of several sections closes with. News have boxes with the same words, but there the
 * headings above are not of their kind.
 */
export function isClosingSection({ at, kind, dom, text }: Block, { blocks, facts }: View): boolean {
  if (kind !== 'heading' || dom === undefined || !CLOSING.test(text.trim())) return false
  let found = known.get(blocks)
  if (found === undefined) {
    found = belowSections(blocks, facts)
    known.set(blocks, found)
  }
  return found.has(at)
}

const known = new WeakMap<readonly Block[], ReadonlySet<number>>()

/** The headings that stand below enough sections of their kind. */
function belowSections(blocks: readonly Block[], facts: readonly Facts[]): ReadonlySet<number> {
  const sections = new Map<string, number>()
  const found = new Set<number>()
  for (const { at, kind, level, dom } of blocks) {
    if (kind !== 'heading' || dom === undefined) continue
    const place = `${level} ${dom.shape}`
    const above = sections.get(place) ?? 0
    if (above >= SECTIONS) found.add(at)
    if (at + 1 < blocks.length && isProse(facts[at + 1]!)) sections.set(place, above + 1)
  }
  return found
}
