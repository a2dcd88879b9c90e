import type { Block } from '../../core/block.ts'
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
export function isClosingSection({ at, kind, level, text, dom }: Block, { blocks, facts }: View): boolean {
  if (kind !== 'heading' || dom === undefined || !CLOSING.test(text.trim())) return false
  let sections = 0
  for (let i = at - 1; i >= 0 && sections < SECTIONS; i--) {
    const above = blocks[i]!
    if (above.kind !== 'heading' || above.level !== level || above.dom?.shape !== dom.shape) continue
    if (isProse(facts[i + 1]!)) sections++
  }
  return sections === SECTIONS
}
